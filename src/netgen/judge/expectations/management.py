"""A box is managed as planned: encrypted, by administrators alone, with known users and servers."""

from __future__ import annotations

from collections.abc import Iterator

from netgen.blueprint import DevicePlan
from netgen.judge.case import Claims, SiteCase
from netgen.judge.expectations.overlay_routing import routing_sessions
from netgen.judge.expectations.people import ACCOUNTING, accounting_senders
from netgen.judge.firewall_vocabulary import ACCOUNTING_ACCESS, OWN_SESSIONS_IN_RULES
from netgen.judge.header_space import (
    EVERY_ADDRESS,
    Intervals,
    Region,
    addresses_of,
    describe,
    read_prefixes,
    remainder,
    service,
    subtract,
    union,
)
from netgen.judge.management_vocabulary import (
    FIRST_ONLY,
    FULL_RIGHTS,
    LOGIN_CONTEXTS,
    PUSHED_OVER_HTTPS,
    RADIUS_ACCOUNTS,
    REFUSED_SESSIONS,
    SAYS_LOGIN_ORDER,
    SAYS_SNMP_SOURCES,
    SESSION_PORTS,
    SNMP_AUTH,
    SNMP_PRIVACY,
)
from netgen.judge.not_in_text import NOT_IN_TEXT
from netgen.judge.policy_space import ANY_INTERFACE, FirewallView, passing, service_set
from netgen.judge.remote_doors import door_regions
from netgen.judge.verdict import Rule, Verdict
from netgen.readback import Observed
from netgen.values import Prefix, placeholder

CLEARTEXT = Rule("JDG701", "management-encrypted")
SOURCES = Rule("JDG702", "management-sources")
USERS = Rule("JDG703", "local-users")
SERVERS = Rule("JDG704", "management-servers")
SECRETS = Rule("JDG705", "secret-references")
LOCAL_IN = Rule("JDG706", "local-in")
IDLE = Rule("JDG709", "idle-sessions")
POLLING = Rule("JDG712", "snmp-polling")
PUSH = Rule("JDG713", "push-road")
ACCOUNTS = Rule("JDG714", "remote-accounts")
LOGIN = Rule("JDG707", "login-order")
BANNER = Rule("JDG708", "login-banner")
_IPV4 = 4
#: What an administrator needs of a firewall, where no platform says otherwise: SSH and HTTPS.
_SESSIONS = (22, 443)
#: What a poller needs of it: SNMP.
_POLLS = union((service(17, 161, 161),))


def judge_management(case: SiteCase) -> Iterator[Verdict]:
    """All devices that could be read."""
    for name, observed in case.observed.items():
        plan = case.plans[name]
        yield _cleartext(case, plan, observed)
        sources = _sources(case, plan, observed)
        if sources:
            yield sources
        yield _users(case, plan, observed)
        yield from _servers(case, plan, observed)
        yield _secrets(case, plan, observed)
        yield from _login(case, plan, observed)
        yield _idle(case, plan, observed)
        yield from _polling(case, plan, observed)
        if plan.platform in PUSHED_OVER_HTTPS:
            wrong = [] if observed.management.https else [f"no push reaches {name}: its API is off"]
            yield _decide(case, PUSH, plan, wrong, f"{name} can be pushed to")
        if plan.platform in RADIUS_ACCOUNTS and case.trust.management.radius:
            yield _accounts(case, plan, observed)
        if plan.kind == "firewall":
            yield _local_in(case, plan, observed)


def _decide(case: SiteCase, rule: Rule, plan: DevicePlan, wrong: list[str], claim: str) -> Verdict:
    return Claims(case, rule).decide(plan.hostname, wrong, claim, device=plan.hostname, origin=plan.origin)


def _cleartext(case: SiteCase, plan: DevicePlan, observed: Observed) -> Verdict:
    seen = observed.management
    wrong = [f"{plan.hostname} speaks {word}, which is not encrypted" for word in seen.cleartext]
    if not seen.ssh:
        wrong.append(f"{plan.hostname} takes no SSH session")
    return _decide(case, CLEARTEXT, plan, wrong, f"{plan.hostname} is managed over encrypted protocols alone")


