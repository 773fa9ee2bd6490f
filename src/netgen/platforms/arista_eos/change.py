"""How Arista EOS is changed: a whole configuration in a session, committed with a timer over eAPI.

Source of the wire form: the NAPALM eos driver 5.2. Print-back: EOS 4.32 and 4.33 running configurations.
"""

from __future__ import annotations

from netgen.platforms.change_rules import ChangeRules

CHANGE = ChangeRules(
    platform="arista_eos",
    driver="eos",
    send="replace",
    grammar="indent",
    default_port=443,
    default_username="netgen",
    default_credential="secret://env/NETGEN_EOS_PASSWORD",
    timed=True,
    answers=("config-contains", "interface-up", "reach"),
    # The factory account `admin` is taken away by a line that a running configuration does not show.
    volatile_lines=("!(?!!)", "end$", "exit$", "Last login", "no username admin$"),
    # An SNMPv3 user is printed with the engine that its keys were made for.
    added_words=(r" localized [0-9a-f]+",),
    free_texts=(("banner (login|motd)$", "EOF$"),),
    ordered_blocks=("policy-map ",),
    secret_patterns=(
        r"\bsecret(?: (?:0|5|8a|sha512))?",
        r"\bpassword(?: (?:0|7|8a|sha512))?",
        r"\bauthentication-key \d+ (?:md5|sha1)(?: (?:0|7|8a))?",
        r"\bkey(?: (?:0|7|8a))?",
        r"\bsnmp-server community",
        r"\bauth (?:md5|sha\d*)",
        r"\bpriv (?:des|aes\d*)",
    ),
    needs_exits=True,
)
