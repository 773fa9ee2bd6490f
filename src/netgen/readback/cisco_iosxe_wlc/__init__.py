"""Reads a Catalyst 9800 controller (IOS-XE 17.12) as facts: its wired part as any IOS-XE box, and its wireless.

Source: public running configurations of C9800 controllers, `show running-config all` of 17.12.2 for defaults, and
Cisco's 17.12.1 YANG models for ranges and for what excludes what. AP names, channels set on one AP, mobility
anchors, mesh, guest LANs and FlexConnect's own authentication are not read.
"""

from netgen.readback.cisco_iosxe_wlc.reader import read

__all__ = ["read"]
