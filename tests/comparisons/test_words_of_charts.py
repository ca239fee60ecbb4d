"""What the pictures of a comparison say: findings that hold, and of whom and from where each figure is."""

import re
from decimal import Decimal

import pytest
from django.template.loader import render_to_string

from careers.models import Occupation
from careers.selectors.people import MEN_ARE_THE_REST, OVERLAP
from careers.selectors.profile import Profile
from careers.selectors.profile import profiles as profiles_of
from comparisons.charts.pictures import Pictures, pictures
from tests.site.html import parse, rows

from .charted import CPS, NAMES, PAGE, SKILLS, UNDATED, career, gender, growth, race, rating


@pytest.mark.parametrize(
    ("cells", "title"),
    [
        (
            (growth(40.1), growth(4.9), growth(-2)),
            "Actors are projected to grow fastest: 40.1% (2024 to 2034)",
        ),
        ((growth(1), growth(4.9)), "Bakers are projected to grow faster: 4.9% (2024 to 2034)"),
        ((growth(-3), growth(-5)), "Actors are projected to shrink less: -3% (2024 to 2034)"),
        (
            (growth(4), growth(4), growth(1)),
            "Actors and Bakers are projected to grow fastest: 4% each (2024 to 2034)",
        ),
        ((growth(4), growth(4)), "Actors and Bakers have the same projected growth: 4% (2024 to 2034)"),
        (
            (growth(0), growth(-1), growth(-2)),
            "Actors are projected to keep their number of jobs, the others to lose some (2024 to 2034)",
        ),
        (
            (growth(9, UNDATED, **PAGE), growth(3), growth(2)),
            "Of the two drawn, Bakers are projected to grow faster: 3% (2024 to 2034)",
        ),
    ],
)
def test_the_title_of_growth_says_who_is_ahead(cells, title):
    found = [career(name, figure) for name, figure in zip(NAMES, cells, strict=False)]
    assert pictures(found).growth.title == title


def test_growth_over_other_years_is_listed_but_not_drawn():
    found = [
        career("Actors", growth(9, UNDATED, **PAGE)),
        career("Bakers", growth(3)),
        career("Clergy", growth(2)),
    ]
    other = pictures(found).growth.bars[0]
    assert (other.text, other.width) == ("9%", None)
    assert other.remark == (
        "Not drawn beside the others: Reference page, undated copy, years not stated by the source."
    )


def test_two_projections_that_are_not_alike_make_no_picture():
    found = [career("Actors", growth(9, UNDATED, **PAGE)), career("Bakers", growth(3))]
    assert pictures(found).growth is None


def test_shares_of_women_are_named_together_only_where_they_are_alike():
    alike = [career("Actors", gender(47)), career("Bakers", gender("62.5"))]
    grouped = [career("Actors", gender(47)), career("Bakers", gender(62, group="Food workers"))]
    elsewhere = [career("Actors", gender(47)), career("Bakers", gender(62, **PAGE))]
    assert pictures(alike).gender.title == "Women are 47.0% of Actors and 62.5% of Bakers"
    three = [*alike, career("Clergy", gender(20))]
    assert pictures(three).gender.title == "The share of women runs from 20.0% of Clergy to 62.5% of Bakers"
    for unlike in (grouped, elsewhere):
        assert pictures(unlike).gender.title == "Women and men in each career"


def test_a_figure_of_a_wider_group_or_of_another_source_says_so_beside_its_label():
    found = [
        career("Actors", gender(47), race({"Asian": Decimal(4)})),
        career("Bakers", gender(62, group="Food workers"), race({"Asian": Decimal(5)}, group="Food workers")),
        career("Clergy", gender(20, **PAGE), race({"Asian": Decimal(6)}, **PAGE)),
    ]
    picture = pictures(found)
    assert [row.remark for row in picture.gender.rows] == [
        "",
        "people in the wider group “Food workers”",
        "Reference page, undated copy",
    ]
    assert [bar.label for bar in picture.race.groups[0].bars] == ["Actors", "Bakers*", "Clergy*"]
    assert picture.race.notes[:2] == (
        "* Bakers: people in the wider group “Food workers”.",
        "* Clergy: Reference page, undated copy.",
    )
    for one in (picture.gender, picture.race):
        assert one.sources == (
            ("BLS CPS, 2023", "/sources/cps/"),
            ("Reference page, undated copy", "/sources/reference/"),
        )
        assert any("those of BLS CPS, 2023. The sources count differently" in note for note in one.notes)


def test_the_title_of_race_names_the_largest_group_only_where_it_is_the_same_in_all():
    def title(*shares, **source) -> str:
        named = zip(("Actors", "Bakers", "Clergy"), shares, strict=False)
        return pictures([career(name, race(of, **source)) for name, of in named]).race.title

    one, two, three = ({"White": number, "Asian": 20} for number in (60, 70, 50))
    assert title(one, two) == "Largest group in each career: White, 60.0% of Actors and 70.0% of Bakers"
    assert title(one, two, three) == (
        "Largest group in each career: White, from 50.0% of Clergy to 70.0% of Bakers"
    )
    subject = "Race and Hispanic origin of the people in each career"
    assert title(one, {"White": 30, "Asian": 40}) == subject
    assert title(one, {"White": 30, "Asian": 30}) == subject
    assert title(one, two, group="Artists") == subject


