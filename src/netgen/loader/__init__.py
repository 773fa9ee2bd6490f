"""YAML files to Intent, with the file, line and column of every value at hand."""

from netgen.loader.inventory import Inventory, load_inventory

__all__ = ["Inventory", "load_inventory"]
