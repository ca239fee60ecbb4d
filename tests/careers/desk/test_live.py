"""What is not live is nowhere: no page, list, twin, feed, sitemap or search tells of it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from careers.models import Company, EmployerPay, Occupation, OccupationText, Page, Posting, Status
from careers.search import find, index
from comparisons.models import CuratedComparison
from tests.careers.advertised import advertise

pytestmark = pytest.mark.django_db

WORD = "Quuxwood"  # is in the words of each, and nowhere else
MORE = ("is their", "works", "page", "compared", "first", "nurse")
HOUR = timedelta(hours=1)
HIDDEN = {
    "a draft": {"status": Status.DRAFT},
    "in review": {"status": Status.IN_REVIEW},
    "archived": {"status": Status.ARCHIVED},
    "not yet": {"status": Status.PUBLISHED, "publish_at": HOUR},
    "no longer": {"status": Status.PUBLISHED, "unpublish_at": -HOUR},
}
LIVE = {"status": Status.PUBLISHED, "publish_at": -HOUR, "unpublish_at": HOUR}
CAREER = "registered-nurses"
COMPARED = (CAREER, "actors")
NOWHERE = ("/about/quuxwood/", "/companies/quuxwood/", "/companies/quuxwood.json")
LISTS = (
    "/about/",
    "/companies/?q=quuxwood",
    "/companies.json?q=quuxwood",
    "/companies.csv?q=quuxwood",
    "/companies/best.json?occupation=registered-nurses",
    "/companies/best.csv?occupation=registered-nurses",
    "/jobs/?q=quuxwood",
    "/jobs.json?q=quuxwood",
    "/jobs.csv?q=quuxwood",
    "/jobs.atom?q=quuxwood",
    f"/careers/{CAREER}/",
    f"/careers/{CAREER}.json",
    f"/careers/{CAREER}/pay/",
    "/compare/",
    "/compare/registered-nurses-vs-actors/",
    "/compare/registered-nurses-vs-actors.json",
    "/search/?q=quuxwood",
    "/search.json?q=quuxwood",
    "/suggest?q=quuxwood",
    "/sitemap-pages.xml",
    "/sitemap-companies.xml",
    "/sitemap-jobs.xml",
)


def write(state: dict) -> Posting:
    """One of each kind in that state; of the company, an offer that is the best paid of all."""
    now = timezone.now()
    state = {name: now + value if isinstance(value, timedelta) else value for name, value in state.items()}
    nurses, actors = (Occupation.objects.get(slug=slug) for slug in COMPARED)
    OccupationText.objects.create(occupation=nurses, summary=f"{WORD} is their text.", **state)
    company = Company.objects.create(name=f"{WORD} Works", slug="quuxwood", **state)
    offered = EmployerPay.objects.current().filter(area__code="0000000").exclude(median=None).first()
    EmployerPay.objects.create(
        company=company, occupation=nurses, area=offered.area, release=offered.release, is_current=True,
        offers=500, median=900_000, mean=900_000, lowest=900_000, highest=900_000,
    )  # fmt: skip
    Page.objects.create(title=f"{WORD} page", slug="quuxwood", body="Words.", **state)
    CuratedComparison.objects.create(
        first=nurses, second=actors, title=f"{WORD} compared", introduction=f"{WORD} first.", **state
    )
    posting = advertise(CAREER, title=f"{WORD} nurse", company=company, company_name="Rainier", **state)
    index.refresh_postings([posting.pk])
    return posting


def told(client, address: str) -> bool:
    """Whether the answer has the word, but for the reader's own question."""
    text = client.get(address).content.decode().casefold().replace("q=quuxwood", "")
    said = (f"{WORD} {more}".casefold() for more in MORE)
    return any(words in text for words in (*said, "/quuxwood", "-quuxwood"))


@pytest.mark.parametrize("state", HIDDEN.values(), ids=HIDDEN)
def test_what_is_not_live_is_nowhere(client, state):
    posting = write(state)
    for address in (*NOWHERE, posting.get_absolute_url(), posting.get_absolute_url().rstrip("/") + ".json"):
        assert client.get(address).status_code == 404, address
    assert [address for address in LISTS if told(client, address)] == []
    assert not find.search(WORD).groups
    assert client.get("/jobs/?company=quuxwood").status_code != 500


def test_what_is_live_is_there(client):
    posting = write(LIVE)
    for address in (*NOWHERE, posting.get_absolute_url()):
        assert client.get(address).status_code == 200, address
    silent = {address for address in LISTS if not told(client, address)}
    assert silent <= {"/companies/best.csv?occupation=registered-nurses", f"/careers/{CAREER}/pay/"}, silent


def test_a_job_of_a_company_that_readers_do_not_see_has_no_way_to_it(client):
    company = Company.objects.create(name=f"{WORD} Works", slug="quuxwood", status=Status.DRAFT)
    posting = advertise(CAREER, company=company, company_name="Rainier")
    for address in (posting.get_absolute_url(), "/jobs/", f"/jobs.json?occupation={CAREER}"):
        text = client.get(address).content.decode()
        assert "Rainier" in text
        assert "quuxwood" not in text.casefold()


def test_the_words_of_drafts_are_no_suggested_spellings():
    write({"status": Status.DRAFT})
    index.rebuild()
    assert find.search("quuxwod").corrected != WORD.lower()


def test_nobody_is_looked_up_for_a_reader(client, django_assert_max_num_queries):
    """What keeps the history of edits asks who edits; it does not where nobody does."""
    client.cookies["sessionid"] = "a-session-that-is-over"
    for address in ("/about/", "/sources/", f"/careers/{CAREER}/"):
        with django_assert_max_num_queries(15) as queries:
            assert client.get(address).status_code == 200
        asked = [query["sql"] for query in queries if "session" in query["sql"] or "auth_" in query["sql"]]
        assert asked == [], address
