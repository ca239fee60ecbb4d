"""Addresses of comparisons and the picker: whatever is asked for, a page, a redirect or a helpful 404."""

from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careers.models import Occupation
from tests.site.html import parse

pytestmark = pytest.mark.django_db

A, B = "actors", "dancers"
PAIR = f"/compare/{A}-vs-{B}/"


def not_found(response) -> dict:
    """The links of a helpful 404."""
    assert response.status_code == 404
    main = parse(response).one("main")
    assert main.one("p", css="lede").text
    return main.links


def test_any_two_careers_are_compared_in_the_order_of_the_address(client):
    for first, second in ((A, B), (B, A)):
        page = parse(client.get(f"/compare/{first}-vs-{second}/"))
        columns = page.all("table", css="compare-table")[0].one("thead").links
        assert list(columns.values()) == [f"/careers/{first}/", f"/careers/{second}/"]


@pytest.mark.parametrize(
    ("pair", "offered"),
    [
        ("actors-vs-dancer", "/compare/actors-vs-dancers/"),
        ("actors-vs-regstered-nurses", "/compare/actors-vs-registered-nurses/"),
        ("electrician-vs-plumber", "/careers/electricians/"),
        (
            "actors-vs-regstered-nurses-vs-dancers",
            "/compare/actors-vs-dancers-vs-registered-nurses/",
        ),
    ],
)
def test_an_unknown_career_is_not_found_and_the_nearest_pairs_are_offered(client, pair, offered):
    links = not_found(client.get(f"/compare/{pair}/"))
    assert offered in links.values()
    for url in links.values():
        assert client.get(url).status_code == 200


def test_a_pair_of_which_nothing_is_known_leads_on(client):
    assert {"/careers/", "/compare/"} <= set(not_found(client.get("/compare/xqz-vs-zqx/")).values())


@pytest.mark.parametrize("twin", ["", ".json", ".csv"])
def test_a_career_against_itself_is_that_career(client, twin):
    end = twin or "/"
    assert client.get(f"/compare/{A}-vs-{A}{end}").url == f"/careers/{A}{end}"
    assert client.get(f"/compare/{A}-vs-{A.upper()}-vs-{A}{end}").url == f"/careers/{A}{end}"


@pytest.mark.parametrize("pair", ["Actors-vs-Dancers", "ACTORS-VS-DANCERS", "actors-Vs-dancers"])
def test_upper_case_is_put_right(client, pair):
    response = client.get(f"/compare/{pair}/")
    assert (response.status_code, response.url) == (302, PAIR)
    assert client.get(f"/compare/{pair}.json").url == PAIR.rstrip("/") + ".json"


@pytest.mark.parametrize(
    "pair",
    [
        "-vs-actors-vs-dancers", "actors-vs-dancers-vs-", "actors-vs--vs-dancers", "-actors-vs-dancers-",
        "actors--vs--dancers", "actors-vs-actors-vs-dancers", "-vs--vs-actors-vs-dancers-vs--vs-",
    ],
)  # fmt: skip
def test_odd_forms_of_two_careers_lead_to_their_comparison(client, pair):
    assert client.get(f"/compare/{pair}/", follow=True).redirect_chain[-1:] == [(PAIR, 302)]


@pytest.mark.parametrize(
    "pair", ["-vs-", "-vs--vs-", "--", "-vs-vs-", "vs", "-", "%20", "actors", "actors-vs-"]
)
def test_an_address_without_two_careers_says_what_is_missing(client, pair):
    response = client.get(f"/compare/{pair}/", follow=True)
    assert response.status_code in {200, 404}
    if response.status_code == 404:
        not_found(response)


def test_one_career_offers_what_it_may_have_meant(client):
    assert "/careers/actors/" in not_found(client.get("/compare/actors/")).values()


def test_six_careers_offer_comparisons_of_five(client):
    slugs = list(Occupation.objects.listed().order_by("slug").values_list("slug", flat=True)[:6])
    links = not_found(client.get(f"/compare/{'-vs-'.join(slugs)}/"))
    assert f"/compare/{'-vs-'.join(slugs[:5])}/" in links.values()
    for url in links.values():
        assert client.get(url).status_code == 200


def test_very_many_careers_are_not_found_with_a_short_list(client, django_assert_max_num_queries):
    slugs = Occupation.objects.listed().order_by("pk").values_list("slug", flat=True)[:25]
    with django_assert_max_num_queries(5):
        assert len(not_found(client.get(f"/compare/{'-vs-'.join(slugs)}/"))) < 20


