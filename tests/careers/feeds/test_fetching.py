"""A feed's address is others' text: what it may cost, and where it may lead, is bounded."""

import gzip
import socket
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from threading import Event, Thread
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.feeds.fetching import FetchFailure, Limits, fetch, is_public

LOOPBACK = ip_address("127.0.0.1")


class Server(ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        """The reader left in the middle of an answer: that is what some tests are about."""


class Handler(BaseHTTPRequestHandler):
    """Answers as the server's `answers` say, and remembers what it was asked."""

    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers)))
        self.server.answers[self.path](self)

    def log_message(self, *args):
        pass


def content(body: bytes, **headers):
    def answer(handler):
        handler.send_response(200)
        for name, value in {"Content-Length": len(body), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def status(number: int, location: str = ""):
    def answer(handler):
        handler.send_response(number)
        if location:
            handler.send_header("Location", location)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


def half(handler):
    """Two bytes of an answer whose length it does not say, then nothing more."""
    handler.send_response(200)
    handler.end_headers()
    handler.wfile.write(b"[]")
    handler.server.released.wait(10)


def drops(handler):
    """A byte now and then, each well in time; for five seconds, or until nobody listens."""
    handler.send_response(200)
    handler.end_headers()
    with suppress(OSError):
        for _ in range(100):
            handler.wfile.write(b"0")
            handler.server.released.wait(0.05)


def unlike_http(handler):
    handler.wfile.write(b"\xff 200 maybe\r\n\r\n")


def many_headings(handler):
    handler.send_response(200)
    for number in range(200):
        handler.send_header(f"X-{number}", "y")
    handler.end_headers()


def silence(handler):
    handler.server.released.wait(10)


@pytest.fixture(scope="module")
def server():
    server = Server(("127.0.0.1", 0), Handler)
    server.asked, server.answers, server.released = [], {}, Event()
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield server
    server.released.set()
    server.shutdown()
    server.server_close()
    thread.join()


def answering(server, answers) -> str:
    """The address of a site with these answers."""
    server.asked.clear()
    server.answers = answers
    return f"http://feed.example:{server.server_address[1]}"


def lenient(address: str, **kwargs):
    """As `fetch`, with every name on this machine; it alone is allowed."""
    return fetch(
        address, resolve=lambda host, port: [LOOPBACK], is_allowed=lambda each: each == LOOPBACK, **kwargs
    )


def failure(fetching, *args, **kwargs) -> FetchFailure:
    with pytest.raises(FetchFailure) as caught:
        fetching(*args, **kwargs)
    return caught.value


def test_a_document_comes_with_its_address_and_the_name_is_asked_for(server):
    site = answering(server, {"/jobs?page=2": content(b"[1]")})
    document = lenient(f"{site}/jobs?page=2#top")

    assert (document.location, document.content) == (f"{site}/jobs?page=2", b"[1]")
    ((_, headers),) = server.asked
    assert headers["Host"] == site.removeprefix("http://")
    assert "career-portal" in headers["User-Agent"]
    assert "Cookie" not in headers


def test_a_packed_document_is_unpacked(server):
    site = answering(server, {"/": content(gzip.compress(b"[1]"), Content_Encoding="gzip")})
    assert lenient(f"{site}/").content == b"[1]"


def test_a_proxy_of_the_environment_is_not_used(server, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    site = answering(server, {"/": content(b"[1]")})
    assert lenient(f"{site}/").content == b"[1]"


def test_a_redirect_is_followed_without_the_headers_of_the_first_host(server):
    other = f"http://other.example:{server.server_address[1]}/c"
    site = answering(server, {"/a": status(302, "/b"), "/b": status(308, other), "/c": content(b"x")})
    document = lenient(f"{site}/a", headers={"Authorization-Key": "secret"})

    assert document.location == other
    assert ["Authorization-Key" in headers for _, headers in server.asked] == [True, True, False]


def test_a_redirect_to_a_private_address_is_refused(server):
    site = answering(server, {"/": status(302, "http://169.254.169.254/latest/meta-data/")})
    refused = failure(
        fetch,
        f"{site}/",
        resolve=lambda host, port: [LOOPBACK if host == "feed.example" else ip_address(host)],
        is_allowed=lambda each: each == LOOPBACK or is_public(each),
    )
    assert "169.254.169.254 is not on the public internet" in str(refused)
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "ftp://feed.example/x", "javascript:x", "data:,x"]
)
def test_a_redirect_to_another_scheme_is_refused(server, location):
    site = answering(server, {"/": status(301, location)})
    assert "only http:// and https://" in str(failure(lenient, f"{site}/"))


