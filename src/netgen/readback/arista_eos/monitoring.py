"""Signed time and flow samples of EOS.

Source: Arista's published validated configurations and data model (ntp, sflow). A switch samples all its ports to
every destination as soon as sFlow runs; the port of a destination is 6343 without one.
"""

from __future__ import annotations

from netgen.readback.arista_eos.draft import EosDraft
from netgen.readback.indented import Node, number_list, whole_number
from netgen.readback.port_draft import PortDraft

_SFLOW_PORT = 6343


def read_global(draft: EosDraft, node: Node) -> bool:
    """`ntp authenticate`, `ntp trusted-key`, `ntp authentication-key`, `sflow ...`."""
    on = node.words[0] != "no"
    match node.words if on else node.words[1:]:
        case ["ntp", "authenticate", *which] if which in ([], ["servers"]):
            draft.ntp_authenticates = on
        case ["ntp", "trusted-key", *text] if listed := number_list("".join(text)):
            (draft.ntp_trusted.update if on else draft.ntp_trusted.difference_update)(listed)
        case ["ntp", "authentication-key", number, algorithm, *rest] if on and rest and number.isdigit():
            draft.ntp_keys.append((int(number), algorithm, rest[-1]))
            draft.secrets.append((f"ntp key {number}", rest[-1]))
        case ["sflow", "run"]:
            draft.sflow_on = on
        case ["sflow", "vrf", vrf, "destination", host, *port] if on:
            if vrf != "default":
                draft.use_vrf(vrf, node.line)
            _collect(draft, host, port)
        case ["sflow", "destination", host, *port] if on:
            _collect(draft, host, port)
        case _:
            return False
    return True


def _collect(draft: EosDraft, host: str, port: list[str]) -> None:
    draft.collectors.append(("sflow", host, (whole_number(port[0]) if port else None) or _SFLOW_PORT))


def read_port(draft: EosDraft, port: PortDraft, node: Node, words: list[str], *, on: bool) -> bool:
    """`sflow enable`; the words are without `no`."""
    if words != ["sflow", "enable"]:
        return False
    draft.socket(port.name).samples = on
    if not on:
        draft.object_to(node.line, f"{port.name} is left out of the samples")
    return True


def signed_servers(draft: EosDraft) -> tuple[str, ...]:
    """The servers that are believed only with a key which is there and trusted."""
    known = {number for number, _, _ in draft.ntp_keys}
    for host, number, line in draft.ntp_key_uses:
        if number not in known:
            draft.object_to(line, f"NTP key {number} of {host} is not defined")
        elif number not in draft.ntp_trusted:
            draft.object_to(line, f"NTP key {number} of {host} is not trusted")
    good = known & draft.ntp_trusted
    return tuple(host for host, number, _ in draft.ntp_key_uses if number in good and draft.ntp_authenticates)


def exports(draft: EosDraft) -> tuple[tuple[str, str, int], ...]:
    """Where samples go."""
    return tuple(draft.collectors) if draft.sflow_on else ()
