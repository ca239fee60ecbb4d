"""A document of a feed, fetched from an address that others wrote: bounded, and from the internet alone.

Every address on the way, that of each redirect too, is resolved here, all that its name resolves to must be
public, and the connection goes to one of those very addresses: a name that resolves to another one a moment
later leads nowhere. Proxies of the environment are not used.
"""

import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPException
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from socket import IPPROTO_TCP, SHUT_RDWR, getaddrinfo, socket
from threading import Timer
from time import monotonic
from urllib.parse import urljoin

from urllib3 import HTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, LocationParseError, ReadTimeoutError
from urllib3.util import Url, parse_url

from .records import Document

USER_AGENT = "career-portal (reads job feeds)"
PORTS = {"http": 80, "https": 443}
REDIRECTS = {301, 302, 303, 307, 308}
GONE = {404, 410}
ENCODINGS = {"", "identity", "gzip"}
CHUNK = 65_536  # bytes
TINY = 0.001  # seconds; none at all would mean not to wait for anything
# What IANA has given out for public use; all else, mapped and translated IPv4 too, is of some network's own.
PUBLIC_IPV6 = IPv6Network("2000::/3")

Address = IPv4Address | IPv6Address


class FetchFailure(Exception):
    """The document cannot be had. Names the address and the reason."""

    def __init__(self, address: str, reason: str, *, is_gone: bool = False):
        self.is_gone = is_gone  # the server says that there is no such document
        super().__init__(f"{address}: {reason}")


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds for a connection, for each answer of the server, and in all; bytes, as they are unpacked."""

    connect: float = 10
    read: float = 20
    total: float = 120
    size: int = 20_000_000
    redirects: int = 5


LIMITS = Limits()


def resolved(host: str, port: int) -> list[Address]:
    """All addresses of a name. An address in any spelling, 0x7f000001 say, is its own."""
    found = getaddrinfo(host, port, proto=IPPROTO_TCP)
    return list(dict.fromkeys(ip_address(entry[4][0]) for entry in found))


def is_public(address: Address) -> bool:
    """Whether anyone on the internet could reach it: nothing private, local, reserved or for many at once."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return is_public(address.ipv4_mapped)
        if address not in PUBLIC_IPV6 or address.sixtofour or address.teredo:
            return False
    return address.is_global and not address.is_multicast


class _Deadline:
    """Cuts the connection when the time is over: a byte now and then would keep each single read in time."""

    def __init__(self, seconds: float):
        self.seconds, self.at = seconds, monotonic() + seconds
        self.connection: HTTPConnection | None = None
        # The connection lets go of it once an answer has begun that ends with it.
        self.sock: socket | None = None
        self.timer = Timer(seconds, self._cut)
        self.timer.daemon = True

    def __enter__(self):
        self.timer.start()
        return self

    def __exit__(self, *exception):
        self.timer.cancel()

    @property
    def left(self) -> float:
        return self.at - monotonic()

    def check(self, url: Url) -> None:
        if self.left <= 0:
            raise FetchFailure(url.url, f"it took more than {self.seconds:g} seconds.")

    def _cut(self) -> None:
        for sock in (self.sock, self.connection and self.connection.sock):
            with suppress(OSError):  # closed already
                if sock is not None:
                    sock.shutdown(SHUT_RDWR)


def fetch(
    address: str,
    *,
    headers: Mapping[str, str] | None = None,
    limits: Limits = LIMITS,
    resolve: Callable[[str, int], list[Address]] = resolved,
    is_allowed: Callable[[Address], bool] = is_public,
) -> Document:
    """The document at an address, after its redirects; `FetchFailure` where that cannot or must not be.

    `headers` go to the host of `address` alone.
    """
    first = asked = _parsed(address)
    with _Deadline(limits.total) as deadline:
        for _ in range(limits.redirects + 1):
            own = (headers if _origin(asked) == _origin(first) else None) or {}
            found = _allowed(asked, resolve, is_allowed)
            with _answer(asked, found, own, limits, deadline) as answer:
                if answer.status not in REDIRECTS:
                    return Document(asked.url, _content(asked, answer, limits))
                onward = answer.headers.get("Location", "")
            asked = _parsed(onward, asked)
    raise FetchFailure(address, f"it redirects more than {limits.redirects} times.")