def _sources(case: SiteCase, plan: DevicePlan, observed: Observed) -> Verdict | None:
    """At most: every subnet of the management zones, and pollers. At least: the nearest of them."""
    most = addresses_of(_administrators(case))
    least = addresses_of(prefix for zone in case.trust.management_zones for prefix in _nearest(case, zone))
    if not observed.management.sources and "sources" in NOT_IN_TEXT.get(plan.platform, {}):
        return None
    if not observed.management.sources:
        return _decide(case, SOURCES, plan, [f"{plan.hostname} takes sessions from anywhere"], "")
    wrong = _source_objections(plan.hostname, observed.management.sources, most, least)
    for account, sources in observed.management.account_sources:
        if not sources:
            wrong.append(f"{account} may come from anywhere")
        else:
            wrong += _source_objections(account, sources, most, least)
    last = REFUSED_SESSIONS.get(plan.platform)
    if last and not any(acl.entries[-1:] == (last,) for acl in observed.acls):
        wrong.append(f"{plan.hostname} does not log the sessions that it refuses")
    return _decide(case, SOURCES, plan, wrong, f"{plan.hostname} takes sessions from administrators alone")


def _source_objections(who: str, sources: tuple[str, ...], most: Intervals, least: Intervals) -> list[str]:
    """How the prefixes of sessions differ from those of administrators."""
    prefixes, unknown = read_prefixes(sources)
    seen = addresses_of(prefixes)
    wrong = [f"{who} takes sessions from {_shown(extra)}" for extra in [subtract(seen, most)] if extra]
    wrong += [f"{who} takes no session from {_shown(lost)}" for lost in [subtract(least, seen)] if lost]
    wrong += [f"{who} takes sessions from `{text}`, which cannot be decided" for text in unknown]
    wrong += [f"{who} takes sessions from {prefix}" for prefix in prefixes if prefix.version != _IPV4]
    return wrong


def _administrators(case: SiteCase) -> Iterator[Prefix]:
    for addresses in case.trust.sites:
        for zone in case.trust.management_zones:
            yield from addresses.prefixes(zone)
    for host in case.trust.management.snmp_managers:
        yield Prefix.parse(f"{host}/32")


def _nearest(case: SiteCase, zone: str) -> tuple[Prefix, ...]:
    """The zone at this site; where it has none, at the hubs."""
    return case.local_prefixes(zone) or case.remote_prefixes(zone)


def _shown(found: Intervals) -> str:
    first, last = found[0]
    return " to ".join(
        ".".join(str(value >> shift & 255) for shift in (24, 16, 8, 0)) for value in (first, last)
    )


def _users(case: SiteCase, plan: DevicePlan, observed: Observed) -> Verdict:
    wanted, seen = {case.trust.management.user}, set(observed.management.users)
    if "users" in NOT_IN_TEXT.get(plan.platform, {}):
        wanted = set()
    seen_radius: set[str] = set()
    if case.trust.management.radius:
        with_password = {use.rpartition(" ")[2] for use, _ in observed.management.secrets}
        seen_radius = seen & (RADIUS_ACCOUNTS.get(plan.platform, {}).keys() - with_password)
        seen -= seen_radius
    wrong = [f"{plan.hostname} has no local user {name}" for name in sorted(wanted - seen)]
    rights = dict(observed.management.roles)
    by_radius = RADIUS_ACCOUNTS.get(plan.platform, {})
    for name, word in (
        (case.trust.management.user, FULL_RIGHTS.get(plan.platform, "")),
        *((name, by_radius[name]) for name in sorted(seen_radius)),
    ):
        if word and name in observed.management.users and rights.get(name) != word:
            wrong.append(
                f"{name} has the rights {rights.get(name) or 'of nobody'} on {plan.hostname}, not {word}"
            )
    wrong += [
        f"{plan.hostname} has the local user {name}, who is not planned" for name in sorted(seen - wanted)
    ]
    return _decide(
        case, USERS, plan, wrong, f"{plan.hostname} has no local user but the one for the day RADIUS is away"
    )