@pytest.mark.parametrize("length", [2_000, 10_000, 60_000])
def test_an_endless_address_is_not_found(client, length):
    for text in ("a" * length, "-vs-" * (length // 4), "actors-vs-" * (length // 10)):
        not_found(client.get(f"/compare/{text}/"))


LETTERS = ["ü", "\x00", "a b", "a.b", "<b>", "'", "\u202e", "\U0001f469", "..", "%2e", "a\nb", "İ", "_", "\\"]
FORMS = ["{}-vs-actors", "actors-vs-{}", "{}-vs-{}", "{}", "{}-vs-dancers-vs-actors"]


@pytest.mark.parametrize("form", FORMS)
def test_no_letters_in_an_address_break_it(client, form):
    for letters in LETTERS:
        pair = quote(form.replace("{}", letters), safe="")
        for end in ("/", ".json"):
            assert client.get(f"/compare/{pair}{end}", follow=True).status_code in {200, 404}, pair


PARTS = st.sampled_from(["actors", "Dancers", "-vs-", "-", "vs", "nowhere", "ü", ".", " "])


@settings(
    deadline=None,
    derandomize=True,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(PARTS, max_size=7))
def test_any_address_settles_after_one_redirect(client, parts):
    text = "".join(parts)
    response = client.get(f"/compare/{quote(text, safe='')}/") if text.strip(".") else client.get("/compare/")
    if response.status_code == 302:
        response = client.get(response.url)
    assert response.status_code in {200, 404}


def pick(client, **names):
    return client.get("/compare/", names)


@pytest.mark.parametrize("first", ["actors", "Actors", "ACTORS", "  actors "])
@pytest.mark.parametrize("second", ["registered-nurses", "Registered Nurses", "registered nurses"])
def test_two_names_that_fit_one_career_each_open_their_comparison(client, first, second):
    assert pick(client, a=first, b=second).url == "/compare/actors-vs-registered-nurses/"


def test_a_job_title_is_picked_by_its_singular_and_its_plural(client):
    for name in ("Front Office Coordinator", "front office coordinators"):
        assert pick(client, a=name, b="actors").url == "/compare/front-office-coordinator-vs-actors/"


def test_a_name_that_fits_several_careers_offers_them_and_keeps_the_other(client):
    response = pick(client, a="nurse", b="Actors")
    assert response.status_code == 200
    main = parse(response).one("main")
    links = {text: url for text, url in main.links.items() if "a=" in url}
    assert "Registered Nurses" in links
    assert all("Nurse" in text for text in links)
    assert client.get(links["Registered Nurses"]).url == "/compare/registered-nurses-vs-actors/"
    values = {field.attrs["name"]: field.attrs["value"] for field in main.all("form")[0].all("input")}
    assert values == {"a": "nurse", "b": "Actors"}


def test_two_names_that_fit_several_are_settled_one_after_the_other(client):
    main = parse(pick(client, a="nurse", b="engineer")).one("main")
    half = next(url for text, url in main.links.items() if text == "Registered Nurses")
    assert "engineer" in half
    main = parse(client.get(half)).one("main")
    whole = next(url for text, url in main.links.items() if text == "Civil Engineers")
    assert client.get(whole).url == "/compare/registered-nurses-vs-civil-engineers/"


def test_a_misspelt_name_offers_the_nearest(client):
    links = parse(pick(client, a="regstered nurses", b="actors")).one("main").links
    assert "Registered Nurses" in links


def test_a_name_like_no_career_says_so_and_leads_to_the_list(client):
    main = parse(pick(client, a="xqzvw", b="actors")).one("main")
    assert "No career has a name like that." in main.text
    assert "/careers/" in main.links.values()


def test_the_same_career_twice_asks_for_another(client):
    for second in ("actors", "Actors"):
        main = parse(pick(client, a="Actors", b=second)).one("main")
        assert "same career" in main.one("p", css="notice").text


@pytest.mark.parametrize("names", [{}, {"a": ""}, {"a": "", "b": ""}, {"a": "  ", "b": "actors"}, {"b": "x"}])
def test_an_empty_picker_is_just_a_form(client, names):
    main = parse(pick(client, **names)).one("main")
    fields = [[field.attrs["name"] for field in form.all("input")] for form in main.all("form")]
    assert fields == [["a", "b"], ["career", "here", "there"]]
    assert "is “”" not in main.text


def test_the_examples_of_the_picker_are_comparisons(client):
    links = parse(pick(client)).one("main").links
    assert len(links) >= 4
    for url in links.values():
        assert client.get(url).status_code == 200
