"""The overview of a career with the figures of every source, and of one that has few of them."""

import pytest
from django.utils import timezone

from careers.models import (
    AgeEstimate,
    AlternateTitle,
    DemographicShare,
    Occupation,
    OccupationText,
    OnetOccupation,
    PreparationShare,
    RelatedOccupation,
    Release,
    Skill,
    SkillRating,
    Source,
    StatedFact,
    TechnologySkill,
)
from tests.site.html import parse

pytestmark = pytest.mark.django_db

ATTRIBUTION = "Includes information from a database that asks to be named."
NURSES, RESIDUAL = "29-1141", "29-1249"


@pytest.fixture(autouse=True)
def _nothing_of_the_snapshot():
    """What the embedded figures hold of these two is replaced by what each test makes."""
    for model in (
        AgeEstimate, AlternateTitle, DemographicShare, OnetOccupation, PreparationShare, RelatedOccupation,
        SkillRating, TechnologySkill,
    ):  # fmt: skip
        model.objects.filter(occupation__soc_code__in=[NURSES, RESIDUAL]).update(is_current=False)


@pytest.fixture
def rated():
    source = Source.objects.create(
        slug="rated", name="Ratings", short_name="Ratings", licence="CC BY 4.0", attribution=ATTRIBUTION
    )
    return Release.objects.create(source=source, label="1.0", period_end=timezone.now().date())


def occupation(code=NURSES) -> Occupation:
    return Occupation.objects.get(soc_code=code)


def read(client, found):
    response = client.get(found.get_absolute_url())
    assert response.status_code == 200
    return parse(response).one("main")


def figures(page) -> dict:
    return {
        figure.one("p", css="figure-label").text: figure
        for figure in page.one("ul", css="figure-list").all("div", css="figure")
    }


def section(page, anchor) -> str:
    """The text between the heading with that anchor and the next heading of its rank."""
    heading = page.with_id(anchor)
    siblings = [child for child in heading.parent.children if not isinstance(child, str)]
    texts = []
    for sibling in siblings[siblings.index(heading) + 1 :]:
        if sibling.tag == heading.tag:
            break
        texts.append(sibling.text)
    return " ".join(texts)


def test_a_median_age_is_called_so_in_the_list_and_in_the_twin(client, rated):
    AgeEstimate.objects.create(occupation=occupation(), release=rated, statistic="median", years="42.3")
    shown = figures(read(client, occupation()))
    assert "Average age" not in shown
    assert shown["Median age"].one("p", css="figure-unit").text == "years, median"
    told = {own["figure"]: own for own in client.get("/careers/registered-nurses.json").json()["figures"]}
    assert (told["age"]["label"], told["age"]["kind"], told["age"]["value"]) == ("Median age", "median", 42.3)


def test_the_older_share_of_women_stands_in_with_its_note_beside_it(client, rated):
    older = Source.objects.create(
        slug="older", name="Older", short_name="Older", note="Full-time workers only."
    )
    share = {"occupation": occupation(), "characteristic": "gender", "category": "Women"}
    DemographicShare.objects.create(**share, release=rated, missing={"percent": "suppressed"})
    DemographicShare.objects.create(
        **share, release=Release.objects.create(source=older, label="2016"), percent="20.0", is_fallback=True
    )
    figure = figures(read(client, occupation()))["Gender ratio"]
    assert figure.one("p", css="figure-value").text == "Men 80.0%, Women 20.0%"
    assert "Full-time workers only." in figure.one("p", css="figure-note").text
    assert "/sources/older/" in figure.links.values()


def test_time_to_become_is_computed_and_a_stated_one_overrides_it(client, rated):
    figure = figures(read(client, occupation()))["Time to become"]
    assert figure.one("p", css="figure-value").text == "4 years"
    assert "Computed here" in figure.one("p", css="figure-note").text
    StatedFact.objects.create(
        occupation=occupation(), topic="time_to_become", low=3, high=5, release=rated, is_current=True
    )
    page = read(client, occupation())
    assert figures(page)["Time to become"].one("p", css="figure-value").text == "3 to 5 years"
    assert "Computed here" not in figures(page)["Time to become"].text
    assert "It usually takes 3 to 5 years to become one." in page.one("p", css="lede").text


