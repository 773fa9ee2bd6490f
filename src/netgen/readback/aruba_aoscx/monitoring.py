"""SNMP, time, names and logs of AOS-CX.

Source: AOS-CX SNMP/MIB Guide (SHA-2 and AES-256 since 10.13), Hardening Guide, Monitoring Guide. Without
`snmp-server snmpv3-only` the agent also answers the community `public`.
"""

from __future__ import annotations

import re

from netgen.readback.aruba_aoscx.state import Asked, State
from netgen.readback.facts import ObservedSetting
from netgen.readback.indented import Node, whole_number

_SYSLOG_PORTS = {"udp": 514, "tcp": 1470, "tls": 6514}
_NTP_PORT = 123
_DNS_PORT = 53
_SFLOW_PORT = 6343
_SNMP_SILENT = re.compile(
    r"(?:no )?snmp-server (?:system-(?:location|contact|description)|trap-source)(?: .+)?\Z"
)
_SNMP_SETTING = re.compile(
    r"(?:no )?snmp-server (?:trap|response-source|agent-port|historical-counters|view)(?: .+)?\Z"
)
_LOGGING_SETTING = re.compile(
    r"(?:no )?logging (?:facility|console|filter|threshold|persistent-storage|severity|userdefined)(?: .+)?\Z"
)
_NTP_OPTIONS = {
    "prefer": 0,
    "iburst": 0,
    "burst": 0,
    "minpoll": 1,
    "maxpoll": 1,
    "version": 1,
    "key": 1,
}


def read_snmp(state: State, node: Node) -> bool:
    """`snmp-server ...` and `snmpv3 ...`."""
    draft = state.draft
    on = node.words[0] != "no"
    match node.words if on else node.words[1:]:
        case ["snmp-server", "vrf", name]:
            vrf = state.named_vrf(name, node.line)
            if on:
                state.snmp[vrf] = node.line
            else:
                state.snmp.pop(vrf, None)
        case ["snmp-server", "snmpv3-only"]:
            state.v3_only = on
        case ["snmp-server", "community", word, *_] if on:
            state.communities = True
            draft.secrets.append(("snmp community", word))
            for child in draft.lines(node):
                draft.snmp_writes = draft.snmp_writes or child.words == ["access-level", "rw"]
                if child.words[0] not in ("access-level", "access-list", "view"):
                    draft.skip(child)
        case ["snmp-server", "host", _, *options] if on:
            state.take_vrf(options, node.line)
            state.sends_cleartext = state.sends_cleartext or "v3" not in options
            draft.keep(node)
        case ["snmpv3", "security-level", *_]:
            if not on or node.words[-1] != "auth-privacy":
                draft.object_to(node.line, "SNMPv3 users are answered without encryption")
        case ["snmpv3", "user", name, "context" | "view", *_]:
            draft.keep(node)
        case ["snmpv3", "user", name, *security]:
            if not on:
                if name in draft.snmp_users:
                    draft.snmp_users.remove(name)
                return True
            draft.snmp_users.append(name)
            _read_user(state, node, name, security)
        case ["snmpv3", "context" | "engine-id", *_]:
            draft.keep(node)
        case _:
            if _SNMP_SILENT.match(node.text):
                return True
            if not _SNMP_SETTING.match(node.text):
                return False
            draft.keep(node)
    return True


def _read_user(state: State, node: Node, name: str, security: list[str]) -> None:
    """`auth A auth-pass FORM WORD priv P priv-pass FORM WORD [access-level L]`."""
    draft = state.draft
    match security:
        case ["auth", digest, "auth-pass", "plaintext" | "ciphertext", auth, "priv", cipher, "priv-pass",
              "plaintext" | "ciphertext", word, *rest]:  # fmt: skip
            draft.snmp_algorithms.append((name, digest, cipher))
            draft.secrets.append((f"snmp {name} auth", auth))
            draft.secrets.append((f"snmp {name} priv", word))
            if cipher == "des":
                draft.object_to(node.line, f"SNMP user {name} is encrypted with {cipher}")
            draft.snmp_writes = draft.snmp_writes or rest == ["access-level", "rw"]
            if rest not in ([], ["access-level", "ro"], ["access-level", "rw"]):
                draft.object_to(node.line, f"what SNMP user {name} may do is not understood")
        case _:
            draft.object_to(node.line, f"SNMP user {name} works without encryption")


def cleartext(state: State) -> bool:
    """True if the agent speaks SNMPv1 or v2c."""
    return (
        bool(state.snmp and not state.v3_only)
        or (state.communities and not state.v3_only)
        or state.sends_cleartext
    )


def check_snmp(state: State) -> None:
    """Object to users without an agent that would know them."""
    if state.draft.snmp_users and not state.snmp:
        state.draft.object_to(0, "SNMP users are there and the agent is on in no VRF")


