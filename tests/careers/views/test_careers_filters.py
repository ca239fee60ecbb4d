"""Filters of the list of careers, against a slow second computation over random questions."""

import random
import re
from urllib.parse import urlencode

import pytest

from careers.models import Occupation
from tests.oracles.careers_list import count, found, shipped, unsure
from tests.site.html import parse

pytestmark = pytest.mark.django_db

CHOICES = {
    "education": ["none", "high_school", "associate", "bachelor", "master", "doctoral_professional"],
    "experience": ["none", "under_5_years", "from_5_years"],
    "zone": ["1", "2", "3", "4", "5"],
    "growth": ["0", "3", "5", "10", "20"],
    "openings": ["1000", "5000", "10000", "50000"],
    "employment": ["100", "1000", "10000", "100000"],
    "interest": ["realistic", "investigative", "artistic", "social", "enterprising", "conventional"],
    "skill": ["speaking", "writing", "programming", "science", "repairing"],
    "women": ["0-25", "25-50", "50-75", "75-100"],
    "group": ["management-occupations", "legal-occupations", "production-occupations"],
    "pay_min": ["30000", "60000", "90000"],
    "pay_max": ["50000", "80000", "150000"],
}
SEVERAL = {"education", "experience", "zone", "interest", "skill", "women"}
PLACES = ["", "texas", "abilene-tx", "alaska-nonmetropolitan-area"]


def question(seed: int) -> dict[str, list[str]]:
    """A few random filters, some of them with several choices."""
    chance = random.Random(seed)
    names = chance.sample(sorted(CHOICES), chance.randint(1, 3))
    asked = {
        name: chance.sample(CHOICES[name], chance.randint(1, 2) if name in SEVERAL else 1) for name in names
    }
    if place := PLACES[seed % len(PLACES)]:
        asked["place"] = [place]
    return asked


def counted(page) -> dict[tuple[str, str], int]:
    """The number beside each choice of the form."""
    form, numbers = page.one("details", css="filters"), {}
    for label in form.all("label"):
        for box in label.all("input"):
            numbers[box.attrs["name"], box.attrs["value"]] = number_in(label.text)
    for select in form.all("select"):
        for option in select.all("option"):
            if option.text.endswith(")"):
                numbers[select.attrs["name"], option.attrs["value"]] = number_in(option.text)
    return numbers


def number_in(text: str) -> int:
    return int(re.search(r"\(([\d,]+)\)$", text)[1].replace(",", ""))


@pytest.mark.parametrize("keep", [False, True])
@pytest.mark.parametrize("seed", range(8))
def test_filters_find_and_count_what_an_oracle_finds_and_counts(client, seed, keep):
    asked, adjusted = question(seed), seed % 3 == 0
    place = asked.get("place", ["united-states"])[0]
    rows = shipped(place, adjusted=adjusted and "place" in asked)
    query = urlencode(asked, doseq=True) + ("&unknown=keep" if keep else "")
    query += "&prices=adjusted" if adjusted else ""

    answer = client.get(f"/careers.json?{query}").json()
    assert sorted(career["slug"] for career in answer["careers"]) == sorted(found(rows, asked, keep=keep))
    assert answer["unknown_count"] == unsure(rows, asked)

    page = parse(client.get(f"/careers/?{query}"))
    numbers = counted(page)
    for name in sorted(set(CHOICES) - {"pay_min", "pay_max"}):
        for choice in CHOICES[name]:
            right = count(rows, asked, name, choice, keep=keep)
            assert numbers[name, choice] == right, (asked, name, choice)


def test_every_choice_has_a_count_and_following_it_finds_as_many(client):
    page = parse(client.get("/careers/?place=texas&pay_min=60000"))
    numbers = counted(page)
    assert {name for name, _ in numbers} == set(CHOICES) - {"pay_min", "pay_max"}
    for (name, choice), number in list(numbers.items())[::9]:
        url = f"/careers.json?place=texas&pay_min=60000&{name}={choice}"
        assert client.get(url).json()["count"] == number, (name, choice)


