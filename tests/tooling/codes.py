"""An editor who has an app that shows codes, and what a browser sends for the second step."""

import re
from time import time

from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from tests.site.html import parse

OWN, CODE, LOGIN = "/admin/second-step/", "/admin/second-step/code/", "/admin/login/"
PASSWORD = "quiet-Harbour-27"
HERE, ELSEWHERE = "192.0.2.1", "198.51.100.2"
INLINE = re.compile(r"<[^>]+\s(style|on[a-z]+)=|<style|<script(?![^>]+src=)")


def code(ahead: int = 0) -> str:
    """What the app shows, or will show in so many steps."""
    device = TOTPDevice.objects.get()
    shown = TOTP(device.bin_key, device.step)
    shown.time = time() + ahead * device.step
    return f"{shown.token():06}"


def wrong() -> str:
    shown = {code(ahead) for ahead in (-1, 0, 1, 2)}
    return next(
        digits for digits in ("000000", "111111", "222222", "333333", "444444") if digits not in shown
    )


def patient() -> None:
    """As if as much time had passed as a wrong code has to be waited for."""
    TOTPDevice.objects.update(throttling_failure_timestamp=None)


def sign_in(client, to="/admin/", address=HERE, **typed):
    typed = {"username": "grace", "password": PASSWORD, "next": to, **typed}
    return client.post(LOGIN, typed, REMOTE_ADDR=address)


def enter(client, typed: str, address=HERE):
    return client.post(CODE, {"code": typed}, REMOTE_ADDR=address)


def is_in(client) -> bool:
    return client.get("/admin/").status_code == 200


def said(answer) -> str:
    assert not INLINE.search(answer.content.decode())
    return parse(answer).one("main").text


def begin(client, password=PASSWORD):
    return client.post(OWN, {"begin": "", "password": password}, follow=True, REMOTE_ADDR=HERE)
