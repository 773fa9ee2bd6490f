"""Profiles that a rule names: web filters in their groups, and where its log goes."""

from __future__ import annotations

from netgen.readback.facts import ObservedFilter
from netgen.readback.paloalto_panos.tree import Node

_LISTS = ("allow", "alert", "block", "continue", "override")
#: The category of a page while the vendor's cloud gives no answer.
_NO_ANSWER = "not-resolved"
#: Profiles that exist without a line; the built-in URL filter blocks what the vendor chose.
_BUILT_IN = frozenset({"default", "strict"})
_KINDS = (
    "data-filtering", "dns-security", "file-blocking", "gtp", "sctp", "spyware", "url-filtering", "virus",
    "vulnerability", "wildfire-analysis", "ai-security",
)  # fmt: skip


def read_filters(root: Node) -> tuple[ObservedFilter, ...]:
    """Every URL filtering profile; a category without an action in the profile is allowed unseen."""
    custom = custom_categories(root)
    return tuple(
        _filter(entry, custom)
        for scope in (root.at("shared"), root)
        for entry in scope.entries("profiles", "url-filtering")
    )


def custom_categories(root: Node) -> dict[str, tuple[str, ...]]:
    """The places of every category that the text itself makes."""
    custom: dict[str, tuple[str, ...]] = {}
    for scope in (root.at("shared"), root):
        for entry in scope.entries("profiles", "custom-url-category"):
            custom[entry.word] = entry.values("list")
            entry.value("type")
    return custom


def _filter(entry: Node, custom: dict[str, tuple[str, ...]]) -> ObservedFilter:
    listed = {key: entry.values(key) for key in _LISTS}
    homes: dict[str, str] = {}
    for key, names in listed.items():
        for name in names:
            if name in homes:
                entry.doubt(key, f"category {name} is in `{homes[name]}` too")
            homes[name] = key
    let_through = [
        place
        for key in ("allow", "alert", "continue", "override")
        for name in listed[key]
        for place in custom.get(name, ())
    ]
    return ObservedFilter(
        name=entry.word,
        blocked=tuple(sorted(name for name in listed["block"] if name not in custom)),
        safe_search=entry.yes("safe-search-enforcement"),
        fails_open=_NO_ANSWER not in listed["block"],
        line=entry.line,
        override=bool(listed["override"] or listed["continue"]),
        bypasses=tuple(let_through),
        denies=tuple(place for name in listed["block"] for place in custom.get(name, ())),
    )


class ProfileGroups:
    """Security profile groups."""

    def __init__(self, root: Node) -> None:
        """Read every group, and which profiles exist."""
        self._defined = {
            (kind, entry.word)
            for scope in (root.at("shared"), root)
            for kind in _KINDS
            for entry in scope.entries("profiles", kind)
        }
        self._groups: dict[str, dict[str, str]] = {}
        self.used: set[str] = set()
        for scope in (root.at("shared"), root):
            for entry in scope.entries("profile-group"):
                self._groups[entry.word] = self._members(entry)

    def _members(self, node: Node) -> dict[str, str]:
        found = {}
        for kind in _KINDS:
            names = node.values(kind)
            for name in names:
                if (kind, name) not in self._defined and name not in _BUILT_IN | {
                    "basic file blocking",
                    "strict file blocking",
                }:
                    node.doubt(kind, f"{kind} profile `{name}` is not defined")
            if names:
                found[kind] = names[-1]
        return found

    def web_filter(self, setting: Node) -> str:
        """The URL filtering profile of a rule, by its group or by itself."""
        return self.of(setting).get("url-filtering", "")

    def protections(self, setting: Node) -> tuple[str, ...]:
        """Every other profile of a rule as `KIND PROFILE`."""
        return tuple(
            f"{kind} {name}" for kind, name in sorted(self.of(setting).items()) if kind != "url-filtering"
        )

    def of(self, setting: Node) -> dict[str, str]:
        """Every profile of a rule by its kind."""
        if setting.choice() == "profiles":
            return self._members(setting.at("profiles"))
        name = setting.value("group")
        if not name:
            return {}
        if name not in self._groups:
            setting.doubt("group", f"profile group `{name}` is not defined")
        self.used.add(name)
        return self._groups.get(name, {})


class LogForwarding:
    """Log forwarding profiles: which logs go to a syslog server."""

    def __init__(self, root: Node) -> None:
        """Read every profile and which syslog profiles exist."""
        self._sends: dict[str, set[str]] = {}
        self.targets: set[str] = set()
        self._servers = {
            entry.word
            for scope in (root.at("shared"), root)
            for entry in scope.entries("log-settings", "syslog")
        }
        for scope in (root.at("shared"), root):
            for entry in scope.entries("log-settings", "profiles"):
                sent = self._sends.setdefault(entry.word, set())
                for row in entry.entries("match-list"):
                    kind = row.value("log-type")
                    everything = row.value("filter", "All Logs") == "All Logs"
                    if self._targets_of(row) and everything:
                        sent.add(kind)
            for table in ("config", "system", "userid", "globalprotect", "hipmatch", "iptag", "correlation"):
                for row in scope.entries("log-settings", table, "match-list"):
                    self._targets_of(row, keep=True)

    def _targets_of(self, row: Node, *, keep: bool = False) -> tuple[str, ...]:
        names = tuple(row.at("send-syslog").children) if keep else row.values("send-syslog")
        for name in names:
            if name not in self._servers:
                row.doubt("send-syslog", f"syslog profile `{name}` is not defined")
        self.targets.update(names)
        return names

    def knows(self, name: str) -> bool:
        """True if the profile is defined."""
        return name in self._sends

    def sends(self, name: str, kind: str) -> bool:
        """True if the profile sends all logs of a kind to a syslog server."""
        return kind in self._sends.get(name, ())
