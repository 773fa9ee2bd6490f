"""IPv6 addresses and prefixes as texts write them, brought to one spelling (RFC 5952)."""

from __future__ import annotations

from ipaddress import IPv6Address, IPv6Interface, IPv6Network

#: Everything of the family.
EVERYTHING6 = "::/0"
_LINK_LOCAL = IPv6Network("fe80::/10")


def address6(text: str) -> str | None:
    """An address without a length; None when it is none.

    >>> address6("FD00:0::1")
    'fd00::1'
    """
    try:
        return str(IPv6Address(text)) if "%" not in text else None
    except ValueError:
        return None


def interface6(text: str) -> str | None:
    """An address with its length, host bits kept; None when it is none.

    >>> interface6("FD00::0001/64")
    'fd00::1/64'
    """
    if "/" not in text or "%" in text:
        return None
    try:
        return str(IPv6Interface(text))
    except ValueError:
        return None


def network6(text: str) -> str | None:
    """The network of an address with its length; None when it is none."""
    if "/" not in text or "%" in text:
        return None
    try:
        return str(IPv6Interface(text).network)
    except ValueError:
        return None


def is_link_local(text: str) -> bool:
    """True for an address of a link alone (RFC 4291), with or without a length."""
    try:
        return IPv6Interface(text).ip in _LINK_LOCAL
    except ValueError:
        return False
