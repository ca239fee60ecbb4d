"""Whole results, suggestions, and the occupations for a filter."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from careers.kept import keeping
from careers.models import MajorRoute, Occupation, OccupationText, Synonym
from careers.search import find, postings
from careers.search.find import Hit
from tests.careers.advertised import advertise

pytestmark = pytest.mark.django_db


def titles(query: str, **options) -> list[str]:
    pages = Occupation.objects.in_bulk(find.occupations(query, **options).ids)
    return [pages[pk].title for pk in find.occupations(query, **options).ids]


def kinds(query: str) -> dict[str, list[str]]:
    return {group.kind: [hit.title for hit in group.hits] for group in find.search(query).groups}


@pytest.mark.parametrize(
    "query",
    ["registered nurse", "Registered Nurses", "nurse registered", "REGISTERED-NURSE", "registerednurse",
     "registerd nurze", "“registered” (nurse)", "registered  nurse?", "a registered nurse job"],
)  # fmt: skip
def test_spelling_order_case_and_punctuation_are_forgiven(query):
    assert titles(query)[0] == "Registered Nurses"


def test_what_was_corrected_is_said_and_can_be_searched_as_typed():
    assert find.occupations("registerd nurze").corrected == "registered nurse"
    assert find.search("registerd nurze").corrected == "registered nurse"
    assert find.search("registerd nurze", exact=True).groups == ()
    assert find.occupations("registerd nurze", exact=True) == find.Found()


def test_what_needs_no_correction_is_not_said_to_be_corrected():
    for query in ("nurse", "nurses", "fixes planes", "HR", "a nurse", "truck driver"):
        assert find.search(query).corrected == "", query


def test_a_word_that_finds_nothing_is_dropped_and_that_is_said():
    found = find.occupations("nurse zzyzxqqq")
    assert found.corrected == "nurse"
    assert found.ids == find.occupations("nurse").ids


def test_words_that_no_name_has_together_find_what_most_of_them_find():
    found = find.occupations("dentist tractor")
    assert found.ids
    assert found.corrected in {"dentist", "tractor"}


def test_the_very_title_comes_before_everything_else():
    for occupation in Occupation.objects.listed().exclude(title__contains="All Other").order_by("pk")[::25]:
        assert titles(occupation.title)[0] == occupation.title


def test_a_soc_code_finds_its_occupation():
    assert titles("29-1141") == ["Registered Nurses"]


def test_another_name_that_matched_is_shown():
    (careers,) = [group for group in find.search("staff nurse").groups if group.kind == "occupation"]
    hit = careers.hits[0]
    assert (hit.title, hit.path) == ("Registered Nurses", "/careers/registered-nurses/")
    assert "staff nurse" in hit.matched.casefold()
    assert find.search("registered nurses").groups[0].hits[0].matched == ""


def test_of_like_names_that_of_more_people_comes_first():
    assert titles("driver")[0] == "Heavy and Tractor-Trailer Truck Drivers"


def test_editors_job_titles_and_their_texts_are_found():
    assert titles("patient service coordinator")[0] == "Patient Service Coordinator"
    writer = Occupation.objects.get(soc_code="27-3043")
    OccupationText.objects.create(occupation=writer, summary="They invent quixotic gallimaufries.")
    hit = find.search("gallimaufry").groups[0].hits[0]
    assert (hit.title, hit.matched) == ("Writers and Authors", "its description")


def test_places_industries_majors_and_pages_are_found_in_groups_of_their_own():
    assert kinds("texas")["place"][0] == "Texas"
    assert "Mining, Quarrying, and Oil and Gas Extraction" in kinds("mining")["industry"]
    assert kinds("nursing")["major"]
    assert kinds("definitions")["page"] == ["What the figures mean"]
    assert next(iter(kinds("nursing"))) == "occupation"


def test_a_major_finds_the_careers_that_it_leads_to(client):
    (majors,) = [group for group in find.search("veterinary medicine").groups if group.kind == "major"]
    assert majors.hits[0].path == "/careers/?q=Veterinary+Medicine"
    led_to = set(
        MajorRoute.objects.current()
        .filter(major__field__title="Veterinary Medicine", major__title__contains="Veterinary Medicine")
        .values_list("occupation_id", flat=True)
    )
    assert led_to
    assert led_to <= set(find.occupations("Veterinary Medicine").ids)


def test_one_kind_alone_is_found_with_all_of_its_hits():
    (places,) = find.search("texas", kind="place").groups
    assert (places.kind, len(places.hits)) == ("place", places.total)
    assert {hit.kind for hit in find.suggest("a", kind="place")} == {"place"}


def test_a_group_says_how_many_there_are_of_which_it_shows_the_first():
    careers = find.search("manager").groups[0]
    assert careers.total > len(careers.hits) == 30
    assert careers.total == len(find.occupations("manager").ids)
    assert tuple(hit.occupation_id for hit in careers.hits) == find.occupations("manager").ids[:30]


def test_a_synonym_is_what_an_editor_says_it_means():
    assert not titles("wug")
    Synonym.objects.create(term="wug", meaning="astronomer, baker")
    assert titles("wugs")[:2] == ["Astronomers", "Bakers"]
    Synonym.objects.filter(term="wug").update(is_in_use=False)
    assert "Astronomers" not in titles("wug")


def test_every_page_that_is_found_answers(client):
    for query in ("nurse", "texas", "mining", "nursing", "compare", "figures", "sources"):
        for group in find.search(query).groups:
            assert client.get(group.hits[0].path).status_code == 200, group.hits[0].path


@pytest.mark.parametrize("query", ["", "   ", "?!", "—", "\0", "“”"])
def test_nothing_typed_finds_nothing(query):
    assert find.search(query) == find.Results(query)
    assert find.suggest(query) == ()
    assert find.occupations(query) == find.Found()


def test_suggestions_follow_each_letter():
    for begun in ("registered n", "registered nur", "regist", "registerd nur"):
        assert "Registered Nurses" in [hit.title for hit in find.suggest(begun)], begun
    assert find.suggest("electricia")[0].title == "Electricians"
    assert find.suggest("hr")[0].title == "Human Resources Specialists"
    assert find.suggest("truckdriver")[0].title == "Heavy and Tractor-Trailer Truck Drivers"


def test_suggestions_are_few_and_each_page_once():
    found = find.suggest("a")
    assert len(found) == 8
    assert len({hit.path for hit in find.suggest("manag", limit=50)}) == len(find.suggest("manag", limit=50))
    assert find.suggest("registered nurses", limit=1) == (
        Hit("occupation", "Registered Nurses", "/careers/registered-nurses/", "", found_pk("29-1141")),
    )


def found_pk(code: str) -> int:
    return Occupation.objects.get(soc_code=code).pk


def test_a_search_takes_few_queries(django_assert_max_num_queries):
    for query, most in (("nurse", 3), ("HR", 3), ("registerd nurze", 8), ("nurse zzyzxqqq", 8)):
        with django_assert_max_num_queries(most):
            find.search(query)
    with django_assert_max_num_queries(2):
        find.suggest("registered nur")


def test_what_only_open_jobs_name_is_not_taken_for_misspelled():
    """Employers and towns of postings: “rainier” is no “raiser”."""
    closed = advertise(title="Gloamer", closed_on=localdate())
    postings.refresh([closed.pk])
    assert find.search("rainier").corrected == "raiser"
    postings.refresh([advertise(title="Welder").pk])
    assert find.search("rainier").corrected == ""
    assert kinds("rainier") == {"posting": ["Welder"]}
    assert kinds("registerd nurze")["occupation"][0] == "Registered Nurses"


def test_further_pages_and_orders_of_a_list_look_nothing_up_for_its_words(django_assert_num_queries):
    with keeping("a version"):
        found = find.occupations("nurse")
        with django_assert_num_queries(0):
            assert find.occupations("nurse") == found
    with keeping("the next version"), CaptureQueriesContext(connection) as asked:
        assert find.occupations("nurse") == found
    assert asked.captured_queries
