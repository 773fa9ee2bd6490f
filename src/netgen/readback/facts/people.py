"""How a firewall comes to know whose traffic it sees."""

from __future__ import annotations

import msgspec


class ObservedIdentity(msgspec.Struct, frozen=True):
    """RADIUS accounting (RFC 2866) that tells the box who is behind which address.

    `user` and `group` are the attributes that name a person and the group, in small letters. Somebody of whom nothing
    is heard for `forget_s` seconds is unknown again, 0 for never; `ends_sessions`: so is somebody's traffic who left.
    `verifies`: only what is signed with `secret`, the raw word in the text, counts. `answers`: the sender is told that
    a record came.
    """

    name: str
    port: int
    user: str
    group: str
    forget_s: int
    verifies: bool
    ends_sessions: bool
    answers: bool
    secret: str
    line: int


class ObservedUserGroup(msgspec.Struct, frozen=True):
    """A group of people; kind: accounting (ObservedIdentity says who is in it, by `value`), else the vendor's word."""

    name: str
    kind: str
    value: str
    line: int
