"""The portal as production serves it: gunicorn in a process of its own, asked over HTTP."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.cookiejar import CookieJar
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, HTTPErrorProcessor, build_opener

from django.conf import settings

from tests.postgres import free_port

STARTS_WITHIN = 60  # seconds


def environment(**changes: str) -> dict[str, str]:
    """For this machine alone, whatever `.env` says."""
    of_this_machine = {
        "DJANGO_SETTINGS_MODULE": "tests.served_settings",
        "DJANGO_SECRET_KEY": "only-for-tests",
        "DJANGO_HTTPS": "false",
        "DJANGO_DEBUG": "false",
        "DJANGO_BEHIND_PROXY": "false",
        "DJANGO_ALLOWED_HOSTS": "127.0.0.1",
        "DJANGO_CSRF_TRUSTED_ORIGINS": "",
        "DATABASE_REPLICAS": "",
        "DATABASE_POOL": "true",
        "CACHE_URL": "",
        "SENTRY_DSN": "",
        "OTEL_EXPORTER_OTLP_ENDPOINT": "",
    }
    return {**os.environ, **of_this_machine, **changes}


def manage(*arguments: str, **changes: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env=environment(**changes),
        capture_output=True,
        text=True,
    )


class Browser:
    """Keeps cookies; takes every answer, also a refusal, for an answer."""

    def __init__(self, base: str):
        self.base, self.cookies = base, CookieJar()
        self._opener = build_opener(HTTPCookieProcessor(self.cookies), _AsItIs)

    def get(self, path: str, timeout: float = 60):
        return self._opener.open(f"{self.base}{path}", timeout=timeout)

    def post(self, path: str, data: dict, timeout: float = 60):
        """With the token of the form at that address."""
        with self.get(path) as page:
            token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.read().decode())
        data = {**data, "csrfmiddlewaretoken": token[1]}
        return self._opener.open(f"{self.base}{path}", urlencode(data).encode(), timeout)

    def status(self, path: str) -> int:
        with self.get(path) as answer:
            return answer.status


class _AsItIs(HTTPErrorProcessor):
    def http_response(self, request, response):
        is_elsewhere = 300 <= response.status < 400
        return super().http_response(request, response) if is_elsewhere else response


@contextmanager
def served(**changes: str) -> Iterator[str]:
    """The address that it is served at, by one process."""
    with gunicorn(1, **changes) as (address, _):
        yield address


@contextmanager
def gunicorn(workers: int, stderr=None, **changes: str) -> Iterator[tuple[str, subprocess.Popen]]:
    """The address that it is served at, and the process that the workers are children of."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "--config", "python:config.gunicorn"]
    process = subprocess.Popen(
        [*command, "--workers", str(workers), "--bind", f"127.0.0.1:{port}"],
        cwd=settings.BASE_DIR,
        env=environment(**changes),
        stdout=subprocess.DEVNULL,
        stderr=stderr,
    )
    try:
        _wait(process, port)
        yield f"http://127.0.0.1:{port}", process
    finally:
        process.terminate()
        process.wait()


def _wait(process, port: int) -> None:
    deadline = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < deadline and process.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    raise AssertionError("the server does not start")
