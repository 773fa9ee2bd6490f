"""Which input policy a socket has at the trust boundary (RFC 4594), for switches that mark by policies."""

from __future__ import annotations

from netgen.device import Device, PortProfile

#: The input policy of ports whose marks nobody trusts.
UNMARK_POLICY = "NETGEN-UNMARK"


def input_policy(device: Device, profile: PortProfile) -> str:
    """What takes away the marks of a port that nobody trusts; "" where they stay as they are."""
    if not device.qos or profile.kind != "access" or profile.trust == "dscp":
        return ""
    if profile.trust == "phone" and profile.voice:
        return f"NETGEN-PHONE-{profile.voice}"
    return UNMARK_POLICY
