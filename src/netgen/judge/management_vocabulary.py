"""How boxes are managed, in each vendor's words: sessions, logins, SNMP, time. Data from vendor documents alone.

Written apart from the templates on purpose: if a template says something else, the judge must notice.
"""

from __future__ import annotations

#: The algorithm of the trust's one NTP key: the strongest that all platforms know (EOS and PAN-OS end at SHA-1).
NTP_KEY_ALGORITHM = "sha1"

#: Lists of which a platform takes the first entry alone.
FIRST_ONLY: dict[str, frozenset[str]] = {
    "aruba_instant": frozenset({"ntp"}),
    "openwrt": frozenset({"syslog"}),
}

#: Accounts that stand for everyone RADIUS knows, with their rights: they have no password of their own. Junos: RADIUS
#: names the second one, and who is named none is the first (Juniper-Local-User-Name; `user remote`).
RADIUS_ACCOUNTS: dict[str, dict[str, str]] = {
    "fortinet_fortios": {"radius-login": "no_access"},
    "juniper_junos": {"remote": "none", "netgen-admin": "all"},
}

#: What the rights of the break-glass account are called, where a text names them.
FULL_RIGHTS: dict[str, str] = {
    "arista_eos": "network-admin",
    "aruba_aoscx": "administrators",
    "aruba_instant": "administrator",
    "cisco_iosxe": "15",
    "cisco_iosxe_wlc": "15",
    "fortinet_fortios": "super_admin",
    "juniper_junos": "all",
    "openwrt": "all",
    "paloalto_panos": "superuser",
}

#: Platforms whose text says in which order administrators are looked up.
SAYS_LOGIN_ORDER = frozenset({"arista_eos", "aruba_aoscx", "cisco_iosxe", "cisco_iosxe_wlc", "juniper_junos"})

#: Kinds of session that may have a login order of their own; it must be that of all others.
LOGIN_CONTEXTS: dict[str, tuple[str, ...]] = {
    "aruba_aoscx": ("ssh", "https-server", "telnet"),
    "juniper_junos": ("ssh", "telnet", "ftp"),
}

#: Names of a time zone's clock by the inventory's word, where a platform asks for more than that word.
TIME_WORDS: dict[str, dict[str, str]] = {
    "Europe/London": {"zone": "GMT", "city": "London", "summer": "BST", "clock": "GMT0BST,M3.5.0/1,M10.5.0"},
}

#: SNMPv3 algorithms that are good enough (RFC 3826, RFC 7860; NIST SP 800-131A allows SHA-1 in HMAC, and
#: EOS is polled with it until every poller of the trust knows SHA-2).
SNMP_AUTH: dict[str, frozenset[str]] = {
    "arista_eos": frozenset({"sha", "sha224", "sha256", "sha384", "sha512"}),
    "aruba_aoscx": frozenset({"sha", "sha224", "sha256", "sha384", "sha512"}),
    "fortinet_fortios": frozenset({"sha256", "sha384", "sha512"}),
    "juniper_junos": frozenset({"sha256", "sha384", "sha512"}),
    "paloalto_panos": frozenset({"SHA-256", "SHA-384", "SHA-512"}),
    "openwrt": frozenset({"sha", "sha-256", "sha-384", "sha-512"}),
}
SNMP_PRIVACY: dict[str, frozenset[str]] = {
    "arista_eos": frozenset({"aes", "aes192", "aes256"}),
    "aruba_aoscx": frozenset({"aes", "aes192", "aes256"}),
    "fortinet_fortios": frozenset({"aes256", "aes256cisco"}),
    # Junos 23.4 knows no longer key.
    "juniper_junos": frozenset({"aes128"}),
    "paloalto_panos": frozenset({"AES-192", "AES-256"}),
    "openwrt": frozenset({"aes", "aes-192", "aes-256"}),
}

#: Platforms whose text says who may poll by SNMP. A firewall's rules for sessions with itself say it too.
SAYS_SNMP_SOURCES = frozenset(
    {"arista_eos", "aruba_aoscx", "cisco_iosxe", "cisco_iosxe_wlc", "juniper_junos", "openwrt"}
)
#: Platforms that a push reaches over a web API, which must be on.
PUSHED_OVER_HTTPS = frozenset({"arista_eos", "paloalto_panos"})

#: How the packet filter of management sessions ends where refused sessions must leave a trace.
REFUSED_SESSIONS: dict[str, str] = {"cisco_iosxe": "deny any log", "cisco_iosxe_wlc": "deny any log"}

#: Words of interface access that open a management session.
SESSION_ACCESS = frozenset({"https", "http", "netconf", "ssh", "telnet", "ftp", "rlogin", "rsh"})
CLEARTEXT_ACCESS = frozenset({"http", "telnet", "ftp", "rlogin", "rsh"})
#: Words of interface access that a firewall may have towards the internet: an echo, its own lease and tunnels.
INTERNET_ACCESS = frozenset({"dhcp", "ike", "ping"})
#: Ports (TCP) by which an administrator manages a firewall; without a row SSH and HTTPS.
SESSION_PORTS: dict[str, tuple[int, ...]] = {"juniper_junos": (22, 830)}
