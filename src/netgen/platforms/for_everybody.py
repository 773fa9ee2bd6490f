"""What is left of a firewall's policies on a platform that does not know people."""

from __future__ import annotations

import msgspec

from netgen.device import FirewallPart


def without_groups(part: FirewallPart) -> FirewallPart:
    """The part without the policies of user groups: rendered without their group they would hold for everybody."""
    if not any(policy.group for policy in part.policies):
        return part
    return msgspec.structs.replace(part, policies=tuple(item for item in part.policies if not item.group))
