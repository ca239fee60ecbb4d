"""The second step is set up, renewed and removed by its owner alone, and its key is not shown twice."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from config.second_step import devices
from tests.site.html import parse
from tests.tooling.codes import (
    OWN,
    begin,
    code,
    enter,
    is_in,
    patient,
    said,
    sign_in,
    wrong,
)

pytestmark = pytest.mark.django_db


def test_one_sets_it_up_by_scanning_and_showing_a_code_and_gets_recovery_codes_once(signed_in):
    assert OWN in {link.attrs["href"] for link in parse(signed_in.get("/admin/")).all("a")}
    page = begin(signed_in)
    key = devices.key_in_letters(TOTPDevice.objects.get())
    assert key in said(page)
    assert page.text.count("<svg") == signed_in.get("/admin/password_change/").text.count("<svg") + 1
    assert "no-store" in page["Cache-Control"]
    assert "wrong" in said(signed_in.post(OWN, {"confirm": "", "code": wrong()}))
    assert devices.confirmed(User.objects.get()) is None
    patient()
    shown = parse(signed_in.post(OWN, {"confirm": "", "code": code()}))
    codes = [each.text for each in shown.all("code")]
    assert (
        len({each for each in codes if re.fullmatch(r"([a-z2-7]{4}-){3}[a-z2-7]{4}", each)}) == devices.CODES
    )
    again = said(signed_in.get(OWN))
    assert "10 recovery codes are left" in again
    assert not any(each in again for each in codes)
    assert key not in again
    assert LogEntry.objects.get().change_message == "Two-step sign-in set up."
    other = Client()
    sign_in(other)
    enter(other, codes[3])
    assert is_in(other)


def test_what_the_camera_reads_is_what_is_written_out(grace, monkeypatch):
    devices.begin(grace)
    read = []
    monkeypatch.setattr(devices.segno, "make", lambda text, **how: read.append(text) or Drawn())
    devices.drawn(TOTPDevice.objects.get(), "careers.example.org")
    address = urlsplit(read[0])
    asked = {name: value for name, (value,) in parse_qs(address.query).items()}
    assert (address.scheme, address.netloc, address.path) == ("otpauth", "totp", "/careers.example.org:grace")
    assert asked.pop("secret") == devices.key_in_letters(TOTPDevice.objects.get()).replace(" ", "")
    assert asked == {"issuer": "careers.example.org", "digits": "6", "period": "30"}


class Drawn:
    def svg_inline(self, **how):
        return "<svg/>"


def test_looking_makes_no_key(signed_in):
    signed_in.get(OWN)
    assert not TOTPDevice.objects.exists()


def test_a_desk_left_open_cannot_be_locked_by_who_finds_it(signed_in):
    for _ in range(4):
        assert "not your password" in said(begin(signed_in, "guess"))
    assert begin(signed_in, "guess").status_code == 429
    assert not TOTPDevice.objects.exists()


def test_a_key_that_was_left_open_is_not_shown_for_long(signed_in):
    begin(signed_in)
    digits = code()
    TOTPDevice.objects.update(created_at=timezone.now() - devices.WHILE_BEGUN)
    assert "Your password" in said(signed_in.get(OWN))
    signed_in.post(OWN, {"confirm": "", "code": digits})
    assert devices.confirmed(User.objects.get()) is None


def test_who_was_signed_in_elsewhere_is_signed_out_when_it_is_set_up(signed_in):
    thief = Client()
    sign_in(thief)
    begin(signed_in)
    signed_in.post(OWN, {"confirm": "", "code": code()})
    assert is_in(signed_in)
    assert not is_in(thief)


def test_removal_and_new_recovery_codes_ask_for_a_code(client, with_app):
    sign_in(client)
    enter(client, with_app[0])
    for action in ("renew", "remove"):
        client.post(OWN, {action: "", "code": wrong()})
        patient()
    assert devices.codes_left(User.objects.get()) == devices.CODES - 1
    fresh = said(client.post(OWN, {"renew": "", "code": with_app[1]}))
    assert with_app[2] not in fresh
    assert client.post(OWN, {"remove": "", "code": with_app[2]}).status_code == 200
    assert client.post(OWN, {"remove": "", "code": code()}).status_code == 302
    assert not TOTPDevice.objects.exists()
    assert not StaticToken.objects.exists()
    assert is_in(client)


def test_no_key_is_made_while_another_holds(client, with_app):
    sign_in(client)
    enter(client, with_app[0])
    begin(client)
    assert TOTPDevice.objects.count() == 1


def test_what_is_kept_of_a_recovery_code_signs_nobody_in(grace, with_app):
    for kept in StaticToken.objects.values_list("token", flat=True):
        assert kept not in {bare.replace("-", "") for bare in with_app}
        assert devices.verified(grace, kept) is None
        devices.StaticDevice.objects.update(throttling_failure_timestamp=None)
