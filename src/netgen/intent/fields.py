"""Field types of the inventory: each turns YAML text into a checked value, or says what is wrong.

A validator raises PydanticCustomError with a netgen code; the loader adds file, line and column.
"""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, InstanceOf, WithJsonSchema
from pydantic_core import PydanticCustomError

from netgen.values import HOSTNAME, NAME, Prefix, SecretRef, parse_address, parse_prefix, printable_problem


class Model(BaseModel):
    """Base of every inventory model: unknown keys are errors, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def problem(code: str, message: str, help_: str) -> PydanticCustomError:
    """A validation error that keeps its netgen code and its advice."""
    safe = {"help": help_.replace("{", "(").replace("}", ")")}
    return PydanticCustomError(code, message.replace("{", "(").replace("}", ")"), safe)


def _name(value: str) -> str:
    if not NAME.match(value) or len(value) > 24:
        code = "INV031"
        raise problem(
            code,
            f"`{_shown(value)}` is not a name",
            "use at most 24 lower-case letters, digits and single dashes, starting with a letter",
        )
    return value


def _host(value: str) -> str:
    if not HOSTNAME.match(value):
        raise problem(
            "INV031", f"`{_shown(value)}` is not a host name", "use lower-case letters, digits and dashes"
        )
    return value


def _label(value: str) -> str:
    reason = printable_problem(value)
    if reason:
        raise problem(
            "INV032",
            f"text {reason}",
            "leave out characters that a device could read as a command",
        )
    return value


def _prefix(value: str) -> Prefix:
    try:
        return parse_prefix(value)
    except ValueError as error:
        code = "ADR002" if "host bits" in str(error) else "ADR001"
        raise problem(
            code, str(error), "write the network address and its length, such as 10.20.0.0/16"
        ) from error


def _address(value: str) -> str:
    try:
        return parse_address(value)
    except ValueError as error:
        raise problem("ADR001", str(error), "write one IP address, such as 10.20.0.1") from error


def _host_or_address(value: str) -> str:
    if re.match(r"[0-9.]+\Z", value) or ":" in value:
        return _address(value)
    return _fqdn(value)


_FQDN = re.compile(
    r"(?=.{1,253}\Z)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*\Z"
)


def _fqdn(value: str) -> str:
    if not _FQDN.match(value):
        raise problem(
            "INV031", f"`{_shown(value)}` is not a domain name", "use dot-separated lower-case labels"
        )
    return value


_RATE = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,6})?)([MG])\Z")


def _rate(value: object) -> int:
    """`900M` or `1.5G` as kbit/s."""
    match = _RATE.match(str(value))
    if not match or float(match[1]) == 0:
        raise problem(
            "INV033", f"`{_shown(str(value))}` is not a data rate", "write a number with M or G, such as 900M"
        )
    return int(float(match[1]) * (1000 if match[2] == "M" else 1_000_000))


def _secret(value: str) -> SecretRef:
    try:
        return SecretRef(value)
    except ValueError as error:
        raise problem(
            "INV034",
            "a secret is written in clear, or its reference is malformed",
            "store it outside the inventory and write secret://env/NAME, secret://vault/path or another store",
        ) from error


def _secret_per_site(value: str) -> str:
    _secret(value.replace("<site>", "site"))
    return value


def _secret_per_platform(value: str) -> str:
    _secret(value.replace("<platform>", "platform"))
    return value


def _ssid(value: str) -> str:
    _label(value)
    if len(value.encode()) > 32:
        raise problem(
            "WLN001", f"SSID `{value}` is longer than 32 bytes", "shorten it (IEEE 802.11 allows 32)"
        )
    return value


_HOSTS = re.compile(r"([0-9]{1,7}(?:\.[0-9]{1,6})?)(?: per ([a-z][a-z-]*))?\Z")


def _hosts(value: object) -> tuple[float, str]:
    """`1.5 per staff` as (1.5, "staff"); `60` as (60.0, "")."""
    match = _HOSTS.match(str(value))
    if not match:
        raise problem(
            "INV035", f"`{_shown(str(value))}` is not a number of hosts", "write 60, or 1.5 per staff"
        )
    return float(match[1]), match[2] or ""


def _as_list(value: Any) -> Any:
    """One name where a list is allowed."""
    return [value] if isinstance(value, str) else value


def _shown(text: str) -> str:
    """A value inside a message: short, one line, printable."""
    clean = "".join(character if " " <= character <= "~" else "." for character in text)
    return clean if len(clean) <= 40 else clean[:37] + "..."


def _vlan(value: int) -> int:
    if not 2 <= value <= 4094:
        raise problem(
            "VLN001",
            f"VLAN id {value} cannot be used",
            "choose 2 to 4094: 0 and 4095 are reserved, 1 is the default VLAN",
        )
    return value


Name = Annotated[str, AfterValidator(_name)]
Host = Annotated[str, AfterValidator(_host)]
Label = Annotated[str, Field(max_length=64), AfterValidator(_label)]
LongLabel = Annotated[str, Field(max_length=200), AfterValidator(_label)]
_TEXT = WithJsonSchema({"type": "string"})
PrefixField = Annotated[InstanceOf[Prefix], BeforeValidator(lambda value: _prefix(str(value))), _TEXT]
Address = Annotated[str, AfterValidator(_address)]
HostOrAddress = Annotated[str, AfterValidator(_host_or_address)]
Fqdn = Annotated[str, AfterValidator(_fqdn)]
Rate = Annotated[int, BeforeValidator(_rate), _TEXT]
Secret = Annotated[str, AfterValidator(_secret)]
SecretPerPlatform = Annotated[str, AfterValidator(_secret_per_platform)]
SecretPerSite = Annotated[str, AfterValidator(_secret_per_site)]
Ssid = Annotated[str, AfterValidator(_ssid)]
Hosts = Annotated[
    tuple[float, str],
    BeforeValidator(_hosts),
    WithJsonSchema(
        {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": _HOSTS.pattern.replace("\\Z", "$")}]}
    ),
]
Vlan = Annotated[int, AfterValidator(_vlan)]
Names = Annotated[
    tuple[Name, ...],
    BeforeValidator(_as_list),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