def _servers(case: SiteCase, plan: DevicePlan, observed: Observed) -> Iterator[Verdict]:
    planned, seen = case.trust.management, observed.management
    claims = Claims(case, SERVERS)
    rows: list[tuple[str, tuple[str, ...], tuple[str, ...]]] = [
        ("ntp", planned.ntp, seen.ntp),
        ("dns", planned.dns, seen.dns),
        ("syslog", tuple(item.host for item in planned.syslog), seen.syslog),
        ("syslog-transport", tuple(item.transport for item in planned.syslog), seen.transports),
        ("syslog-port", tuple(str(item.port) for item in planned.syslog), tuple(map(str, seen.syslog_ports))),
        ("radius", tuple(item.host for item in planned.radius), seen.radius),
        ("snmp", (planned.snmp_user,) if planned.snmp_user else (), seen.snmp_users),
    ]
    unsaid = NOT_IN_TEXT.get(plan.platform, {})
    for word, wanted, found in rows:
        if word in unsaid and (not found or word.startswith("syslog-")):
            continue
        missing = wanted[:1] if word in FIRST_ONLY.get(plan.platform, frozenset()) else wanted
        wrong = [f"{plan.hostname} does not use {word} {item}" for item in missing if item not in found]
        wrong += [
            f"{plan.hostname} uses {word} {item}, which is not planned"
            for item in found
            if item not in wanted
        ]
        if word == "radius" and not wrong and found != wanted:
            wrong.append(
                f"{plan.hostname} asks radius {', '.join(found)} in this order, not {', '.join(wanted)}"
            )
        claim = f"{plan.hostname} uses {word} as planned"
        yield claims.decide(f"{plan.hostname}/{word}", wrong, claim, device=plan.hostname, origin=plan.origin)


def _idle(case: SiteCase, plan: DevicePlan, observed: Observed) -> Verdict:
    """A forgotten session ends."""
    most, seen = case.trust.management.idle_minutes * 60, observed.management.idle_s
    wrong = (
        [] if 0 < seen <= most else [f"a silent session ends after {seen or 'unending'} seconds, not {most}"]
    )
    return _decide(case, IDLE, plan, wrong, f"a silent session with {plan.hostname} ends")


def _polling(case: SiteCase, plan: DevicePlan, observed: Observed) -> Iterator[Verdict]:
    """SNMP reads, for the planned pollers alone, with good algorithms."""
    planned, seen = case.trust.management, observed.management
    if not planned.snmp_user:
        return
    wrong = [f"SNMP may change {plan.hostname}"] if seen.snmp_writes else []
    if plan.platform in SAYS_SNMP_SOURCES:
        managers = addresses_of(Prefix.parse(f"{host}/32") for host in planned.snmp_managers)
        found, unknown = read_prefixes(seen.snmp_managers)
        sources = addresses_of(found) if seen.snmp_managers else EVERY_ADDRESS
        wrong += [
            f"{_shown(extra)} may poll {plan.hostname}" for extra in [subtract(sources, managers)] if extra
        ]
        wrong += [
            f"{_shown(lost)} cannot poll {plan.hostname}" for lost in [subtract(managers, sources)] if lost
        ]
        wrong += [f"`{text}` may poll {plan.hostname}, which cannot be decided" for text in unknown]
    good, ciphers = SNMP_AUTH.get(plan.platform, frozenset()), SNMP_PRIVACY.get(plan.platform, frozenset())
    for user, auth, privacy in seen.snmp_algorithms:
        if good and auth not in good:
            wrong.append(f"SNMP user {user} signs with {auth}")
        if ciphers and " ".join(privacy.split()).replace("aes 256", "aes256") not in ciphers:
            wrong.append(f"SNMP user {user} encrypts with {privacy}")
    yield _decide(case, POLLING, plan, wrong, f"{plan.hostname} is read by its pollers alone")


