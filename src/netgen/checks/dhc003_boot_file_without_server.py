"""A file to boot from, and no server that has it.

What it catches: `boot_file` without `boot_server`, and options on a segment that serves no leases.
Why it matters in a school: imaging a classroom of PCs would stop before it starts.
Example: `options: {boot_file: boot/x64/wdsnbp.com}`
How to fix: name the server, or remove the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_boot_files_without_server(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each segment."""
    for name, segment in trust.standard.segments.items():
        path = object_path("standard", "segments", name, "options")
        asked = segment.options
        if asked.boot_file and not asked.boot_server:
            yield Finding(
                f"{path}/boot_file", f"segment `{name}` has a boot file and no boot server", "add boot_server"
            )
        elif segment.dhcp != "server" and asked != type(asked)():
            message = f"segment `{name}` gives no leases that could carry options"
            yield Finding(path, message, "write dhcp: server, or remove the options")
