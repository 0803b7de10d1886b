"""A webhook receiver on loopback that can be told to misbehave, and verifies what it hears."""

from __future__ import annotations

import hashlib
import http.server
import json
import socket
import ssl
import struct
import threading
from dataclasses import dataclass, field
from pathlib import Path

from standardwebhooks.webhooks import EmptyWebhookSecretError, Webhook, WebhookVerificationError

TLS = Path(__file__).parent / "gateways" / "tls"
"""A certificate of hooks.example with its key, for these tests and nothing else."""


@dataclass(frozen=True)
class Heard:
    """One request: what it said, whether its signature held, how it was answered."""

    id: str
    digest: str
    event: dict
    is_genuine: bool
    how: str
    headers: dict
    body: bytes


@dataclass
class Receiver:
    """Answers 200 unless `behave(event)` says otherwise: a status, or one of the faults below."""

    secret: str = ""
    behave: object = lambda event: 200
    tls: bool = False
    heard: list[Heard] = field(default_factory=list)
    port: int = 0

    @property
    def url(self):
        host = "hooks.example" if self.tls else "127.0.0.1"
        return f"{'https' if self.tls else 'http'}://{host}:{self.port}/hook"

    def start(self):
        """Listen; after a stop on the same port again."""
        self._stopping = threading.Event()
        self._server = _Server(("127.0.0.1", self.port), _Handler)
        self._server.receiver = self
        if self.tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(TLS / "certificate.pem", TLS / "key.pem")
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )
        self._thread.start()

    def stop(self):
        """Refuse connections from now on."""
        self._stopping.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def accepted(self):
        """Return what was answered with 200, in order."""
        return [one for one in self.heard if one.how == 200]


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request, client_address):
        """Clients that leave are what these tests are about."""


class _Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        """Stay silent."""

    def do_POST(self):
        receiver = self.server.receiver
        body = self.rfile.read(int(self.headers["Content-Length"]))
        event = json.loads(body)
        how = receiver.behave(event)
        headers = {name.lower(): value for name, value in self.headers.items()}
        receiver.heard.append(
            Heard(
                id=headers.get("webhook-id", ""),
                digest=hashlib.sha256(body).hexdigest(),
                event=event,
                is_genuine=_is_genuine(receiver.secret, body, headers),
                how=how,
                headers=headers,
                body=body,
            )
        )
        self.close_connection = True
        if isinstance(how, int):
            self._answer(how)
        else:
            getattr(self, f"_{how}")()

    def do_GET(self):
        self.server.receiver.heard.append("GET")
        self._answer(200)

    def _answer(self, status):
        body = b"" if status == 200 else b"I would\x00 rather\nnot."
        self.send_response(status)
        if status // 100 == 3:
            self.send_header("Location", f"http://127.0.0.1:{self.server.server_port}/other")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _hang(self):
        """Say nothing until the client leaves."""
        self.connection.recv(1)

    def _drop(self):
        """Reset the connection."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()

    def _dribble(self):
        """Send a head that never ends, a byte at a time: each in time, all together never."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        while not self.server.receiver._stopping.wait(0.01):
            self.wfile.write(b"a")

    def _flood(self):
        """Complain in ten megabytes."""
        self.send_response(503)
        self.end_headers()
        for _ in range(160):
            self.wfile.write(b"x" * 65536)

    def _kind_flood(self):
        """Accept, and then never stop talking."""
        self.send_response(200)
        self.end_headers()
        while not self.server.receiver._stopping.is_set():
            self.wfile.write(b"x" * 65536)

    def _nonsense(self):
        """Answer something that is no HTTP."""
        self.wfile.write(b"220 mail.example ESMTP\r\n")


def _is_genuine(secret, body, headers):
    try:
        Webhook(secret).verify(body, headers)
    except (WebhookVerificationError, EmptyWebhookSecretError):
        return False
    return True
