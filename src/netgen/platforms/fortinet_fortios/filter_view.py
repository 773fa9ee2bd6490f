"""Web filters: FortiGuard categories, the restricted mode of YouTube, and domains that are refused by name.

Domains that a filter allows are not rendered: FortiOS asks its own ratings and URL exemptions before FortiGuard's
(administration guide, "Web rating override"), so one of them would also open what FortiGuard lists as illegal.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from netgen.device import WebFilter
from netgen.platforms.fortinet_fortios import names
from netgen.platforms.fortinet_fortios.web_categories import fortiguard_actions

#: FortiOS 7.4 restricts YouTube strictly wherever it enforces safe search, and prints no defaults.
_USUAL_VIDEO = "strict"


class CategoryView(msgspec.Struct, frozen=True):
    """What happens to one FortiGuard category.

    FortiOS prints no defaults: category 0 (unrated) stays unsaid, and so does monitoring (`action` "").
    """

    row: int
    category: int
    action: str


class DomainView(msgspec.Struct, frozen=True):
    """A row of a list of domains; `type` is "" for a simple one, which FortiOS does not print."""

    row: int
    place: str
    type: str


class FilterView(msgspec.Struct, frozen=True):
    """One filter as a web filter profile and a DNS filter profile of the same categories.

    `refused` are the rows of the lists `number`, of URLs and of domains. `video` is the restricted mode as far as it is
    said; it goes with safe search alone.
    """

    web_name: str
    dns_name: str
    comment: str
    categories: tuple[CategoryView, ...]
    safe_search: bool
    video: str
    number: int
    url_list: str
    domain_list: str
    refused: tuple[DomainView, ...]
    origin: str


@lru_cache(maxsize=64)
def filter_views(filters: tuple[WebFilter, ...]) -> tuple[FilterView, ...]:
    """The filters by name, illegal categories always blocked."""
    return tuple(
        FilterView(
            web_name=names.web_filter_name(item.name),
            dns_name=names.dns_filter_name(item.name),
            comment=names.plain(item.title),
            categories=tuple(
                CategoryView(row, category, "" if action == "monitor" else action)
                for row, category, action in fortiguard_actions(item.block, item.monitor)
            ),
            safe_search=item.safe_search,
            video=item.video if item.safe_search and item.video != _USUAL_VIDEO else "",
            number=names.list_number(item.name),
            url_list=names.url_list_name(item.name),
            domain_list=names.domain_list_name(item.name),
            refused=_refused(item.deny),
            origin=item.origin,
        )
        for item in sorted(filters, key=lambda item: item.name)
    )


def _refused(domains: tuple[str, ...]) -> tuple[DomainView, ...]:
    """Each domain itself, and all below it."""
    places = [form for domain in sorted(domains) for form in ((domain, ""), (f"*.{domain}", "wildcard"))]
    return tuple(DomainView(row, place, kind) for row, (place, kind) in enumerate(places, start=1))
