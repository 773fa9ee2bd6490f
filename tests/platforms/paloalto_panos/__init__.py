"""Specification of what netgen renders for this platform."""
