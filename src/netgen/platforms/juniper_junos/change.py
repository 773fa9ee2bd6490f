"""How Junos is changed: a whole curly text by NETCONF `load override`, then `commit confirmed`.

Source of the wire form: the NAPALM junos driver 5.2 (a replace refuses set commands; a timer counts whole minutes;
after a confirm its rollback does nothing). Print-back: published configurations of EX and SRX; which lists keep
their order: `ordered-by` of Juniper's 23.4R1 YANG.
"""

from __future__ import annotations

from netgen.platforms.change_rules import ChangeRules

CHANGE = ChangeRules(
    platform="juniper_junos",
    driver="junos",
    send="replace",
    grammar="indent",
    default_port=830,
    default_username="netgen",
    default_credential="secret://env/NETGEN_JUNOS_PASSWORD",
    timed=True,
    answers=("config-contains", "interface-up"),
    # A closing brace says nothing that the indent does not say. `##` lines are the device's remarks.
    volatile_lines=(r"\}$", "##", r"/\*", r"\*/", r"version \d"),
    # Secrets are marked when they are printed. A password for SNMPv3 prints back as the key made of it.
    added_words=(
        r" ## SECRET-DATA$",
        r"(?<=authentication-)(?:key|password)(?= \S{4})",
        r"(?<=privacy-)(?:key|password)(?= \S{4})",
    ),
    ordered_blocks=(
        r"from-zone \S+ to-zone \S+ \{$", r"global \{$", r"filter \S+ \{$", r"rule-set \S+ \{$",
        r"policy-statement \S+ \{$",
        r"radius-server \{$", r"name-server \{$",
    ),
    secret_patterns=(
        r"\bencrypted-password",
        r"\bsecret",
        r"\bascii-text",
        r"\bauthentication-",
        r"\bprivacy-",
        r"\bvalue",
        r"\bdefault-chap-secret",
        r"\bssh-(?:rsa|ed25519)",
    ),
)  # fmt: skip
