"""How PAN-OS is changed: not yet by netgen. What a comparison must know is here already.

PAN-OS has a candidate and `load config`, but no timer that takes a commit back when nobody confirms it, so the
undo has to be a saved snapshot that somebody loads (PAN-OS 11.1 CLI quick start, "Load configurations").
Print-back: `set cli config-output-format set`, then `show` in configuration mode. The order of rules has a
meaning there and the `indent` grammar sorts lines: an adapter needs a grammar of its own for set lines.
"""

from __future__ import annotations

from netgen.platforms.change_rules import ChangeRules

_NAME = r'(?:"[^"]*"|\S+)'

CHANGE = ChangeRules(
    platform="paloalto_panos",
    driver="",
    send="none",
    reason="PAN-OS has no commit timer and netgen no adapter for it: load the text into the candidate, read "
    "`show config diff`, commit by hand",
    grammar="indent",
    default_port=22,
    default_username="netgen",
    default_credential="secret://env/NETGEN_PANOS_PASSWORD",
    undo_takes_s=180,
    answers=("config-contains",),
    # Every rule gets an identifier of the device's own.
    volatile_lines=(r"#", rf"set rulebase \S+ rules {_NAME} uuid ", r"set config version "),
    # What the bench told the management port, and what is imported through another door.
    carried=(
        r"set deviceconfig system (?:ip-address|netmask|default-gateway|type|device-telemetry|update-server) ",
        r"set (?:shared )?certificate ",
        r"set mgt-config devices ",
    ),
    secret_patterns=(
        r"\bphash", r"\bpre-shared-key key", r"\bsecret", r"\bauthpwd", r"\bprivpwd", r"\bauthentication-key",
        r"\bpppoe password", r"\bprivate-key",
    ),
)  # fmt: skip
