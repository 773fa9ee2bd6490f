"""How AOS-CX is changed: not yet by netgen. What a comparison must know is here already.

The timed checkpoint: AOS-CX 10.12 Fundamentals Guide (Checkpoint auto mode) and field reports of 10.18.
Print-back: AOS-CX 10.13 running configurations and the filters that published AOS-CX backup tools use.
"""

from __future__ import annotations

from netgen.platforms.change_rules import ChangeRules

CHANGE = ChangeRules(
    platform="aruba_aoscx",
    driver="",
    send="none",
    reason="AOS-CX runs each command at once and undoes by `checkpoint auto`, whose end belongs to the session that "
    "began it: netgen cannot yet prove a second connection and confirm on the first, nor take up what it left",
    grammar="indent",
    default_port=22,
    default_username="netgen",
    default_credential="secret://env/NETGEN_AOSCX_PASSWORD",
    answers=("config-contains",),
    volatile_lines=("!", "Current configuration:", "exit$"),
    # What a switch finds out by itself, or was told at the bench.
    carried=("profile ", "system interface-group ", "configuration-lockout "),
    free_texts=((r"banner (motd|exec) \S$", r"\S$"),),
    ordered_blocks=("access-list ip ",),
    secret_patterns=(
        r"\bpassword (?:plaintext|ciphertext)",
        r"\bkey (?:plaintext|ciphertext)",
        r"\bauth-pass (?:plaintext|ciphertext)",
        r"\bpriv-pass (?:plaintext|ciphertext)",
        r"\bsecret-key (?:plaintext|ciphertext)",
        r"\bntp authentication-key \d+ (?:md5|sha1)(?: ciphertext)?",
        r"\bsnmp-server community",
    ),
)
