"""What netgen does on FortiOS, as data for the capability matrix."""

from __future__ import annotations

from netgen.platforms.platform import Capability, Level

_SWITCH = "a FortiGate is rendered as a firewall; its switch ports are not"
_WIRELESS = "FortiAP is not rendered"

CAPABILITIES: tuple[Capability, ...] = (
    Capability("hostname", Level.DONE, security=False),
    Capability("management-ssh", Level.DONE, security=True),
    Capability("local-user", Level.DONE, security=True),
    Capability(
        "radius-login", Level.PARTIAL, security=True,
        why="the RADIUS server must return Fortinet-Access-Profile; without it a login has no rights",
    ),
    Capability("snmpv3", Level.DONE, security=True),
    Capability("ntp", Level.DONE, security=False),
    Capability("syslog", Level.DONE, security=False),
    Capability("syslog-tls", Level.DONE, security=True),
    Capability("banner", Level.DONE, security=False),
    Capability("vlans", Level.DONE, security=False, why="as VLAN interfaces"),
    Capability("access-ports", Level.NOT_YET, security=False, why=_SWITCH),
    Capability("voice-vlan", Level.NOT_YET, security=False, why=_SWITCH),
    Capability("trunks", Level.DONE, security=False, why="as VLAN interfaces of a port or LAG"),
    Capability("lag", Level.DONE, security=False),
    Capability("stack", Level.IMPOSSIBLE, security=False, why="firewalls do not stack"),
    Capability("poe", Level.NOT_YET, security=False, why=_SWITCH),
    Capability("spanning-tree", Level.NOT_YET, security=False, why=_SWITCH),
    Capability("bpdu-guard", Level.NOT_YET, security=True, why=_SWITCH),
    Capability("storm-control", Level.NOT_YET, security=False, why=_SWITCH),
    Capability("dhcp-snooping", Level.NOT_YET, security=True, why=_SWITCH),
    Capability("unused-ports-shut", Level.DONE, security=True),
    Capability("isolate-ports", Level.NOT_YET, security=True, why=_SWITCH),
    Capability("vrf", Level.NOT_YET, security=True, why="zones separate; one routing table is rendered"),
    Capability("svi", Level.DONE, security=False, why="as VLAN interfaces"),
    Capability("static-routes", Level.DONE, security=False),
    Capability("dhcp-server", Level.DONE, security=False),
    Capability("zones", Level.DONE, security=True),
    Capability("zone-policy", Level.DONE, security=True),
    Capability("policy-log", Level.DONE, security=True, why="policy 0, the implicit deny, logs too"),
    Capability("nat", Level.DONE, security=False),
    Capability(
        "web-filter", Level.PARTIAL, security=True,
        why="certificate inspection in flow mode, since the small models have no proxy mode: categories are "
        "enforced by host name, safe search by the DNS filter on DNS that crosses a filtered policy; no "
        "FortiGuard category exists for disinformation or self-harm",
    ),
    Capability(
        "ipsec-ikev2", Level.PARTIAL, security=True,
        why="several dial-up peers on one circuit are told apart by peer ID after IKE_AUTH; "
        "they must share proposal and group",
    ),
    Capability("wan-dhcp", Level.DONE, security=False),
    Capability("wan-static", Level.DONE, security=False),
    Capability("wlans", Level.NOT_YET, security=False, why=_WIRELESS),
    Capability("wlan-wpa3-enterprise", Level.NOT_YET, security=True, why=_WIRELESS),
    Capability("wlan-personal", Level.NOT_YET, security=True, why=_WIRELESS),
    Capability("wlan-enhanced-open", Level.NOT_YET, security=True, why=_WIRELESS),
    Capability("wlan-isolation", Level.NOT_YET, security=True, why=_WIRELESS),
    Capability("wlan-dynamic-vlan", Level.NOT_YET, security=True, why=_WIRELESS),
)  # fmt: skip
