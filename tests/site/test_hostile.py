"""Whatever is sent to whichever address, the answer is one of ours, and soon.

Each address meets a few of all the asks, drawn by lot; `python -m tests.hostile` asks them all.
"""

import logging
from random import Random

import pytest
from django.contrib.auth.models import User

from tests.hostile import doors, values, walking
from tests.hostile.asking import Ask, Asker, Bounds
from tests.site.reading import have_sample_job, have_sample_page

pytestmark = pytest.mark.django_db

OF_A_PAGE, OF_THE_DESK = 2, 3  # asks of one address
DESK = 40  # of its addresses


@pytest.fixture
def lot():
    return Random(9)


@pytest.fixture
def _quiet():
    """Each refusal is told in the log, some with a traceback."""
    logging.disable()
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture
def known():
    have_sample_job()
    have_sample_page()
    return doors.doors()


def faults(asker: Asker, of: list, lot: Random, number: int) -> list[str]:
    found = []
    for door in of:
        door.queries = lot.sample(door.queries, min(1, len(door.queries)))
        (usual, *_) = told = walking.look(door, asker, rounds=1)
        found += [f"{door.name} as usual: {fault}" for each in told for fault in each.faults]
        asks = list(walking.asks(door, lot, 1))
        asks = lot.sample(asks, min(number, len(asks)))
        asks += list(walking.posts(door, usual.text, lot, 1, fields=1))
        found += [f"{ask}: {fault}" for ask in asks for fault in asker.ask(ask).faults]
    return found


@pytest.mark.usefixtures("_quiet")
def test_no_address_for_readers_breaks_writes_or_works_hard_whatever_is_asked(known, lot):
    pages = [door for door in known if not door.is_desk]
    assert len(pages) > 80
    assert faults(Asker(bounds=Bounds(queries=20)), pages, lot, OF_A_PAGE) == []


@pytest.mark.usefixtures("_quiet")
def test_no_address_of_the_desk_breaks_writes_or_works_hard_whatever_an_editor_asks(known, lot):
    desk = [door for door in known if door.is_desk]
    assert len(desk) > 400
    editor = Asker(User.objects.create_superuser("editor"))
    assert faults(editor, lot.sample(desk, DESK), lot, OF_THE_DESK) == []


@pytest.mark.usefixtures("_quiet")
def test_who_is_not_signed_in_gets_no_further_than_the_door_of_the_desk(known, lot):
    anybody, found = Asker(bounds=Bounds(queries=3)), []
    for door in known:
        if door.is_desk and door.name not in {"admin:login", "admin:jsi18n"}:
            query = f"q={lot.choice(list(values.VALUES.values()))}"
            told = anybody.ask(Ask(door.name, "GET", f"{door.path()}?{query}", "signed out"))
            found += [(door.name, told.status, fault) for fault in told.faults]
            found += [(door.name, told.status)] if told.status not in {302, 400} else []
    assert found == []


def test_each_route_for_readers_has_a_listed_address():
    assert doors.without_address() == []


@pytest.mark.usefixtures("_quiet")
def test_the_walk_sees_what_a_page_reads_and_what_it_does_wrong(rf):
    asker = Asker(bounds=Bounds(queries=0))
    door = next(door for door in doors.doors() if door.name == "careers:jobs")
    (told, *_) = walking.look(door, asker, rounds=1)
    assert {"q", "place", "radius", "pay_min", "sort", "page"} <= door.names
    assert any("asks the database" in fault for fault in told.faults)


@pytest.mark.usefixtures("_quiet")
@pytest.mark.parametrize("address", ["/nowhere/", "/careers/nowhere/", "/api/v1/", "/admin/nowhere/"])
def test_more_names_than_are_read_are_refused_on_pages_of_errors_too(client, address):
    asked = "&".join(f"n{number}=1" for number in range(1_500))
    assert client.get(f"{address}?{asked}").status_code == 400


@pytest.mark.usefixtures("_quiet")
@pytest.mark.parametrize(
    "asked",
    ["user/?username__regex=(a%2B)%2B$", "group/?pk__in=9999999999999999999", "user/?last_login__iso_year=0",
     "group/?name__range=", "user/1/change/?_to_field=", f"group/?{'id=1&' * 900}", "user/?q=%00"],
)  # fmt: skip
def test_the_lists_of_accounts_refuse_what_no_filter_asks(admin_client, asked):
    assert admin_client.get(f"/admin/auth/{asked}").status_code in {200, 302}


@pytest.mark.usefixtures("_quiet")
def test_a_right_that_no_database_can_hold_is_no_choice(admin_client):
    page = admin_client.post("/admin/auth/group/add/", {"name": "a", "permissions": "9" * 19})
    assert page.status_code == 200
    assert page.context["adminform"].form.errors["permissions"]


@pytest.mark.parametrize(
    "to", ["//evil.example/", "/\\evil.example", "https://evil.example/", "javascript:x"]
)
def test_who_signs_in_is_sent_nowhere_else(client, to):
    User.objects.create_superuser("grace", password="right")
    sent = client.post("/admin/login/", {"username": "grace", "password": "right", "next": to})
    assert (sent.status_code, sent["Location"][:1], sent["Location"][1:2]) == (302, "/", "a")
