"""A platform that does not know people leaves their policies out: without the group they would hold for everybody."""

from __future__ import annotations

import msgspec
import pytest
from tests.platforms.juniper_junos import firewalls
from tests.platforms.paloalto_panos import example

from netgen.device import Device
from netgen.rendering import render_device


@pytest.mark.parametrize("box", [firewalls.SCHOOL, example.SCHOOL], ids=lambda box: str(box.platform))
def test_a_policy_of_a_group_is_not_rendered(box: Device) -> None:
    assert box.firewall is not None
    plain = next(item for item in box.firewall.policies if item.nat)
    special = msgspec.structs.replace(
        plain, number=plain.number + 200_000, name="for leaders", group="leaders"
    )
    part = msgspec.structs.replace(box.firewall, policies=(special, *box.firewall.policies))
    assert render_device(msgspec.structs.replace(box, firewall=part)) == render_device(box)
