"""The command line starts light: heavy packages load only in the commands that need them."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("napalm", "pybatfish", "pandas", "nornir", "netmiko", "pydantic", "jinja2", "netaddr")


def test_help_loads_no_heavy_package() -> None:
    code = (
        "import sys; sys.argv = ['netgen', '--help']\n"
        "from netgen.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print('LOADED', sorted(set({HEAVY!r}) & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "judge" in done.stdout
    assert done.stdout.splitlines()[-1] == "LOADED []"