def read_time(state: State, node: Node) -> bool:
    """`ntp ...` and `clock ...`."""
    draft = state.draft
    on = node.words[0] != "no"
    match node.words if on else node.words[1:]:
        case ["ntp", "server", host, *options]:
            if not on:
                if host in draft.ntp:
                    draft.ntp.remove(host)
                return True
            draft.ntp.append(host)
            state.asked.append(Asked("ntp", host, "", "udp", _NTP_PORT, node.line))
            if "key" in options[:-1] and (key := whole_number(options[options.index("key") + 1])) is not None:
                state.ntp_signed[host] = (key, node.line)
            return _takes(options, _NTP_OPTIONS)
        case ["ntp", "authentication-key", number, algorithm, *rest] if on and rest:
            words = [word for word in rest if word not in ("trusted", "plaintext", "ciphertext")]
            if not words:
                return False
            draft.secrets.append((f"ntp key {number}", words[0]))
            key = whole_number(number)
            if key is None:
                return False
            state.ntp_keys[key] = (algorithm, words[0], "trusted" in rest)
        case ["ntp", "trusted-key", number] if (key := whole_number(number)) in state.ntp_keys and on:
            algorithm, word, _ = state.ntp_keys[key or 0]
            state.ntp_keys[key or 0] = (algorithm, word, True)
        case ["ntp", "authentication"]:
            state.ntp_authenticates = on
        case ["ntp", "vrf", name]:
            vrf = state.named_vrf(name, node.line)
            state.ntp_vrf = vrf if on else ""
            draft.keep(node)
        case [
            "ntp",
            "enable" | "disable" | "conductor" | "master" | "dhcp",
            *_,
        ]:
            draft.keep(node)
        case ["clock", "timezone" | "summer-time", *_]:
            draft.keep(node)
        case _:
            return False
    return True


def _takes(words: list[str], options: dict[str, int]) -> bool:
    while words:
        if words[0] not in options or len(words) <= options[words[0]]:
            return False
        words = words[1 + options[words[0]] :]
    return True


def read_names(state: State, node: Node) -> bool:
    """`ip dns ...`: the resolvers and the domain of the switch itself."""
    draft = state.draft
    on = node.words[0] != "no"
    match node.words if on else node.words[1:]:
        case ["ip", "dns", "server-address", host, *options]:
            if not on:
                if host in draft.dns:
                    draft.dns.remove(host)
                return True
            vrf = state.take_vrf(options, node.line)
            draft.dns.append(host)
            state.asked.append(Asked("dns", host, vrf, "udp", _DNS_PORT, node.line))
        case ["ip", "dns", "domain-name" | "domain-list" | "host", *_]:
            draft.keep(node)
        case _:
            return False
    return True


def read_log(state: State, node: Node) -> bool:
    """`logging HOST [udp|tcp|tls [PORT]] [severity S] [vrf V] [include-auditable-events] ...`."""
    draft = state.draft
    if _LOGGING_SETTING.match(node.text):
        draft.keep(node)
        return True
    match node.words:
        case ["no", "logging", host, *_]:
            draft.syslog.pop(host, None)
            draft.syslog_ports.pop(host, None)
            return True
        case ["logging", host, *rest]:
            pass
        case _:
            return False
    transport = "udp"
    if rest and rest[0] in _SYSLOG_PORTS:
        transport, rest = rest[0], rest[1:]
    port = whole_number(rest[0]) if rest else None
    if port is not None:
        rest = rest[1:]
    scope, vrf = f"logging {host}", ""
    draft.begin(scope, node.line)
    while rest:
        match rest:
            case ["vrf", *_] if len(rest) > 1:
                vrf = state.take_vrf(rest, node.line)
                rest = rest[2:]
            case [
                "severity" | "filter" | "rate-limit-burst" | "rate-limit-interval" | "auth-mode" as word,
                value,
                *_,
            ]:
                draft.settings.append(ObservedSetting(scope, f"{word} {value}", node.line))
                rest = rest[2:]
            case ["include-auditable-events" | "legacy-tls-renegotiation" as word, *_]:
                draft.settings.append(ObservedSetting(scope, word, node.line))
                rest = rest[1:]
            case _:
                return False
    asked = Asked("syslog", host, vrf, transport, port or _SYSLOG_PORTS[transport], node.line)
    if transport != "udp":
        asked.protocol = "tcp"
        state.asked.append(asked)
    elif vrf:
        asked.protocol = ""
        state.asked.append(asked)
    draft.syslog[host] = transport
    draft.syslog_ports[host] = port or _SYSLOG_PORTS[transport]
    return True


def signed(state: State) -> tuple[str, ...]:
    """The NTP servers that are believed only with a signature by a trusted key."""
    draft = state.draft
    for host, (key, line) in state.ntp_signed.items():
        if key not in state.ntp_keys:
            draft.object_to(line, f"NTP key {key} of {host} is not defined")
        elif not state.ntp_keys[key][2]:
            draft.object_to(line, f"NTP key {key} of {host} is not trusted")
    if not state.ntp_authenticates:
        return ()
    return tuple(
        host
        for host in draft.ntp
        if host in state.ntp_signed and state.ntp_keys.get(state.ntp_signed[host][0], ("", "", False))[2]
    )


def read_flow(state: State, node: Node) -> bool:
    """`sflow`, its collectors and its agent."""
    on = node.words[0] != "no"
    match node.words if on else node.words[1:]:
        case ["sflow"]:
            state.sflow_on = on
        case ["sflow", "disable"] if on:
            state.sflow_on = False
        case ["sflow", "collector", host, *rest]:
            port = whole_number(rest[1]) if rest[:1] == ["port"] and len(rest) > 1 else None
            state.take_vrf(rest, node.line)
            if on:
                state.collectors.append((host, port or _SFLOW_PORT, node.line))
            else:
                state.collectors = [each for each in state.collectors if each[0] != host]
        case ["sflow", "agent-ip", address]:
            state.sflow_agent = address if on else ""
        case ["sflow", "sampling" | "polling" | "header-size" | "max-datagram-size" | "mode", *_]:
            state.draft.keep(node)
        case _:
            return False
    return True


def flows(state: State) -> tuple[tuple[str, str, int], ...]:
    """Where flow records go."""
    if state.collectors and not (state.sflow_on and state.sflow_agent):
        state.draft.object_to(
            state.collectors[0][2], "sFlow has a collector and is not on, or has no agent address"
        )
        return ()
    return tuple(("sflow", host, port) for host, port, _ in state.collectors)
