"""Two at the desk with one row open that is saved at once, drafted nowhere: nothing is overwritten unseen."""

import pytest
from django.contrib.auth.models import Group, User

from careers.desk.roles import EDITOR, PUBLISHER
from careers.models import ReaderReport, Synonym

from .forms import posted, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def at_desk(client):
    """A client for a colleague of a role."""

    def at_desk(name: str, role: str):
        user = User.objects.create_user(name, is_staff=True)
        user.groups.add(Group.objects.get(name=role))
        other = type(client)()
        other.force_login(user)
        return other

    return at_desk


@pytest.fixture
def synonym(db):
    return Synonym.objects.create(term="lamp folk", meaning="lamplighters")


def test_the_second_publisher_is_told_and_merges(at_desk, synonym, address):
    paula, quentin = at_desk("paula", PUBLISHER), at_desk("quentin", PUBLISHER)
    page = quentin.get(address(synonym))
    first = posted(paula.get(address(synonym)), meaning="lighthouse keepers")
    assert paula.post(address(synonym), first).status_code == 302
    mine = posted(page, term="lamp people")
    answer = quentin.post(address(synonym), mine)
    assert "Nothing was saved: paula changed this while you were writing." in said(answer)
    assert "lighthouse keepers" in said(answer)
    (found,) = answer.context["adminform"].form.collision
    assert (found.field, found.is_mine_too) == ("meaning", False)
    synonym.refresh_from_db()
    assert synonym.term == "lamp folk"

    seal = answer.content.decode().partition('name="_mine_over" value="')[2].partition('"')[0]
    assert quentin.post(address(synonym), mine | {"_mine_over": seal}).status_code == 302
    synonym.refresh_from_db()
    assert (synonym.term, synonym.meaning) == ("lamp people", "lighthouse keepers")


def test_a_report_is_not_answered_twice(at_desk, address):
    report = ReaderReport.objects.create(figure="annual_mean", page="/careers/actors/", message="Too high.")
    edith, ned = at_desk("edith", EDITOR), at_desk("ned", EDITOR)
    page = ned.get(address(report))
    edith.post(
        address(report), posted(edith.get(address(report)), answer="It is the mean.", state="answered")
    )
    answer = ned.post(address(report), posted(page, state="dismissed"))
    assert "edith changed this" in said(answer)
    report.refresh_from_db()
    assert (report.state, report.answer) == ("answered", "It is the mean.")


def test_who_saves_the_same_or_alone_is_not_asked(at_desk, synonym, address):
    paula, quentin = at_desk("paula", PUBLISHER), at_desk("quentin", PUBLISHER)
    page = quentin.get(address(synonym))
    for client in (paula, quentin, paula):
        assert client.post(address(synonym), posted(page, meaning="keepers")).status_code == 302
    synonym.refresh_from_db()
    assert synonym.meaning == "keepers"
