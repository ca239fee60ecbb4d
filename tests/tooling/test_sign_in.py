"""Who fails to sign in too often waits a quarter of an hour, and learns nothing about who has an account."""

import re
from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.models import User
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from config.sign_in import client_address
from tests.site.html import parse

pytestmark = pytest.mark.django_db

LOGIN = "/admin/login/?next=/admin/"
NAMED, ADDRESS = 5, 25  # failures before a name at an address waits, and an address with any names
PASSWORD = "correct horse battery staple"
HERE, ELSEWHERE = "192.0.2.1", "192.0.2.2"


@pytest.fixture
def grace():
    return User.objects.create_superuser("grace", password=PASSWORD)


@pytest.fixture
def sign_in(client):
    def sign_in(name="grace", password="wrong", address=HERE, times=1, **headers):
        for _ in range(times):
            typed = {"username": name, "password": password}
            response = client.post(LOGIN, typed, REMOTE_ADDR=address, headers=headers)
        return response

    return sign_in


def is_in(response) -> bool:
    return response.status_code == 302 and response.url == "/admin/"


def test_after_five_failures_even_the_right_password_waits_and_the_page_says_until_when(grace, sign_in):
    assert sign_in(times=NAMED - 1).status_code == 200
    assert sign_in().status_code == 429
    response = sign_in(password=PASSWORD)
    assert response.status_code == 429
    assert 0 < int(response["Retry-After"]) <= 15 * 60
    assert "no-store" in response["Cache-Control"]
    assert "sessionid" not in response.cookies
    page = parse(response)
    assert page.one("h1").text == "Too many failed sign-ins"
    until = AccessAttempt.objects.get().attempt_time + timedelta(minutes=15)
    assert f"Try again in 15 minutes, at {until:%H:%M} UTC." in page.text
    assert not re.search(r"<[^>]+\s(style|on[a-z]+)=|<style|<script(?![^>]+src=)", response.content.decode())


def test_a_name_that_nobody_has_gets_the_same_answers(grace, sign_in):
    def answers(name, address):
        texts = [parse(sign_in(name, address=address)).one("main").text for _ in range(NAMED + 1)]
        return [re.sub(r"\d+ minutes|at \d\d:\d\d", "", text) for text in texts]

    assert answers("grace", HERE) == answers("nobody", ELSEWHERE)


def test_trying_while_locked_does_not_put_it_off(grace, sign_in):
    sign_in(times=NAMED)
    before = AccessAttempt.objects.values().get()
    sign_in(times=3)
    assert AccessAttempt.objects.values().get() == before


def test_a_quarter_of_an_hour_later_one_signs_in(grace, sign_in):
    sign_in(times=NAMED)
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=14, seconds=50))
    assert "Try again in a minute" in parse(sign_in(password=PASSWORD)).text
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=15, seconds=1))
    assert is_in(sign_in(password=PASSWORD))


def test_who_knows_a_name_cannot_lock_its_owner_out(grace, sign_in):
    sign_in(times=NAMED, address=ELSEWHERE)
    assert is_in(sign_in(password=PASSWORD))


def test_a_superuser_lets_a_name_in_again_at_once(admin_client, grace, sign_in):
    sign_in(times=NAMED)
    listed = "/admin/axes/accessattempt/"
    page = parse(admin_client.get(listed))
    assert "grace" in page.text
    assert HERE in page.text
    key = AccessAttempt.objects.get().pk
    assert admin_client.get(f"{listed}{key}/change/").status_code == 200
    admin_client.post(f"{listed}{key}/delete/", {"post": "yes"})
    assert is_in(sign_in(password=PASSWORD))


def test_another_browser_at_the_same_address_is_no_way_around(grace, sign_in):
    for number in range(NAMED):
        response = sign_in(user_agent=f"browser {number}")
    assert response.status_code == 429


def test_an_address_that_tries_many_names_waits_with_all_of_them(grace, sign_in):
    for number in range(ADDRESS):
        response = sign_in(f"name {number}")
        assert (response.status_code == 429) == (number == ADDRESS - 1)
    assert sign_in(password=PASSWORD).status_code == 429
    assert is_in(sign_in(password=PASSWORD, address=ELSEWHERE))


def test_who_signs_in_is_forgiven_under_that_name_only(grace, sign_in):
    sign_in(times=NAMED - 1)
    sign_in("ada", times=2)
    assert is_in(sign_in(password=PASSWORD))
    assert AccessAttempt.objects.get().username == "ada"


def test_neither_name_nor_password_of_a_failure_is_kept_beside_it(grace, sign_in):
    sign_in(password="hunter2hunter2")
    kept = AccessAttempt.objects.get()
    assert "grace" not in kept.post_data
    assert "hunter2" not in f"{kept.post_data}{kept.get_data}{kept.path_info}"


FORGED = "203.0.113.9, 198.51.100.7"


@pytest.mark.parametrize(
    ("is_behind_proxy", "remote", "forwarded", "meant"),
    [
        (False, HERE, FORGED, HERE),
        (True, "127.0.0.1", FORGED, "198.51.100.7"),
        (True, "127.0.0.1", "", "127.0.0.1"),
        (True, "", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        (False, "::ffff:192.0.2.1", "", HERE),
        (False, "", "", None),
        (True, HERE, "unknown", None),
    ],
)
def test_the_address_is_what_the_trusted_proxy_saw(settings, is_behind_proxy, remote, forwarded, meant):
    settings.BEHIND_PROXY = is_behind_proxy
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    assert client_address(RequestFactory().get("/", REMOTE_ADDR=remote, headers=headers)) == meant


def test_behind_a_proxy_readers_are_told_apart(settings, grace, sign_in):
    settings.BEHIND_PROXY = True
    for number in range(NAMED):
        response = sign_in(address="127.0.0.1", **{"X-Forwarded-For": f"203.0.113.{number}, {HERE}"})
    assert response.status_code == 429
    assert is_in(sign_in(password=PASSWORD, address="127.0.0.1", **{"X-Forwarded-For": ELSEWHERE}))


@pytest.mark.parametrize("address", ["/figures/", "/admin/login/"])
def test_a_reader_costs_no_query_about_who_they_are(client, address):
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
    assert response.status_code == 200
    assert not [query["sql"] for query in queries if re.search(r'"(axes|auth|django_session)', query["sql"])]
    if not address.startswith("/admin"):
        assert not response.cookies
