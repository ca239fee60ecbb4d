"""What pages are made from is made ahead by the worker; a page says the same with it and without."""

import pickle
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import gettext_lazy

from careers import changes, prepared
from careers.models import Occupation, Prepared
from careers.selectors.cells import Cell
from careers.templatetags.drawn import DrawnOnce
from config import preparing

pytestmark = pytest.mark.django_db

PAIR = "/compare/patient-service-coordinator-vs-front-office-coordinator/"
NAME = "letters"


@pytest.fixture
def letters(monkeypatch):
    """Something cheap to prepare, which counts how often it is made."""
    made = []
    call_command("check")  # the pages are loaded, and have said what is to be prepared of them

    def make(some):
        made.extend(some)
        return [letter.upper() for letter in some]

    monkeypatch.setattr(prepared, "PREPARATIONS", {NAME: prepared.Preparation(lambda: ["a", "b", "c"], make)})
    monkeypatch.setattr(prepared, "AT_ONCE", 2)
    return made


def always() -> bool:
    return True


def write() -> None:
    """Something that readers may see."""
    Occupation.objects.filter(pk=Occupation.objects.first().pk).update(title=F("title"))


def rendered(client, address) -> tuple[str, list[str]]:
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode(), [query["sql"] for query in asked]


def test_all_is_made_once_for_a_state(letters):
    assert list(prepared.prepare("one", always)) == [2, 1]
    assert sorted(letters) == ["a", "b", "c"]
    assert prepared.fetch(NAME, "one", ["a", "b", "c", "d"]) == {"a": "A", "b": "B", "c": "C"}
    assert list(prepared.prepare("one", always)) == []


def test_of_another_state_nothing_is_taken_and_nothing_stays(letters):
    list(prepared.prepare("one", always))
    assert prepared.fetch(NAME, "two", ["a"]) == {}
    list(prepared.prepare("two", always))
    assert prepared.fetch(NAME, "two", ["a"]) == {"a": "A"}
    assert prepared.fetch(NAME, "one", ["a"]) == {}
    assert Prepared.objects.count() == 3


def test_what_was_made_while_the_data_changed_is_thrown_away(letters):
    assert list(prepared.prepare("one", lambda: len(letters) < 3)) == [2]
    assert Prepared.objects.count() == 2


@pytest.mark.parametrize("spoil", ["another's value", "another's place", "another key"])
def test_what_the_portal_did_not_sign_is_never_unpacked(letters, monkeypatch, settings, spoil):
    list(prepared.prepare("one", always))
    row = Prepared.objects.get(key="a")
    if spoil == "another's value":
        row.value = bytes(row.value[:32]) + pickle.dumps("evil")
    elif spoil == "another's place":
        row.value = Prepared.objects.get(key="b").value
    else:
        settings.SECRET_KEY = "stolen"
    row.save()
    monkeypatch.setattr(pickle, "loads", lambda value: pytest.fail("It was unpacked."))
    assert prepared.fetch(NAME, "one", ["a"]) == {}


def test_words_to_translate_and_figures_come_back_as_texts_that_stand_in_memory_once(letters, monkeypatch):
    cell = Cell(
        key="growth", label=gettext_lazy("Growth"), text="3%", value=Decimal("3.0"), licence="A licence"
    )
    kinds = prepared.Later({"skill": (cell,), "knowledge": ()})
    made = prepared.Preparation(lambda: [1, 2], lambda some: [(cell, kinds) for _ in some])
    monkeypatch.setattr(prepared, "PREPARATIONS", {NAME: made})
    list(prepared.prepare("one", always))
    (one, of_one), (two, _) = prepared.fetch(NAME, "one", [1, 2]).values()
    assert one == two == cell == of_one["skill"][0]
    assert type(one.label) is str
    assert one.licence is two.licence
    assert dict(of_one) == dict(kinds)
    assert of_one["skill"] is not of_one["skill"]  # nothing of it stays in memory


def test_preparing_is_no_change_of_the_data(letters):
    before = changes.version(timezone.now())
    list(prepared.prepare("one", always))
    assert changes.version(timezone.now()) == before


@pytest.fixture
def two_careers(monkeypatch, settings):
    """Pages are kept as for readers, and only two careers are there to prepare."""
    settings.PAGE_CACHE = True
    call_command("check")
    for name, preparation in prepared.PREPARATIONS.items():
        pair = Occupation.objects.filter(slug__in=["patient-service-coordinator", "front-office-coordinator"])
        wanted = {prepared.key_of(career) for career in pair}
        items = [item for item in preparation.items() if prepared.key_of(item) in wanted]
        cut = prepared.Preparation(lambda items=items: items, preparation.make)
        monkeypatch.setitem(prepared.PREPARATIONS, name, cut)


def test_a_page_says_the_same_of_prepared_careers_with_fewer_queries(client, two_careers):
    write()  # a version of which nothing is kept
    made_anew, many = rendered(client, PAIR)
    write()  # another
    said = StringIO()
    call_command("prepare", stdout=said)
    assert "made" in said.getvalue()
    of_prepared, few = rendered(client, PAIR)
    assert of_prepared == made_anew
    assert len(few) < len(many) / 2
    assert not any("careers_wageestimate" in sql for sql in few)


def test_prepared_careers_come_with_what_a_comparison_draws_of_them(client, two_careers, monkeypatch):
    write()
    call_command("prepare", stdout=StringIO())
    draw, drawn_anew = DrawnOnce._pieces, []

    def watched(node, context, scope):
        drawn_anew.append(scope)
        return draw(node, context, scope)

    monkeypatch.setattr(DrawnOnce, "_pieces", watched)
    rendered(client, PAIR)
    assert not any("figure" in scope or "bar" in scope for scope in drawn_anew)


def test_the_worker_waits_until_the_data_is_quiet(letters, monkeypatch):
    write()
    assert preparing.Preparer().some() == 0
    monkeypatch.setattr(preparing, "QUIET", -preparing.QUIET)
    assert preparing.Preparer().some() == 2
