# ruff: noqa: A002, N815 - the names are inherited
"""HTTPS for one emulated device: routing of requests is the caller's, faults and TLS are here."""

from __future__ import annotations

import contextlib
import json
import socket
import ssl
import threading
import time
from collections.abc import Callable
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.emulators.device import ConnectionDropped, EmulatedDevice

#: method, path with query, headers, body -> status, content type, body.
Answer = Callable[[str, str, Any, bytes], tuple[int, str, bytes]]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hung up is no event."""


def serve(
    device: EmulatedDevice, context: ssl.SSLContext, address: str, port: int, answer: Answer
) -> _Server:
    """Start serving; the device learns its port. Stop it with `shutdown` and `server_close`."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True
        timeout = 120

        def setup(self) -> None:
            # The handshake happens here, in the connection's own thread.
            self.request = context.wrap_socket(self.request, server_side=True)
            super().setup()

        def date_time_string(self, timestamp: float | None = None) -> str:
            del timestamp
            return formatdate(device.now(), usegmt=True)

        def _do(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            try:
                if time.time() < device.down_until:
                    raise ConnectionDropped("rebooting")
                status, kind, text = answer(self.command, self.path, self.headers, body)
            except ConnectionDropped:
                self.close_connection = True
                with contextlib.suppress(OSError):
                    self.connection.shutdown(socket.SHUT_RDWR)
                return
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        do_GET = do_POST = do_PUT = do_DELETE = _do

        def log_message(self, format: str, *args: Any) -> None:
            """Stay silent."""

    server = _Server((address, port), Handler)
    device.address, device.port = address, server.server_address[1]
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
    return server


def as_json(status: int, value: object) -> tuple[int, str, bytes]:
    """A JSON answer."""
    return status, "application/json", json.dumps(value).encode()
