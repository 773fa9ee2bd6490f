"""People whom a firewall knows: what the judge says of the source, of groups, and of rules for a group.

Of the small school, heads among the staff may ping the internet too, where printing is everybody's.
"""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from netgen.blueprint import FilterPlan, IdentityPlan, PairPolicy, UserGroupPlan
from netgen.judge import Status, Verdict
from netgen.judge.case import SiteCase
from netgen.judge.expectations import SITE_EXPECTATIONS
from netgen.readback import Observed, ObservedIdentity, ObservedPolicy, ObservedUserGroup
from netgen.values import placeholder
from tests.judge.small_site import SITE, TRUST, observed_site, small_case

change: Any = msgspec.structs.replace
FW, SECRET = "oak-fw1", "secret://env/ACCOUNTING"
HEADS = UserGroupPlan("heads", 1, "Leadership", "Leadership-Team", "standard/groups/heads")
PREFECTS = UserGroupPlan("prefects", 2, "Prefects", "prefects", "standard/groups/prefects")
IDENTITY = IdentityPlan(("10.0.8.20",), SECRET, "class", 28800, "trust/services/identity")
PLAIN = next(item for item in SITE.policies if (item.from_zone, item.to_zone) == ("staff", "internet"))
KNOWN_TRUST = change(
    TRUST,
    identity=IDENTITY,
    groups=(HEADS, PREFECTS),
    group_matrix=(
        PairPolicy("staff", "internet", ("https", "ping"), "staff", ("standard/policy/9",), group="heads"),
    ),
)
KNOWN_SITE = change(
    SITE, policies=(change(PLAIN, number=100_103, services=("https", "ping"), group="heads"), *SITE.policies)
)
SOURCE = ObservedIdentity(
    "who", port=1813, user="user-name", group="class", forget_s=28800, verifies=True, ends_sessions=True,
    answers=True, secret=placeholder(SECRET), line=900,
)  # fmt: skip
GROUP = ObservedUserGroup("usr-heads", "accounting", "Leadership-Team", 910)


def local_in(number: str, position: int, source: str, *, allow: bool) -> ObservedPolicy:
    return ObservedPolicy(
        id=number, name="", position=position, from_zones=("any",), to_zones=(), sources=(source,),
        destinations=("all",), services=("accounting",), allow=allow, enabled=True, nat=False, log=True,
        schedule="always", web_filter="", dns_filter="", app_control="", inspection="", line=920 + position,
    )  # fmt: skip


def known() -> Observed:
    """What a faultless reader sees of a box that knows heads."""
    seen = observed_site()[FW]
    plain = next(item for item in seen.policies if item.id == "103")
    ping = next(item.services for item in seen.policies if item.id == "101")
    own = change(
        plain,
        id="100103",
        name="heads",
        position=0,
        services=(*plain.services, *ping[1:]),
        groups=("usr-heads",),
    )
    doors = tuple(
        change(item, access=(*item.access, "radius-acct")) if item.vlan == 10 else item
        for item in seen.interfaces
    )
    address = next(item for item in seen.addresses if item.prefixes == ("10.1.30.0/24",))
    service = seen.services[0]
    return change(
        seen,
        policies=(own, *seen.policies),
        identities=(SOURCE,),
        user_groups=(GROUP,),
        interfaces=doors,
        addresses=(*seen.addresses, change(address, name="senders", prefixes=("10.0.8.20/32",))),
        services=(
            *seen.services,
            change(service, name="accounting", flows=(("udp", 1813, 1813),), any_=False),
        ),
        local_in=(
            *seen.local_in,
            local_in("8", 8, "senders", allow=True),
            local_in("9", 9, "all", allow=False),
        ),
        management=change(
            seen.management, secrets=(*seen.management.secrets, ("single-sign-on who", placeholder(SECRET)))
        ),
    )


def judged(case: SiteCase) -> list[Verdict]:
    return [item for expectation in SITE_EXPECTATIONS for item in expectation(case)]


def objections(seen: Observed, *, is_known: bool = True) -> set[str]:
    site, trust = (KNOWN_SITE, KNOWN_TRUST) if is_known else (SITE, TRUST)
    case = small_case({**observed_site(), FW: seen}, site, trust)
    return {item.rule.name for item in judged(case) if item.status is not Status.PASS and item.device == FW}