def _accounts(case: SiteCase, plan: DevicePlan, observed: Observed) -> Verdict:
    """The account that stands for RADIUS users asks all planned servers, in their order."""
    wanted = tuple(item.host for item in case.trust.management.radius)
    accounts = {name: servers for name, _, servers in observed.management.remote_admins}
    wrong = []
    for name in sorted(RADIUS_ACCOUNTS[plan.platform]):
        if name not in accounts:
            wrong.append(f"{plan.hostname} has no account {name} that asks RADIUS")
        elif accounts[name] != wanted:
            wrong.append(f"{name} asks {', '.join(accounts[name]) or 'nobody'}, not {', '.join(wanted)}")
    return _decide(case, ACCOUNTS, plan, wrong, f"{plan.hostname} asks RADIUS who may come in")


def _login(case: SiteCase, plan: DevicePlan, observed: Observed) -> Iterator[Verdict]:
    """RADIUS, then the local account; on the console the local account; and a banner before both."""
    seen, planned = observed.management, case.trust.management
    if plan.platform in SAYS_LOGIN_ORDER and planned.radius:
        lists = {words[0]: words[1:] for words in (text.split() for text in seen.logins) if words}
        default, console = lists.get("default", []), lists.get("console", [])
        console = lists.get(console[0], console) if len(console) == 1 else console
        wrong = []
        if default[:1] != ["group"] or default[-1:] != ["local"]:
            wrong.append(
                f"sessions are looked up by `{' '.join(default) or 'nothing'}`, not RADIUS and then itself"
            )
        if console != ["local"]:
            wrong.append(
                f"the console is looked up by `{' '.join(console) or 'nothing'}`, not the local account"
            )
        wrong += [
            f"sessions of {context} are looked up by `{' '.join(lists[context])}`, not as all others"
            for context in LOGIN_CONTEXTS.get(plan.platform, ())
            if lists.get(context, default) != default
        ]
        yield _decide(case, LOGIN, plan, wrong, f"{plan.hostname} asks RADIUS, then its local account")
    if planned.banner and "banner" not in NOT_IN_TEXT.get(plan.platform, {}):
        shown = " ".join(seen.banner.split())
        wrong = (
            []
            if " ".join(planned.banner.split()) in shown
            else [f"{plan.hostname} shows `{shown[:60]}` before login"]
        )
        yield _decide(case, BANNER, plan, wrong, f"{plan.hostname} shows the banner before login")


def _secrets(case: SiteCase, plan: DevicePlan, observed: Observed) -> Verdict:
    """Each secret of the text is the placeholder of the reference planned for its use."""
    required, keys = _secret_references(case, plan)
    anything = {placeholder(reference) for reference in (*required.values(), *keys)}
    seen: dict[str, str] = dict(observed.management.secrets)
    wrong = []
    for use, word in observed.management.secrets:
        reference = next((required[words] for words in required if _is_use(use, words)), "")
        if reference and word != placeholder(reference):
            wrong.append(f"{use} is not {reference}")
        elif word not in anything:
            wrong.append(f"{use} is not the placeholder of a planned secret")
    wrong += [
        f"{plan.hostname} has no {' '.join(words)}, which {reference} is for"
        for words, reference in required.items()
        if not any(_is_use(use, words) for use in seen)
    ]
    return _decide(case, SECRETS, plan, wrong, f"{plan.hostname} holds references in place of secrets")


def _secret_references(case: SiteCase, plan: DevicePlan) -> tuple[dict[tuple[str, ...], str], set[str]]:
    """References by the words of their use, all needed; and those of keys that other rules judge."""
    management = case.trust.management
    required: dict[tuple[str, ...], str] = {}
    if "users" not in NOT_IN_TEXT.get(plan.platform, {}):
        required[(management.user,)] = management.user_secret.replace("<platform>", plan.platform)
    required |= {("radius", item.host): item.secret for item in management.radius}
    if management.snmp_user and "snmp" not in NOT_IN_TEXT.get(plan.platform, {}):
        required[management.snmp_user, "auth"] = management.snmp_auth
        required[management.snmp_user, "priv"] = management.snmp_privacy
    if plan.kind == "firewall":
        if case.trust.identity and plan.platform in ACCOUNTING_ACCESS:
            required["single-sign-on",] = case.trust.identity.secret
        required |= {("pppoe", item.interface): item.secret for item in case.site.circuits if item.secret}
    keys = {item.psk for item in case.site.tunnels if item.psk} | {
        item.passphrase for item in case.site.wlans if item.passphrase
    }
    keys |= {management.ntp_key, case.site.firewall_pair.secret if case.site.firewall_pair else ""} - {""}
    return required, keys


