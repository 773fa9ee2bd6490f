"""Signed time and flow records of IOS-XE.

Source: IOS-XE running configurations; the 17.12.1 native model (ntp, flow). An exporter speaks NetFlow version 9 unless
it says `export-protocol ipfix`, and sends nothing before a monitor with it stands on an interface.
"""

from __future__ import annotations

from netgen.readback.cisco_iosxe.draft import IosDraft
from netgen.readback.indented import Node, number_list, whole_number
from netgen.readback.port_draft import PortDraft

_PROTOCOLS = {"netflow-v9": "netflow", "netflow-v5": "netflow", "ipfix": "ipfix"}
_DEFAULT_PORT = 9995


def read_ntp(draft: IosDraft, words: list[str], *, on: bool) -> bool:
    """`ntp authenticate`, `ntp trusted-key`, `ntp authentication-key`; the words are without `no`."""
    match words:
        case ["ntp", "authenticate"]:
            draft.ntp_authenticates = on
        case ["ntp", "trusted-key", *text] if listed := number_list("".join(text)):
            (draft.ntp_trusted.update if on else draft.ntp_trusted.difference_update)(listed)
        case ["ntp", "authentication-key", number, algorithm, *rest] if on and rest and number.isdigit():
            draft.ntp_keys.append((int(number), algorithm, rest[0]))
            draft.secrets.append((f"ntp key {number}", rest[0]))
        case _:
            return False
    return True


def signed_servers(draft: IosDraft) -> tuple[str, ...]:
    """The servers that are believed only with a key which is there and trusted."""
    known = {number for number, _, _ in draft.ntp_keys}
    for host, number, line in draft.ntp_key_uses:
        if number not in known:
            draft.object_to(line, f"NTP key {number} of {host} is not defined")
        elif number not in draft.ntp_trusted:
            draft.object_to(line, f"NTP key {number} of {host} is not trusted")
    good = known & draft.ntp_trusted
    return tuple(host for host, number, _ in draft.ntp_key_uses if number in good and draft.ntp_authenticates)


def read_flow(draft: IosDraft, node: Node) -> bool:
    """`flow exporter` and `flow monitor`; a record only says what is counted."""
    match node.words:
        case ["flow", "exporter", name]:
            _read_exporter(draft, name, node)
        case ["flow", "monitor", name]:
            draft.monitors[name] = []
            for child in draft.lines(node):
                match child.words:
                    case ["exporter", exporter]:
                        draft.monitors[name].append(exporter)
                        if exporter not in draft.exporters:
                            draft.object_to(child.line, f"flow exporter {exporter} is not defined")
                    case ["record", *_] | ["cache", *_] | ["description", *_]:
                        pass
                    case _:
                        draft.skip(child)
        case ["flow", "record", _]:
            for child in draft.lines(node):
                if child.words[0] not in ("match", "collect", "description"):
                    draft.skip(child)
        case _:
            return False
    return True


def _read_exporter(draft: IosDraft, name: str, node: Node) -> None:
    host, port, kind = "", _DEFAULT_PORT, "netflow"
    for child in draft.lines(node):
        match child.words:
            case ["destination", address, *more]:
                host = address
                if "vrf" in more[:-1]:
                    draft.use_vrf(more[more.index("vrf") + 1], child.line)
            case ["transport", "udp", number] if (value := whole_number(number)) is not None:
                port = value
            case ["export-protocol", word] if word in _PROTOCOLS:
                kind = _PROTOCOLS[word]
            case ["source", _] | ["description", *_] | ["template", "data", "timeout", _] | ["option", *_]:
                pass
            case ["ttl", _] | ["dscp", _]:
                pass
            case _:
                draft.skip(child)
    draft.exporters[name] = (kind, host, port)


def read_port(draft: IosDraft, port: PortDraft, node: Node, words: list[str], *, on: bool) -> bool:
    """`ip flow monitor NAME [sampler S] input`; the words are without `no`."""
    match words:
        case ["ip" | "ipv6" | "datalink", "flow", "monitor", name, *_]:
            monitors = draft.socket(port.name).monitors
            (monitors.add if on else monitors.discard)(name)
            draft.monitor_uses.append((name, node.line))
            return True
        case _:
            return False


def exports(draft: IosDraft) -> tuple[tuple[str, str, int], ...]:
    """Where flow records go, of monitors that stand on a live interface."""
    for name, line in draft.monitor_uses:
        if name not in draft.monitors:
            draft.object_to(line, f"flow monitor {name} is not defined")
    live = {
        name
        for port, own in draft.sockets.items()
        if not (port in draft.ports and draft.ports[port].shutdown)
        for name in own.monitors
    }
    used = [exporter for name, exporters in draft.monitors.items() if name in live for exporter in exporters]
    return tuple(dict.fromkeys(draft.exporters[name] for name in used if name in draft.exporters))
