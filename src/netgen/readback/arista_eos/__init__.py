"""Reads an EOS switch configuration (720XP class, 4.32) into facts."""

from netgen.readback.arista_eos.reader import read

__all__ = ["read"]