def test_careers_without_a_figure_there_are_left_out_counted_and_kept_on_request(client):
    page = parse(client.get("/careers/?place=abilene-tx"))
    (said,) = page.all("p", css="list-unsure")
    left_out = int(said.text.split()[0])
    shown = int(page.one("main").one("p", css="lede").text.split()[0])
    assert shown + left_out == Occupation.objects.listed().count()
    assert "figures there" in said.text
    kept = parse(client.get(said.links["Keep them"]))
    assert "unknown values kept" in kept.one("h1").text
    assert int(kept.one("main").one("p", css="lede").text.split()[0]) == shown + left_out
    assert kept.one("p", css="list-unsure").links["Leave them out"] == "/careers/?place=abilene-tx"


def test_pay_in_a_place_is_never_that_of_another(client):
    for career in client.get("/careers.json?place=abilene-tx&unknown=keep").json()["careers"]:
        pay, employment, _ = career["figures"]
        for figure in (pay, employment):
            assert figure["value"] is None or figure["area"] == "Abilene, TX"
            assert figure["value"] is not None or figure["missing_reason_text"]


def test_a_place_is_found_by_the_name_that_people_type(client):
    for typed in ("Abilene, TX", "abilene", "ABILENE-TX"):
        assert client.get("/careers/", {"place": typed, "q": ""}).url == "/careers/?place=abilene-tx"
    page = parse(client.get("/careers/?place=abilene-tx"))
    assert page.one("h1").text == "Careers in Abilene, TX"
    assert page.with_id("id_place").attrs["value"] == "Abilene, TX"
    assert client.get("/careers/?place=United States&pay_min=90000").url == "/careers/?pay_min=90000"


def test_a_name_of_several_places_asks_which(client):
    page = parse(client.get("/careers/?place=Portland&pay_min=60000"))
    assert "Several places" in page.one("details", css="filters").one("ul", css="errorlist").text
    links = page.one("div", css="empty-state").links
    assert "/careers/?place=portland-vancouver-hillsboro-or-wa&pay_min=60000" in links.values()


def test_a_name_of_no_place_is_said_to_be_none_and_near_ones_are_offered(client):
    page = parse(client.get("/careers/?place=Txas"))
    assert "No place" in page.one("details", css="filters").one("ul", css="errorlist").text
    assert page.one("div", css="empty-state").links["Texas"] == "/careers/?place=texas"


def test_nothing_in_a_place_offers_the_wider_one(client):
    links = parse(client.get("/careers/?place=abilene-tx&pay_min=250000")).one("div", css="empty-state").links
    promised = {url: int(re.search(r"([\d,]+) careers?$", text)[1]) for text, url in links.items()}
    assert "/careers/?pay_min=250000" in promised
    assert "/careers/?place=texas&pay_min=250000" in promised
    for url, number in promised.items():
        assert client.get(url.replace("/careers/", "/careers.json")).json()["count"] == number > 0


def canonical(page) -> str:
    return next(link.attrs["href"] for link in page.all("link") if link.attrs.get("rel") == "canonical")


@pytest.mark.parametrize(
    "query",
    [
        "education=master&education=bachelor&q=Nurse&page=1",
        "q=nurse&education=bachelor&education=master&education=bachelor",
        "education=BACHELOR&q=%20NURSE%20&education=Master&view=list&place=united-states",
        "prices=adjusted&q=nurse&education=master&education=bachelor&sort=match&unknown=maybe&sort=",
    ],
)
def test_equal_questions_have_one_canonical_address(client, query):
    page = parse(client.get(f"/careers/?{query}", follow=True))
    assert canonical(page).endswith("/careers/?q=nurse&education=bachelor&education=master")


def test_what_a_form_leaves_empty_is_not_in_the_address(client):
    response = client.get("/careers/?q=nurse&place=&group=&education=bachelor&sort=&view=")
    assert (response.status_code, response.url) == (302, "/careers/?q=nurse&education=bachelor")
    assert client.get("/careers/?q=&place=").url == "/careers/"


