"""What a career asks one to know: sorted, with errors, reasons, the rule and the attribution."""

import csv
import gzip
import io
from decimal import Decimal

import pytest

from careers.models import Occupation
from tests.careers.zymology import ATTRIBUTION, PAGE, Zymologists
from tests.site.html import parse, rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def made():
    return Zymologists()


def read(client, address=PAGE):
    response = client.get(address)
    assert response.status_code == 200
    return parse(response)


def subnav(page) -> list[str]:
    return list(page.one("nav", css="subnav").links)


def ratings_of(page, number=0):
    return [
        [cell.text for cell in row]
        for row in rows(page.all("details", css="print-open")[number].one("table"))
    ]


def test_skills_stand_by_importance_with_level_and_standard_error(client, made):
    made.rate("Tasting", "4.5", "5.12", rank=1, importance_se=Decimal("0.1250"), level_se=Decimal("0.26"))
    made.rate("Stirring", "2.25", "1", rank=3)
    made.rate("Waiting", "3", "2.5", rank=2)
    page = read(client)
    assert ratings_of(page) == [
        ["Tasting", "4.50 ± standard error 0.13", "5.12 ± standard error 0.26"],
        ["Waiting", "3.00", "2.50"],
        ["Stirring", "2.25", "1.00"],
    ]
    assert page.one("p", css="lede").text.startswith(
        "The skills that matter most to Zymologists are tasting, waiting and stirring."
    )


def test_a_rating_that_the_publisher_advises_against_is_last_and_says_so(client, made):
    made.rate("Guessing", None, rank=1)
    made.rate("Tasting", "2", rank=2)
    page = read(client)
    (_, guessing) = ratings_of(page)
    assert guessing[0] == "Guessing"
    assert guessing[1].startswith("- The publisher advises against")
    assert "advises against" in page.one("details", css="print-open").all("p", css="hint")[0].text
    assert [bar.one("span", css="chart-label").text for bar in bars(page)] == ["Tasting"]


def bars(page, number=0):
    return page.all("figure", css="bar-chart")[number].one("ul", css="chart-rows").all("li")


def test_the_picture_holds_the_twelve_that_matter_most_on_the_scale_of_the_source(client, made):
    for number in range(20):
        made.rate(f"Skill {number:02}", f"{1 + number / 5:.2f}", rank=20 - number)
    page = read(client)
    drawn = [
        (
            bar.one("span", css="chart-label").text,
            float(bar.one("rect", css="bar").attrs["width"].rstrip("%")),
        )
        for bar in bars(page)
    ]
    assert [name for name, _ in drawn] == [f"Skill {number:02}" for number in range(19, 7, -1)]
    assert drawn[0][1] == pytest.approx(100 * 3.8 / 4)
    assert len(ratings_of(page)) == 20


def test_knowledge_stands_apart_from_skills(client, made):
    made.rate("Tasting", "4", kind="skill")
    made.rate("Yeasts", "5", kind="knowledge")
    page = read(client)
    assert [row[0] for row in ratings_of(page, 0)] == ["Tasting"]
    assert [row[0] for row in ratings_of(page, 1)] == ["Yeasts"]


def test_technology_in_demand_comes_first_and_hot_is_a_word(client, made):
    made.use("Slide rule")
    made.use("Vatware", is_in_demand=True)
    made.use("Foamcast", is_in_demand=True, is_hot=True)
    made.use("Excel", category="Spreadsheets", is_hot=True)
    page = read(client)
    wanted = page.one("main").one("ul", css="link-columns")
    assert [item.text for item in wanted.all("li")] == ["Foamcast hot technology", "Vatware"]
    assert [entry.text for entry in page.one("main").all("dd")] == [
        "Foamcast (hot); Slide rule; Vatware",
        "Excel (hot)",
    ]
    assert "Job postings often ask for Foamcast and Vatware." in page.one("p", css="lede").text


def test_names_of_the_job_are_those_of_its_people_and_others_with_their_abbreviations(client, made):
    made.call("Brewster", kind="reported")
    made.call("Chief Yeast Officer", short_title="CYO")
    page = read(client)
    assert "Brewster" in page.one("ul", css="link-columns").text
    assert "Chief Yeast Officer (CYO)" in page.one("main").text
    assert "1 other name" in page.one("main").text


