"""How IOS-XE is changed: the whole text by SCP, then `configure replace` with a revert timer.

Source of the wire form: the NAPALM ios driver 5.2, which needs `archive` and `ip scp server enable`
on the box. Lines the box owns: IOS-XE 16.8 and 17.12 running configurations and the filters that
published IOS drift tools use. The delimiter of banners: napalm-ios issue 23. `file prompt quiet` is
toggled by the driver itself.
"""

from __future__ import annotations

from netgen.platforms.change_rules import ChangeRules

CHANGE = ChangeRules(
    platform="cisco_iosxe",
    driver="ios",
    send="replace",
    grammar="indent",
    default_port=22,
    default_username="netgen",
    default_credential="secret://env/NETGEN_IOS_PASSWORD",
    timed=True,
    answers=("config-contains", "interface-up", "reach"),
    volatile_lines=(
        "!", "end$", "exit$", "exit-address-family$", "Building configuration",
        "Current configuration :", "ntp clock-period ", "file prompt quiet$",
    ),
    # A replacement without these would take them away, or fail on them. Stack membership
    # (`switch N provision`) is not among them: it is intended.
    carried=(
        "version ", "license ", "boot system ", "boot-(start|end)-marker$", "diagnostic bootup level ",
        "memory free low-watermark ", "multilink bundle-name ", "vlan internal allocation policy ",
        "crypto pki trustpoint ", "crypto pki certificate chain ", "redundancy$", "transceiver type all$",
        "class-map match-any system-cpp-", "policy-map system-cpp-policy$", "control-plane$",
        "interface (AppGigabitEthernet|Bluetooth)",
    ),
    # Ports of a network module that the model does not know: hardware, so no text can remove them.
    carried_if_absent=(r"interface [A-Za-z]+\d+/[1-9]\d*/\d+$",),
    # How the key of an NTP server was hidden, after the hidden key.
    added_words=(r"(?<=[0-9A-F]{8}) 7$",),
    free_texts=((r"banner \S+ \^C", r".*\^C$"),),
    # Printed as caret and C; in a file it is one character, the end-of-text control (0x03).
    free_text_delimiter=("^C", "\x03"),
    ordered_blocks=("policy-map ", "ip access-list (standard|extended) "),
    secret_patterns=(
        r"\bsecret(?: [0589])?",
        r"\bpassword(?: [0-9])?",
        r"\bauthentication-key \d+ (?:md5|sha1|sha2|hmac-sha1|hmac-sha2-256|cmac-aes-128)",
        # `ntp server ... key 7 prefer` names a key and holds none.
        r"\b(?:server-)?key(?! +\d+ prefer)(?: [0-9])?",
        r"\bkey-string(?: [0-9])?",
        r"\bset-key ascii(?: [0-9])?",
        r"\bsnmp-server community",
        r"\bauth (?:md5|sha)",
        r"\bpriv (?:des|aes \d+)",
    ),
)  # fmt: skip
