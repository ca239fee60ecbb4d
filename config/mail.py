"""Where mail goes out: one address in place of six settings."""

from dataclasses import dataclass
from urllib.parse import SplitResult, unquote

SCHEMES = ("smtp", "smtp+tls", "smtps")
PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


@dataclass(frozen=True, slots=True)
class Server:
    backend: str
    host: str = ""
    port: int = 0
    user: str = ""
    password: str = ""
    starts_tls: bool = False
    is_tls: bool = False


def server(url: SplitResult | None) -> Server:
    """smtp+tls://user:password@mail.example.org:587; nothing goes out where there is none."""
    if url is None:
        return Server("django.core.mail.backends.dummy.EmailBackend")
    return Server(
        backend="django.core.mail.backends.smtp.EmailBackend",
        host=url.hostname or "",
        port=url.port or PORTS[url.scheme],
        user=unquote(url.username or ""),
        password=unquote(url.password or ""),
        starts_tls=url.scheme == "smtp+tls",
        is_tls=url.scheme == "smtps",
    )
