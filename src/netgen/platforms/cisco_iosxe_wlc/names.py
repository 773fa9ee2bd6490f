"""How a Catalyst 9800 spells what a Device asks for: security modes, bands, rates, tags, filters."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from zlib import crc32

#: AAA lists of the wireless side; the group of servers is the one of the administrators.
AAA_LIST = "NETGEN-WIRELESS"

#: Modes that ask RADIUS for each client.
ENTERPRISE = frozenset(("wpa3-enterprise", "wpa3-enterprise-transition", "wpa2-enterprise"))
#: Modes with a passphrase.
PERSONAL = frozenset(("wpa3-personal", "wpa3-personal-transition", "wpa2-personal"))
#: Modes without WPA2, the only ones that 6 GHz knows.
WITHOUT_WPA2 = frozenset(("wpa3-enterprise", "wpa3-personal", "enhanced-open"))
#: Modes that know WPA2 alone.
WPA2_ALONE = frozenset(("wpa2-enterprise", "wpa2-personal"))

#: Band of the inventory -> word of IOS-XE.
BANDS = {"2.4": "24ghz", "5": "5ghz", "6": "6ghz"}

#: Data rates of a band in Mbit/s -> word; what a running configuration always prints is in ALWAYS_SAID.
_OFDM: dict[float, str] = {6: "6M", 9: "9M", 12: "12M", 18: "18M", 24: "24M", 36: "36M", 48: "48M", 54: "54M"}
RATES: dict[str, dict[float, str]] = {
    "2.4": {1: "1M", 2: "2M", 5.5: "5_5M", 11: "11M", **_OFDM},
    "5": dict(_OFDM),
    "6": dict(_OFDM),
}
ALWAYS_SAID = frozenset((6, 12, 24))

#: Channels that the controller chooses from when nobody says otherwise.
DEFAULT_CHANNELS: dict[str, tuple[int, ...]] = {
    "2.4": (1, 6, 11),
    "5": (36, 40, 44, 48, 52, 56, 60, 64, 100, 104, 108, 112, 116, 120, 124, 128, 132, 136, 140),
    "6": (),
}

#: An access point joins one site tag; FlexConnect shares roaming keys among so many of them.
FLEX_SITE_LIMIT = 100
#: The filter's expression in the model of 17.12: at most so many characters.
_REGEX_LENGTH = 128

#: WLAN ids are 1 to 4096; those up to 16 are also in the maker's own policy tag.
_FIRST_ID, _LAST_ID = 17, 4096


def quoted(text: str) -> str:
    """A text as a running configuration prints it: in quotes when it has spaces."""
    return f'"{text}"' if " " in text else text


def flex_vlan(vlan: int) -> str:
    """The name of a VLAN in the flex profile."""
    return f"vlan{vlan}"


def wlan_ids(names: tuple[str, ...]) -> dict[str, int]:
    """A WLAN id for each name, from the name itself, so that a new WLAN renumbers no other.

    >>> wlan_ids(("guest", "staff"))["staff"] == wlan_ids(("guest", "iot", "staff"))["staff"]
    True
    """
    size = _LAST_ID - _FIRST_ID + 1
    taken: dict[int, str] = {}
    for name in sorted(names):
        number = crc32(name.encode()) % size
        while number in taken:
            number = (number + 1) % size
        taken[number] = name
    return {name: _FIRST_ID + number for number, name in taken.items()}


def site_filter(hostnames: tuple[str, ...]) -> str:
    """A regular expression that the names of all access points of a site match: what they begin with.

    >>> site_filter(("oak-ap-main-1-7", "oak-ap-hall-1-2"))
    '^oak-ap-.*'
    """
    # The last word, a port, is never part of it, so that the only access point of a site is found too.
    places = list(_words(hostnames))[:-1]
    start = "".join(f"{words[0]}-" for words in takewhile(_is_one, places))
    return f"^{start}.*"[:_REGEX_LENGTH]


def group_filter(hostnames: tuple[str, ...]) -> str:
    """One that matches the names of a group and no longer ones, since `main-2` also begins with `main`.

    >>> group_filter(("oak-ap-main-1-7", "oak-ap-main-1-8", "oak-ap-main-2-8"))
    '^oak-ap-main-[^-]+-[^-]+$'
    """
    words = (words[0] if _is_one(words) else "[^-]+" for words in _words(hostnames))
    return f"^{'-'.join(words)}$"[:_REGEX_LENGTH]


def _words(hostnames: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """First words, second words, and so on, as far as every name has one."""
    return zip(*(hostname.split("-") for hostname in hostnames), strict=False)


def _is_one(words: tuple[str, ...]) -> bool:
    return len(set(words)) == 1
