"""After the password a code: from an app, or a recovery code. Without it nobody is signed in."""

import re
from time import time
from urllib.parse import parse_qs, urlsplit

import pytest
from axes.models import AccessAttempt
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from config.second_step import devices
from tests.site.html import parse

pytestmark = pytest.mark.django_db

OWN, CODE, LOGIN = "/admin/second-step/", "/admin/second-step/code/", "/admin/login/"
PASSWORD = "quiet-Harbour-27"
HERE, ELSEWHERE = "192.0.2.1", "198.51.100.2"
INLINE = re.compile(r"<[^>]+\s(style|on[a-z]+)=|<style|<script(?![^>]+src=)")


@pytest.fixture
def grace():
    return User.objects.create_superuser("grace", password=PASSWORD)


@pytest.fixture
def with_app(grace):
    """Grace, who has set up the second step, and her recovery codes."""
    devices.begin(grace)
    TOTPDevice.objects.update(confirmed=True)
    return devices.new_codes(grace)


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


# --- Signing in ---------------------------------------------------------------------------------


def test_the_password_alone_signs_nobody_in_who_has_a_second_step(client, with_app):
    answer = sign_in(client, "/admin/careers/company/")
    assert (answer.status_code, answer.url) == (302, CODE)
    assert not is_in(client)
    page = client.get(CODE)
    assert "no-store" in page["Cache-Control"]
    assert "Enter your code" in said(page)
    answer = enter(client, f" {code()[:3]} {code()[3:]}")
    assert answer.url == "/admin/careers/company/"
    assert is_in(client)


def test_who_has_none_signs_in_by_the_password(client, grace):
    assert sign_in(client).url == "/admin/"
    assert is_in(client)


def test_a_code_is_good_for_once(client, with_app):
    used = code()
    sign_in(client)
    enter(client, used)
    other = Client()
    sign_in(other)
    assert "was used already" in said(enter(other, used))
    assert not is_in(other)


@pytest.mark.parametrize("typed", ["", "x", "12345", "１２３４５６", "1e5", "0" * 64, "\0", "0x1234"])
def test_what_is_no_code_signs_nobody_in(client, with_app, typed):
    sign_in(client)
    assert enter(client, typed).status_code == 200
    assert not is_in(client)


def test_a_recovery_code_signs_in_once_however_it_is_written(client, with_app):
    sign_in(client)
    enter(client, with_app[0].upper().replace("-", " "))
    assert is_in(client)
    other = Client()
    sign_in(other)
    enter(other, with_app[0])
    assert not is_in(other)
    assert devices.codes_left(User.objects.get()) == devices.CODES - 1


def test_the_code_has_to_follow_within_minutes_from_whom_the_password_let_through(client, with_app):
    assert client.get(CODE).url == LOGIN
    sign_in(client)
    session = client.session
    session["second_step"] |= {"at": int(time()) - 601}
    session.save()
    assert enter(client, code()).url == LOGIN
    assert not is_in(client)


@pytest.mark.parametrize("change", [{"is_active": False}, {"is_staff": False}, {"password": "new"}])
def test_who_lost_the_account_in_between_is_not_let_in(client, with_app, change):
    sign_in(client)
    User.objects.update(**change)
    assert enter(client, code()).url == LOGIN


