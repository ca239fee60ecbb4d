"""What editors do with postings: the right occupation, for good, and text that is safe."""

import pytest

from careers import models as m
from careers.desk import drafts
from careers.feeds import matching
from careers.feeds.posting_rows import fingerprint_of
from tests.site.html import parse

from .crowd import crowd
from .forms import posted, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def posting(around):
    return crowd(m.Posting, around)[0]


@pytest.fixture
def save(admin_client, address):
    def save(row, added=None, **changes):
        page = admin_client.get(address(row))
        step = {"_publish": "1"} if isinstance(row, m.Posting) else {}  # else it is a draft beside
        answer = admin_client.post(address(row), posted(page, step | (added or {}), **changes))
        row.refresh_from_db()
        return answer

    return save


def test_an_occupation_that_an_editor_chooses_sticks(posting, nurses, save):
    assert save(posting, occupation=str(nurses.pk)).status_code == 302
    assert (posting.occupation, posting.is_occupation_chosen) == (nurses, True)
    assert (posting.match_confidence, posting.matched_title) == (None, "")
    assert save(posting, title="Keeper of crowds").status_code == 302
    assert (posting.occupation, posting.is_occupation_chosen) == (nurses, True)


@pytest.mark.parametrize("key", ["x", "9" * 30])
def test_an_occupation_that_cannot_be_is_refused_and_finds_nothing(posting, save, admin_client, address, key):
    assert said(save(posting, occupation=key))
    assert (
        admin_client.get(address(m.Posting, "changelist"), {"occupation__id__exact": key}).status_code < 400
    )


def test_that_no_occupation_fits_sticks_too(posting, save):
    assert save(posting, occupation="").status_code == 302
    assert (posting.occupation, posting.is_occupation_chosen) == (None, True)


def test_an_occupation_given_back_is_matched_by_the_title_again(posting, nurses, save, monkeypatch):
    words = matching.vocabulary([(nurses.pk, nurses.title, "", 1)], [])
    monkeypatch.setattr(matching, "load_vocabulary", lambda: words)
    save(posting, occupation="", title="Registered Nurse - Nights")
    assert save(posting, is_chosen=None).status_code == 302
    assert (posting.occupation, posting.is_occupation_chosen) == (nurses, False)
    assert posting.match_confidence >= 90


def test_what_an_editor_writes_is_sanitised_and_pay_a_year_follows(posting, save):
    why = {"change_note": "As the employer states it."}
    html = '<p onclick="x()">Keep</p><script>alert(1)</script>'
    assert save(posting, description=html, pay_min="21", pay_max="30.25", **why).status_code == 302
    assert posting.description == "<p>Keep</p>"
    assert (posting.yearly_min, posting.yearly_max) == (43_680, 62_920)
    assert save(posting, pay_min="", pay_max="", pay_unit="", currency="", **why).status_code == 302
    assert (posting.yearly_min, posting.yearly_max) == (None, None)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"description": "<script>alert(1)</script>"}, "It has no description."),
        ({"pay_min": "0", "pay_max": ""}, "Leave it empty where no pay is stated."),
        ({"pay_min": "99999"}, "above $20,000,000 it is a slip"),
        ({"currency": "$"}, "must be a code such as USD"),
    ],
)
def test_what_cleaning_rejects_is_told_at_the_form(posting, save, changes, says):
    assert says in said(save(posting, **changes))


def test_a_place_is_spelt_as_feeds_are_and_gets_its_area(posting, save):
    place = {"places-TOTAL_FORMS": "1", "places-0-city": "Tacoma", "places-0-state": "Washington"}
    place |= {"places-0-country": "US", "places-0-position": "0", "places-0-posting": str(posting.pk)}
    assert save(posting, place).status_code == 302
    found = posting.places.get()
    assert (found.state, found.area.code) == ("WA", "0042660")
    assert posting.fingerprint == fingerprint_of(
        posting.title, posting.company_name, [found], posting.is_remote
    )


def test_postings_are_filtered_by_how_they_were_matched(posting, admin_client, address):
    def found(**query):
        query |= {"q": "crowd keeper"}
        return admin_client.get(address(m.Posting, "changelist"), query).context["cl"].result_count

    m.Posting.objects.filter(pk=posting.pk).update(is_occupation_chosen=True, match_confidence=None)
    assert found(match="editor") == 1
    assert found(match="90") == 10
    assert found(match="0") == 9
    assert found(match="none") == 0
    assert found(state="sample") == 0
    assert found() == 50


def test_many_matches_are_confirmed_or_refused_at_once(posting, admin_client, address):
    keys = list(m.Posting.objects.filter(title__startswith="Crowd").values_list("pk", flat=True)[:3])
    for action in ("confirm", "none_fits"):
        form = {"action": action, "_selected_action": keys}
        assert admin_client.post(address(m.Posting, "changelist"), form, follow=True).status_code == 200
        chosen = m.Posting.objects.filter(pk__in=keys, is_occupation_chosen=True)
        assert chosen.count() == 3
        assert chosen.filter(occupation=None).count() == (3 if action == "none_fits" else 0)


def test_a_choice_in_the_list_goes_by_drafts_and_checks_as_in_the_form(
    posting, admin_client, address, settings, admin_user
):
    keys = list(m.Posting.objects.filter(title__startswith="Crowd").values_list("pk", flat=True)[:4])
    drafted, barred, hidden, plain = rows = [m.Posting.objects.get(pk=key) for key in keys]
    drafts.write(_retitled(drafted), drafts.values(drafted), admin_user)
    m.Posting.objects.filter(pk=barred.pk).update(apply_url="https://localhost/apply")
    m.Posting.objects.filter(pk=hidden.pk).update(status=m.Status.DRAFT)

    def choose() -> str:
        form = {"action": "none_fits", "_selected_action": keys}
        return parse(admin_client.post(address(m.Posting, "changelist"), form, follow=True)).text

    settings.DESK_TWO_PERSON_RULE = True
    assert "1 published: drafts for another publisher to look at." in choose()
    assert set(m.Draft.objects.values_list("object_id", flat=True)) == {drafted.pk, plain.pk}
    m.Draft.objects.filter(object_id=plain.pk).delete()
    settings.DESK_TWO_PERSON_RULE = False
    told = choose()
    assert "there is a draft of it" in told
    assert "it names no host" in told
    for row in rows:
        row.refresh_from_db()
    assert [row.is_occupation_chosen for row in rows] == [False, False, True, True]


def _retitled(posting):
    posting = m.Posting.objects.get(pk=posting.pk)
    posting.title = "Crowd leader"
    return posting
