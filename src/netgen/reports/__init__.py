"""What people read about a trust's network: provenance of lines, changes in words."""
