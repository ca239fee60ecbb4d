"""What crawlers are told of: addresses that answer, each its own, and the rule that keeps the endless out."""

import random
import re
from functools import cache
from xml.etree import ElementTree

import pytest

from careers.models import Company, ImportReceipt, Industry, Occupation, RelatedOccupation
from careers.sitemaps import Careers
from comparisons.models import CuratedComparison
from comparisons.selectors.related_pairs import MOST_PAIRS, related_pairs
from tests.site.addresses import PAGES, REFERENCE, SAMPLE_JOB, SAMPLE_PAGE, TWINS
from tests.site.html import parse
from tests.site.reading import have_sample_page, page_at, response_at

pytestmark = pytest.mark.django_db

SITE = "http://testserver"
NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SECTIONS = (
    "pages", "careers", "jobs", "companies", "places", "industries", "sources", "comparisons",
    "related-careers",
)  # fmt: skip
WITHOUT_JOBS = [name for name in SECTIONS if name != "jobs"]  # as it ships, all jobs are samples
WHOLE = {"pages", "sources", "comparisons"}
SAMPLED = {"careers": 60, "companies": 15, "places": 15, "industries": 15, "related-careers": 30}
QUERIES = 12  # nine sections are counted, three of them dated
MOST_IN_ONE_SITEMAP = 50_000


def section(name: str) -> str:
    return f"/sitemap-{name}.xml"


def told(response) -> list[str]:
    return [place.text for place in ElementTree.fromstring(response.content).iter(f"{NAMESPACE}loc")]


@cache
def paths(name: str) -> list[str]:
    return [url.removeprefix(SITE) for url in told(response_at(section(name)))]


def canonical_of(response) -> list[str]:
    links = parse(response).all("link")
    return [link.attrs["href"] for link in links if link.attrs["rel"] == "canonical"]


def test_the_index_names_every_section_and_each_is_there():
    index = response_at("/sitemap.xml")
    assert index["Content-Type"] == "application/xml"
    assert told(index) == [f"{SITE}{section(name)}" for name in SECTIONS]
    for name in SECTIONS:
        assert response_at(section(name))["Content-Type"] == "application/xml"


def test_a_section_that_is_not_there_is_not_found(client):
    for address in (section("nowhere"), f"{section('places')}?p=2", f"{section('places')}?p=x"):
        assert client.get(address).status_code == 404


@pytest.mark.parametrize("name", WITHOUT_JOBS)
def test_a_section_tells_whole_addresses_each_once_and_none_with_a_query(name):
    urls = told(response_at(section(name)))
    assert 0 < len(urls) == len(set(urls)) <= MOST_IN_ONE_SITEMAP
    for url in urls:
        assert re.fullmatch(rf"{SITE}/([a-z0-9/-]+/)?", url), url


@pytest.mark.parametrize("name", WITHOUT_JOBS)
def test_every_address_told_of_answers_and_is_its_own(client, name):
    have_sample_page()
    chosen = paths(name)
    if name not in WHOLE:
        chosen = random.Random(20260401).sample(chosen, min(SAMPLED[name], len(chosen)))
    for path in chosen:
        response = client.get(path)
        assert response.status_code == 200, path
        assert canonical_of(response) == [f"{SITE}{path}"]


def test_no_address_is_told_of_in_two_sections():
    every = [path for name in SECTIONS for path in paths(name)]
    assert len(every) == len(set(every))


def test_every_page_without_a_query_is_told_of_but_for_comparisons_samples_and_reports():
    every = {path for name in SECTIONS for path in paths(name)}
    chosen = ("/compare/", "/report/", SAMPLE_JOB, SAMPLE_PAGE)
    pages = {path for path in PAGES.values() if "?" not in path and not path.startswith(chosen)}
    assert pages - every == {"/careers/prosthodontists/pay/", "/careers/patient-service-coordinator/pay/",
                             "/careers/front-office-coordinator/pay/"} & pages  # fmt: skip


def test_every_career_is_told_of_with_those_of_its_pages_that_have_figures():
    slugs = set(Occupation.objects.listed().values_list("slug", flat=True))
    assert {path.split("/")[2] for path in paths("careers")} == slugs
    for slug in ("registered-nurses", "prosthodontists", "patient-service-coordinator"):
        own = f"/careers/{slug}/"
        pages = [path for path in paths("careers") if path.startswith(own)]
        shown = page_at(own).one("nav", css="subnav").links.values()
        assert set(pages) == {own, *(url for url in shown if url.startswith(own))}


def test_of_many_careers_each_part_tells_some(client, monkeypatch):
    whole = paths("careers")
    monkeypatch.setattr(Careers, "limit", 400)
    parts = [url.removeprefix(SITE) for url in told(client.get("/sitemap.xml")) if "-careers.xml" in url]
    parts = [path for path in parts if path.startswith("/sitemap-careers")]
    assert len(parts) == 3
    each = [[url.removeprefix(SITE) for url in told(client.get(part))] for part in parts]
    assert [path for part in each for path in part] == whole
    assert all(each)


def test_every_company_place_and_industry_is_told_of():
    assert len(paths("companies")) == Company.objects.count()
    assert {"/companies/county-of-riverside/", "/companies/"} <= {*paths("companies"), *paths("pages")}
    assert len(paths("industries")) == Industry.objects.count()
    assert {"/places/united-states/", "/places/texas/", "/places/abilene-tx/"} <= set(paths("places"))


