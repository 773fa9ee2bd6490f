"""What the AOS-CX reader keeps beside the draft that all switches share."""

from __future__ import annotations

import msgspec

from netgen.readback.aruba_aoscx.filters import Filters
from netgen.readback.facts import ObservedPair
from netgen.readback.switch_draft import Draft


class PortState(msgspec.Struct):
    """What the text says of an interface that the shared draft has no place for."""

    routing: bool | None = None
    shutdown_said: bool = False
    lists: int = 0
    lacp: bool = False
    keeps_from: list[str] = msgspec.field(default_factory=list)
    keeps_from_line: int = 0
    dhcp_line: int = 0
    rates: dict[str, tuple[int, str]] = msgspec.field(default_factory=dict)
    authenticates: set[str] = msgspec.field(default_factory=set)
    #: Seconds between logins by way of authentication, where the text says anything of it; and whether it repeats.
    periods: dict[str, int] = msgspec.field(default_factory=dict)
    repeats: set[str] = msgspec.field(default_factory=set)
    clients: int = 1
    one_opens: bool = False
    roles: dict[str, tuple[str, int]] = msgspec.field(default_factory=dict)
    locks_sources: bool = False
    trusts: set[str] = msgspec.field(default_factory=set)
    filter6: tuple[str, int] = ("", 0)
    trust: str = ""
    policy: tuple[str, int] = ("", 0)
    mtu: int = 0
    power: str = "low"
    loop_protect: bool = False


class Role(msgspec.Struct):
    """A role that a device gets: one VLAN, or an untagged one and that of a telephone."""

    line: int
    native: int = 0
    tagged: frozenset[int] = frozenset()


class Access(msgspec.Struct):
    """802.1X and MAC authentication of the whole switch. Ways are `dot1x` and `mac-auth`."""

    roles: dict[str, Role] = msgspec.field(default_factory=dict)
    on: set[str] = msgspec.field(default_factory=set)
    groups: dict[str, tuple[str, int]] = msgspec.field(default_factory=dict)
    members: dict[str, list[str]] = msgspec.field(default_factory=dict)
    tracked: set[str] = msgspec.field(default_factory=set)
    tracking_s: int = 300
    coa_on: bool = False
    coa: list[str] = msgspec.field(default_factory=list)
    accounts: bool = False
    interim_s: int = 0


class Guards(msgspec.Struct):
    """Who may say what on the first hop: VLANs of each guard, and which are on for the switch."""

    on: set[str] = msgspec.field(default_factory=set)
    vlans: dict[str, set[int]] = msgspec.field(default_factory=dict)
    filters6: dict[str, list[str]] = msgspec.field(default_factory=dict)


class Queueing(msgspec.Struct):
    """QoS: code points to priorities, priorities to queues, and how queues are emptied."""

    trust: str = ""
    line: int = 0
    priorities: dict[int, int] = msgspec.field(default_factory=dict)
    marks: dict[int, int] = msgspec.field(default_factory=dict)
    cos: dict[int, int] = msgspec.field(default_factory=dict)
    queues: dict[str, dict[int, int]] = msgspec.field(default_factory=dict)
    #: Queue profiles by name: True where the queue goes by CoS, not by local priority.
    by_cos: dict[str, bool] = msgspec.field(default_factory=dict)
    names: dict[str, dict[int, str]] = msgspec.field(default_factory=dict)
    schedules: dict[str, dict[int, tuple[str, int]]] = msgspec.field(default_factory=dict)
    applied: tuple[str, str] = ("", "")
    classes: dict[str, list[list[str]]] = msgspec.field(default_factory=dict)
    policies: dict[str, list[list[str]]] = msgspec.field(default_factory=dict)


class Asked(msgspec.Struct):
    """A server whose answers the switch needs, with the port it answers from."""

    what: str
    host: str
    vrf: str
    protocol: str
    port: int
    line: int


class PoolDraft(msgspec.Struct):
    """A pool of the DHCP server before its subnet is known. `length` is 0 where it is not said."""

    name: str
    vrf: str
    line: int
    ranges: list[tuple[str, str, int]] = msgspec.field(default_factory=list)
    gateways: tuple[str, ...] = ()
    dns: tuple[str, ...] = ()
    domain: str = ""
    lease_s: int = 3600
    boot_server: str = ""
    boot_file: str = ""
    options: dict[int, tuple[str, ...]] = msgspec.field(default_factory=dict)
    reservations: list[tuple[str, str]] = msgspec.field(default_factory=list)


class State(msgspec.Struct):
    """Everything found so far. VRF "" is the one that the text calls `default`."""

    draft: Draft
    filters: Filters = msgspec.field(default_factory=Filters)
    ports: dict[str, PortState] = msgspec.field(default_factory=dict)
    voice: set[int] = msgspec.field(default_factory=set)
    tree_on: bool = False
    tree_mode: str = "mstp"
    pools: list[PoolDraft] = msgspec.field(default_factory=list)
    servers_on: dict[str, bool] = msgspec.field(default_factory=dict)
    server_lines: dict[str, int] = msgspec.field(default_factory=dict)
    access: Access = msgspec.field(default_factory=Access)
    guards: Guards = msgspec.field(default_factory=Guards)
    queueing: Queueing = msgspec.field(default_factory=Queueing)
    ntp_keys: dict[int, tuple[str, str, bool]] = msgspec.field(default_factory=dict)
    ntp_signed: dict[str, tuple[int, int]] = msgspec.field(default_factory=dict)
    ntp_authenticates: bool = False
    sflow_on: bool = False
    sflow_agent: str = ""
    collectors: list[tuple[str, int, int]] = msgspec.field(default_factory=list)
    #: VRFs in which a service is on.
    ssh: dict[str, int] = msgspec.field(default_factory=dict)
    https: dict[str, int] = msgspec.field(default_factory=dict)
    telnet: dict[str, int] = msgspec.field(default_factory=dict)
    snmp: dict[str, int] = msgspec.field(default_factory=dict)
    ssh_port: int = 22
    allow_list: list[tuple[int, int]] = msgspec.field(default_factory=list)
    allow_list_on: bool = False
    cli_minutes: int = 30
    web_minutes: int = 20
    communities: bool = False
    v3_only: bool = False
    sends_cleartext: bool = False
    redirects: bool = True
    ntp_vrf: str = ""
    radius_lines: dict[str, int] = msgspec.field(default_factory=dict)
    asked: list[Asked] = msgspec.field(default_factory=list)
    pair: ObservedPair | None = None

    def of(self, name: str) -> PortState:
        """What is kept of an interface."""
        return self.ports.setdefault(name, PortState())

    def take_vrf(self, words: list[str], line: int) -> str:
        """The VRF at `vrf NAME` among the words, "" for the default one."""
        if "vrf" not in words[:-1]:
            return ""
        return self.named_vrf(words[words.index("vrf") + 1], line)

    def named_vrf(self, name: str, line: int) -> str:
        """A VRF by the name a text gives it; `mgmt` is there from the factory."""
        if name == "default":
            return ""
        return name if name == "mgmt" else self.draft.use_vrf(name, line)
