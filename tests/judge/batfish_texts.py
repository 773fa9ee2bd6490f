"""Texts of the small school as Batfish gets them: written by hand, what the platforms print."""

# ruff: noqa: E501 - one row of a table is one line
from __future__ import annotations

from tests.judge.small_site import BLACKHOLE, EVERY_VLAN, NATIVE, PREFIXES, VLANS

TAGGED = "10,11,30,40,70"


def _trunk(name: str, lag: int = 0) -> str:
    member = f" channel-group {lag} mode active\n" if lag else ""
    return (
        f"interface {name}\n switchport trunk native vlan {NATIVE}\n switchport trunk allowed vlan {TAGGED}\n"
        f" switchport mode trunk\n{member}!\n"
    )


def _switch(hostname: str, address: str, ports: str) -> str:
    vlans = "".join(f"vlan {vlan}\n!\n" for vlan in (*EVERY_VLAN, NATIVE, BLACKHOLE))
    return (
        f"hostname {hostname}\n!\n{vlans}{ports}interface Vlan10\n ip address {address} 255.255.255.0\n!\n"
        "ip default-gateway 10.1.10.1\nend\n"
    )


def _firewall() -> str:
    vlans = "".join(
        f'    edit "v{VLANS[name]}"\n        set vdom "root"\n        set ip {PREFIXES[name].address(1)} 255.255.255.0\n'
        f'        set allowaccess ping\n        set interface "core"\n        set vlanid {VLANS[name]}\n    next\n'
        for name in VLANS
    )
    zones = "".join(
        f'    edit "z-{zone}"\n        set intrazone {"allow" if zone == "management" else "deny"}\n'
        f"        set interface {members}\n    next\n"
        for zone, members in (
            ("management", '"v10" "v11"'), ("staff", '"v30"'), ("printing", '"v40"'), ("guest", '"v70"'),
            ("overlay", '"to-dc"'), ("internet", '"wan1"'),
        )
    )  # fmt: skip
    addresses = "".join(
        f'    edit "n-{name}"\n        set subnet {network} 255.255.255.0\n    next\n'
        for name, network in (
            ("staff", "10.1.30.0"),
            ("guest", "10.1.70.0"),
            ("printing", "10.1.40.0"),
            ("servers", "10.0.8.0"),
        )
    )
    policies = "".join(
        f'    edit {number}\n        set name "{source} to {destination}"\n        set srcintf "z-{source}"\n'
        f'        set dstintf "z-{destination}"\n        set action accept\n        set srcaddr "n-{source}"\n'
        f'        set dstaddr "{target}"\n        set schedule "always"\n        set service {services}\n'
        f"        set logtraffic all\n{'        set nat enable' + chr(10) if destination == 'internet' else ''}    next\n"
        for number, source, destination, target, services in (
            (101, "staff", "printing", "n-printing", '"s-print" "s-ping"'),
            (102, "staff", "overlay", "n-servers", '"s-https"'),
            (103, "staff", "internet", "all", '"s-https"'),
            (104, "guest", "internet", "all", '"s-https"'),
        )
    )
    return (
        'config system global\n    set hostname "oak-fw1"\nend\n'
        'config system interface\n    edit "wan1"\n        set vdom "root"\n        set ip 198.51.100.2 255.255.255.252\n'
        "        set allowaccess ping\n        set type physical\n    next\n"
        '    edit "port1"\n        set vdom "root"\n        set type physical\n    next\n'
        '    edit "port2"\n        set vdom "root"\n        set type physical\n    next\n'
        '    edit "core"\n        set vdom "root"\n        set type aggregate\n        set member "port1" "port2"\n    next\n'
        f"{vlans}"
        '    edit "to-dc"\n        set vdom "root"\n        set ip 10.255.0.2 255.255.255.255\n        set type tunnel\n'
        '        set interface "wan1"\n    next\nend\n'
        f"config system zone\n{zones}end\n"
        'config vpn ipsec phase1-interface\n    edit "to-dc"\n        set interface "wan1"\n        set ike-version 2\n    next\nend\n'
        f"config firewall address\n{addresses}end\n"
        'config firewall service custom\n    edit "s-https"\n        set tcp-portrange 443\n    next\n'
        '    edit "s-print"\n        set tcp-portrange 631\n    next\n'
        '    edit "s-ping"\n        set protocol ICMP\n        set icmptype 8\n        unset icmpcode\n    next\nend\n'
        f"config firewall policy\n{policies}end\n"
        'config router static\n    edit 1\n        set gateway 198.51.100.1\n        set device "wan1"\n    next\n'
        '    edit 2\n        set dst 10.0.0.0 255.255.0.0\n        set device "to-dc"\n    next\nend\n'
    )


def small_texts() -> dict[str, str]:
    """The texts of the small school by host name; the cluster's is one that Batfish cannot read."""
    ge = "GigabitEthernet1/0/"
    ks1 = (
        f"interface {ge}1\n switchport access vlan 30\n switchport mode access\n!\n"
        f"interface {ge}2\n switchport access vlan 40\n switchport mode access\n switchport protected\n!\n"
        f"interface {ge}3\n switchport trunk native vlan 11\n switchport trunk allowed vlan 11,30,70\n switchport mode trunk\n!\n"
        f"interface {ge}4\n switchport access vlan {BLACKHOLE}\n switchport mode access\n shutdown\n!\n"
        + "".join(_trunk(f"TenGigabitEthernet1/1/{number}", 1) for number in (1, 2))
        + _trunk("Port-channel1")
    )
    main = (
        "".join(_trunk(f"TenGigabitEthernet1/1/{number}", 1) for number in (1, 2))
        + "".join(_trunk(f"{ge}{number}", 48) for number in (47, 48))
        + _trunk("Port-channel1")
        + _trunk("Port-channel48")
    )
    return {
        "oak-fw1": _firewall(),
        "oak-ks1-sw1": _switch("oak-ks1-sw1", "10.1.10.12", ks1),
        "oak-main-sw": _switch("oak-main-sw", "10.1.10.11", main),
        "oak-wlan": "name oak-wlan\n",
    }