def test_race_says_that_hispanic_origin_overlaps_and_which_groups_a_source_lacks():
    shares = {"White": Decimal(70), "Hispanic or Latino": Decimal(20)}
    found = [
        career("Actors", race(shares, note=OVERLAP)),
        career("Bakers", race({**shares, "Unknown": Decimal(10)}, **PAGE)),
    ]
    assert pictures(found).race.notes[-2:] == (
        f"BLS CPS: {OVERLAP}",
        "Not among the groups of BLS CPS: “Unknown”.",
    )


def test_men_who_are_the_rest_are_said_to_be():
    source = {**CPS, "note": MEN_ARE_THE_REST}
    found = [career("Actors", gender(47, **source)), career("Bakers", gender(62, **PAGE))]
    assert pictures(found).gender.notes[-1] == "BLS CPS gives the share of women; men are the rest."


def test_the_skill_that_differs_most_is_named_only_beyond_the_sampling_errors():
    def two(error) -> list[Profile]:
        return [
            career("Actors", skills=(rating("Speaking", 4, error), rating("Writing", 3, error))),
            career("Bakers", skills=(rating("Speaking", 3, error), rating("Writing", "2.9", error))),
        ]

    told = "Importance differs most in speaking: 4.00 for Actors, 3.00 for Bakers"
    assert pictures(two("0.2")).skills.title == told
    for error in ("0.6", None):
        assert pictures(two(error)).skills.title == "How important skills are in each career"


def test_the_picture_of_skills_states_its_rule_and_who_is_not_in_it():
    found = [
        career("Actors", skills=tuple(rating(name, 3) for name in SKILLS[:6])),
        career("Bakers"),
        career("Clergy", skills=tuple(rating(name, 2, note="Mean of 2.") for name in SKILLS[5:])),
    ]
    picture = pictures(found).skills
    assert picture.scale.startswith(
        "Of the 10 skills that are among the 5 most important of any of these careers, the 8 that differ most"
    )
    assert picture.notes == (
        "* Clergy: Mean of 2.",
        "Bakers: not in the picture. No source loaded here gives this figure for this occupation.",
    )
    assert [bar.style for bar in picture.groups[0].bars] == [1, 3]


def test_without_figures_or_with_one_career_in_several_places_there_are_no_pictures():
    assert pictures([career("Actors"), career("Bakers")]) == Pictures()
    same = career("Actors", growth(3), gender(40))
    assert pictures([same, same]) == Pictures()


@pytest.mark.django_db
def test_every_picture_of_five_careers_reads_as_text_and_stays_small():
    slugs = ("surgeons-all-other", "actors", "word-processors-and-typists", "carpenters", "registered-nurses")
    occupations = Occupation.objects.in_bulk(slugs, field_name="slug")
    found = profiles_of([occupations[slug] for slug in slugs])
    drawn = pictures(found)
    html = "".join(
        render_to_string(f"components/{name}.html", {"chart": picture})
        for name, picture in (
            ("bar_chart", drawn.growth),
            ("stacked_bars", drawn.gender),
            ("grouped_bars", drawn.race),
            ("grouped_bars", drawn.skills),
            ("grouped_table", drawn.skills),
        )
    )
    assert len(html) < 40_000
    page = parse(html)
    growth_of, gender_of, race_of, skills_of = page.all("figure")
    for profile in found:
        assert f"{profile.plural} {profile.cell('growth').text}" in growth_of.text
        assert f"{dict(profile.cell('gender').value)['Women']:.1f}% women" in gender_of.text
        for people, share in profile.cell("race").value:
            group = next(li for li in race_of.all("li") if li.text.startswith(people))
            assert re.search(rf"{re.escape(profile.plural)}\*? {share:.1f}%", group.text)
    of_skills = {row[0].text: [cell.text for cell in row[1:]] for row in rows(page.one("table"))}
    for profile in found[1:]:
        for skill in profile.rated["skill"]:
            if skill.name in of_skills:
                group = next(li for li in skills_of.all("li") if li.text.startswith(skill.name))
                assert re.search(rf"{profile.plural}\*? {skill.importance.text}", group.text)
                assert skill.importance.text in of_skills[skill.name]
    assert "Surgeons, All Other: not in the picture." in skills_of.text
    assert all(figure.attrs["aria-labelledby"] for figure in page.all("figure"))
    ids = [element.attrs["id"] for element in page.all() if "id" in element.attrs]
    assert len(ids) == len(set(ids))
    filled = {bar.attrs["fill"][5:-1] for bar in page.all("rect") if "fill" in bar.attrs}
    assert filled
    assert filled <= set(ids)
