"""After the password a code: from an app, or a recovery code. Without it nobody is signed in."""

from time import time

import pytest
from axes.models import AccessAttempt
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from config.second_step import devices
from tests.tooling.codes import (
    CODE,
    ELSEWHERE,
    LOGIN,
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
