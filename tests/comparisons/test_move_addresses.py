"""Whatever the address of a move may be asked for: the move, a redirect or a helpful 404."""

from urllib.parse import quote

import pytest

from tests.site.html import parse

from .test_move_views import MOVE

pytestmark = pytest.mark.django_db


def not_found(response) -> dict:
    assert response.status_code == 404
    return parse(response).one("main").links


@pytest.mark.parametrize("end", ["/", ".json", ".csv"])
def test_a_move_from_a_career_to_itself_is_that_career(client, end):
    for pair in ("actors-vs-actors", "Actors-vs-ACTORS-vs-actors"):
        assert client.get(f"/compare/{pair}/move{end}").url == f"/careers/actors{end}"


@pytest.mark.parametrize("pair", ["Actors-vs-Dancers", "-vs-actors-vs-dancers", "actors-vs--vs-dancers"])
def test_odd_forms_of_an_address_are_put_right_and_keep_their_direction(client, pair):
    assert client.get(f"/compare/{pair}/move/", follow=True).redirect_chain == [(MOVE, 302)]
    assert client.get(f"/compare/{pair}/move.json").url == f"{MOVE.rstrip('/')}.json"


def test_more_than_two_careers_are_not_found_and_their_moves_are_offered(client):
    links = not_found(client.get("/compare/actors-vs-dancers-vs-models/move/"))
    assert {MOVE, "/compare/dancers-vs-models/move/"} <= set(links.values())


@pytest.mark.parametrize(
    ("pair", "offered"),
    [
        ("actors-vs-dancer", MOVE),
        ("actor-vs-dancers", MOVE),
        ("electrician-vs-plumber", "/careers/electricians/"),
        ("actors", "/careers/actors/"),
        ("actors-vs-dancer-vs-models", "/careers/dancers/"),
    ],
)
def test_an_unknown_career_is_not_found_and_the_nearest_moves_are_offered(client, pair, offered):
    links = not_found(client.get(f"/compare/{pair}/move/"))
    assert offered in links.values()
    for url in links.values():
        assert client.get(url).status_code == 200


def test_no_career_is_offered_a_move_to_itself(client):
    links = not_found(client.get("/compare/actors-vs-actor/move/"))
    assert "/compare/actors-vs-actors/move/" not in links.values()


@pytest.mark.parametrize("pair", ["ü-vs-actors", "\x00-vs-actors", "-vs-", "a" * 10_000, "actors-vs-" * 900])
def test_no_letters_in_an_address_break_it(client, pair):
    for end in ("/move/", "/move.json", "/move.pdf"):
        response = client.get(f"/compare/{quote(pair, safe='')}{end}", follow=True)
        assert response.status_code == 404, pair[:40]


def test_there_is_no_other_twin(client):
    assert client.get(f"{MOVE.rstrip('/')}.pdf").status_code == 404


@pytest.mark.parametrize(
    "pair",
    [
        "registered-nurses-vs-actors",
        "actors-vs-dancers",
        "patient-service-coordinator-vs-front-office-coordinator",
        "patient-service-coordinator-vs-physicians-all-other",
        "physicians-all-other-vs-surgeons-all-other",
        "dentists-general-vs-cardiologists",
    ],
)
def test_no_move_takes_more_than_twenty_queries(client, django_assert_max_num_queries, pair):
    with django_assert_max_num_queries(20):
        client.get(f"/compare/{pair}/move/")
