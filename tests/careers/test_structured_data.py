"""An occupation in schema.org's words: what is known of it, with its place and period, and no more."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careers.models import Area
from careers.selectors.about import About, Part
from careers.selectors.pay import PayRange
from careers.selectors.profile import Profile
from careers.structured_data import breadcrumb_list, occupation
from careers.templatetags.structured_data import structured_data
from tests.comparisons.profiles import cell, gap, profiles
from tests.site.schema_org import faults

YEARLY = PayRange("year", 30_000.0, 40_000.0, 50_000.0, 60_000.0, 70_000.0, 52_000.0, None)


def absolute(address: str) -> str:
    return f"https://careers.example.org{address}"


def welder(spread: PayRange | None = YEARLY, area: str = "United States", **fields) -> Profile:
    told = cell(
        "pay_range",
        (30_000, 70_000),
        "$30,000 to $70,000",
        area=area,
        source_name="BLS OEWS",
        release="May 2025",
    )
    cells = {"pay_range": told, **fields.pop("cells", {})}
    made = Profile("welder", "Welder", "Welders", "/careers/welder/", "51-4121", False, "", cells, spread)
    return replace(made, **fields)


def told_of(**fields) -> dict:
    told = occupation(welder(**fields), absolute)
    assert faults(told) == []
    return told


def test_a_career_is_told_alike_on_each_page_and_at_each_host_with_its_own_address():
    career, elsewhere = welder(), "https://elsewhere.example.org"
    for origin in ("https://careers.example.org", elsewhere, "https://careers.example.org"):
        told = occupation(career, lambda address, origin=origin: f"{origin}{address}")
        assert told["url"] == f"{origin}/careers/welder/"
        assert told == {**told_of(), "url": told["url"]}
        first, again = (structured_data({"structured_data": [told]}) for _ in range(2))
        said = first.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
        assert again == first
        assert json.loads(said)["@graph"] == [told]


def test_yearly_pay_is_a_distribution_over_a_year():
    assert told_of()["estimatedSalary"] == {
        "@type": "MonetaryAmountDistribution",
        "description": "BLS OEWS, May 2025",
        "currency": "USD",
        "duration": "P1Y",
        "percentile10": 30_000,
        "percentile25": 40_000,
        "median": 50_000,
        "percentile75": 60_000,
        "percentile90": 70_000,
    }


def test_hourly_pay_keeps_its_cents_and_its_hour():
    hourly = PayRange("hour", 16.5, 20.34, None, None, None, None, None)
    salary = told_of(spread=hourly)["estimatedSalary"]
    assert (salary["duration"], salary["percentile10"], salary["percentile25"]) == ("PT1H", 16.5, 20.34)


def test_a_top_coded_amount_is_not_told_as_an_exact_one():
    topped = PayRange("year", 100_000.0, 180_000.0, None, None, None, None, 239_200.0)
    salary = told_of(spread=topped)["estimatedSalary"]
    assert set(salary) & {"median", "percentile75", "percentile90"} == set()
    assert 239_200 not in salary.values()


@pytest.mark.parametrize(
    "spread",
    [
        None,
        PayRange("year", None, None, None, None, None, None, 239_200.0),
        PayRange("year", None, None, None, None, None, 35_000.0, None, 30_000.0, 40_000.0),
    ],
    ids=["no pay", "all of it top-coded", "a range of which the source does not say what it spans"],
)
def test_without_a_percentile_there_is_no_distribution_and_no_place_of_it(spread):
    assert not {"estimatedSalary", "occupationLocation"} & set(told_of(spread=spread))


@pytest.mark.parametrize(
    ("area", "kind"),
    [
        ("United States", "Country"),
        ("Texas", "State"),
        ("District of Columbia", "AdministrativeArea"),
        ("Puerto Rico", "AdministrativeArea"),
        ("Abilene, TX", "AdministrativeArea"),
        ("Washington-Arlington-Alexandria, DC-VA-MD-WV", "AdministrativeArea"),
        ("Alaska nonmetropolitan area", "AdministrativeArea"),
    ],
)
def test_the_place_is_the_one_that_the_figures_hold_for(area, kind):
    assert told_of(area=area)["occupationLocation"] == {"@type": kind, "name": area}


@pytest.mark.django_db
def test_every_area_is_told_as_what_it_is():
    kinds = {"nation": {"Country"}, "state": {"State", "AdministrativeArea"}}
    states = 0
    for area in Area.objects.all():
        kind = told_of(area=area.name)["occupationLocation"]["@type"]
        assert kind in kinds.get(area.kind, {"AdministrativeArea"}), area.name
        states += kind == "State"
    assert states == 50


def test_a_soc_code_names_its_classification():
    category = told_of()["occupationalCategory"]
    assert category["codeValue"] == "51-4121"
    assert category["inCodeSet"]["name"] == "Standard Occupational Classification 2018"


def test_a_code_of_the_surveys_own_is_not_passed_off_as_one_of_the_classification():
    parts = tuple(Part(f"{code}.00", "Assemblers", "") for code in ("51-2022", "51-2023"))
    category = told_of(soc_code="51-2028", about=About(parts=parts))["occupationalCategory"]
    assert category["inCodeSet"]["name"].startswith("Occupational Employment and Wage Statistics")
    broad = told_of(soc_code="51-2090", about=About(parts=parts))["occupationalCategory"]
    assert broad["inCodeSet"]["name"].startswith("Standard")


def test_a_job_title_has_no_code():
    assert "occupationalCategory" not in told_of(soc_code="", is_job_title=True)


def test_what_entry_takes_is_told_as_typical():
    cells = {
        "entry_education": cell("entry_education", "Bachelor's degree", "Bachelor's degree"),
        "work_experience": cell("work_experience", "Less than 5 years", "Less than 5 years"),
    }
    told = told_of(cells=cells)
    assert told["educationRequirements"] == "Typical at entry: a bachelor's degree"
    assert told["experienceRequirements"] == "Typical at entry: less than 5 years in a related occupation"
    none = told_of(cells={"work_experience": cell("work_experience", "None", "None")})
    assert none["experienceRequirements"] == "Typical at entry: none in a related occupation"


def test_a_missing_figure_is_left_out():
    told = told_of(cells={key: gap(key) for key in ("entry_education", "work_experience")})
    assert not {"educationRequirements", "experienceRequirements"} & set(told)


def test_the_description_is_the_editors_else_made_of_the_figures():
    assert told_of(summary="They join metal.")["description"] == "They join metal."
    skilled = {"top_skills": cell("top_skills", ("Welding",), "Welding")}
    made = told_of(cells=skilled, skills=("Welding",))["description"]
    assert made == "The skill that matters most is welding."
    described = About(parts=(Part("51-4121.00", "Welders", "A publisher's words."),))
    assert "description" not in told_of(about=described)


def test_the_way_to_a_page_begins_at_home_and_ends_at_the_page():
    own = absolute("/places/abilene-tx/")
    told = breadcrumb_list([("Places", "/places/"), ("Abilene, TX", "")], own, absolute)
    assert faults(told) == []
    assert [(item["position"], item["name"], item["item"]) for item in told["itemListElement"]] == [
        (1, "Career portal", absolute("/")),
        (2, "Places", absolute("/places/")),
        (3, "Abilene, TX", own),
    ]


@settings(deadline=None)
@given(profiles())
def test_any_profile_is_told_in_schema_orgs_words(profile):
    assert faults(occupation(profile, absolute)) == []


@given(st.text(st.sampled_from('<>&\u2028\u2029/!-"\\ab')))
def test_no_text_holds_what_could_end_the_block(text):
    block = structured_data({"structured_data": [{"@type": "Occupation", "name": text}]})
    said = block.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert len(said) == len(block) - len('<script type="application/ld+json"></script>')
    assert not set("<>&\u2028\u2029") & set(said)


def test_a_page_with_nothing_to_say_has_no_block():
    assert structured_data({}) == ""
