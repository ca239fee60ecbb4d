"""Who asks for it is told of faults and traces, and by them nothing about readers."""

import gzip
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import brotli
import pytest
from django.core.exceptions import ImproperlyConfigured

from config import observe
from tests.served import manage

FAILS = """
from config import observe
observe.start()
from django.test import Client
reader = Client(raise_request_exception=False, SERVER_NAME="127.0.0.1")
assert reader.get("/healthz").status_code == 200
# Its database has no tables. In halves, for these very lines are part of what is told of the fault.
asked = {"REMOTE_ADDR": "192.0." + "2.77", "headers": {"User-Agent": "one of " + "a kind"}}
failed = reader.get("/about/?q=hu" + "sh", **asked)
assert failed.status_code == 500, failed.status_code
import sentry_sdk
sentry_sdk.flush(10)
"""


@pytest.fixture
def listening():
    """The address of a server that takes everything, and what it was sent."""
    sent = []

    class Takes(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            unpack = {"gzip": gzip.decompress, "br": brotli.decompress}
            body = unpack.get(self.headers.get("Content-Encoding"), bytes)(body)
            sent.append((self.path, body.decode(errors="replace")))
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *args):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Takes) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{server.server_port}", sent
        server.shutdown()


def test_a_fault_and_the_traces_of_requests_and_queries_are_sent_without_who_asked_for_what(listening):
    address, sent = listening
    done = manage(
        "shell",
        "-v0",
        "-c",
        FAILS,
        DATABASE_URL="sqlite://:memory:",
        SENTRY_DSN=f"http://0123456789abcdef@{address}/1",
        OTEL_EXPORTER_OTLP_ENDPOINT=f"http://{address}",
    )
    assert done.returncode == 0, done.stderr
    (fault,) = [body for path, body in sent if "/envelope" in path and '"exception"' in body]
    assert "no such table" in fault
    assert "/about/" in fault
    traces = "".join(body for path, body in sent if path == "/v1/traces")
    for told in ("GET /healthz", "GET /about/", "db.query.text", "SELECT", observe.SERVICE):
        assert told in traces
    for body in (fault, traces):
        assert not [told for told in ("hush", "192.0.2.77", "one of a kind") if told in body]


def test_without_the_package_the_portal_says_which_to_install(monkeypatch):
    monkeypatch.setitem(observe.WANTS, "SENTRY_DSN", "no_such.package")
    with pytest.raises(ImproperlyConfigured, match=r"SENTRY_DSN is set, .* requirements-observe\.txt"):
        observe.wanted("SENTRY_DSN", urlsplit("https://key@sentry.example.org/1"))
    assert observe.wanted("SENTRY_DSN", None) == ""
