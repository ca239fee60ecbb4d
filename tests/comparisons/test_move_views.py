"""The page on a move from one career to another."""

import csv
import io

import pytest
from django.db.models import Q

from careers.models import Occupation, Projection, RelatedOccupation, SkillRating, WageEstimate
from tests.oracles import move as oracle
from tests.site.html import parse, rows

pytestmark = pytest.mark.django_db

A, B = "actors", "dancers"
MOVE = f"/compare/{A}-vs-{B}/move/"
NURSES = "/compare/registered-nurses-vs-actors/move/"
TITLES = "/compare/patient-service-coordinator-vs-front-office-coordinator/move/"
LISTS = ("to_learn", "shared", "to_leave_behind")


def page(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return parse(response).one("main")


def told(client, address) -> dict:
    return client.get(f"{address.rstrip('/')}.json").json()


def names_in(client, address, section) -> list[str]:
    """The skills and fields of a list, in its order, each once."""
    entries = told(client, address)["entries"]
    return list(dict.fromkeys(entry["name"] for entry in entries if entry["section"] == section))


def test_a_move_leads_to_its_reverse_and_to_the_comparison(client):
    links = page(client, MOVE).links
    assert links["Compare Actors and Dancers in full"] == f"/compare/{A}-vs-{B}/"
    assert links["The other way: from Dancers to Actors"] == f"/compare/{B}-vs-{A}/move/"


def test_each_direction_is_an_address_of_its_own(client):
    for address in (MOVE, f"/compare/{B}-vs-{A}/move/"):
        document = parse(client.get(address))
        canonical = [one.attrs["href"] for one in document.all("link") if one.attrs["rel"] == "canonical"]
        assert canonical == [f"http://testserver{address}"]
    assert page(client, MOVE).one("h1").text == "Moving from Actors to Dancers"


def test_the_lists_are_tables_of_what_the_twin_says(client):
    main = page(client, NURSES)
    shown = [row[0] for table in main.all("table", css="move-table") for row in rows(table)]
    names = [header.text for header in shown]
    listed = [name for section in LISTS for name in names_in(client, NURSES, section)]
    assert len(names) == len(listed) > 20
    assert all(said.startswith(name) for said, name in zip(names, listed, strict=True))


def test_a_row_gives_importance_and_level_of_both_with_their_standard_errors(client):
    nurses, actors = (
        SkillRating.objects.get(occupation__slug=slug, is_current=True, skill__name="Fine Arts")
        for slug in ("registered-nurses", "actors")
    )
    table = next(
        one for one in page(client, NURSES).all("table", css="move-table") if "Fine Arts" in one.text
    )
    name, importance, level = next(row for row in rows(table) if row[0].text.startswith("Fine Arts"))
    assert name.text == "Fine Arts New"
    assert importance.text == (
        f"from {nurses.importance} ± standard error {nurses.importance_se:.2f} "
        f"→ to {actors.importance} ± standard error {actors.importance_se:.2f}"
    )
    assert str(actors.level) in level.text


def test_what_one_way_leaves_behind_is_to_learn_the_other_way(client):
    left = set(names_in(client, NURSES, "to_leave_behind"))
    assert left
    assert left <= set(names_in(client, "/compare/actors-vs-registered-nurses/move/", "to_learn"))


def test_the_rule_stands_on_the_page(client):
    rule = page(client, NURSES).with_id("rule")
    said = " ".join(item.text for item in rule.parent.all("li"))
    assert "importance at 3 or more" in said
    assert "half a point" in said
    assert "1.645 standard errors" in said


def test_the_step_in_schooling_and_the_change_in_pay_are_said(client):
    opening = told(client, "/compare/registered-nurses-vs-nurse-practitioners/move/")["opening"]
    assert opening[0] == (
        "Entry typically asks for more schooling among Nurse Practitioners than among Registered Nurses: "
        "a master's degree rather than a bachelor's degree."
    )
    pay = next(sentence for sentence in opening if sentence.startswith("Pay rises"))
    first, second = (
        WageEstimate.objects.national().get(occupation__slug=slug, is_current=True)
        for slug in ("registered-nurses", "nurse-practitioners")
    )
    assert f"${second.annual_mean - first.annual_mean:,.0f} more, give or take $" in pay


def test_the_change_in_pay_carries_its_standard_error_and_range(client):
    figures = [
        cell
        for entry in told(client, "/compare/registered-nurses-vs-nurse-practitioners/move/")["entries"]
        for cell in entry["figures"]
        if cell["figure"] == "pay_change"
    ]
    (change,) = figures
    assert change["standard_error"] > 0
    assert change["kind"] == "difference"
    assert change["note"].startswith("90 percent range: $")
    assert change["source"] == "BLS OEWS"


def test_pay_of_different_sources_is_not_subtracted(client):
    move = told(client, "/compare/patient-service-coordinator-vs-registered-nurses/move/")
    assert any("by how much it changes cannot be told" in sentence for sentence in move["opening"])
    change = next(
        cell for entry in move["entries"] for cell in entry["figures"] if cell["figure"] == "pay_change"
    )
    assert (change["value"], change["missing_reason"]) == (None, "not_applicable")


def test_job_titles_show_the_skills_that_are_named_and_where_ratings_are(client):
    main = page(client, TITLES)
    assert "Named for both: Patients and Customer service." in main.text
    assert "without saying how much each matters" in main.text
    assert (
        "/compare/medical-secretaries-and-administrative-assistants-vs-receptionists-and-information-clerks/move/"
        in (main.links.values())
    )
    assert not main.all("table", css="move-table")


def test_names_are_not_set_against_ratings(client):
    main = page(client, "/compare/patient-service-coordinator-vs-registered-nurses/move/")
    assert "names cannot be set against ratings" in main.text
    assert "/compare/medical-secretaries-and-administrative-assistants-vs-registered-nurses/move/" in (
        main.links.values()
    )


def test_a_career_that_nobody_rates_says_so_and_offers_its_nearest(client):
    unrated = Occupation.objects.listed().filter(title__endswith=", All Other", skill_ratings=None).first()
    main = page(client, f"/compare/{unrated.slug}-vs-actors/move/")
    assert f"No source loaded here rates the skills and the knowledge of {unrated.title}." in main.text
    assert any(url.endswith("-vs-actors/move/") for url in main.links.values())


def test_a_career_on_the_way_links_to_both_of_its_moves_and_to_the_comparison(client):
    table = page(client, MOVE).one("table", css="move-routes")
    for career, *_ in rows(table):
        (url,) = career.links.values()
        slug = url.strip("/").removeprefix("careers/")
        assert {
            f"/compare/{A}-vs-{slug}/move/",
            f"/compare/{slug}-vs-{B}/move/",
            f"/compare/{A}-vs-{slug}-vs-{B}/",
        } <= set(table.links.values())
    for url in table.links.values():
        assert client.get(url).status_code == 200


def test_a_career_on_the_way_says_how_much_there_is_to_learn_on_either_stretch(client):
    entries = [entry for entry in told(client, MOVE)["entries"] if entry["section"] == "on_the_way"]
    assert entries
    for entry in entries[:3]:
        slug = Occupation.objects.get(title=entry["name"]).slug
        into, onward = (cell["value"] for cell in entry["figures"][1:])
        assert into == len(names_in(client, f"/compare/{A}-vs-{slug}/move/", "to_learn"))
        assert onward == len(names_in(client, f"/compare/{slug}-vs-{B}/move/", "to_learn"))


def to_learn(first: str, second: str) -> int | None:
    """How much there is to learn, the slow way; None where one is not rated."""
    lists = oracle.lists(first, second)
    return sum(len(lists.get(("to_learn", kind), ())) for kind in oracle.KINDS) if lists else None


@pytest.mark.parametrize(
    ("first", "second"),
    [("registered-nurses", "actors"), ("respiratory-therapists", "agricultural-technicians")],
)
def test_where_none_is_related_to_both_each_stretch_is_shorter_than_the_whole(client, first, second):
    links = RelatedOccupation.objects.filter(is_current=True)
    related = {link.related.slug for link in links.filter(occupation__slug=second)}
    related |= {link.occupation.slug for link in links.filter(related__slug=second)}
    whole = to_learn(first, second)
    nearer = set()
    for slug in related:
        stretches = to_learn(first, slug), to_learn(slug, second)
        if None not in stretches and max(stretches) < whole:
            nearer.add(slug)
    address = f"/compare/{first}-vs-{second}/move/"
    main = page(client, address)
    entries = [entry for entry in told(client, address)["entries"] if entry["section"] == "on_the_way"]
    assert {Occupation.objects.get(title=entry["name"]).slug for entry in entries} == nearer
    assert ("No career is related to both." in main.text) == bool(nearer)
    assert ("No career loaded here leads by steps" in main.text) == (not nearer)


def test_a_career_that_is_no_longer_related_is_not_on_the_way(client):
    links = RelatedOccupation.objects.filter(Q(occupation__slug=A) | Q(related__slug=A))
    assert "Choreographers" in page(client, MOVE).one("table", css="move-routes").text
    links.filter(Q(occupation__slug="choreographers") | Q(related__slug="choreographers")).update(
        is_current=False
    )
    assert "Choreographers" not in page(client, MOVE).one("table", css="move-routes").text


def test_a_superseded_rating_is_not_counted(client):
    before = names_in(client, MOVE, "to_learn")
    assert "Coordination" in before
    SkillRating.objects.filter(occupation__slug=B, skill__name="Coordination").update(is_current=False)
    assert "Coordination" not in names_in(client, MOVE, "to_learn")


def test_without_any_figure_the_page_says_what_is_missing(client):
    for model in (SkillRating, Projection, WageEstimate):
        model.objects.filter(occupation__slug__in=[A, B]).update(is_current=False)
    main = page(client, MOVE)
    assert "What schooling entry asks for is not published for Actors or Dancers." in main.text
    assert "no yearly mean is published for Actors or Dancers" in main.text
    assert "No source loaded here rates the skills and the knowledge of Actors or Dancers." in main.text


def test_the_csv_has_a_line_for_every_figure_of_the_json(client):
    lines = list(csv.DictReader(io.StringIO(client.get(f"{NURSES.rstrip('/')}.csv").content.decode())))
    figures = [cell for entry in told(client, NURSES)["entries"] for cell in entry["figures"]]
    assert [line["figure"] for line in lines] == [cell["figure"] for cell in figures]
    assert all(line["source"] for line in lines if not line["missing_reason"])
