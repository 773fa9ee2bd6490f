"""A Catalyst 9800 is not pushed yet: nobody has shown what `configure replace` does to its wireless part.

A controller refuses changes to a WLAN, a policy profile or a country that is in use, so a change must
shut, edit and open them in order. The lines that it writes by itself are those of a new 17.12.2 box.
"""

from __future__ import annotations

from netgen.platforms.change_rules import ChangeRules

CHANGE = ChangeRules(
    platform="cisco_iosxe_wlc",
    driver="",
    send="none",
    reason="a controller refuses changes to enabled WLANs and policy profiles, and whether a replacement shuts them "
    "first is not known: render, read the text, apply it by hand",
    grammar="indent",
    volatile_lines=(
        "!", "end$", "exit$", "exit-address-family$", "Building configuration",
        "Current configuration :", "ntp clock-period ",
    ),
    carried=(
        "version ", "license ", "boot system ", "boot-(start|end)-marker$", "diagnostic bootup level ",
        "memory free low-watermark ", "multilink bundle-name ", "vlan internal allocation policy ",
        "vtp version ", "subscriber templating$", "pae$", "crypto pki trustpoint ",
        "crypto pki certificate chain ", "redundancy$", "control-plane$", "enable secret ",
        "class-map match-any AVC-Reanchor-Class$", "netconf-yang$", "trapflags ap ",
        "wireless management trustpoint ", "wireless aaa policy default-", "wireless cts-sxp profile default-",
        r"wireless profile \S+ default-", "wireless tag (site|policy|rf) default-",
        "wireless fabric control-plane default-", "ap profile default-ap-profile$",
        r"ap dot11 \S+ rf-profile (Low|High|Typical)_Client_Density_rf_",
        "ap dot11 6ghz rf-profile default-rf-profile-6ghz$", r"ap dot11 \S+ rate ",
        "ap dot11 6ghz rrm monitor measurement ", "ap tag-source-priority ",
    ),
    free_texts=((r"banner \S+ \^C", r".*\^C$"),),
    free_text_delimiter=("^C", "\x03"),
    ordered_blocks=("policy-map ", "ip access-list (standard|extended) "),
    secret_patterns=(
        r"\bsecret(?: [0589])?",
        r"\bpassword(?: [0-9])?",
        r"\b(?:server-)?key(?: [0-9])?",
        r"\bset-key ascii(?: [0-9])?",
        r"\bntp authentication-key \d+ sha1",
    ),
)  # fmt: skip
