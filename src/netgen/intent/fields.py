"""Field types of the inventory: each turns YAML text into a checked value, or says what is wrong.

A validator raises PydanticCustomError with a netgen code; the loader adds file, line and column.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, InstanceOf, WithJsonSchema
from pydantic_core import PydanticCustomError

from netgen.values import (
    DSCP,
    HOSTNAME,
    NAME,
    Prefix,
    SecretRef,
    parse_address,
    parse_prefix,
    printable_problem,
)


class Model(BaseModel):
    """Base of every inventory model: unknown keys are errors, values do not change.

    Its validator is built when first asked for: those of a file's model contain all others.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


def problem(code: str, message: str, help_: str) -> PydanticCustomError:
    """A validation error that keeps its netgen code and its advice."""
    safe = {"help": help_.replace("{", "(").replace("}", ")")}
    return PydanticCustomError(code, message.replace("{", "(").replace("}", ")"), safe)


@lru_cache(maxsize=4096)
def _name(value: str) -> str:
    """Roles, segments and circuits have the same few names at every site."""
    if not NAME.match(value) or len(value) > 24:
        code = "INV031"
        raise problem(
            code,
            f"{written(value)} is not a name",
            "use at most 24 lower-case letters, digits and single dashes, starting with a letter",
        )
    return value


def _host(value: str) -> str:
    if not HOSTNAME.match(value):
        raise problem(
            "INV031", f"{written(value)} is not a host name", "use lower-case letters, digits and dashes"
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


def _prefix(given: object) -> Prefix:
    if isinstance(given, (list, dict)):
        message = f"{written(given)} is not an IP prefix"
        raise problem("ADR001", message, "write the network address and its length, such as 10.20.0.0/16")
    value = str(given or "")
    try:
        return parse_prefix(value)
    except ValueError as error:
        code = "ADR002" if "host bits" in str(error) else "ADR001"
        raise problem(
            code,
            str(error).replace(value, shown(value)) if value else "no prefix is written",
            "write the network address and its length, such as 10.20.0.0/16",
        ) from error


def _address(value: str) -> str:
    try:
        return parse_address(value)
    except ValueError as error:
        message = f"`{shown(value)}` is not an IP address" if value else "no address is written"
        raise problem("ADR001", message, "write one IP address, such as 10.20.0.1") from error


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
            "INV031", f"{written(value)} is not a domain name", "use dot-separated lower-case labels"
        )
    return value


def _no_address(value: str) -> str:
    """The last label of a name is never a number (RFC 1123); an address has the same form."""
    if value.rpartition(".")[2].isdigit():
        raise problem("INV031", f"{written(value)} is not a domain name", "write a name, not an address")
    return value


_RATE = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,6})?)([MG])\Z")


#: kbit/s: below, devices round to none at all, which means no limit; above, no port is as fast.
_SLOWEST, _FASTEST = 64, 400_000_000


def _rate(value: object) -> int:
    """`900M` or `1.5G` as kbit/s."""
    match = _RATE.match(str(value))
    kbps = int(float(match[1]) * (1000 if match[2] == "M" else 1_000_000)) if match else 0
    if not match or kbps == 0:
        raise problem(
            "INV033", f"{written(value)} is not a data rate", "write a number with M or G, such as 900M"
        )
    if not _SLOWEST <= kbps <= _FASTEST:
        raise problem("INV033", f"{written(value)} is no rate that a device can keep", "write 0.064M to 400G")
    return kbps


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


def _day(value: object) -> object:
    """Only year-month-day: pydantic would also read `0` as 1970 and a time of day as its day."""
    if isinstance(value, str) and not _DAY.match(value):
        code = "date_form"  # the loader words it as every date that pydantic refuses
        raise PydanticCustomError(code, "not a date")
    return value


def _banner(value: str) -> str:
    """EOF alone ends the banner on Arista, and what follows would be a command."""
    if value.strip().upper() == "EOF":
        raise problem("INV032", f"banner `{shown(value)}` ends itself on a switch", "write a sentence")
    return value


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
            "WLN001", f"SSID `{shown(value)}` is longer than 32 bytes", "shorten it (IEEE 802.11 allows 32)"
        )
    return value


_HOSTS = re.compile(r"([0-9]{1,7}(?:\.[0-9]{1,6})?)(?: per ([a-z][a-z-]*))?\Z")


