"""Where a local Batfish and a fitting Java are.

A Batfish home is a folder with the server's jars (its own or in `lib/`) and its `questions/`;
NETGEN_BATFISH_HOME names it, `~/.cache/netgen/batfish` is the default. No Python package carries it.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

#: Class files of the server are of Java 21.
JAVA_NEEDED = 21
_VERSION = re.compile(r'version "(?:1\.)?(\d+)')


class LocalBatfish(msgspec.Struct, frozen=True):
    """A folder with a server, and the Java that can run it."""

    home: Path
    java: Path


def batfish_home(environment: Mapping[str, str] | None = None) -> Path:
    """The folder that is looked into, whether it is there or not."""
    named = (os.environ if environment is None else environment).get("NETGEN_BATFISH_HOME")
    return Path(named).expanduser() if named else Path.home() / ".cache" / "netgen" / "batfish"


def has_server(home: Path) -> bool:
    """True if a folder holds jars and questions."""
    return (home / "questions").is_dir() and any(home.glob("*.jar"))


def find_java(environment: Mapping[str, str] | None = None) -> Path | None:
    """The first Java that is new enough: JAVA_HOME, PATH, then what is installed below /usr/lib/jvm."""
    for candidate in _candidates(os.environ if environment is None else environment):
        if os.access(candidate, os.X_OK) and java_version(candidate) >= JAVA_NEEDED:
            return candidate
    return None


def _candidates(environment: Mapping[str, str]) -> Iterator[Path]:
    if environment.get("JAVA_HOME"):
        yield Path(environment["JAVA_HOME"]) / "bin" / "java"
    for folder in environment.get("PATH", "").split(os.pathsep):
        if folder:
            yield Path(folder) / "java"
    yield from sorted(Path("/usr/lib/jvm").glob("*/bin/java"), reverse=True)


def java_version(java: Path) -> int:
    """The feature release of a Java, such as 21; 0 when it does not say."""
    try:
        done = subprocess.run(  # noqa: S603 - `-version` of a file we found
            [str(java), "-version"], capture_output=True, text=True, timeout=20, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return 0
    found = _VERSION.search(done.stderr + done.stdout)
    return int(found[1]) if found else 0


def find_local_batfish(environment: Mapping[str, str] | None = None) -> LocalBatfish | None:
    """A local server that can be started; None when the folder or a Java is missing."""
    home = batfish_home(environment)
    java = find_java(environment) if has_server(home) else None
    return LocalBatfish(home, java) if java else None