def _parsed(address: str, before: Url | None = None) -> Url:
    """The address in its parts, after the checks that need no network; `before` led to it."""
    said = f"it redirects to {address!r}; " if before else ""
    named = before.url if before else address
    try:
        url = parse_url(urljoin(before.url, address) if before else address)
    except (LocationParseError, ValueError) as error:
        raise FetchFailure(named, f"{said}that is no address.") from error
    if url.scheme not in PORTS or not url.host:
        raise FetchFailure(named, f"{said}only http:// and https:// addresses are fetched.")
    if url.auth:
        # Without the address: a password in it must not reach a log.
        raise FetchFailure(url.host, "leave the user name and password out of the address.")
    return url._replace(fragment=None)


def _origin(url: Url) -> tuple[str, str, int]:
    return url.scheme, url.host, url.port or PORTS[url.scheme]


def _allowed(url: Url, resolve, is_allowed) -> list[Address]:
    """Where the address leads to: all of it, or none."""
    host = url.host.strip("[]")
    try:
        found = resolve(host, url.port or PORTS[url.scheme])
    except (OSError, ValueError) as error:  # no such name; no name at all
        raise FetchFailure(url.url, f"the name {host!r} cannot be resolved.") from error
    refused = [each for each in found if not is_allowed(each)]
    if refused or not found:
        where = f" ({refused[0]})" if refused and str(refused[0]) != host else ""
        raise FetchFailure(
            url.url, f"{host}{where} is not on the public internet; feeds come from there alone."
        )
    return found


@contextmanager
def _answer(
    url: Url, addresses: list[Address], headers: Mapping[str, str], limits: Limits, deadline: _Deadline
) -> Iterator[HTTPResponse]:
    """The server's answer, its content not yet read."""
    sent = {"User-Agent": USER_AGENT, "Accept-Encoding": "gzip", **headers, "Host": url.netloc}
    connection = _connected(url, addresses, limits, deadline)
    try:
        connection.timeout = min(limits.read, max(deadline.left, TINY))
        connection.request("GET", url.request_uri, headers=sent, preload_content=False)
        with closing(connection.getresponse()) as answer:
            yield answer
    except (HTTPError, HTTPException, OSError) as error:
        deadline.check(url)
        if isinstance(error, (TimeoutError, ReadTimeoutError)):
            raise FetchFailure(url.url, f"nothing came for {limits.read:g} seconds.") from error
        raise FetchFailure(url.url, f"the server does not answer as it should ({_said(error)}).") from error
    finally:
        connection.close()
    deadline.check(url)  # what was cut may look whole


def _connected(url: Url, addresses: list[Address], limits: Limits, deadline: _Deadline) -> HTTPConnection:
    """A connection to the first of the addresses that takes one."""
    failure: Exception | None = None
    for address in addresses:
        deadline.check(url)
        connection = deadline.connection = _connection(url, address, min(limits.connect, deadline.left))
        try:
            connection.connect()
        except (HTTPError, OSError) as error:
            connection.close()
            failure = error
        else:
            deadline.sock = connection.sock
            return connection
    deadline.check(url)
    raise FetchFailure(url.url, f"no connection ({_said(failure)}).") from failure


def _connection(url: Url, address: Address, timeout: float) -> HTTPConnection:
    """To this very address; the certificate must be that of the name."""
    port, timeout = url.port or PORTS[url.scheme], max(timeout, TINY)
    if url.scheme == "http":
        return HTTPConnection(str(address), port, timeout=timeout)
    name = url.host.strip("[]")
    return HTTPSConnection(
        str(address),
        port,
        timeout=timeout,
        ssl_context=ssl.create_default_context(),
        server_hostname=name,
        assert_hostname=name,
    )


def _content(url: Url, answer: HTTPResponse, limits: Limits) -> bytes:
    if answer.status != 200:
        raise FetchFailure(url.url, f"the server answers {answer.status}.", is_gone=answer.status in GONE)
    encoding = answer.headers.get("Content-Encoding", "").strip().lower()
    if encoding not in ENCODINGS:
        raise FetchFailure(url.url, f"it is packed as {encoding!r}, which was not asked for.")
    parts, size = [], 0
    for part in answer.stream(CHUNK, decode_content=True):
        size += len(part)
        if size > limits.size:
            raise FetchFailure(url.url, f"it has more than {limits.size:,} bytes.")
        parts.append(part)
    return b"".join(parts)


def _said(error: Exception | None) -> str:
    """What went wrong, without the objects that urllib3 names."""
    is_named = isinstance(error, HTTPError | HTTPException)
    return type(error).__name__ if is_named else str(error) or type(error).__name__
