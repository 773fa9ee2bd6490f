"""How a box is managed: accounts, ways in, and the servers that it asks or tells."""

from __future__ import annotations

import msgspec


class ObservedManagement(msgspec.Struct, frozen=True):
    """How the box is managed. `secrets` are the raw words where a secret stands, by use.

    `cleartext` lists management protocols without encryption that are on (telnet, http, snmp-v2).
    `sources` are the prefixes that may open a session; empty means anywhere. `transports` says how
    each of `syslog` is sent: udp | tcp | tls. `logins` are the login method lists and who uses them, as
    words (`default group RAD local`, `console CONSOLE`); `https` is a web server or API over TLS.
    """

    ntp: tuple[str, ...] = ()
    dns: tuple[str, ...] = ()
    syslog: tuple[str, ...] = ()
    radius: tuple[str, ...] = ()
    snmp_users: tuple[str, ...] = ()
    users: tuple[str, ...] = ()
    ssh: bool = False
    cleartext: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    secrets: tuple[tuple[str, str], ...] = ()
    gateway: str = ""
    banner: str = ""
    transports: tuple[str, ...] = ()
    roles: tuple[tuple[str, str], ...] = ()
    #: Regulatory domain of the radios (ISO 3166 code), "" on a box without radios.
    country: str = ""
    #: Accounts that a server decides about: (name, profile, servers asked).
    remote_admins: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    logins: tuple[str, ...] = ()
    https: bool = False
    #: The longest silence in seconds that a session of any kind survives; 0 for one that never ends.
    idle_s: int = 0
    #: Ports of `syslog`, in the same order.
    syslog_ports: tuple[int, ...] = ()
    #: Prefixes that may poll by SNMP; empty means anywhere.
    snmp_managers: tuple[str, ...] = ()
    #: SNMP may also change the box.
    snmp_writes: bool = False
    #: (SNMPv3 user, authentication, privacy) by the vendor's words.
    snmp_algorithms: tuple[tuple[str, str, str], ...] = ()
    #: Where each account may come from; empty means anywhere.
    account_sources: tuple[tuple[str, tuple[str, ...]], ...] = ()
    #: NTP servers that are believed only with a signature, and (key number, algorithm, raw word of the key).
    ntp_signed: tuple[str, ...] = ()
    ntp_keys: tuple[tuple[int, str, str], ...] = ()
    #: Ways in that take sessions over IPv6 from anywhere: (what, VRF), VRF `*` for wherever the box has an address.
    sessions6: tuple[tuple[str, str], ...] = ()
    #: (VRF, prefixes that may open sessions by it), beside the table that `sources` hold for; 0.0.0.0/0: anybody. The
    #: VRF `*` is every one.
    vrf_sources: tuple[tuple[str, tuple[str, ...]], ...] = ()
    #: Flow records go to: (netflow | ipfix | sflow, host, port).
    flow: tuple[tuple[str, str, int], ...] = ()
