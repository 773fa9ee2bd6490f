"""Web, DNS and application filters."""

from __future__ import annotations

from netgen.readback.facts import ObservedFilter
from netgen.readback.fortinet_fortios.tree import Node

_CATEGORY_ACTIONS = frozenset({"block", "authenticate", "warning"})
_URL_ACTIONS = frozenset({"block", "allow", "monitor"})
_DOMAIN_ACTIONS = frozenset({"allow", "monitor"})
_VIDEO = frozenset({"none", "moderate", "strict"})
_OPTIONS_OFF = "ftgd-disable"
_OVERRIDES = (
    "profile",
    "ovrd-user-group",
    "ovrd-scope",
    "ovrd-dur",
    "ovrd-dur-mode",
    "ovrd-cookie",
    "profile-type",
)

#: Profiles that every device has; they exist without a line in the text.
BUILTIN_FILTERS = frozenset({"default", "monitor-all", "sniffer-profile", "wifi-default", "block-high-risk"})


def read_filters(root: Node) -> tuple[ObservedFilter, ...]:
    """Every filter profile of the text; `kind` says of what."""
    url_lists = {entry.name: entry for entry in root.section("webfilter urlfilter").rows()}
    domain_lists = {entry.name: entry for entry in root.section("dnsfilter domain-filter").rows()}
    found = [_read_web(entry, url_lists) for entry in root.section("webfilter profile").rows()]
    found += [_read_dns(entry, domain_lists) for entry in root.section("dnsfilter profile").rows()]
    found += [_read_application(entry) for entry in root.section("application list").rows()]
    for entry in url_lists.values():
        _read_list(entry, "url", "exempt", _URL_ACTIONS)
    for entry in domain_lists.values():
        _read_list(entry, "domain", "block", _DOMAIN_ACTIONS)
    return tuple(found)


def _read_web(entry: Node, lists: dict[str, Node]) -> ObservedFilter:
    fortiguard, web = entry.section("ftgd-wf"), entry.section("web")
    options = fortiguard.words("options")
    blocked: list[str] = []
    for row in fortiguard.rows("filters"):
        category = row.word("category", "0")
        if row.choice("action", "monitor", _CATEGORY_ACTIONS) == "block":
            blocked.append(category)
    if _OPTIONS_OFF in options and blocked:
        fortiguard.doubt_field(
            "options", f"web filter `{entry.name}` blocks nothing: options are {_OPTIONS_OFF}"
        )
        blocked = []
    elif blocked and not options and not fortiguard.is_cleared("options"):
        # the schema's default is ftgd-disable, and Fortinet's own examples always write the line
        fortiguard.doubt_field("options", f"web filter `{entry.name}` may be off: `unset options` is missing")
    for option in options:
        if option not in {_OPTIONS_OFF, "error-allow", "rate-server-ip", "connect-request-bypass"}:
            fortiguard.doubt_field("options", f"`options` cannot be `{option}`")
    bypasses = ["connect-request-bypass"] if "connect-request-bypass" in options else []
    exempt_quota = fortiguard.words("exempt-quota")
    if exempt_quota:
        fortiguard.leave_unread("exempt-quota")
    denies: list[str] = []
    table = web.word("urlfilter-table")
    if table and table != "0":
        if table in lists:
            named = _read_list(lists[table], "url", "exempt", _URL_ACTIONS)
            bypasses += [place for action, place in named if action == "exempt"]
            denies += [place for action, place in named if action == "block"]
        else:
            web.doubt_field("urlfilter-table", f"URL filter `{table}` is not defined")
    entry.words("options")
    if entry.words("options"):
        entry.leave_unread("options")
    return ObservedFilter(
        name=entry.name,
        blocked=tuple(blocked),
        safe_search="url" in web.words("safe-search") or "header" in web.words("safe-search"),
        fails_open="error-allow" in options,
        line=entry.line,
        override=_may_override(entry),
        bypasses=tuple(bypasses),
        denies=tuple(denies),
        video=web.choice("youtube-restrict", "none", _VIDEO),
    )


