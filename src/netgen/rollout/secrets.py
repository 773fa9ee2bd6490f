"""Puts secrets into a text at the last moment, and keeps them out of everything that is written.

Placeholders (`NETGEN_SECRET.env.NAME.END`) name a store and a place. Values live in memory only.
"""

from __future__ import annotations

import base64
import json
import os
import re
import threading
from collections.abc import Iterable, Mapping
from importlib import import_module, util
from pathlib import Path
from urllib.parse import quote

from netgen.diagnostics import Diagnostic
from netgen.values import SecretRef
from netgen.values.secrets import PLACEHOLDER, reference_of

_BACKENDS = ("env", "file", "keyring", "vault", "sops")
_MASK = "<secret>"
_NEEDS = {
    "vault": "run `vault kv get` yourself and pass the value as an environment variable (secret://env/NAME)",
    "sops": "run `sops -d` yourself and pass the value as an environment variable (secret://env/NAME)",
}
#: Would end a word, a line or a quoted string on one of the platforms, so it could become a command.
_UNSAFE = re.compile(r"""[^!-~]|["?\\]""")


class SecretError(Exception):
    """A secret cannot be had. The message names the reference, never a value."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Carry every finding, so that all missing secrets are reported at once."""
        self.diagnostics = tuple(diagnostics)
        super().__init__("; ".join(item.message for item in self.diagnostics))


class SecretStore:
    """Finds values. `files` is the folder that `secret://file/...` is relative to."""

    def __init__(self, *, files: Path | None = None, environment: Mapping[str, str] | None = None) -> None:
        """Read from the given environment (the process's own by default)."""
        self._files = files
        self._environment = os.environ if environment is None else environment
        self.redactor = Redactor()

    def value(self, reference: str) -> str:
        """The secret behind `secret://backend/place`; SecretError says what is needed."""
        try:
            backend, _, place = SecretRef(reference).removeprefix("secret://").partition("/")
        except ValueError:
            # The text is not repeated: it may be the secret itself.
            raise _problem("(not shown)", "is no reference", f"use one of {', '.join(_BACKENDS)}") from None
        return self._read(backend, place, reference)

    def resolve(self, text: str) -> str:
        """The text with every placeholder replaced; SecretError lists all that cannot be had."""
        found: dict[str, str] = {}
        problems: list[Diagnostic] = []
        for body in sorted({match.group(1) for match in PLACEHOLDER.finditer(text)}):
            reference = reference_of(body)
            try:
                value = self.value(reference)
                if _UNSAFE.search(value):
                    raise _problem(
                        reference,
                        "holds a character that a device could take for the end of the value",
                        "use printable ASCII without spaces, double quotes, question marks and backslashes",
                    )
                found[body] = value
            except SecretError as error:
                problems.extend(error.diagnostics)
        if problems:
            raise SecretError(problems)
        return PLACEHOLDER.sub(lambda match: found[match.group(1)], text)

    def _read(self, backend: str, place: str, reference: str) -> str:
        if backend == "env":
            # Shells hold no name with a dash or a dot in it.
            typed = re.sub(r"[^A-Za-z0-9_]", "_", place)
            value = self._environment.get(place, "") or self._environment.get(typed, "")
            if not value:
                advice = f"set the environment variable {typed}"
                if typed != place:
                    advice += f" (also found as {place}, which a shell cannot set)"
                raise _problem(reference, "is not set", advice)
        elif backend == "file":
            value = self._from_file(place, reference)
        elif backend == "keyring":
            value = _from_keyring(place, reference)
        else:
            raise _problem(
                reference, f"is kept in {backend}, which netgen cannot read by itself", _NEEDS[backend]
            )
        self.redactor.learn(value)
        return value

    def _from_file(self, place: str, reference: str) -> str:
        if self._files is None:
            raise _problem(reference, "needs a folder of secret files", "name the folder with --secrets DIR")
        path = self._files / place
        if path.is_file():
            if not path.resolve().is_relative_to(self._files.resolve()):
                raise _problem(reference, "leads out of the secrets folder", "replace the link by the file")
            try:
                value = path.read_text(encoding="utf-8").rstrip("\n")
            except (OSError, UnicodeDecodeError):
                raise _problem(reference, "cannot be read", f"make {path} a readable text file") from None
            if value:
                return value
        raise _problem(reference, "is not there", f"write the value to a file {place} in {self._files}")


def _from_keyring(place: str, reference: str) -> str:
    if util.find_spec("keyring") is None:
        raise _problem(
            reference, "needs the Python package keyring", "install keyring, or use secret://env/NAME"
        )
    service, _, user = place.rpartition("/")
    value = import_module("keyring").get_password(service, user)
    if not value:
        raise _problem(reference, "is not in the keyring", f"run `keyring set {service} {user}`")
    return str(value)


def _problem(reference: str, what: str, advice: str) -> SecretError:
    return SecretError([Diagnostic("ROL030", f"secret {reference} {what}", path=reference, help=advice)])


class Redactor:
    """Removes every known secret value, and what looks like one on the platform, from a text."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._forms: set[str] = set()
        self._pattern: re.Pattern[str] | None = None
        self._guard = threading.Lock()

    def learn(self, value: str) -> None:
        """Remember a value in the spellings that libraries use in their messages."""
        forms = {value, quote(value, safe=""), json.dumps(value)[1:-1], repr(value)[1:-1]}
        forms.add(base64.b64encode(value.encode()).decode())
        with self._guard:
            self._forms |= {form for form in forms if form}
            ordered = sorted(self._forms, key=lambda form: (-len(form), form))
            self._pattern = re.compile("|".join(re.escape(form) for form in ordered))

    def redact(self, text: str) -> str:
        """The text without any known value."""
        return self._pattern.sub(_MASK, text) if self._pattern else text