def rule(number: str, **facts: object) -> Observed:
    seen = known()
    policies = tuple(change(item, **facts) if item.id == number else item for item in seen.policies)
    return change(seen, policies=tuple(sorted(policies, key=lambda item: item.position)))


def test_a_box_that_knows_the_planned_people_passes() -> None:
    assert objections(known()) == set()


def test_nothing_is_said_where_nobody_is_planned_and_nobody_is_there() -> None:
    names = {item.rule.name for item in judged(small_case(observed_site(), SITE, TRUST))}
    assert not names & {"identity-source", "accounting-door", "user-groups", "group-policy", "tls-opened"}


def test_people_whom_nobody_planned_are_objected_to() -> None:
    assert objections(known(), is_known=False) >= {
        "identity-source", "accounting-door", "user-groups", "zone-policy", "secret-references",
    }  # fmt: skip


def test_a_rule_that_forgets_its_group_is_everybodys() -> None:
    assert objections(rule("100103", groups=())) >= {"zone-policy", "group-policy"}


@pytest.mark.parametrize(
    ("what", "seen", "name"),
    [
        ("a group that the plan does not know", rule("100103", groups=("strangers",)), "group-policy"),
        ("the rule of everybody first", rule("100103", position=99), "group-policy"),
        ("the rule of a group is off", rule("100103", enabled=False), "group-policy"),
        ("a group reaches everything", rule("100103", services=("ALL",)), "group-policy"),
        ("a group without a filter", rule("100103", web_filter=""), "web-filter"),
        ("a group at some hours", rule("100103", schedule="never"), "policy-schedule"),
        ("another value", change(known(), user_groups=(change(GROUP, value="prefects"),)), "user-groups"),
        ("a group twice", change(known(), user_groups=(GROUP, change(GROUP, name="b"))), "user-groups"),
        (
            "a group of a directory",
            change(known(), user_groups=(GROUP, ObservedUserGroup("d", "fsso-service", "", 3))), "user-groups",
        ),
        ("no source", change(known(), identities=()), "identity-source"),
        ("a second source", change(known(), identities=(SOURCE, change(SOURCE, name="b"))), "identity-source"),
        *(
            (f"a source with {facts}", change(known(), identities=(change(SOURCE, **facts),)), "identity-source")
            for facts in (
                {"verifies": False}, {"secret": "S3cret"}, {"port": 1646}, {"user": "calling-station-id"},
                {"group": "filter-id"}, {"forget_s": 0}, {"ends_sessions": False}, {"answers": False},
            )
        ),
        ("anybody may send", change(known(), local_in=(local_in("8", 8, "all", allow=True),)), "accounting-door"),
        ("nothing closes the door", change(known(), local_in=known().local_in[:-1]), "accounting-door"),
        ("the door is shut", change(known(), local_in=(local_in("9", 9, "all", allow=False),)), "accounting-door"),
        ("no door", change(known(), interfaces=observed_site()[FW].interfaces), "accounting-door"),
    ],
)  # fmt: skip
def test_a_difference_is_objected_to(what: str, seen: Observed, name: str) -> None:
    assert name in objections(seen), what


def test_a_group_of_a_platform_that_knows_nobody_is_missed() -> None:
    other = change(observed_site()[FW], identities=(), user_groups=())
    assert "group-policy" in objections(other)


def test_a_filter_of_a_group_is_held_against_its_own_plan() -> None:
    wider = FilterPlan(
        "heads", "Heads", ("csam", "terror"), (), safe_search=False, origin="standard/filters/heads"
    )
    (pair,) = KNOWN_TRUST.group_matrix
    trust = change(KNOWN_TRUST, filters=(*TRUST.filters, wider), group_matrix=(change(pair, filter="heads"),))
    case = small_case({**observed_site(), FW: known()}, KNOWN_SITE, trust)
    wrong = [item for item in judged(case) if item.status is Status.FAIL and item.rule.name == "web-filter"]
    assert [item.id for item in wrong] == ["oak/web-filter/oak-fw1:staff as heads"]