@pytest.mark.parametrize("location", ["http://[", "https://[::1", "http://feed.example:port/"])
def test_a_redirect_to_no_address_is_refused(server, location):
    site = answering(server, {"/": status(302, location)})
    assert "that is no address" in str(failure(lenient, f"{site}/"))


def test_redirects_end(server):
    site = answering(server, {f"/{n}": status(302, f"/{n + 1}") for n in range(9)})
    assert "redirects more than 5 times" in str(failure(lenient, f"{site}/0"))
    assert len(server.asked) == 6


@pytest.mark.parametrize("is_packed", [False, True])
def test_a_document_that_is_too_large_is_given_up_while_it_streams(server, is_packed):
    body = b"0" * 3_000_000
    answer = content(gzip.compress(body), Content_Encoding="gzip") if is_packed else content(body)
    site = answering(server, {"/": answer})
    assert "more than 1,000,000 bytes" in str(failure(lenient, f"{site}/", limits=Limits(size=1_000_000)))


@pytest.mark.parametrize("answer", [silence, half])
@pytest.mark.parametrize("limits", [Limits(read=0.05), Limits(total=0.05)])
def test_a_server_that_is_too_slow_is_left(server, answer, limits):
    site = answering(server, {"/": answer})
    said = str(failure(lenient, f"{site}/", limits=limits))
    assert ("more than 0.05 seconds" if limits.total < 1 else "nothing came for 0.05 seconds") in said


def test_an_answer_in_drops_ends_with_the_time_in_all(server):
    site = answering(server, {"/": drops})
    began = monotonic()
    assert "more than 0.2 seconds" in str(failure(lenient, f"{site}/", limits=Limits(total=0.2)))
    assert monotonic() - began < 3


@pytest.mark.parametrize("answer", [unlike_http, many_headings])
def test_an_answer_that_is_no_http_is_a_failure(server, answer):
    site = answering(server, {"/": answer})
    assert "does not answer as it should" in str(failure(lenient, f"{site}/"))


def test_an_error_of_the_server_is_named_and_a_page_that_is_gone_is_known(server):
    site = answering(server, {"/gone": status(410), "/broken": status(503)})
    assert failure(lenient, f"{site}/gone").is_gone
    broken = failure(lenient, f"{site}/broken")
    assert "answers 503" in str(broken)
    assert not broken.is_gone


def test_a_packing_that_was_not_asked_for_is_refused(server):
    site = answering(server, {"/": content(b"x", Content_Encoding="br")})
    assert "'br'" in str(failure(lenient, f"{site}/"))


def test_where_nothing_listens_is_said():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        assert "no connection" in str(failure(lenient, f"http://feed.example:{probe.getsockname()[1]}/"))


@pytest.mark.parametrize(
    "resolved",
    ["127.0.0.1", "169.254.169.254", "10.2.3.4", "0.0.0.0", "100.64.0.1", "224.0.0.1", "255.255.255.255",
     "::1", "::", "fe80::1", "fd00::1", "ff02::1", "::ffff:192.168.0.1", "::127.0.0.1", "64:ff9b::7f00:1",
     "2002:7f00:1::1", "2001:0:1::1"],
)  # fmt: skip
def test_a_name_that_leads_off_the_public_internet_is_refused_among_public_addresses_too(resolved):
    found = [ip_address(each) for each in ("93.184.216.34", "2606:2800:220:1::1", resolved)]
    refused = failure(fetch, "https://feed.example/", resolve=lambda host, port: found)
    assert "not on the public internet" in str(refused)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "127.1", "0", "localhost", "[::1]",
     "[::ffff:127.0.0.1]"],
)  # fmt: skip
def test_this_machine_is_refused_in_every_spelling(host):
    assert "not on the public internet" in str(failure(fetch, f"http://{host}/"))


@pytest.mark.parametrize(
    "address",
    ["ftp://feed.example/x", "file:///etc/passwd", "//feed.example", "feed", "", "data:,x", "http://",
     "http:///x", "http://a b/", "http://[::1"],
)  # fmt: skip
def test_what_is_no_web_address_is_refused_before_any_name_is_asked(address):
    failure(fetch, address, resolve=lambda host, port: pytest.fail("a name was asked for"))


def test_a_password_in_an_address_is_refused_and_not_repeated():
    assert "hunter2" not in str(failure(fetch, "https://reader:hunter2@feed.example/"))


@given(st.ip_addresses())
def test_what_is_public_is_global_and_of_one_machine(address):
    plain = getattr(address, "ipv4_mapped", None) or address
    not_public = (
        "is_private",
        "is_loopback",
        "is_link_local",
        "is_multicast",
        "is_reserved",
        "is_unspecified",
    )
    if is_public(address):
        assert plain.is_global
        assert not any(getattr(plain, name) for name in not_public)
