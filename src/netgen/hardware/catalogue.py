"""All known hardware by the name people write, read from `data/*.yaml` and from a trust's own additions.

Reads: the packaged families and, if given, one more file or folder of the same form. Writes: Catalogue.
A trust's entry replaces a packaged one of the same name: a correction must not wait for a release.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec
import yaml

from netgen.diagnostics import Diagnostic, Span
from netgen.hardware.model import Hardware, NetworkModule, ports_of

if TYPE_CHECKING:
    from yaml import SafeLoader as _Loader
else:
    # The C loader reads the packaged files four times as fast; not every PyYAML is built with it.
    _Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_DATA = Path(__file__).parent / "data"
_T = TypeVar("_T")


class Family(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file of the catalogue: models, and the network modules they share."""

    models: tuple[Hardware, ...]
    network_modules: tuple[NetworkModule, ...] = ()


class Catalogue:
    """Look-up of hardware by model name or alias, in any case.

    `problems` holds what was wrong with a trust's own additions; a file with a problem adds nothing.
    """

    def __init__(self, models: Iterable[Hardware], problems: Iterable[Diagnostic] = ()) -> None:
        """Index the models; of two with one name the later one stands."""
        self._by_model: dict[str, Hardware] = {item.model: item for item in models}
        self._by_spelling: dict[str, Hardware] = {}
        for item in self._by_model.values():
            for alias in item.aliases:
                self._by_spelling[alias.casefold()] = item
        # Second, so that a model's own name is never lost to another model's alias.
        self._by_spelling.update({model.casefold(): item for model, item in self._by_model.items()})
        self.problems = tuple(problems)

    def __iter__(self) -> Iterator[Hardware]:
        return iter(self._by_model.values())

    def __len__(self) -> int:
        return len(self._by_model)

    def __contains__(self, name: str) -> bool:
        return self.get(name) is not None

    def get(self, model: str) -> Hardware | None:
        """The hardware people mean by this name; None if nobody has described it."""
        return self._by_model.get(model) or self._by_spelling.get(model.casefold())

    def nearest(self, name: str) -> str | None:
        """The known model name most like a wrong one, for a help line; None if nothing is close."""
        close = difflib.get_close_matches(name.casefold(), sorted(self._by_spelling), n=1, cutoff=0.6)
        return self._by_spelling[close[0]].model if close else None

    def models(self) -> tuple[str, ...]:
        """All model names, sorted; a switch with a fitted network module is listed as its own model."""
        return tuple(sorted(self._by_model))


def load_catalogue(extra: Path | None = None) -> Catalogue:
    """The packaged hardware, with a trust's own models from `extra` (a YAML file or a folder) on top.

    Mistakes in `extra` come back in `Catalogue.problems`. Mistakes in the packaged data are our bug and
    raise ValueError.
    """
    if extra is None:
        return _ACTIVE or _packaged()
    files = sorted(extra.rglob("*.yaml")) if extra.is_dir() else [extra]
    models = list(_packaged())
    modules = dict(_packaged_modules())
    problems: list[Diagnostic] = []
    for file in files:
        try:
            models.extend(_models_of(read_family(file), modules))
        except (OSError, ValueError, yaml.YAMLError) as error:
            problems.append(_problem(file, error))
    return Catalogue(models, problems)


_ACTIVE: Catalogue | None = None


def use_catalogue(catalogue: Catalogue | None) -> None:
    """Make a trust's own catalogue the one that `load_catalogue()` gives in this process; None for the packaged one.

    A command works on one trust; its worker processes inherit the choice.
    """
    global _ACTIVE  # noqa: PLW0603 - one trust a process
    _ACTIVE = catalogue


def read_family(file: Path) -> Family:
    """One catalogue file as data.

    Raises ValueError (also msgspec.ValidationError) for wrong content, yaml.YAMLError for broken YAML,
    OSError for an unreadable file.
    """
    with file.open(encoding="utf-8") as stream:
        content = yaml.load(stream, Loader=_StrictLoader)  # noqa: S506 - a SafeLoader that refuses duplicates
    family = msgspec.convert(content, Family)
    _once((item.model for item in family.models), "model")
    _once((item.name for item in family.network_modules), "network module")
    return family


@lru_cache(maxsize=1)
def _packaged() -> Catalogue:
    modules = _packaged_modules()
    return Catalogue(item for family in _packaged_families() for item in _models_of(family, modules))


@lru_cache(maxsize=1)
def _packaged_families() -> tuple[Family, ...]:
    families = tuple(read_family(file) for file in sorted(_DATA.glob("*.yaml")))
    _once((item.model for family in families for item in family.models), "model")
    return families


@lru_cache(maxsize=1)
def _packaged_modules() -> Mapping[str, NetworkModule]:
    return {item.name: item for family in _packaged_families() for item in family.network_modules}


def _models_of(family: Family, shared: Mapping[str, NetworkModule]) -> Iterator[Hardware]:
    """Each model, and each model with each network module it takes; the first module is the default."""
    modules = {**shared, **{item.name: item for item in family.network_modules}}
    for item in family.models:
        if not item.network_modules:
            yield _sound(item)
            continue
        unknown = [name for name in item.network_modules if name not in modules]
        if unknown:
            raise ValueError(f"{item.model} names the unknown network module {unknown[0]}")
        yield _fitted(item, modules[item.network_modules[0]], item.model)
        for name in item.network_modules:
            # The series prefix of the part number is not repeated: C9300-48P+NM-8X, not +C9300-NM-8X.
            short = name[name.index("NM-") :] if "NM-" in name else name
            yield _fitted(item, modules[name], f"{item.model}+{short}")


def _fitted(item: Hardware, module: NetworkModule, model: str) -> Hardware:
    fitted = msgspec.structs.replace(
        item,
        model=model,
        aliases=item.aliases if model == item.model else (f"{item.model}+{module.name}",),
        network_module=module.name,
        ports=item.ports + module.ports,
        source=tuple(dict.fromkeys(item.source + module.source)),
        unverified=tuple(dict.fromkeys(item.unverified + module.unverified)),
    )
    return _sound(fitted)


def _sound(item: Hardware) -> Hardware:
    """The model itself; raises ValueError if two of its ports share a label or a vendor name."""
    ports = [port for group in item.ports for port in ports_of(group)]
    _once((port.name for port in ports), f"port of {item.model}")
    _once((port.interface for port in ports), f"interface of {item.model}")
    return item


def _once(names: Iterable[_T], what: str) -> None:
    seen: set[_T] = set()
    for name in names:
        if name in seen:
            raise ValueError(f"the {what} {name} is described twice")
        seen.add(name)


def _problem(file: Path, error: Exception) -> Diagnostic:
    mark = getattr(error, "problem_mark", None)
    span = Span(str(file), mark.line + 1, mark.column + 1) if mark else Span(str(file))
    reason = getattr(error, "problem", None) or getattr(error, "strerror", None) or str(error)
    return Diagnostic(
        code="INV070",
        message=f"hardware file cannot be used: {reason}",
        span=span,
        help="give each model the form of the packaged hardware files",
    )


class _StrictLoader(_Loader):
    """A safe loader for which a repeated key is an error; PyYAML alone keeps the last one silently."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:
        keys: set[str] = set()
        for key, _ in node.value:
            if key.value in keys and key.value != "<<":
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key.value} is written twice", key.start_mark
                )
            keys.add(key.value)
        return super().construct_mapping(node, deep=deep)
