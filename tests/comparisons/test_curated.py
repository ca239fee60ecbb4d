"""What editors wrote about a comparison is kept whole, found in any order, and shown once published."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from careers.models import Occupation
from careers.selectors.profile import profiles
from comparisons import shipped
from comparisons.models import CuratedComparison, ShippedComparison, members_key
from comparisons.selectors import curated
from tests.comparisons.curating import DRAFT, PUBLISHED, careers, comparison_of
from tests.site.html import parse

pytestmark = pytest.mark.django_db

PAIR = ("patient-service-coordinator", "front-office-coordinator")
REFERENCE = f"/compare/{PAIR[0]}-vs-{PAIR[1]}/"


def keys(*slugs):
    return [career.pk for career in careers(*slugs)]


def refused(change) -> bool:
    try:
        with transaction.atomic():
            change()
    except IntegrityError:
        return True
    return False


@given(
    st.sets(st.integers(1, 10**6), min_size=2, max_size=5).flatmap(lambda ids: st.permutations(sorted(ids)))
)
def test_a_set_has_one_key_in_whatever_order_and_no_other_set_has_it(ids):
    assert members_key(ids) == members_key(sorted(ids))
    assert [int(pk) for pk in members_key(ids).strip("-").split("-")] == sorted(ids)


def test_a_published_comparison_is_found_in_any_order_and_of_no_other_set(django_assert_num_queries):
    comparison_of("dancers", "actors", "choreographers")
    for order in (("actors", "choreographers", "dancers"), ("dancers", "actors", "choreographers")):
        asked = keys(*order)
        with django_assert_num_queries(1):
            found = curated.of(asked)
        assert found.slugs == ("dancers", "actors", "choreographers")
        assert found.url == "/compare/dancers-vs-actors-vs-choreographers/"
    assert curated.of(keys("dancers", "actors")) is None
    assert curated.of(keys("dancers")) is None
    assert curated.of([]) is None


def test_a_draft_is_found_by_nobody():
    comparison_of("dancers", "actors", status=DRAFT)
    assert curated.of(keys("dancers", "actors")) is None
    assert "/compare/dancers-vs-actors/" not in curated.addresses_of_published()


def test_the_addresses_of_the_published_are_in_the_editors_order(django_assert_num_queries):
    comparison_of("dancers", "actors")
    with django_assert_num_queries(1):
        addresses = curated.addresses_of_published()
    assert addresses == [REFERENCE, "/compare/dancers-vs-actors/"]
    assert curated.addresses_by_set()[frozenset(PAIR)] == REFERENCE


@pytest.mark.parametrize(
    ("introduction", "beginning"),
    [
        ("One. Two.", "One."),
        ("Both watch the U.S. Army. It marches.", "Both watch the U.S. Army."),
        ("Pay is 3.5% apart! So what?", "Pay is 3.5% apart!"),
        ("“Who moves more?” Ask them.", "“Who moves more?”"),
        ("No end at all\n\nNext paragraph.", "No end at all"),
        ("Broken\nacross lines. And on.", "Broken across lines."),
        ("\r\n\r\nLate.\r\n\r\nNext.", "Late."),
        ("x" * 400, "x" * 299 + "…"),
    ],
)
def test_the_list_shows_the_first_sentence(introduction, beginning):
    assert (
        curated.curated(comparison_of("actors", "dancers", introduction=introduction)).beginning == beginning
    )


# What the database holds, whichever way it is written.


def test_a_set_is_published_once_in_whatever_order():
    comparison_of("dancers", "actors")
    assert refused(lambda: comparison_of("actors", "dancers"))
    draft = comparison_of("actors", "dancers", status=DRAFT)
    assert refused(lambda: CuratedComparison.objects.filter(pk=draft.pk).update(status=PUBLISHED))
    comparison_of("actors", "dancers", "choreographers")


def test_a_key_follows_what_is_saved_and_a_stale_one_is_refused():
    comparison = comparison_of("dancers", "actors")
    (other,) = careers("choreographers")
    comparison.second = other
    comparison.save(update_fields=["second"])
    comparison.refresh_from_db()
    assert comparison.members_key == members_key(keys("dancers", "choreographers"))
    rows = CuratedComparison.objects.filter(pk=comparison.pk)
    (actors,) = careers("actors")
    for change in ({"first": actors}, {"third": actors}, {"members_key": "-1-2-"}):
        assert refused(lambda change=change: rows.update(**change)), change
    swapped = CuratedComparison(title="x", introduction="x", first=actors, second=other)
    assert refused(lambda: CuratedComparison.objects.bulk_create([swapped])), "its key is empty"


def test_none_is_compared_with_itself_and_no_seat_is_left_out():
    actors, dancers, writers = careers("actors", "dancers", "writers-and-authors")
    for seats in (
        {"first": actors, "second": actors},
        {"first": actors, "second": dancers, "third": actors},
        {"first": actors, "second": dancers, "fourth": writers},
        {"first": actors},
        {"first": actors, "second": dancers, "status": "retired"},
    ):
        assert refused(
            lambda seats=seats: CuratedComparison.objects.create(title="x", introduction="x", **seats)
        )


def test_only_careers_with_a_page_are_compared():
    group = Occupation.objects.major_groups().first()
    (actors,) = careers("actors")
    with pytest.raises(ValidationError, match="has no page of its own"):
        CuratedComparison(title="x", introduction="x", first=actors, second=group).full_clean()


def test_an_occupation_that_is_compared_is_not_deleted():
    title = Occupation.objects.create(title="Zymologist", slug="zymologist", level="job_title")
    comparison_of("zymologist", "actors")
    with pytest.raises(ProtectedError):
        title.delete()


# What ships with the portal.


def test_the_reference_pair_ships_as_a_published_comparison():
    found = curated.of(keys(*reversed(PAIR)))
    assert found.slugs == PAIR
    assert found.introduction
    assert found.verdict


def test_the_shipped_texts_state_no_figure():
    found = curated.of(keys(*PAIR))
    text = f"{found.title} {found.introduction} {found.verdict}"
    assert not any(letter.isdigit() or letter in "$%" for letter in text)


def test_the_shipped_texts_say_of_the_two_what_their_figures_say():
    patients, office = profiles(careers(*PAIR))
    slower, quicker = (profile.cell("time_to_become").value for profile in (patients, office))
    assert max(quicker) <= min(slower), "the front office is the quicker way in"
    more, less = (profile.cell("annual_mean").value for profile in (patients, office))
    assert less < more < 1.1 * less, "a little more pay"
    assert all(profile.cell("growth").value < 0 for profile in (patients, office)), "neither is growing"
    assert patients.skills[:2] == office.skills[:2], "the skills named first are the same"


def test_loading_again_gives_nothing_twice_and_changes_nothing():
    call_command("load_snapshot", without_samples=True, verbosity=0)
    shipped.give()
    assert CuratedComparison.objects.count() == 1


def test_what_editors_made_of_a_shipped_one_stays():
    (row,) = CuratedComparison.objects.all()
    row.title, row.status = "Ours now", DRAFT
    row.save()
    call_command("load_snapshot", without_samples=True, verbosity=0)
    row.refresh_from_db()
    assert (row.title, row.status) == ("Ours now", DRAFT)
    row.delete()
    call_command("load_snapshot", without_samples=True, verbosity=0)
    assert not CuratedComparison.objects.exists()


def test_a_database_that_has_the_snapshot_but_not_the_comparison_is_given_it_too():
    CuratedComparison.objects.all().delete()
    ShippedComparison.objects.all().delete()
    call_command("load_snapshot", without_samples=True, verbosity=0)
    assert curated.of(keys(*PAIR)).url == REFERENCE


def test_editors_who_were_first_are_given_none_beside_theirs():
    CuratedComparison.objects.all().delete()
    ShippedComparison.objects.all().delete()
    comparison_of(*reversed(PAIR), title="Ours")
    shipped.give()
    assert [row.title for row in CuratedComparison.objects.all()] == ["Ours"]
    assert ShippedComparison.objects.count() == 1


def test_a_database_without_the_careers_waits_for_them():
    CuratedComparison.objects.all().delete()
    ShippedComparison.objects.all().delete()
    Occupation.objects.filter(slug=PAIR[0]).update(title="Something else")
    shipped.give()
    assert not CuratedComparison.objects.exists()
    Occupation.objects.filter(slug=PAIR[0]).update(title="Patient Service Coordinator")
    shipped.give()
    assert CuratedComparison.objects.exists()


# Where readers meet it.


def test_the_picker_lists_the_published_with_the_first_sentence_and_no_pair_twice(client):
    comparison_of("registered-nurses", "actors", title="Wards or stages")
    comparison_of("dancers", "actors", title="Not yet", status=DRAFT)
    page = parse(client.get("/compare/")).one("main")
    assert page.links["Wards or stages"] == "/compare/registered-nurses-vs-actors/"
    assert "Both are watched." in page.text
    assert "One moves more" not in page.text
    assert "Not yet" not in page.text
    addresses = [a.attrs["href"] for a in page.all("a")]
    assert addresses.count(REFERENCE) == 1
    assert len(addresses) == len(set(addresses))


def test_the_page_of_each_of_the_compared_leads_to_the_comparison(client):
    comparison_of("registered-nurses", "actors", title="Wards or stages")
    comparison_of("dancers", "actors", title="Not yet", status=DRAFT)
    for slug in ("registered-nurses", "actors"):
        main = parse(client.get(f"/careers/{slug}/")).one("main")
        assert "Compared by our editors" in main.text
        assert main.links["Wards or stages"] == "/compare/registered-nurses-vs-actors/"
        assert "Not yet" not in main.text
    assert "Compared by our editors" not in parse(client.get("/careers/surgeons-all-other/")).one("main").text


def test_the_page_of_an_occupation_in_many_comparisons_stays_within_its_queries(
    client, django_assert_max_num_queries
):
    for slug in ("actors", "dancers", "choreographers"):
        comparison_of("registered-nurses", slug, title=f"Nurses or {slug}")
    with django_assert_max_num_queries(15):
        assert "Nurses or dancers" in parse(client.get("/careers/registered-nurses/")).one("main").text


@pytest.mark.parametrize("change", [{"level": "broad", "soc_code": "27-2019"}, {"slug": "players"}])
def test_an_occupation_that_is_renamed_or_no_longer_listed_breaks_no_page(client, change):
    comparison_of("actors", "dancers", "choreographers", title="All three")
    Occupation.objects.filter(slug="actors").update(**change)
    listed = "level" not in change
    address = "/compare/players-vs-dancers-vs-choreographers/"
    assert (address in curated.addresses_of_published()) is listed
    for page in ("/compare/", "/careers/dancers/"):
        assert ("All three" in parse(client.get(page)).one("main").text) is listed, page
    assert client.get(address).status_code == (200 if listed else 404)


def test_a_list_of_many_takes_no_more_queries(client, django_assert_max_num_queries):
    slugs = list(Occupation.objects.detailed().order_by("slug").values_list("slug", flat=True)[:40])
    for slug in slugs[1:]:
        comparison_of(slugs[0], slug, title=f"Against {slug}")
    with django_assert_max_num_queries(5):
        assert "Against" in parse(client.get(reverse("comparisons:index"))).one("main").text
