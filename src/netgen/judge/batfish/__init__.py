"""Batfish as an engine. Nothing here imports pybatfish until a session begins."""

from netgen.judge.batfish.session import DEFAULT_PORT, BatfishError, server_version

__all__ = ["DEFAULT_PORT", "BatfishError", "server_version"]
