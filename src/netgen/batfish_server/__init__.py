"""A local Batfish server for `netgen judge --engine batfish`: start, stop, status; on loopback alone."""

from netgen.batfish_server.local_home import LocalBatfish, batfish_home, find_java, find_local_batfish
from netgen.batfish_server.server import DEFAULT_PORT, ServerReport, server_version, start, status, stop

__all__ = [
    "DEFAULT_PORT",
    "LocalBatfish",
    "ServerReport",
    "batfish_home",
    "find_java",
    "find_local_batfish",
    "server_version",
    "start",
    "status",
    "stop",
]