def test_six_interests_keep_their_order(client, made):
    made.interest(social="6.1", realistic="2", artistic="3.33")
    page = read(client)
    shown = [(bar.one("span", css="chart-label").text, bar.one("span", css="chart-value").text)
             for bar in bars(page)]  # fmt: skip
    assert shown == [("Realistic", "2.00"), ("Artistic", "3.33"), ("Social", "6.10")]
    assert "suits social interests best" in page.one("p", css="chart-title").text


def test_texts_of_the_publisher_show_once_an_operator_imported_them(client, made):
    made.rate("Tasting", "4")
    assert not [heading for heading in read(client).all("h2") if heading.attrs.get("id") == "tasks"]
    made.part("29-1998.00", "Zymologists", "Watch over fermentation.")
    for number in range(10):
        made.task(f"Do the thing of day {number}.", number)
    page = read(client)
    assert "Watch over fermentation." in page.one("main").text
    assert "2 more tasks" in page.one("main").text


@pytest.mark.parametrize(
    ("codes", "parts", "said"),
    [
        (["29-1998.00"], 1, "The O*NET occupation of this career: Part 0 (29-1998.00)."),
        (
            ["29-1998.01", "29-1998.02", "29-1998.03"],
            2,
            "plain mean of those of them that are rated, at most 2",
        ),
        (
            ["29-1998.00", "29-1998.01"],
            1,
            "Ratings are those of Part 0 (29-1998.00), which is the whole of it",
        ),
        (["29-1998.01", "29-1998.02"], 1, "Ratings are those of the one of them that is rated"),
    ],
)
def test_the_page_says_which_occupations_of_the_source_were_rolled_up_and_how(
    client, made, codes, parts, said
):
    for number, code in enumerate(codes):
        made.part(code, f"Part {number}")
    made.rate("Tasting", "4", parts=parts)
    text = read(client).one("main").text
    assert said in text
    assert ("Mean of 2 O*NET occupations." in text) == (parts == 2)
    assert all(code in text for code in codes)


def test_related_careers_are_the_same_page_in_rank_order_and_can_be_compared(client, made):
    made.rate("Tasting", "4")
    made.relate("29-1171", "29-1141")
    *links, report = read(client).one("section", css="related").links.values()
    assert report.startswith("/report/?page=/careers/zymologists/skills/&")
    assert links == [
        "/careers/nurse-practitioners/skills/",
        "/compare/zymologists-vs-nurse-practitioners/",
        "/careers/registered-nurses/skills/",
        "/compare/zymologists-vs-registered-nurses/",
        "/sources/guild/",
    ]
    assert all(client.get(link).status_code == 200 for link in links[:-1])


def test_the_sentence_that_the_licence_asks_for_stands_on_the_page_once_and_in_both_twins(client, made):
    made.rate("Tasting", "4")
    made.use("Vatware")
    assert read(client).one("main").text.count(ATTRIBUTION) == 1
    for entry in client.get("/careers/zymologists/skills.json").json()["entries"]:
        assert {(figure["licence"], figure["attribution"]) for figure in entry["figures"]} == {
            ("CC BY 4.0", ATTRIBUTION)
        }
    table = csv.DictReader(io.StringIO(client.get("/careers/zymologists/skills.csv").content.decode()))
    assert {(row["licence"], row["attribution"]) for row in table} == {("CC BY 4.0", ATTRIBUTION)}


def test_a_page_without_such_a_source_carries_no_attribution(client):
    assert not parse(client.get("/careers/registered-nurses/pay/")).all("p", css="attribution")


