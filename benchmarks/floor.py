"""The floor: the same Device views through bare Jinja2, and nothing else inside of the timer.

`python benchmarks/floor.py INVENTORY FOLDER [DISK]` compiles each site outside of the timer, then times
`template.render` for its boxes in an environment without netgen's strictness and short cuts: no
StrictUndefined, no check for None, Jinja2's own code generator, and the lines that many ports of a
box share made for each. With DISK, a second timer has the bare writing of the same texts below that folder, which is no
part of the floor: it tells how much of a cold render is the file system's. FOLDER/floor.txt gets
`hash  path` of every text, so that the caller can prove that floor and netgen produced the same
bytes. Prints one JSON object.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from netgen.compiler import compile_site, plan_trust, slice_for
from netgen.diagnostics import Collector
from netgen.loader import load_inventory
from netgen.platforms.registry import PLATFORMS, platform
from netgen.rendering.environment import AskedBy, SharedPlain, template_folder


def bare_environment() -> Environment:
    """Jinja2 with the whitespace rules of the templates, each compiled once, and no more."""
    return Environment(
        loader=FileSystemLoader(template_folder()),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - the output is no HTML
        auto_reload=False,
        cache_size=-1,
        extensions=[AskedBy, SharedPlain],
    )


def main() -> None:
    """Render every box of the inventory once, timed by platform."""
    root, folder = Path(sys.argv[1]), Path(sys.argv[2])
    disk = Path(sys.argv[3]) if sys.argv[3:] else None
    folder.mkdir(parents=True, exist_ok=True)
    environment = bare_environment()
    _compile_includes(environment)
    templates = {item.key: environment.get_template(f"{item.key}/device.j2") for item in PLATFORMS}
    collector = Collector()
    intent = load_inventory(root, collector).intent
    if intent is None:
        sys.exit(f"the inventory is wrong: {next(iter(collector)).message}")
    trust = plan_trust(intent)
    seconds = dict.fromkeys(templates, 0.0)
    devices = dict.fromkeys(templates, 0)
    lines = dict.fromkeys(templates, 0)
    entries: list[str] = []
    writing = cpu_seconds = 0.0
    for site in sorted(intent.sites):
        _, boxes = compile_site(intent, slice_for(trust, site), site)
        views = [(box.hostname, box.platform, platform(box.platform).view(box)) for box in boxes]
        texts = []
        for _, key, view in views:
            template = templates[key]
            cpu_started = time.process_time()
            started = time.perf_counter()
            text = template.render(device=view)
            seconds[key] += time.perf_counter() - started
            cpu_seconds += time.process_time() - cpu_started
            texts.append(text)
        for (hostname, key, _), text in zip(views, texts, strict=True):
            devices[key] += 1
            lines[key] += text.count("\n")
            digest = hashlib.sha256(text.encode()).hexdigest()
            entries.append(f"{digest}  {site}/{hostname}{platform(key).extension}\n")
        if disk is not None:
            writing += _write(disk / site, texts)
    (folder / "floor.txt").write_text("".join(sorted(entries)), encoding="utf-8")
    result = {
        "seconds": sum(seconds.values()),
        "cpu_seconds": cpu_seconds,
        "writing": writing,
        "devices": sum(devices.values()),
        "lines": sum(lines.values()),
        "by_platform": {
            key: {"seconds": seconds[key], "devices": devices[key], "lines": lines[key]}
            for key in sorted(templates)
        },
    }
    print(json.dumps(result))


def _compile_includes(environment: Environment) -> None:
    """Compile every template before the clock runs; Jinja2 keeps them."""
    for name in environment.list_templates(extensions=["j2"]):
        environment.get_template(name)


def _write(folder: Path, texts: list[str]) -> float:
    """Seconds to create one plain file a text in a new folder."""
    started = time.perf_counter()
    folder.mkdir(parents=True)
    for number, text in enumerate(texts):
        descriptor = os.open(f"{folder}/{number}", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
        os.write(descriptor, text.encode())
        os.close(descriptor)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
