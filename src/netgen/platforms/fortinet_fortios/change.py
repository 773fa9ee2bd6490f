"""How FortiOS is changed: a computed change set over the REST API, guarded by a one-time restore.

A replace would reboot the unit, so netgen merges. The unit restores its saved revision (with a
reboot) when nobody confirms; that needs FortiOS 7.2.1 and a standalone unit.
Sources: napalm-fortigate 0.2.2; secret fields from the published FortiOS 7.6 API schema (`password*`
types) and the seven fields it leaves untyped; fields that the unit writes by itself from
real 7.4 `show` output.
"""

from __future__ import annotations

from netgen.platforms.change_rules import ChangeRules

CHANGE = ChangeRules(
    platform="fortinet_fortios",
    driver="fortigate",
    send="merge",
    grammar="tree",
    default_port=443,
    default_credential="secret://env/NETGEN_FORTIOS_TOKEN",
    timed=True,
    undo_takes_s=240,
    no_pairs="the members of a pair have no timed way back, since saved revisions are each member's own: load the "
    "change set at the active member by hand, in a window",
    answers=("config-contains", "interface-up"),
    volatile_blocks=("firewall internet-service-name$",),
    secret_patterns=(r"\bENC",),
    secret_fields=(
        "password", "api-key", "secret", "secondary-secret", "tertiary-secret", "rsso-secret", "passwd",
        "key", "psksecret", "psksecret-remote", "authpasswd", "ppk-secret", "passphrase", "sae-password",
        "auth-pwd", "priv-pwd", "authentication-key", "login-passwd", "private-key", "sae-private-key",
        "preshared-key", "key-string",
    ),
    device_fields=("uuid", "snmp-index", "last-login", "vdom", "macaddr"),
    # What an interface is was decided when it was made.
    lasting_fields=(("system interface", "type"),),
    # What decides about traffic is netgen's alone, also the policy that a new unit is shipped with.
    owned_tables=(
        "firewall policy", "firewall local-in-policy", "firewall DoS-policy", "router static", "router static6",
        "router policy", "system zone", "system dns-server",
        "vpn ipsec phase1-interface", "vpn ipsec phase2-interface",
        "wireless-controller vap",
    ),
    # A neighbour, a rule of SD-WAN or a policy route that nobody asked for could lead the trust's traffic away, a watch
    # that stays give its circuits up, a resolver answer whom it should not, and IPv6 pass that is no longer asked for.
    owned_sections=(
        "router bgp", "router policy", "system link-monitor", "system sdwan", "system dns-server",
        "system dns-database", "router static6", "firewall address6",
    ),
    # The maker ships rows of its own in the object tables (services, profiles), which nothing may
    # delete: there only the names that netgen gives are its own. A row that no policy names permits nothing.
    owned_rows=(
        ("firewall address", "(net|adm|geo)-"), ("firewall address6", "net-"), ("firewall addrgrp", "(net|adm)-"),
        ("firewall service custom", "(svc|adm)-"), ("firewall service group", "(svc|adm)-"),
        ("webfilter profile", "wf-"), ("dnsfilter profile", "(df|feeds)-"), ("user group", "(adm|ra|usr)-"),
        ("wireless-controller wids-profile", "wifi-"), ("wireless-controller qos-profile", "wifi-"),
        ("wireless-controller mpsk-profile", "mpsk-"), ("firewall schedule recurring", "sch-"),
        ("system link-monitor", "probe-"), ("user peer", "peer-"),
        ("firewall vip", "(pub|old)-"), ("firewall ippool", "old-"), ("system external-resource", "feed-"),
        ("webfilter urlfilter", r"1\d{6}$"), ("dnsfilter domain-filter", r"1\d{6}$"),
        ("firewall ssl-ssh-profile", "tls-"), ("system dns-database", "fwd-"),
        ("firewall wildcard-fqdn custom", "tls-"), ("user radius", "identity$"),
        ("router prefix-list", "bgp-"), ("router route-map", "bgp-"),
    ),
    # An account that netgen deleted by itself could be the one that is needed to get in.
    guarded_tables=("system admin", "system api-user"),
    builtin_rows=("virtual-wan-link", "napalm-commit-confirm"),
    ordered_tables=("firewall policy", "router policy", "system sdwan/service"),
    # A member of SD-WAN is in no zone and no other route: rules and measurements let go of it, then it is free.
    early_tables=(("system sdwan", ("service", "health-check", "members")),),
    # Members are numbered in the order taken, so that one which goes gives its number to the next.
    identity_fields=(("system sdwan/members", "interface"),),
    remade_rows=(("router static", "sdwan-zone"),),
    exclusive_fields=(("system zone", "interface"),),
    referring_tables=(
        "firewall policy", "firewall local-in-policy", "firewall DoS-policy", "router static", "router static6",
        "router policy", "vpn ipsec phase2-interface",
    ),
    # What tunnels of people name: who may come in, and what a split tunnel carries.
    referred_tables=("user group", "firewall address"),
)  # fmt: skip