def _hosts(value: object) -> tuple[float, str]:
    """`1.5 per staff` as (1.5, "staff"); `60` as (60.0, "")."""
    match = _HOSTS.match(str(value))
    if not match:
        raise problem("INV035", f"{written(value)} is not a number of hosts", "write 60, or 1.5 per staff")
    return float(match[1]), match[2] or ""


def _refuse_nothing(kind: str) -> BeforeValidator:
    """A key with nothing behind it was forgotten, or all below it is a comment: that is not the same as left out."""

    def check(value: object) -> object:
        if value is None:
            raise PydanticCustomError(kind, "nothing is written")  # the loader words it
        return value

    return BeforeValidator(check)


def _as_list(value: Any) -> Any:
    """One name where a list is allowed."""
    return [value] if isinstance(value, str) else value


def shown(text: str) -> str:
    """A value inside a message: short, one line, plain ASCII.

    A letter that only looks like another is named: a reader cannot tell Cyrillic U+0430 from `a`.
    """
    clean = "".join(c if " " <= c <= "~" else f"<U+{ord(c):04X}>" for c in text[:41])
    return clean if len(clean) <= 40 else clean[:37] + "..."


def written(value: object) -> str:
    """Any value as the subject of a message."""
    if isinstance(value, (list, dict)):
        return "a list" if isinstance(value, list) else "a set of keys and values"
    return f"`{shown(str(value))}`" if value not in (None, "") else "nothing"


def _vlan(value: int) -> int:
    if not 2 <= value <= 4094:
        raise problem(
            "VLN001",
            f"VLAN id {value} cannot be used",
            "choose 2 to 4094: 0 and 4095 are reserved, 1 is the default VLAN",
        )
    return value


def _dscp(value: object) -> str:
    name = str(value).casefold()
    if name not in DSCP:
        raise problem(
            "INV037",
            f"{written(value)} is not a DSCP name",
            "write ef, af41, cs1, default or another name of RFC 4594",
        )
    return name


def _number_of(choices: tuple[int, ...], unit: str) -> AfterValidator:
    """Only these numbers; a Literal would compare them with the text that YAML gives."""

    def check(value: int) -> int:
        if value not in choices:
            known = ", ".join(map(str, choices))
            raise problem("INV038", f"{value} {unit} cannot be chosen", f"write one of {known}")
        return value

    return AfterValidator(check)


#: For what may be left out: if its key is there, so must be what belongs to it.
WRITTEN = _refuse_nothing("model_nothing")
WRITTEN_WORD = _refuse_nothing("string_type")
Name = Annotated[str, AfterValidator(_name)]
Host = Annotated[str, AfterValidator(_host)]
Label = Annotated[str, Field(max_length=64), AfterValidator(_label)]
LongLabel = Annotated[str, Field(max_length=200), AfterValidator(_label)]
Banner = Annotated[LongLabel, AfterValidator(_banner)]
Day = Annotated[date, BeforeValidator(_day)]
_TEXT = WithJsonSchema({"type": "string"})
PrefixField = Annotated[InstanceOf[Prefix], BeforeValidator(_prefix), _TEXT]
Address = Annotated[str, AfterValidator(_address)]
HostOrAddress = Annotated[str, AfterValidator(_host_or_address)]
Fqdn = Annotated[str, AfterValidator(_fqdn)]
DomainName = Annotated[Fqdn, AfterValidator(_no_address)]
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
Dscp = Annotated[str, BeforeValidator(_dscp), WithJsonSchema({"type": "string", "enum": sorted(DSCP)})]
ChannelWidth = Annotated[int, _number_of((20, 40, 80), "MHz")]
#: Rates of IEEE 802.11b and 802.11a/g that can be made the slowest.
BasicRate = Annotated[int, _number_of((1, 2, 6, 11, 12, 18, 24), "Mbit/s")]
_MAC = re.compile(r"[0-9a-f]{2}(:[0-9a-f]{2}){5}\Z")


def _mac(value: object) -> str:
    text = str(value).casefold().replace("-", ":")
    if not _MAC.match(text) or int(text[1], 16) & 1 or text == "00:00:00:00:00:00":
        raise problem(
            "INV039", f"{written(value)} is not a hardware address", "write it like 00:1a:2b:3c:4d:5e"
        )
    return text


HardwareAddress = Annotated[str, BeforeValidator(_mac), _TEXT]
Vlan = Annotated[int, AfterValidator(_vlan)]
Names = Annotated[
    tuple[Name, ...],
    BeforeValidator(_as_list),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
