"""A throwaway authority and server certificates, made when the emulators start."""

from __future__ import annotations

import ssl
from pathlib import Path

import trustme


class Authority:
    """One authority; gives server contexts for loopback addresses."""

    def __init__(self) -> None:
        """Make a key of its own."""
        self._authority = trustme.CA(organization_name="netgen emulated devices")

    def write(self, path: Path) -> None:
        """Write the certificate that clients must trust."""
        self._authority.cert_pem.write_to_path(str(path))

    def context(self, address: str) -> ssl.SSLContext:
        """A server context whose certificate names the address."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._authority.issue_cert(address).configure_cert(context)
        return context
