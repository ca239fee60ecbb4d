"""Somebody with cookies who asks; each answer is looked at, and counted."""

import re
import time
import uuid
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit

from tests.site.html import Element, parse

from .tally import Tally

PATIENCE = 60  # seconds, on a machine that does much else
TITLE = re.compile(rb"<title>(.*?)</title>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes
    began: float  # when it was asked for

    @property
    def title(self) -> bytes:
        found = TITLE.search(self.body)
        return found[1].strip() if found else b""

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def leads_to(self) -> str:
        return self.headers.get("location", "")


class Failed(Exception):
    """The request failed; it is counted already."""


class Visitor:
    def __init__(self, address: str, tally: Tally):
        self.server, self.tally = urlsplit(address).netloc, tally
        self.cookies: dict[str, str] = {}

    def get(self, kind: str, path: str, *, status: tuple[int, ...] = (200,), **headers: str) -> Answer:
        return self.ask(kind, "GET", path, None, headers, status)

    def post(self, kind: str, path: str, data: dict, status: tuple[int, ...] = (302,)) -> Answer:
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        return self.ask(kind, "POST", path, urlencode(data).encode(), headers, status)

    def upload(self, kind: str, path: str, data: dict, field: str, name: str, content: bytes) -> Answer:
        mark = uuid.uuid4().hex
        parts = [
            f'--{mark}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
            for key, value in data.items()
        ]
        head = f'--{mark}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n'
        parts += [f"{head}Content-Type: application/octet-stream\r\n\r\n".encode(), content, b"\r\n"]
        parts.append(f"--{mark}--\r\n".encode())
        headers = {"Content-Type": f"multipart/form-data; boundary={mark}"}
        return self.ask(kind, "POST", path, b"".join(parts), headers, (302,))

    def ask(self, kind, method, path, body, headers, status) -> Answer:
        """Each by a connection of its own, as through a proxy that keeps none open."""
        began = time.monotonic()
        try:
            answer = self._ask(method, path, body, headers)
        except (OSError, HTTPException) as fault:
            raise Failed(
                self.tally.fail(kind, path, began, f"{type(fault).__name__} {fault}".strip())
            ) from fault
        self.tally.answered(kind, began)
        if answer.status not in status:
            raise Failed(self.tally.fail(kind, path, began, f"answered {answer.status}"))
        return answer

    def _ask(self, method: str, path: str, body, headers: dict) -> Answer:
        connection, began = HTTPConnection(self.server, timeout=PATIENCE), time.monotonic()
        sent = {"Connection": "close", **{name.replace("_", "-"): value for name, value in headers.items()}}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        try:
            connection.request(method, path, body, sent)
            response = connection.getresponse()
            answer = Answer(
                response.status,
                {name.lower(): value for name, value in response.getheaders()},
                response.read(),
                began,
            )
        finally:
            connection.close()
        for set_cookie in response.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: each.value for name, each in SimpleCookie(set_cookie).items()}
        return answer

    def sign_in(self, name: str, password: str) -> None:
        form = filled(self.get("sign in", "/admin/login/"))
        self.post("sign in", "/admin/login/", form | {"username": name, "password": password})


def filled(page: Answer) -> dict[str, str]:
    """What the first form of a page of the desk would send."""
    forms = parse(page.text).with_id("content").all("form")
    sent = {}
    for field in forms[0].all("input", "textarea", "select"):
        name, kind = field.attrs.get("name"), field.attrs.get("type", "text")
        if not name or kind in ("submit", "button", "file", "image"):
            continue
        if kind in ("checkbox", "radio") and "checked" not in field.attrs:
            continue
        sent[name] = _value(field)
    return sent


def errors(page: Answer) -> str:
    """What a page of the desk says is wrong."""
    found = parse(page.text).with_id("content").all(css="errorlist") + parse(page.text).all(css="errornote")
    return "; ".join(each.text for each in found)


def _value(field: Element) -> str:
    if field.tag == "textarea":
        return "".join(field.texts).removeprefix("\n").replace("\n", "\r\n")
    if field.tag == "select":
        chosen = [option for option in field.all("option") if "selected" in option.attrs]
        return chosen[0].attrs.get("value", "") if chosen else ""
    return field.attrs.get("value", "on" if field.attrs.get("type") == "checkbox" else "")
