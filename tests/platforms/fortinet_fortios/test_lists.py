"""Countries and feeds: objects that policies name, and domains that every DNS filter refuses."""

from __future__ import annotations

import msgspec
from tests.platforms.fortinet_fortios.example import PART, SCHOOL, section, with_part

from netgen.device import Device, Policy, Protection, RemoteList
from netgen.rendering import render_device

KOREA = RemoteList("geo-KP", "country", "KP", "", 0, "standard/protection/geo/deny/0")
ADDRESSES = RemoteList(
    "feed-bad",
    "addresses",
    "https://feeds.example/a.txt",
    "hourly",
    1,
    "standard/protection/threat_feeds/bad",
)
DOMAINS = RemoteList(
    "feed-names",
    "domains",
    "https://feeds.example/d.txt",
    "five-minutes",
    3,
    "standard/protection/threat_feeds/names",
)
REFUSAL = Policy(
    5, "refuse out pupil", "pupil", "internet", ("oak-pupil",), (), (), "", nat=False, comment="", origin="o",
    destination_lists=("feed-bad", "geo-KP"),
)  # fmt: skip


def school(*lists: RemoteList, **changes: object) -> Device:
    return with_part(SCHOOL, lists=lists, **changes)


def test_a_country_is_an_address_of_its_own() -> None:
    assert section(school(KOREA), "firewall address", '"geo-KP"') == (
        '    edit "geo-KP"\n        set type geography\n        set country "KP"\n    next'
    )


def test_a_feed_is_fetched_from_a_server_whose_certificate_fits() -> None:
    assert section(school(ADDRESSES), "system external-resource", '"feed-bad"') == (
        '    edit "feed-bad"\n'
        "        set type address\n"
        '        set resource "https://feeds.example/a.txt"\n'
        "        set server-identity-check full\n"
        "        set refresh-rate 60\n"
        "    next"
    )


def test_a_feed_of_domains_has_the_category_of_its_number() -> None:
    text = section(school(DOMAINS), "system external-resource", '"feed-names"')
    assert "        set category 194\n" in text
    assert "refresh-rate" not in text


def test_a_refusal_names_the_lists_and_logs() -> None:
    text = section(school(KOREA, ADDRESSES, policies=(REFUSAL, *PART.policies)), "firewall policy", "5")
    assert '        set dstaddr "feed-bad" "geo-KP"\n' in text
    assert "        set logtraffic all\n" in text
    assert "action accept" not in text
    assert "nat enable" not in text


def test_every_dns_filter_refuses_the_feeds_of_domains() -> None:
    text = section(school(DOMAINS), "dnsfilter profile")
    assert text.count("set category 194\n                    set action block\n") == len(PART.filters) + 1


def test_the_filter_of_feeds_alone_logs_who_asked_for_what() -> None:
    text = section(school(DOMAINS), "dnsfilter profile", '"feeds-only"')
    assert "        set log-all-domain enable\n        set block-botnet enable\n" in text
    assert "safe-search" not in text


def test_traffic_to_the_internet_without_a_filter_passes_the_feeds() -> None:
    policies = tuple(
        msgspec.structs.replace(policy, filter="", protected=policy.nat, number=100 + index)
        for index, policy in enumerate(PART.policies)
    )
    device = school(DOMAINS, policies=policies, protection=Protection(ips=False, antivirus=False))
    for policy in policies:
        text = section(device, "firewall policy", str(policy.number))
        assert ('set dnsfilter-profile "feeds-only"' in text) == policy.nat
        assert ("set utm-status enable" in text) == policy.nat


def test_without_lists_nothing_of_them_is_said() -> None:
    text = render_device(SCHOOL)
    for word in ("external-resource", "geography", "feeds-only"):
        assert word not in text
