"""What policies of an SRX look for: attacks (`security idp`) and malware (`security utm`).

Source: CLI reference and Juniper's guides, IDP policies and antivirus: a dynamic attack group with the filter
`recommended` holds what Juniper recommends to look for, and the action `recommended` does with each what Juniper
recommends.
"""

from __future__ import annotations

from netgen.readback.juniper_junos.tree import Node, Notes

RECOMMENDED = "recommended"
#: Ends of the match of a rule that is about everything.
_ANY = ("from-zone", "to-zone", "source-address", "destination-address")
_ENGINE = "sophos-engine"
_PROTOCOLS = ("http-profile", "smtp-profile", "pop3-profile", "imap-profile")
_TRANSFERS = ("upload-profile", "download-profile")


class Threats:
    """The IDP policies and the antivirus of UTM policies, as words for `ObservedPolicy.protections`."""

    def __init__(self, root: Node, notes: Notes) -> None:
        """Read every IDP policy and UTM policy."""
        self._notes = notes
        idp = root.sub("security", "idp")
        groups = {row.key: row for row in idp.entries("dynamic-attack-group")}
        self._recommended = {name for name, row in groups.items() if _is_recommended(row)}
        self._groups = groups
        self.policies = {row.key: self._word(row) for row in idp.entries("idp-policy")}
        utm = root.sub("security", "utm")
        self._engine = utm.sub("default-configuration", "anti-virus").value("type")
        self.scans = {row.key: self._scan(row) for row in utm.entries("utm-policy")}

    def of(self, services: Node, label: str) -> tuple[str, ...]:
        """The words of the application services of a permit."""
        found: list[str] = []
        name = services.value("idp-policy")
        if name and name not in self.policies:
            self._notes.doubt(services.line_of("idp-policy"), f"{label}: IDP policy {name} is not defined")
        if name:
            found.append(self.policies.get(name, f"idp {name}"))
        found += filter(None, [self.scans.get(services.value("utm-policy"), "")])
        return tuple(found)

    def _word(self, row: Node) -> str:
        rules = row.sub("rulebase-ips").entries("rule")
        whole = [self._is_whole(item) for item in rules]
        return f"idp {RECOMMENDED if whole and all(whole) else row.key}"

    def _is_whole(self, rule: Node) -> bool:
        """True if a rule looks for all that is recommended, everywhere, does what is recommended, and logs it."""
        match, then = rule.sub("match"), rule.sub("then")
        wide = all((match.values(name) or ("any",)) == ("any",) for name in _ANY)
        wide = wide and match.value("application", "default") in ("default", "any")
        names = match.sub("attacks").values("dynamic-attack-groups")
        for name in names:
            if name not in self._groups:
                self._notes.doubt(rule.line, f"IDP rule {rule.key}: attack group {name} is not defined")
        acts = [item.key for item in then.sub("action").entries("<action>")] == [RECOMMENDED]
        logs = then.has("notification", "log-attacks")
        return wide and acts and logs and bool(names) and set(names) <= self._recommended

    def _scan(self, row: Node) -> str:
        block = row.sub("anti-virus")
        transfers = block.sub("ftp")
        names = [block.value(name) for name in _PROTOCOLS] + [transfers.value(name) for name in _TRANSFERS]
        if not any(names):
            return ""
        if self._engine != _ENGINE:
            self._notes.doubt(
                row.line, f"UTM policy {row.key}: the antivirus engine is {self._engine or 'none'}"
            )
            return "anti-virus none"
        return f"anti-virus {names[0]}" if len(set(names)) == 1 else "anti-virus part"


def _is_recommended(row: Node) -> bool:
    """True if the one filter of a group is what Juniper recommends: another one would narrow it."""
    filters = row.sub("filters")
    return filters.has(RECOMMENDED) and len(filters.kids) == 1 and not filters.leaves
