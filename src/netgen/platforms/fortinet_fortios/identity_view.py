"""People: the accounting that says who is behind which address, and the groups that policies name."""

from __future__ import annotations

import msgspec

from netgen.device import Identity, UserGroup
from netgen.platforms.fortinet_fortios import names
from netgen.values import placeholder

#: FortiOS 7.4 CLI schema, user radius: defaults of sso-attribute and rsso-context-timeout.
_ATTRIBUTES = {"class": "", "filter-id": "Filter-Id"}
_USUAL_TIMEOUT = 28_800


class SenderView(msgspec.Struct, frozen=True):
    """A server whose accounting is believed."""

    number: int
    host: str


class IdentityView(msgspec.Struct, frozen=True):
    """RADIUS single sign-on. FortiOS prints no defaults: `attribute` is "" for Class, `timeout_s` 0 for eight hours."""

    secret: str
    attribute: str
    timeout_s: int
    senders: tuple[SenderView, ...]
    origin: str


class UserGroupView(msgspec.Struct, frozen=True):
    """A group of people, known by the value of the attribute."""

    name: str
    value: str
    origin: str


def identity_views(identity: Identity | None) -> tuple[IdentityView, ...]:
    """The one source of identities, if there is one."""
    if identity is None:
        return ()
    return (
        IdentityView(
            secret=placeholder(identity.secret),
            attribute=_ATTRIBUTES[identity.attribute],
            timeout_s=0 if identity.forget_s == _USUAL_TIMEOUT else identity.forget_s,
            senders=tuple(SenderView(number, host) for number, host in enumerate(identity.senders, start=1)),
            origin=identity.origin,
        ),
    )


def user_group_views(groups: tuple[UserGroup, ...]) -> tuple[UserGroupView, ...]:
    """The groups by name."""
    return tuple(
        UserGroupView(names.user_group_name(item.name), names.plain(item.value), item.origin)
        for item in sorted(groups, key=lambda item: item.name)
    )
