"""Read a whole inventory: one Intent, and where each of its objects was written.

    inventory/trust.yaml              the trust
    inventory/standard/<part>.yaml    zones segments services policy roles wlans filters archetypes
                                      and, where a trust wants them: access groups inspection protection qos radios
                                      schedules steering
    inventory/sites/<site>.yaml       one school or hub each
    inventory/hardware/*.yaml         optional: models the packaged catalogue lacks

Every file is read and checked even when another is wrong, so all mistakes are reported at once.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, RootModel

from netgen.diagnostics import Collector, Diagnostic, Span
from netgen.intent import (
    AccessControl,
    Archetype,
    Filter,
    Inspection,
    Intent,
    PolicyRule,
    PortRole,
    Protection,
    Radio,
    Schedule,
    Segment,
    Service,
    Site,
    Standard,
    SteeringClass,
    TrafficClass,
    Trust,
    UserGroup,
    Wlan,
    Zone,
)
from netgen.intent.fields import Name
from netgen.loader.files import display_name, find_inventory_files, read_inventory_file
from netgen.loader.validation import validate
from netgen.loader.yaml_nodes import Document, read_yaml
from netgen.values import NAME, object_path

M = TypeVar("M", bound=BaseModel)
RootT = TypeVar("RootT")


class PartFile(RootModel[RootT], Generic[RootT]):
    """A file of the standard; like every model, built when there is one to read."""

    model_config = ConfigDict(defer_build=True)


class ZonesFile(PartFile[dict[Name, Zone]]):
    """inventory/standard/zones.yaml."""


class SegmentsFile(PartFile[dict[Name, Segment]]):
    """inventory/standard/segments.yaml."""


class ServicesFile(PartFile[dict[Name, Service]]):
    """inventory/standard/services.yaml."""


class PolicyFile(PartFile[tuple[PolicyRule, ...]]):
    """inventory/standard/policy.yaml."""


class RolesFile(PartFile[dict[Name, PortRole]]):
    """inventory/standard/roles.yaml."""


class WlansFile(PartFile[dict[Name, Wlan]]):
    """inventory/standard/wlans.yaml."""


class FiltersFile(PartFile[dict[Name, Filter]]):
    """inventory/standard/filters.yaml."""


class ArchetypesFile(PartFile[dict[Name, Archetype]]):
    """inventory/standard/archetypes.yaml."""


class AccessFile(PartFile[AccessControl]):
    """inventory/standard/access.yaml."""


class QosFile(PartFile[dict[Name, TrafficClass]]):
    """inventory/standard/qos.yaml."""


class ProtectionFile(PartFile[Protection]):
    """inventory/standard/protection.yaml."""


class RadiosFile(PartFile[dict[Literal["2.4", "5", "6"], Radio]]):
    """inventory/standard/radios.yaml."""


class SchedulesFile(PartFile[dict[Name, Schedule]]):
    """inventory/standard/schedules.yaml."""


class InspectionFile(PartFile[Inspection]):
    """inventory/standard/inspection.yaml."""


class GroupsFile(PartFile[dict[Name, UserGroup]]):
    """inventory/standard/groups.yaml."""


class SteeringFile(PartFile[dict[Name, SteeringClass]]):
    """inventory/standard/steering.yaml."""


#: Parts of the standard that a trust may leave out.
OPTIONAL_FILES: dict[str, type[PartFile[Any]]] = {
    "access": AccessFile,
    "groups": GroupsFile,
    "inspection": InspectionFile,
    "protection": ProtectionFile,
    "qos": QosFile,
    "radios": RadiosFile,
    "schedules": SchedulesFile,
    "steering": SteeringFile,
}

#: Part of the standard: the model of its file.
STANDARD_FILES: dict[str, type[PartFile[Any]]] = {
    "archetypes": ArchetypesFile,
    "filters": FiltersFile,
    "policy": PolicyFile,
    "roles": RolesFile,
    "segments": SegmentsFile,
    "services": ServicesFile,
    "wlans": WlansFile,
    "zones": ZonesFile,
    **OPTIONAL_FILES,
}

#: Every inventory file by the name of its JSON Schema.
SCHEMAS: dict[str, type[BaseModel]] = {"trust": Trust, "site": Site, **STANDARD_FILES}


class Inventory:
    """What was read: the Intent if every file was right, and the documents by ObjectPath prefix."""

    def __init__(self, root: Path) -> None:
        """An inventory whose files are below `root`."""
        self.root = root
        self.intent: Intent | None = None
        self.documents: dict[str, Document] = {}
        self.hardware: Path | None = root / "hardware" if (root / "hardware").is_dir() else None

    def span(self, path: str) -> Span | None:
        """Where the object of an ObjectPath is written; its nearest written ancestor if it is not itself."""
        document, loc = self._place(path)
        return document.span(loc) if document else None

    def key_span(self, path: str) -> Span | None:
        """Where the key of an ObjectPath is written: for findings about the name itself."""
        document, loc = self._place(path)
        return document.key_span(loc) if document and loc else self.span(path)

    def has(self, path: str) -> bool:
        """True if the object of an ObjectPath is written, and not only what would hold it."""
        document, loc = self._place(path)
        return document is not None and document.has(loc)

    def path_at(self, file: Path, line: int) -> str | None:
        """The ObjectPath of what stands at a line of an inventory file; None if it is no such file."""
        wanted = file.resolve()
        for prefix, document in self.documents.items():
            if (self.root.parent / document.file).resolve() == wanted:
                return object_path(prefix, *(str(part).replace("/", ":") for part in document.loc_at(line)))
        return None

    def _place(self, path: str) -> tuple[Document | None, tuple[str | int, ...]]:
        parts = path.split("/")
        for length in (2, 1):
            document = self.documents.get("/".join(parts[:length]))
            if document is not None:
                return document, _loc(parts[length:])
        return None, ()


def _loc(parts: list[str]) -> tuple[str | int, ...]:
    """ObjectPath parts as YAML keys: numbers index lists, `sw1:u1` stands for the key `sw1/u1`."""
    return tuple(int(part) if part.isdigit() else part.replace(":", "/") for part in parts)


def load_inventory(root: Path, collector: Collector, only: Collection[str] | None = None) -> Inventory:
    """Read and validate every file below `root`. `Inventory.intent` is None if anything was wrong.

    With `only`, sites of other names are left out, as if they had no file.
    """
    inventory = Inventory(root)
    reader = _Reader(inventory, collector, only)
    reader.read_all()
    if not collector.has_errors:
        inventory.intent = reader.intent()
    return inventory


class _Reader:
    """Collects the models of all files, then puts them together."""

    def __init__(self, inventory: Inventory, collector: Collector, only: Collection[str] | None) -> None:
        self.inventory = inventory
        self.collector = collector
        self.only = only
        self.trust: Trust | None = None
        self.standard: dict[str, object] = {}
        self.sites: dict[str, Site] = {}
        self._real_folders: dict[str, str] = {}

    def read_all(self) -> None:
        """Every file once, in path order; then what is missing."""
        root = self.inventory.root
        for path in find_inventory_files(root, self.collector):
            self._read(path, path.relative_to(root).parts)
        self._report_missing()

    def _read(self, path: Path, parts: tuple[str, ...]) -> None:
        stem = path.stem
        if parts == ("trust.yaml",):
            self.trust = self._validated(path, "trust", Trust)
        elif len(parts) == 2 and parts[0] == "standard" and stem in STANDARD_FILES:
            model = self._validated(path, f"standard/{stem}", STANDARD_FILES[stem])
            if model is not None:
                self.standard[stem] = model.root
        elif len(parts) == 2 and parts[0] == "sites":
            if self.only is None or stem in self.only:
                self._read_site(path, stem)
        elif parts[0] != "hardware":
            self.collector.add(
                Diagnostic(
                    code="INV018",
                    message=f"`{'/'.join(parts)}` is not a file of an inventory",
                    span=Span(display_name(root=self.inventory.root, path=path)),
                    help=f"use trust.yaml, sites/<site>.yaml or standard/<part>.yaml with {', '.join(STANDARD_FILES)}",
                )
            )

    def _read_site(self, path: Path, stem: str) -> None:
        if not NAME.match(stem):
            self.collector.add(
                Diagnostic(
                    code="INV031",
                    message=f"the file name `{path.name}` is not a site name",
                    span=Span(display_name(root=self.inventory.root, path=path)),
                    help="use lower-case letters, digits and single dashes, such as oak-primary.yaml",
                )
            )
            return
        site = self._validated(path, f"sites/{stem}", Site)
        if site is not None:
            self.sites[stem] = site

    def _validated(self, path: Path, prefix: str, model: type[M]) -> M | None:
        text = read_inventory_file(self.inventory.root, path, self.collector, self._real_folders)
        if text is None:
            return None
        document = read_yaml(text, display_name(self.inventory.root, path), self.collector)
        if document is None:
            return None
        self.inventory.documents[prefix] = document
        return validate(model, document, self.collector, base_path=prefix)

    def _report_missing(self) -> None:
        root = self.inventory.root
        expected = {"trust.yaml": self.trust is not None or "trust" in self.inventory.documents}
        for part in STANDARD_FILES.keys() - OPTIONAL_FILES.keys():
            expected[f"standard/{part}.yaml"] = (root / "standard" / f"{part}.yaml").exists()
        expected["trust.yaml"] = (root / "trust.yaml").exists()
        expected["sites/"] = (
            bool(self.sites) or any((root / "sites").glob("*.yaml")) if root.is_dir() else False
        )
        missing = sorted(name for name, found in expected.items() if not found)
        if missing and root.is_dir():
            self.collector.add(
                Diagnostic(
                    code="INV019",
                    message=f"the inventory has no {', no '.join(missing)}",
                    span=Span(display_name(root, root)),
                    help="run `netgen init DIR` to see a complete inventory",
                )
            )

    def intent(self) -> Intent:
        """All parts in one object; only called when every file was right."""
        standard = Standard.model_construct(None, **self.standard)
        return Intent.model_construct(
            None, trust=self.trust, standard=standard, sites=dict(sorted(self.sites.items()))
        )
