"""Reads an IOS-XE switch configuration (Catalyst 9200/9300, 17.x) into facts."""

from netgen.readback.cisco_iosxe.reader import read

__all__ = ["read"]
