"""What nobody learns by trying numbers, where nobody is sent after a code, and whose forms are not taken."""

from datetime import UTC, datetime
from time import time

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from careers.models import Correction, OccupationText, ReaderReport
from config.second_step import devices
from tests.hostile import doors

pytestmark = pytest.mark.django_db

NUMBER, MISSING = 918273645, 918273646
PAGE = "/careers/registered-nurses/"
ELSEWHERE = [
    "//evil.example/",
    "/\\evil.example",
    "https://evil.example/",
    "javascript:x",
    "/\t/evil.example",
]


def reported(**more) -> ReaderReport:
    return ReaderReport(figure="growth", page=PAGE, shown="4%", message="Words of a reader", **more)


def test_no_reader_learns_the_number_of_a_report_or_who_else_sent_one(client):
    answered = {"state": "answered", "answer": "In July.", "is_public": True}
    ReaderReport.objects.bulk_create(
        [reported(pk=NUMBER, **answered, answered_at=datetime(2026, 3, 1, tzinfo=UTC))]
    )
    given = {"figure": "growth", "page": PAGE, "shown": "4%"}
    written = ["The publisher prints 5% in its table of May.", "Its table of June says 6% instead of that."]
    sent = [Client().post("/report/", {**given, "message": words}).url for words in written]
    assert sent == ["/report/thanks/"] * 2
    latest = ReaderReport.objects.exclude(pk=NUMBER).latest("received_at").pk
    assert client.get(f"{sent[0]}?{latest}").content == client.get(sent[0]).content
    for address in (PAGE, "/figures/", "/figures.json", "/figures.csv"):
        told = client.get(address).content
        assert b"In July." in told
        assert str(NUMBER).encode() not in told
    for address in (f"/report/{latest}/", f"/report/thanks/{latest}/", f"/reports/{latest}"):
        assert client.get(address).status_code == 404


@pytest.mark.parametrize("is_signed_in", [False, True])
@pytest.mark.parametrize("model", [ReaderReport, Correction, OccupationText, User])
def test_who_may_not_look_gets_the_same_answer_for_what_is_there_and_what_is_not(client, is_signed_in, model):
    if is_signed_in:  # at the desk, without a right
        client.force_login(User.objects.create_user("guest", is_staff=True))
    if model is ReaderReport:
        ReaderReport.objects.bulk_create([reported(pk=NUMBER)])
    there = next(iter(model.objects.values_list("pk", flat=True)[:1]), NUMBER)
    for view in ("change", "delete", "history"):
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}_{view}"
        answers = [client.get(reverse(name, args=[key])) for key in (there, MISSING)]
        assert [answer.status_code for answer in answers] == [403 if is_signed_in else 302] * 2, view
        assert is_signed_in or all(answer.url.startswith("/admin/login/") for answer in answers)


@pytest.mark.parametrize("to", ELSEWHERE)
def test_after_a_code_nobody_is_sent_elsewhere_however_that_was_asked_for(client, to):
    grace = User.objects.create_superuser("grace", password="right")
    devices.begin(grace)
    TOTPDevice.objects.update(confirmed=True)
    device = TOTPDevice.objects.get()
    app = TOTP(device.bin_key, device.step)
    app.time = time()
    asked = {"query_params": {"next": to}}
    client.post("/admin/login/", {"username": "grace", "password": "right", "next": to}, **asked)
    entered = client.post("/admin/second-step/code/", {"code": f"{app.token():06}", "next": to}, **asked)
    assert entered.url == "/admin/"


def test_no_address_takes_a_form_from_another_site(caplog):
    """Of who has every right: neither a form for readers, nor one of the desk, nor that to sign out."""
    browser, taken = Client(enforce_csrf_checks=True), []
    browser.force_login(User.objects.create_superuser("grace"))
    caplog.set_level("CRITICAL")
    for door in doors.doors():
        answer = browser.post(door.path(), {"post": "yes"}, headers={"Origin": "https://evil.example"})
        taken += [(door.name, answer.status_code)] if answer.status_code not in {403, 405} else []
    assert taken == []
