"""References to secrets. The model never holds a secret, only where it is kept.

`secret://env/NAME`, `secret://file/path/in/store`, `secret://keyring/service/user`,
`secret://vault/mount/path/key` and `secret://sops/file/key`. Rendered text carries a placeholder
that is legal in every vendor's syntax; only `rollout` puts the value in its place.
"""

from __future__ import annotations

import re
from typing import Self

_FORM = re.compile(
    r"(?!.*[/.]END(?:[/.]|\Z))secret://(env|file|keyring|vault|sops)/[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*\Z"
)


class SecretRef(str):
    """A checked `secret://backend/place` reference; the string itself is safe to print."""

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        """Accept only a well-formed reference; ValueError otherwise."""
        if not _FORM.match(text):
            msg = "not a secret reference: write secret://env/NAME or another store, never the secret itself"
            raise ValueError(msg)
        return super().__new__(cls, text)


def placeholder(reference: str) -> str:
    """The text that stands in a golden config for a secret, and for no other one.

    Letters, digits, dots, dashes and underscores only, so that it is one legal word on every
    platform; the push finds it again by its fixed frame. A `/` is written as a dot, a dot as two.

    >>> placeholder("secret://vault/network/radius")
    'NETGEN_SECRET.vault.network.radius.END'
    >>> placeholder("secret://file/oak.psk")
    'NETGEN_SECRET.file.oak..psk.END'
    """
    body = reference.removeprefix("secret://").replace(".", "..").replace("/", ".")
    return f"NETGEN_SECRET.{body}.END"


def reference_of(body: str) -> str:
    """The reference that a placeholder's body (group 1 of PLACEHOLDER) was made from.

    No part of a reference begins with a dot, so the last dot of an odd row of them is the slash.

    >>> reference_of("file.oak..psk")
    'secret://file/oak.psk'
    """

    def dots(found: re.Match[str]) -> str:
        pairs, slash = divmod(len(found[0]), 2)
        return "." * pairs + "/" * slash

    return "secret://" + re.sub(r"\.+", dots, body)


#: Finds every placeholder in a text. END is a word of its own, as in no accepted reference.
PLACEHOLDER = re.compile(r"NETGEN_SECRET\.([A-Za-z0-9._-]+?)\.END(?![A-Za-z0-9_-])")