def test_a_source_was_changed_when_it_was_last_imported_and_the_others_do_not_say():
    for name in SECTIONS:
        dates = ElementTree.fromstring(response_at(section(name)).content).iter(f"{NAMESPACE}lastmod")
        assert bool([date.text for date in dates]) == (name == "sources")
    found = ElementTree.fromstring(response_at(section("sources")).content)
    changed = {
        entry.find(f"{NAMESPACE}loc").text: entry.find(f"{NAMESPACE}lastmod").text
        for entry in found.iter(f"{NAMESPACE}url")
    }
    latest = ImportReceipt.objects.filter(release__source__slug="oews").latest("finished_at").finished_at
    assert changed[f"{SITE}/sources/oews/"] == latest.date().isoformat()


@pytest.mark.parametrize("address", ["/sitemap.xml", *map(section, SECTIONS), "/robots.txt"])
def test_crawlers_cost_few_queries_and_may_keep_the_answer(client, django_assert_max_num_queries, address):
    with django_assert_max_num_queries(QUERIES):
        response = client.get(address)
    assert re.fullmatch(r"public, max-age=\d{4,5}|max-age=\d{4,5}, public", response["Cache-Control"])
    assert client.head(address).status_code == 200
    assert client.post(address).status_code == 405


def test_addresses_are_those_of_the_host_that_is_asked(client):
    for address in ("/sitemap.xml", section("sources")):
        urls = told(client.get(address, headers={"host": "localhost:8443"}, secure=True))
        assert all(url.startswith("https://localhost:8443/") for url in urls)
    robots = client.get("/robots.txt", headers={"host": "localhost:8443"}, secure=True)
    assert b"Sitemap: https://localhost:8443/sitemap.xml\n" in robots.content


def ranks() -> dict[frozenset[str], int]:
    """How related two careers are, 1 for the most; the better of the two ranks that they give each other."""
    found: dict[frozenset[str], list[int]] = {}
    for link in RelatedOccupation.objects.current().select_related("occupation", "related"):
        found.setdefault(frozenset([link.occupation.slug, link.related.slug]), []).append(link.rank)
    return {pair: min(given) for pair, given in found.items()}


def test_the_most_related_pairs_are_told_of_and_no_others():
    known = ranks()
    pairs = related_pairs()
    assert len(pairs) == min(MOST_PAIRS, len(known))
    assert all(list(pair) == sorted(pair) for pair in pairs)
    told_of = {frozenset(pair) for pair in pairs}
    assert len(told_of) == len(pairs)
    assert told_of <= set(known)
    left_out = [rank for pair, rank in known.items() if pair not in told_of]
    assert max(known[pair] for pair in told_of) <= min(left_out, default=1_000)
    assert "/compare/actors-vs-registered-nurses/" not in paths("related-careers")


def test_fewer_pairs_are_the_more_related_ones():
    assert related_pairs(50) == related_pairs()[:50]
    known = ranks()
    assert {known[frozenset(pair)] for pair in related_pairs(50)} == {1}


def curated(status: str, *slugs: str) -> CuratedComparison:
    found = {career.slug: career for career in Occupation.objects.filter(slug__in=slugs)}
    seats = zip(("first", "second", "third"), (found[slug] for slug in slugs), strict=False)
    return CuratedComparison.objects.create(
        title="Side by side", introduction="They differ.", status=status, **dict(seats)
    )


def test_what_editors_publish_is_told_of_in_their_order_and_a_draft_is_not(client):
    first, second = related_pairs(1)[0]
    curated("published", "surgeons-all-other", "actors", "dancers")
    curated("published", second, first)
    curated("draft", "dancers", "surgeons-all-other")
    published = [url.removeprefix(SITE) for url in told(client.get(section("comparisons")))]
    assert {"/compare/surgeons-all-other-vs-actors-vs-dancers/", f"/compare/{second}-vs-{first}/"} <= set(
        published
    )
    assert "/compare/dancers-vs-surgeons-all-other/" not in published
    for path in published:
        assert canonical_of(client.get(path)) == [f"{SITE}{path}"]
    related = told(client.get(section("related-careers")))
    assert not [url for url in related if first in url and second in url and url.count("-vs-") == 1
                and set(url.split("/")[4].split("-vs-")) == {first, second}]  # fmt: skip


def allows(path: str) -> bool:
    """Whether the rules let a crawler read a path: of those that fit it the longest counts (RFC 9309)."""
    fitting = []
    for line in response_at("/robots.txt").content.decode().splitlines():
        name, _, pattern = line.partition(": ")
        regex = ".*".join(re.escape(part) for part in pattern.split("*"))
        if name in {"Allow", "Disallow"} and re.match(regex, path):
            fitting.append((len(pattern), name == "Allow"))
    return max(fitting)[1] if fitting else True


def test_crawlers_may_read_what_the_sitemap_tells_and_the_twins_and_the_styles():
    lines = response_at("/robots.txt").content.decode().splitlines()
    assert lines[0] == "User-agent: *"
    assert f"Sitemap: {SITE}/sitemap.xml" in lines
    for path in [path for name in SECTIONS for path in paths(name)[:200]]:
        assert allows(path)
    twins = [path for path in TWINS.values() if "?" not in path]
    assert all(allows(path) for path in (*twins, "/static/css/site.css", "/sitemap.xml"))


def test_crawlers_are_kept_from_the_admin_and_from_endless_variants():
    refused = [path for path in PAGES.values() if "?" in path and not path.startswith("/careers/?page=")]
    assert len(refused) > 5
    refused += ["/admin/", "/admin/login/", "/places/texas/?prices=adjusted", f"{REFERENCE}?place=texas"]
    refused += ["/careers/?q=nurse&page=2"]
    assert [path for path in refused if allows(path)] == []


def test_the_further_pages_of_the_list_of_careers_can_be_read():
    assert allows("/careers/?page=2")
