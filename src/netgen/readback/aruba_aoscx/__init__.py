"""Reads an AOS-CX switch configuration (6100 to 8xxx, 10.13) into facts."""

from netgen.readback.aruba_aoscx.reader import read

__all__ = ["read"]