def _is_use(use: str, words: tuple[str, ...]) -> bool:
    """True if a reader's words for a use (`snmp netpoll auth-pwd`) hold those of a reference."""
    found = use.replace("-", " ").split() + use.split()
    return all(word in found for word in words)


def _local_in(case: SiteCase, plan: DevicePlan, observed: Observed) -> Verdict:
    """Rules for sessions with the firewall itself let administrators in, and then nobody."""
    view = FirewallView(case, observed, observed.local_in)
    most = addresses_of(_administrators(case))
    wrong: list[str] = []
    lines: list[int] = []
    opened: list[Region] = []
    routed = routing_sessions(case, plan)
    open_to_all = [Region(EVERY_ADDRESS, EVERY_ADDRESS, _answered(plan)), *door_regions(case, plan)]
    for effect in view.all_effects:
        if effect.policy.allow and remainder([effect.possible], routed):
            strangers = subtract(effect.possible.source, most)
            opening = Region(strangers, effect.possible.destination, effect.possible.service)
            told = Region(addresses_of(accounting_senders(case, plan)), EVERY_ADDRESS, ACCOUNTING)
            if strangers and remainder([opening], [told, *open_to_all]):
                wrong.append(f"rule {effect.policy.id} opens the firewall itself to {_shown(strangers)}")
                lines.append(effect.policy.line)
            opened.append(Region(EVERY_ADDRESS, effect.possible.destination, effect.possible.service))
    closed = [
        effect.certain
        for effect in view.all_effects
        if not effect.policy.allow and ANY_INTERFACE in effect.policy.from_zones
    ]
    if remainder(opened, [*closed, *open_to_all]):
        wrong.append("what administrators may use is not closed to all others after them")
    administrators = addresses_of(
        prefix for zone in case.trust.management_zones for prefix in _nearest(case, zone)
    )
    sessions = union(service(6, port, port) for port in SESSION_PORTS.get(plan.platform, _SESSIONS))
    admitted = Region(administrators, _entrance(case, plan), sessions)
    if any(
        not admitted.intersect(effect.possible).is_empty
        for effect in view.all_effects
        if not effect.policy.allow
    ):
        lost = remainder([admitted], passing(view.all_effects).certain)
        if lost:
            wrong.append(f"administrators are shut out: {describe(lost[0])}")
    wrong += _lost_pollers(case, plan, view)
    return Claims(case, LOCAL_IN).decide(
        plan.hostname,
        wrong,
        f"no rule opens {plan.hostname} itself to anyone but administrators",
        device=plan.hostname,
        lines=lines,
        origin=plan.origin,
    )


def _answered(plan: DevicePlan) -> Intervals:
    """What the box answers everybody by these rules: it makes no session."""
    return service_set(OWN_SESSIONS_IN_RULES.get(plan.platform, ()))[0]


def _entrance(case: SiteCase, plan: DevicePlan) -> Intervals:
    """The address at which a box is managed whose rules name it; elsewhere any of its own."""
    home = case.management_segment
    if plan.platform not in OWN_SESSIONS_IN_RULES or not (plan.management or home):
        return EVERY_ADDRESS
    address = plan.management or (home.gateway if home else "")
    return addresses_of([Prefix.parse(f"{address}/32")])


def _lost_pollers(case: SiteCase, plan: DevicePlan, view: FirewallView) -> list[str]:
    """SNMP that a rule denies must be let in for the pollers before that."""
    managers = addresses_of(Prefix.parse(f"{host}/32") for host in case.trust.management.snmp_managers)
    if not case.trust.management.snmp_user or not managers:
        return []
    polls = Region(managers, _entrance(case, plan), _POLLS)
    denied = [
        effect
        for effect in view.all_effects
        if not effect.policy.allow and not polls.intersect(effect.possible).is_empty
    ]
    lost = remainder([polls], passing(view.all_effects).certain) if denied else []
    return [f"pollers are shut out: {describe(lost[0])}"] if lost else []
