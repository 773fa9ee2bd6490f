"""Describe one school's boxes as they were before the present change, for the emulated devices.

    python demo/devices.py SITE FOLDER

Writes FOLDER/devices.json (what to emulate) and FOLDER/secrets.env (made-up secrets of this run).
The texts are the golden configs with those secrets in place and a few older settings, so that a plan
has something to change.
"""

from __future__ import annotations

import json
import re
import secrets
import sys
from pathlib import Path

PLACEHOLDER = re.compile(r"NETGEN_SECRET\.env\.([A-Za-z0-9_.-]+?)\.END")
#: What an older configuration said, per file ending.
OLDER = (
    ("storm-control broadcast level 1", "storm-control broadcast level 5"),
    ("set admintimeout 10", "set admintimeout 30"),
)
EMULATED = ("cisco_iosxe", "arista_eos", "fortinet_fortios")


def main(site: str, folder: Path) -> None:
    """Read the golden configs, write the description."""
    folder.mkdir(parents=True, exist_ok=True)
    values: dict[str, str] = {}
    devices = []
    for path in sorted(Path("golden_configs", site).glob("*.c*")):
        text = path.read_text(encoding="utf-8")
        platform = platform_of(text)
        for name in PLACEHOLDER.findall(text):
            values.setdefault(name, secrets.token_hex(12))
        if platform not in EMULATED:
            continue
        older = text
        for new, old in OLDER:
            older = older.replace(new, old)
        running = PLACEHOLDER.sub(lambda match: values[match[1]], older)
        devices.append(
            {"hostname": path.stem, "platform": platform, "running": running, "reachable": reachable(site)}
        )
    (folder / "devices.json").write_text(json.dumps(devices, indent=1), encoding="utf-8")
    lines = [f"export {name.replace('-', '_')}='{value}'" for name, value in sorted(values.items())]
    (folder / "secrets.env").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "secrets.env").chmod(0o600)


def platform_of(text: str) -> str:
    """The platform of a golden config, by a line only it has."""
    for key, line in (
        ("fortinet_fortios", "config system global"),
        ("arista_eos", "no aaa root"),
        ("cisco_iosxe", "vtp mode off"),
    ):
        if line in text:
            return key
    return "aruba_instant"


def reachable(site: str) -> list[str]:
    """The gateways of the site: what the emulated devices can ping."""
    text = Path("golden_configs", site, "addresses.txt").read_text(encoding="utf-8")
    return sorted(set(re.findall(r"gateway ([0-9.]+)", text)))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
