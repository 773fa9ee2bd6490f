"""Countries by their code, feeds as external dynamic lists, feeds of domains in an anti-spyware profile."""

from __future__ import annotations

import msgspec
from tests.platforms.paloalto_panos.example import PART, SCHOOL, lines, rule, with_part

from netgen.device import Device, Policy, Protection, RemoteList

KOREA = RemoteList("geo-KP", "country", "KP", "", 0, "standard/protection/geo/deny/0")
ADDRESSES = RemoteList(
    "feed-bad", "addresses", "https://feeds.example/a.txt", "daily", 1, "standard/protection/threat_feeds/bad"
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


def test_a_feed_is_a_list_that_the_box_fetches() -> None:
    assert lines(school(KOREA, ADDRESSES, DOMAINS), "set external-list") == [
        "feed-bad type ip url https://feeds.example/a.txt",
        "feed-bad type ip recurring daily at 03",
        "feed-names type domain url https://feeds.example/d.txt",
        "feed-names type domain recurring five-minute",
    ]


def test_the_box_fetches_feeds_from_its_own_address() -> None:
    assert lines(school(ADDRESSES), "set deviceconfig system route service edl-updates")
    assert not lines(school(KOREA), "set deviceconfig system route service edl-updates")


def test_a_refusal_names_the_code_of_the_country_and_the_list() -> None:
    text = rule(school(KOREA, ADDRESSES, policies=(REFUSAL, *PART.policies)), "refuse_out_pupil")
    assert {
        "destination [ feed-bad KP ]",
        "service any",
        "application any",
        "action deny",
        "log-end yes",
    } <= set(text)


def test_a_publication_for_one_country_names_it_as_its_source() -> None:
    policy = msgspec.structs.replace(PART.policies[1], sources=(), source_lists=("geo-GB",), filter="")
    home = RemoteList("geo-GB", "country", "GB", "", 0, "standard/protection/geo/inbound_only_from/0")
    assert "source GB" in rule(school(home, policies=(policy,)), policy.name.replace(" ", "_"))


def test_feeds_of_domains_are_refused_where_dns_passes_a_protected_rule() -> None:
    policy = msgspec.structs.replace(PART.policies[1], protected=True)
    device = school(DOMAINS, policies=(policy,))
    assert lines(device, "set profiles spyware") == [
        "domain-feeds botnet-domains lists feed-names action block"
    ]
    assert "profile-setting profiles spyware domain-feeds" in rule(device, policy.name.replace(" ", "_"))


def test_with_intrusion_prevention_the_profile_is_as_strict_as_the_makers() -> None:
    device = school(DOMAINS, protection=Protection(ips=True, antivirus=False))
    assert lines(device, "set profiles spyware domain-feeds") == [
        "botnet-domains lists default-paloalto-dns action block",
        "botnet-domains lists feed-names action block",
        "rules severe threat-name any",
        "rules severe category any",
        "rules severe severity [ critical high medium ]",
        "rules severe action reset-both",
        "rules slight threat-name any",
        "rules slight category any",
        "rules slight severity [ informational low ]",
        "rules slight action default",
    ]


def test_without_lists_nothing_of_them_is_said() -> None:
    assert not lines(SCHOOL, "set external-list")
    assert not lines(SCHOOL, "set profiles spyware")