def test_the_twins_hold_everything_in_the_order_of_the_page(client, made):
    made.rate("Tasting", "4.5", importance_se="0.1", level_se="0.2")
    made.rate("Guessing", None, rank=2)
    made.use("Vatware", is_in_demand=True)
    made.call("Brewster")
    made.interest(social="6.1")
    made.task("Stir.", 1)
    made.part("29-1998.00", "Zymologists")
    made.relate("29-1141")
    entries = client.get("/careers/zymologists/skills.json").json()["entries"]
    assert [(entry["section"], entry["group"], entry["name"]) for entry in entries] == [
        ("tasks", "", ""),
        ("skills", "", "Tasting"),
        ("skills", "", "Guessing"),
        ("interests", "", "Social"),
        ("technology", "Brewing software", "Vatware"),
        ("titles", "", ""),
        ("onet_occupations", "", ""),
        ("related", "", ""),
    ]
    importance = entries[1]["figures"][0]
    assert (importance["value"], importance["standard_error"]) == (4.5, 0.1)
    assert entries[2]["figures"][0]["missing_reason"] == "unreliable"
    assert entries[4]["figures"][0]["note"] == "In demand"
    table = list(csv.DictReader(io.StringIO(client.get("/careers/zymologists/skills.csv").content.decode())))
    assert [(row["section"], row["name"]) for row in table] == [
        (entry["section"], entry["name"]) for entry in entries for _ in entry["figures"]
    ]


def test_a_long_career_stays_light_and_its_twin_holds_all(client, made):
    for number in range(900):
        made.use(
            f"Technology number {number * 7919 % 1000}, version {number}", category=f"Kind {number % 60}"
        )
    made.call_all(
        f"Zymologist of the {number * 104729 % 1000}th degree, class {number}" for number in range(900)
    )
    response = client.get(PAGE)
    assert len(gzip.compress(response.content, 6)) < 40_000
    assert "500 more are in the JSON and CSV files" in parse(response).one("main").text
    entries = client.get("/careers/zymologists/skills.json").json()["entries"]
    assert sum(entry["section"] == "technology" for entry in entries) == 900
    (titles,) = [entry for entry in entries if entry["section"] == "titles"]
    assert len(titles["figures"][0]["value"]) == 900


def test_queries_do_not_grow_with_the_career(client, made, django_assert_max_num_queries):
    for number in range(30):
        made.rate(f"Skill {number}", "3", rank=number + 1)
        made.use(f"Technology {number}")
        made.call(f"Name {number}")
        made.task(f"Task {number}", number)
    made.relate("29-1141", "29-1171", "27-2011")
    with django_assert_max_num_queries(10):
        client.get(PAGE)


def test_a_career_that_none_rates_says_so_and_leads_to_its_neighbours(client, made):
    made.rate("Tasting", "4")
    other = Occupation.objects.create(
        title="Wort Watchers, All Other", slug="wort-watchers", soc_code="29-1997", level="detailed",
        parent=made.occupation.parent,
    )  # fmt: skip
    page = read(client, "/careers/wort-watchers/skills/")
    assert page.one("p", css="lede").text.startswith("No source loaded here rates")
    assert "gathers what no occupation of its own describes" in page.one("p", css="lede").text
    assert page.one("main").links["Zymologists"] == PAGE
    assert "Skills" not in subnav(page)
    assert client.get("/careers/wort-watchers/skills.json").json()["entries"] == []
    other.delete()


def test_a_job_title_shows_the_skills_that_its_source_names_and_leads_to_the_nearest(client, made):
    made.rate("Tasting", "4")
    title = Occupation.objects.get(slug="patient-service-coordinator")
    title.closest_occupation = made.occupation
    title.save()
    page = read(client, "/careers/patient-service-coordinator/skills/")
    named = [item.text for item in page.one("main").one("ol").all("li")]
    ratings = title.skill_ratings.filter(is_current=True).order_by("rank")
    assert named == list(ratings.values_list("skill__name", flat=True))
    assert " names patients, customer service and patient care first" in page.one("p", css="lede").text
    assert page.one("main").links["Zymologists"] == PAGE
    assert "Skills" in subnav(page)


def test_what_a_newer_release_replaced_is_not_shown(client, made):
    made.rate("Tasting", "4")
    made.rate("Treading", "5", is_current=False)
    made.use("Vatware", is_current=False)
    text = read(client).one("main").text
    assert "Treading" not in text
    assert "Vatware" not in text


@pytest.mark.parametrize("page", ["skills", "outlook"])
def test_a_slug_that_is_none_is_not_found_and_the_nearest_is_offered(client, page):
    for rest in ("/", ".json"):
        response = client.get(f"/careers/regstered-nurses/{page}{rest}")
        assert response.status_code == 404
        assert "/careers/registered-nurses/" in parse(response).one("main").links.values()
    assert client.get(f"/careers/registered-nurses/{page}.xml").status_code == 404
