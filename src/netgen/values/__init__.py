"""Tiny frozen values that every room shares: identifiers, addresses and references to secrets.

Nothing here knows what a school or a switch is.
"""

from netgen.values.addresses import Prefix, parse_address, parse_prefix
from netgen.values.dscp import DSCP
from netgen.values.names import (
    HOSTNAME,
    LABEL,
    NAME,
    object_path,
    printable_problem,
)
from netgen.values.secrets import SecretRef, placeholder

__all__ = [
    "DSCP",
    "HOSTNAME",
    "LABEL",
    "NAME",
    "Prefix",
    "SecretRef",
    "object_path",
    "parse_address",
    "parse_prefix",
    "placeholder",
    "printable_problem",
]
