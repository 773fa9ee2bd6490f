"""Feeds of addresses as dynamic addresses, and old addresses of a school as static translation."""

from __future__ import annotations

from tests.platforms.juniper_junos.firewalls import FEED, OLD_PUPILS, PART, SCHOOL, with_part
from tests.platforms.juniper_junos.text import stanza

from netgen.device import Policy
from netgen.rendering import render_device

REFUSAL = Policy(
    5, "refuse out pupil", "pupil", "internet", ("oak-pupil",), (), (), "", nat=False, comment="", origin="o",
    destination_lists=("feed-bad",),
)  # fmt: skip


def test_a_feed_has_a_server_of_its_own_and_lasts_a_week() -> None:
    text = render_device(with_part(SCHOOL, lists=(FEED,)))
    assert stanza(text, "security", "dynamic-address") == (
        "feed-server feed-4 {\n"
        "    url https://feeds.example/lists;\n"
        "    update-interval 3600;\n"
        "    hold-interval 604800;\n"
        "    feed-name feed-bad {\n"
        "        path a.txt;\n"
        "    }\n"
        "}\n"
        "address-name feed-bad {\n"
        "    profile {\n"
        "        feed-name feed-bad;\n"
        "    }\n"
        "}\n"
    )


def test_a_refusal_names_the_feed_before_anything_is_allowed() -> None:
    text = render_device(with_part(SCHOOL, lists=(FEED,), policies=(REFUSAL, *PART.policies)))
    pair = stanza(text, "security", "policies", "from-zone pupil to-zone internet")
    assert pair.startswith("policy refuse-out-pupil {")
    policy = stanza(
        text, "security", "policies", "from-zone pupil to-zone internet", "policy refuse-out-pupil"
    )
    assert "destination-address feed-bad;" in policy
    assert "deny;" in policy
    assert "session-init;" in policy


def test_old_addresses_are_translated_for_the_tunnels_alone() -> None:
    text = render_device(with_part(SCHOOL, translations=(OLD_PUPILS,)))
    assert stanza(text, "security", "nat", "static") == (
        "rule-set old-addresses {\n"
        "    from zone overlay;\n"
        "    rule old-pupil {\n"
        "        match {\n"
        "            destination-address 10.2.72.0/22;\n"
        "        }\n"
        "        then {\n"
        "            static-nat {\n"
        "                prefix {\n"
        "                    192.168.0.0/22;\n"
        "                }\n"
        "            }\n"
        "        }\n"
        "    }\n"
        "}\n"
    )
