"""Tunnels between sites and of people from elsewhere, in each vendor's words. Data from vendor documents alone.

Written apart from the templates on purpose: if a template says something else, the judge must notice.
"""

from __future__ import annotations

#: IKEv2 phase 1 word by (encryption, prf). FortiOS: an AEAD cipher carries its PRF in the word.
PHASE1: dict[str, dict[tuple[str, str], str]] = {
    "fortinet_fortios": {
        (cipher, prf): f"{cipher.replace('-', '')}-prf{prf}"
        for cipher in ("aes128-gcm", "aes256-gcm")
        for prf in ("sha256", "sha384", "sha512")
    },
    # Junos: AES-GCM brings its PRF along (CLI reference, prf-algorithm: aes-256-gcm has PRF-384 and no other).
    "juniper_junos": {("aes128-gcm", "sha256"): "aes-128-gcm", ("aes256-gcm", "sha384"): "aes-256-gcm"},
    # PAN-OS: the hash of an IKEv2 profile is the PRF.
    "paloalto_panos": {
        (f"aes{bits}-gcm", prf): f"aes-{bits}-gcm/{prf}"
        for bits in (128, 256)
        for prf in ("sha256", "sha384", "sha512")
    },
}
#: ESP word by encryption.
PHASE2: dict[str, dict[str, str]] = {
    "fortinet_fortios": {"aes128-gcm": "aes128gcm", "aes256-gcm": "aes256gcm"},
    "juniper_junos": {"aes128-gcm": "aes-128-gcm", "aes256-gcm": "aes-256-gcm"},
    "paloalto_panos": {"aes128-gcm": "aes-128-gcm", "aes256-gcm": "aes-256-gcm"},
}

#: What a platform's door for remote people is, and the ports (protocol, number) that must be open for it: IKE
#: (RFC 7296), or GlobalProtect, which is TLS and ESP in UDP 4501.
REMOTE_DOORS: dict[str, tuple[str, tuple[tuple[str, int], ...]]] = {
    "fortinet_fortios": ("ikev2", (("udp", 500), ("udp", 4500))),
    "paloalto_panos": ("globalprotect", (("tcp", 443), ("udp", 4501))),
}
#: The oldest TLS that such a door may speak.
REMOTE_TLS = frozenset({"tls1-2", "tls1-3"})

#: Platforms whose tunnel interface names the other end, and those whose IKE adds the routes to it.
NAMES_TUNNEL_PEER = frozenset({"fortinet_fortios"})
IKE_ADDS_ROUTES = frozenset({"fortinet_fortios", "juniper_junos"})
#: Platforms that tell a peer their address in a tunnel by IKE, which alone leads to a peer of unknown address.
TELLS_TUNNEL_ADDRESS = frozenset({"fortinet_fortios"})
#: Platforms that answer a routing protocol only on interfaces whose words say so, as `protocol:NAME`.
ANSWERS_PROTOCOLS_BY_NAME = frozenset({"juniper_junos"})
#: Platforms that hold what comes out of a routed tunnel against a list of prefixes: nothing else would tell sites
#: apart.
FILTERS_TUNNEL_SOURCES = frozenset({"juniper_junos"})

#: Platforms that look for the peer's name in the subject of its certificate: all tunnels to a box have the one name.
CHECKS_SUBJECT = frozenset({"fortinet_fortios"})
#: Platforms that open a tunnel for its first packet alone. Their own time, names and logs go through it all day.
OPENS_TUNNELS_FOR_TRAFFIC = frozenset({"paloalto_panos"})
