"""Domains that stand for far more than one site."""

from __future__ import annotations

#: Second-level domains under which others register (Nominet's rules, and those of the JISC and of gov.uk).
_SUFFIXES = frozenset(
    f"{name}.uk"
    for name in (
        "ac", "co", "gov", "judiciary", "ltd", "me", "mod", "net", "nhs", "org", "parliament", "plc", "police", "sch",
    )
)  # fmt: skip


def is_suffix(domain: str) -> bool:
    """True if others register below it: a top-level domain, or `sch.uk`."""
    return "." not in domain or domain in _SUFFIXES


def is_address(domain: str) -> bool:
    """True for what ends in a number, as an address does and no domain (RFC 3696, section 2)."""
    return domain.rpartition(".")[2].isdigit()