def _may_override(entry: Node) -> bool:
    """True if users can lift a block: any of the override settings says how."""
    override = entry.section("override")
    words = [override.words(field) for field in _OVERRIDES]
    return any([entry.section("ftgd-wf").words("ovrd"), entry.words("ovrd-perm"), *words])


def _read_list(
    entry: Node, field: str, default: str, actions: frozenset[str] | set[str]
) -> list[tuple[str, str]]:
    """The rows of a URL or domain list that are on, as (action, place); an expression is `regex WORDS`.

    `exempt` of a URL skips all that comes after it; `allow` and `monitor` of a URL leave it to the category, those of
    a domain do not (Fortinet, tips 231334 and 206632).
    """
    entry.word("name")
    if entry.words("one-arm-ips-urlfilter") or entry.words("ip-addr-block"):
        entry.leave_unread("one-arm-ips-urlfilter")
        entry.leave_unread("ip-addr-block")
    found: list[tuple[str, str]] = []
    for row in entry.rows("entries"):
        place, action = row.word(field), row.choice("action", default, actions)
        kind = row.choice("type", "simple", {"wildcard", "regex"})
        if kind == "simple" and "*" in place:
            row.doubt_field(field, f"`{place}` has a wildcard and is read as plain text")
        if row.enabled("status", default=True):
            found.append((action, f"regex {place}" if kind == "regex" else place))
    return found


def _read_dns(entry: Node, lists: dict[str, Node]) -> ObservedFilter:
    fortiguard = entry.section("ftgd-dns")
    options = fortiguard.words("options")
    blocked = tuple(
        row.word("category", "0")
        for row in fortiguard.rows("filters")
        if row.choice("action", "monitor", {"block"}) == "block"
    )
    for row in fortiguard.rows("filters"):
        row.word("category")
    if _OPTIONS_OFF in options and blocked:
        fortiguard.doubt_field(
            "options", f"DNS filter `{entry.name}` blocks nothing: options are {_OPTIONS_OFF}"
        )
        blocked = ()
    # where search engines are held to safe search, YouTube is restricted strictly unless the text says otherwise
    safe_search, video = entry.enabled("safe-search"), entry.choice("youtube-restrict", "strict", _VIDEO)
    table = entry.section("domain-filter").word("domain-filter-table")
    named: list[tuple[str, str]] = []
    if table and table != "0":
        if table in lists:
            named = _read_list(lists[table], "domain", "block", _DOMAIN_ACTIONS)
        else:
            entry.notes.doubt(entry.line, f"{entry.name}: domain filter `{table}` is not defined")
    return ObservedFilter(
        name=entry.name,
        blocked=blocked,
        safe_search=safe_search,
        fails_open="error-allow" in options,
        line=entry.line,
        kind="dns",
        bypasses=tuple(place for action, place in named if action != "block"),
        denies=tuple(place for action, place in named if action == "block"),
        video=video if safe_search else "none",
    )


def _read_application(entry: Node) -> ObservedFilter:
    blocked = [
        field.removesuffix("-action")
        for field in ("other-application-action", "unknown-application-action")
        if entry.choice(field, "pass", {"block"}) == "block"
    ]
    for row in entry.rows("entries"):
        action = row.choice("action", "block", {"pass", "reset"})
        kinds = [f"application:{word}" for word in row.words("application")]
        kinds += [f"category:{word}" for word in row.words("category")]
        kinds += [f"risk:{word}" for word in row.words("risk")]
        if action == "pass":
            row.leave_unread("action")  # an exception before a block: no fact holds it
        else:
            blocked += kinds
    options = entry.words("options")
    return ObservedFilter(
        name=entry.name,
        blocked=tuple(blocked),
        safe_search=False,
        fails_open=False,
        line=entry.line,
        kind="application",
        bypasses=tuple(word for word in options if word.startswith("allow-")),
    )