@pytest.mark.parametrize("to", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:x"])
def test_nobody_is_sent_elsewhere_after_the_code(client, with_app, to):
    sign_in(client, to)
    assert enter(client, code()).url == "/admin/"


def test_wrong_codes_count_as_wrong_passwords_do(client, with_app):
    sign_in(client)
    for _ in range(4):
        assert "wrong" in said(enter(client, wrong()))
        patient()
    assert enter(client, wrong()).status_code == 429
    assert enter(client, code()).status_code == 429
    assert sign_in(client).status_code == 429
    kept = AccessAttempt.objects.get()
    assert wrong() not in f"{kept.post_data}{kept.get_data}"


def test_whoever_guesses_waits_longer_each_time_from_whatever_address(client, with_app):
    sign_in(client)
    for number in range(3):
        enter(client, wrong(), address=f"203.0.113.{number}")
        assert "Wait" in said(enter(client, code(), address=f"203.0.113.{number}"))
        patient()
    counted = TOTPDevice.objects.get().throttling_failure_count
    assert counted == 3
    enter(client, code(), address=ELSEWHERE)
    assert "3 wrong codes were typed" in client.get("/admin/").text
    assert TOTPDevice.objects.get().throttling_failure_count == 0


def test_whoever_guesses_for_long_locks_the_owner_out_for_little_more_than_an_hour(grace, with_app):
    device = TOTPDevice.objects.get()
    for _ in range(40):
        devices.verified(grace, wrong())
        patient()
    TOTPDevice.objects.update(throttling_failure_timestamp=device.created_at)
    assert 0 < devices.waits(grace, code()) <= 2**12 + 1


# --- Setting up ---------------------------------------------------------------------------------


@pytest.fixture
def signed_in(client, grace):
    sign_in(client)
    return client


def begin(client, password=PASSWORD):
    return client.post(OWN, {"begin": "", "password": password}, follow=True, REMOTE_ADDR=HERE)


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


# --- Required, and reset ------------------------------------------------------------------------


def test_where_it_is_required_an_editor_without_it_is_led_to_set_it_up(settings, signed_in):
    settings.DESK_TOTP = "required"
    for address in ("/admin/", "/admin/careers/company/", "/admin/auth/user/", "/admin/no/such/"):
        assert signed_in.get(address).url == OWN
    assert signed_in.post("/admin/careers/page/add/").url == OWN
    assert "asks every editor" in said(signed_in.get(OWN))
    assert signed_in.get("/admin/password_change/").status_code == 200
    begin(signed_in)
    signed_in.post(OWN, {"confirm": "", "code": code()})
    assert is_in(signed_in)


def test_where_it_is_required_who_has_it_works_on(settings, client, with_app):
    settings.DESK_TOTP = "required"
    sign_in(client)
    enter(client, with_app[0])
    assert is_in(client)
    assert client.get("/careers/").status_code == 200


def test_it_costs_the_pages_of_the_desk_no_query(settings, admin_client, django_assert_num_queries):
    """DESK_TOTP is told from the session, which is read anyway."""
    session = admin_client.session
    session["otp_device_id"] = "x/1"
    session.save()
    counts = []
    for value in ("optional", "required"):
        settings.DESK_TOTP = value
        with django_assert_num_queries(2):
            counts.append(admin_client.get("/admin/password_change/").status_code)
    assert counts == [200, 200]


def test_a_superuser_resets_it_and_sees_no_key(admin_client, client, grace, with_app):
    sign_in(client)
    enter(client, with_app[0])
    device = TOTPDevice.objects.get()
    listed = f"/admin/otp_totp/totpdevice/{device.pk}"
    pages = [admin_client.get(address) for address in ("/admin/otp_totp/totpdevice/", f"{listed}/change/")]
    assert all("grace" in said(page) and device.key not in page.text for page in pages)
    for refused in ("/admin/otp_totp/totpdevice/export/csv/", "/admin/otp_totp/totpdevice/add/"):
        assert admin_client.get(refused).status_code in {302, 403, 404}
    for secret in ("config", "qrcode"):
        assert admin_client.get(f"{listed}/{secret}/", follow=True).status_code == 404 or (
            device.key not in admin_client.get(f"{listed}/{secret}/", follow=True).text
        )
    assert admin_client.post(f"{listed}/delete/", {"post": "yes"}).status_code == 302
    assert not StaticToken.objects.exists()
    assert not is_in(client)
    assert LogEntry.objects.filter(change_message="Two-step sign-in reset.").get().object_id == str(grace.pk)
    assert sign_in(client).url == "/admin/"


def test_an_editor_sees_nothing_of_the_others(client, with_app):
    editor = User.objects.create_user("ed", is_staff=True)
    client.force_login(editor)
    assert client.get("/admin/otp_totp/totpdevice/").status_code == 403


def test_a_command_resets_it(client, with_app, capsys):
    call_command("reset_second_step", "grace")
    assert "password alone" in capsys.readouterr().out
    assert sign_in(client).url == "/admin/"
    with pytest.raises(CommandError, match="Nobody is called"):
        call_command("reset_second_step", "nobody")
