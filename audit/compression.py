"""What nginx does in front of the newsroom, as far as a browser's clock sees it: it compresses."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx

LEVEL = 1  # nginx's own
_KINDS = ("text/", "application/javascript", "application/json", "image/svg+xml")
_OF_THE_HOP = {"connection", "content-length", "transfer-encoding", "server", "date"}


@contextmanager
def compressing(port: int, *, origin: str) -> Iterator[str]:
    """Pass requests on to the origin and answers back, compressed; yield the address."""
    client = httpx.Client(base_url=origin, timeout=30)

    class Passing(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            headers = {**self.headers, "Accept-Encoding": "identity"}
            answer = client.get(self.path, headers=headers)
            body, encoding = _compressed(answer)
            self.send_response(answer.status_code)
            for name, value in answer.headers.items():
                if name not in _OF_THE_HOP:
                    self.send_header(name, value)
            for name, value in encoding.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing: the table says what matters."""

    server = ThreadingHTTPServer(("127.0.0.1", port), Passing)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        client.close()


def _compressed(answer: httpx.Response) -> tuple[bytes, dict[str, str]]:
    if not answer.headers.get("Content-Type", "").startswith(_KINDS):
        return answer.content, {}
    return gzip.compress(answer.content, compresslevel=LEVEL), {"Content-Encoding": "gzip"}