def test_the_table_has_more_of_each_career_in_the_same_order(client):
    query = "q=nurse&place=texas"
    page = parse(client.get(f"/careers/?{query}&view=table"))
    heads = [head.text for head in page.one("thead").all("th")]
    assert heads[1:7] == [
        "Mean pay", "People employed", "Growth", "Openings a year", "Entry education", "Experience asked for",
    ]  # fmt: skip
    careers_in = [header.text for header in page.one("tbody").all("th")]
    plain = parse(client.get(f"/careers/?{query}"))
    assert careers_in == [header.text for header in plain.one("tbody").all("th")]
    assert plain.one("nav", css="list-views").links["Table"] == f"/careers/?{query}&view=table"


def test_pay_at_national_prices_is_in_the_heading_and_can_be_taken_back(client):
    page = parse(client.get("/careers/?place=texas&prices=adjusted&pay_min=90000"))
    assert page.one("h1").text == "Careers in Texas, at national prices, paying $90,000 a year or more"
    chips = {
        text.removeprefix("Remove filter: "): url for text, url in page.one("ul", css="chips").links.items()
    }
    assert chips["at national prices"] == "/careers/?place=texas&pay_min=90000"
    assert "prices" not in chips["in Texas"]


@pytest.mark.parametrize(
    "query",
    [
        "place=abilene-tx&prices=adjusted&pay_min=20000&education=bachelor&interest=social&view=table",
        "place=abilene-tx&prices=adjusted&pay_min=250000&skill=programming&women=0-25",
        "q=nurse&place=abilene-tx&prices=adjusted&unknown=keep&page=2",
        "q=xyzzy&place=texas&growth=20",
        "place=Txas",
        "q=registerd nurze&place=texas",
    ],
)
def test_whatever_is_asked_the_list_stays_within_its_queries(client, django_assert_max_num_queries, query):
    with django_assert_max_num_queries(10):
        assert client.get(f"/careers/?{query}").status_code == 200


def test_the_twins_say_the_place_the_prices_and_what_became_of_unknown_values(client):
    query = "place=texas&prices=adjusted&pay_min=90000"
    answer = client.get(f"/careers.json?{query}").json()
    assert (answer["place"], answer["prices"], answer["unknown_values"]) == ("Texas", "national", "left out")
    assert answer["url"] == "/careers/?place=texas&prices=adjusted&pay_min=90000"
    pays = [career["figures"][0] for career in answer["careers"]]
    assert {pay["figure"] for pay in pays} == {"adjusted_pay"}
    assert all(pay["value"] >= 90_000 for pay in pays if "a year" in pay["unit"])
    head, first, *_ = client.get(f"/careers.csv?{query}&unknown=keep").content.decode().splitlines()
    assert head.startswith("career,slug,soc_code,place,prices,unknown_values,figure")
    assert ",Texas,national,kept," in first


def test_a_misspelt_word_is_corrected_with_the_way_back(client):
    page = parse(client.get("/careers/?q=registerd nurze&pay_min=50000"))
    assert "registered nurse" in page.one("h1").text
    (url,) = [url for text, url in page.links.items() if text.endswith("as it is written")]
    assert url == "/careers/?q=registerd+nurze&exact=1&pay_min=50000"
    assert "registerd nurze" in parse(client.get(url)).one("h1").text


@pytest.mark.parametrize("name", [*CHOICES, "place", "view", "prices", "unknown", "exact", "page"])
def test_no_value_of_any_filter_is_an_error_of_ours(client, name):
    for value in ("\x00", "9" * 400, "-1", "nowhere", "a" * 5000, "1e999", "\ud83d", "' OR 1=1"):
        encoded = urlencode({name: value.encode("utf-8", "surrogatepass")})
        response = client.get(f"/careers/?{encoded}&{encoded}")
        assert response.status_code == 200
        errors = parse(response).one("details", css="filters").all("ul", css="errorlist")
        assert bool(errors) == (name in CHOICES or name == "place"), (name, value)