def rate(release, found, names):
    for rank, name in enumerate(names, 1):
        skill = Skill.objects.filter(name=name, kind="skill").first() or Skill.objects.create(
            name=name, kind="skill", slug=f"made-{rank}"
        )
        SkillRating.objects.create(
            occupation=found, skill=skill, rank=rank, importance=5 - rank, level=4, release=release
        )


def test_without_a_text_the_work_is_told_from_its_figures_and_its_source_is_named(client, rated):
    rate(rated, occupation(), ["Made Listening", "Made Speaking"])
    TechnologySkill.objects.create(
        occupation=occupation(), name="Charting Software", category="Medical", release=rated
    )
    told = section(read(client, occupation()), "what")
    assert "The skills that matter most are made listening and made speaking." in told
    assert "Technology in use includes Charting Software." in told
    assert "no editor has described" in told


def test_an_editors_text_stands_in_the_place_of_what_is_put_together(client, rated):
    rate(rated, occupation(), ["Made Listening"])
    OccupationText.objects.create(occupation=occupation(), summary="They nurse.")
    told = section(read(client, occupation()), "what")
    assert "They nurse." in told
    assert "matters most" not in told


def test_imported_words_are_shown_with_their_attribution_and_each_part_named(client, rated):
    for code, title in (("29-1141.00", "Nurses"), ("29-1141.01", "Acute Care Nurses")):
        OnetOccupation.objects.create(
            occupation=occupation(), code=code, title=title, description=f"{title} nurse.", release=rated
        )
    page = read(client, occupation())
    told = section(page, "what")
    assert "Nurses nurse." in told
    assert "Acute Care Nurses nurse." in told
    assert "2 occupations in it: Nurses and Acute Care Nurses" in page.text
    assert page.text.count(ATTRIBUTION) == 1


def test_a_dozen_other_names_are_shown_and_the_way_to_the_rest(client, rated):
    rate(rated, occupation(), ["Made Listening"])
    for number in range(15):
        AlternateTitle.objects.create(
            occupation=occupation(), kind="alternate", title=f"Nurse {number:02}", release=rated
        )
    page = read(client, occupation())
    told = section(page, "what")
    assert "Nurse 11; and 3 other names" in told
    assert "Nurse 12" not in told
    assert page.links["and 3 other names"] == "/careers/registered-nurses/skills/#titles"
    assert ATTRIBUTION in page.text


def test_related_careers_are_linked_and_compared(client, rated):
    other = Occupation.objects.get(slug="actors")
    RelatedOccupation.objects.create(
        occupation=occupation(), related=other, tier="primary_short", rank=1, release=rated
    )
    links = read(client, occupation()).links
    assert links["Actors"] == "/careers/actors/"
    comparison = next(url for text, url in links.items() if text.startswith("Compare with Actors"))
    assert client.get(comparison).status_code == 200


def test_a_residual_career_says_what_it_is_and_why_it_has_no_ratings(client):
    page = read(client, occupation(RESIDUAL))
    assert "residual occupation" in page.text
    gaps = section(page, "gaps")
    assert "O*NET does not rate this occupation" in gaps
    assert "top skills or job zone" in gaps


def test_each_page_of_a_career_is_led_to_with_what_it_says(client):
    ways = read(client, occupation()).one("ul", css="page-ways")
    assert ways.links["Pay by place"] == "/careers/registered-nurses/pay/"
    assert "mean pay is highest in California" in ways.text
    for url in ways.links.values():
        assert client.get(url).status_code == 200


def test_a_career_with_every_figure_takes_no_more_queries(client, rated, django_assert_max_num_queries):
    rate(rated, occupation(), ["Made Listening", "Made Speaking"])
    AgeEstimate.objects.create(occupation=occupation(), release=rated, statistic="median", years="42.3")
    PreparationShare.objects.create(
        occupation=occupation(), scale="experience", category=7, percent="31.00", release=rated
    )
    nurses = occupation()
    with django_assert_max_num_queries(15):
        read(client, nurses)
