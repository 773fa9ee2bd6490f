"""Countries as address objects, and feeds as external resources.

FortiOS 7.4 administration guide, "Geography based addresses" and "External blocklist policy": policies name a feed of
addresses as an address; a feed of domains is a category (192 to 221) that DNS filters refuse.
"""

from __future__ import annotations

import msgspec

from netgen.device import RemoteList
from netgen.platforms.fortinet_fortios.filter_view import CategoryView

#: The category of feed 1 is the first that FortiOS leaves to external resources.
_FIRST_CATEGORY = 192
_MINUTES = {"five-minutes": 5, "hourly": 60, "daily": 1440}
#: FortiOS prints no defaults.
_USUAL_MINUTES = 5


class CountryView(msgspec.Struct, frozen=True):
    """An address object of all addresses of a country."""

    name: str
    code: str
    origin: str


class FeedView(msgspec.Struct, frozen=True):
    """An external resource; `category` is 0 for addresses, `minutes` 0 for the default."""

    name: str
    kind: str
    category: int
    url: str
    minutes: int
    origin: str


def country_views(lists: tuple[RemoteList, ...]) -> tuple[CountryView, ...]:
    """The countries by name."""
    return tuple(CountryView(item.name, item.source, item.origin) for item in lists if item.kind == "country")


def feed_views(lists: tuple[RemoteList, ...]) -> tuple[FeedView, ...]:
    """The feeds by name."""
    return tuple(
        FeedView(
            item.name,
            "domain" if item.kind == "domains" else "address",
            _category(item) if item.kind == "domains" else 0,
            item.source,
            0 if _MINUTES[item.refresh] == _USUAL_MINUTES else _MINUTES[item.refresh],
            item.origin,
        )
        for item in lists
        if item.kind != "country"
    )


def domain_rows(lists: tuple[RemoteList, ...]) -> tuple[CategoryView, ...]:
    """What every DNS filter refuses beside its own categories."""
    numbers = sorted(_category(item) for item in lists if item.kind == "domains")
    return tuple(CategoryView(number, number, "block") for number in numbers)


def _category(item: RemoteList) -> int:
    return _FIRST_CATEGORY + item.number - 1
