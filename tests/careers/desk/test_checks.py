"""Each check finds a planted fault, says where to mend it, and is quiet on what the portal ships."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.management import call_command

from careers.desk import checks, corrections
from careers.desk.checks import addresses, mentions, numbers, overdue, pay, shares, states, twice
from careers.models import (
    Area,
    College,
    Company,
    DemographicShare,
    EducationShare,
    MergedCompany,
    Occupation,
    OccupationText,
    Page,
    WageEstimate,
)

TITLES = {mentions.stems(title): title for title in ("Actors", "Registered Nurses", "Nurse Practitioners")}
NURSES = [Occupation(title="Registered Nurses", slug="registered-nurses")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Actors play parts on a stage.", ["Actors"]),
        ("An actor plays parts. A nurse practitioner prescribes.", ["Actors", "Nurse Practitioners"]),
        ("Registered nurses are no actors.", []),
        ("A registered nurse cares for people.", []),
        ("Nurses care for people; actors do not.", []),
        ("They care for people.", []),
        ("", []),
    ],
)
def test_a_text_that_names_others_alone_is_told(text, found):
    assert mentions.faults(text, mentions.own_words(NURSES), TITLES) == found


@pytest.mark.parametrize(
    ("total", "level"),
    [("100", None), ("100.4", None), ("99.6", None), ("101", "blocking"), ("98", "warning")],
)
def test_shares_make_a_hundred_but_for_rounding(total, level):
    found = shares.fault(Decimal(total), Decimal("0.5"))
    assert (found and found[0]) == level


@pytest.mark.parametrize(
    ("hourly", "yearly", "apart"),
    [("23.33", 48530, False), ("23.33", 48540, False), ("23.33", 49000, True), (None, 48530, False)],
)
def test_a_year_is_2080_hours_but_for_rounding(hourly, yearly, apart):
    assert pay.is_apart(hourly and Decimal(hourly), yearly) is apart


@pytest.mark.parametrize(
    ("in_states", "in_nation", "is_whole", "apart"),
    [
        (100_000, 100_000, True, False),
        (105_000, 100_000, True, False),
        (110_000, 100_000, False, True),
        (60_000, 100_000, False, False),
        (60_000, 100_000, True, True),
    ],
)
def test_states_hold_no_more_than_the_nation_and_no_fewer_where_all_are_given(
    in_states, in_nation, is_whole, apart
):
    assert states.is_apart(in_states, in_nation, is_whole) is apart


def test_one_name_in_two_spellings_is_one():
    named = [(twice.plain(name), name) for name in ("The Art & Craft School", "Art and Craft School", "Art")]
    assert twice.doubles(named) == [["The Art & Craft School", "Art and Craft School"]]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "is_fine"),
    [
        ("/careers/actors/", True),
        ("/careers/actors/pay/?sort=place#top", True),
        ("/careers/actorz/", False),
        ("/compare/actors-vs-judges/", False),
        ("/compare/actors-vs-registered-nurses/move/", True),
        ("/careers/actors-producers-and-directors/", False),
        ("/nowhere/", False),
        ("https://www.bls.gov/oes/", True),
        ("https://localhost/", False),
        ("http://[/", False),
        ("careers/actors/", False),
        ("#top", True),
        ("mailto:desk@example.org", True),
    ],
)
def test_a_link_is_followed_as_far_as_this_site_knows(address, is_fine):
    assert (addresses.fault(address) == "") is is_fine


@pytest.fixture(autouse=True)
def _findings_kept_elsewhere(settings, tmp_path):
    settings.VAR_DIR = tmp_path


@pytest.fixture
def nurses(db):
    return Occupation.objects.get(soc_code="29-1141")


def messages(row) -> str:
    return " ".join(found.message for found in checks.findings(row))


def test_a_text_pasted_into_the_wrong_occupation_leads_to_its_field(nurses):
    text = OccupationText.objects.update_or_create(
        occupation=nurses, defaults={"summary": "Software developers write programs."}
    )[0]
    (found,) = checks.findings(text)
    assert (found.level, found.field) == ("warning", "summary")
    assert "names Software Developers, but never Registered Nurses" in found.message
    assert found.url == f"/admin/careers/occupationtext/{text.pk}/change/#id_summary"
    assert "Software Developers" in " ".join(each.message for each in mentions.everywhere())


def test_a_broken_link_in_a_page_blocks_it_saved_or_not(db):
    page = Page(title="About", slug="about-us", body="See [actors](/careers/actorz/).")
    (found,) = checks.findings(page)
    assert (found.level, found.field) == ("blocking", "body")
    page.save()
    assert [each.message for each in addresses.everywhere()] == [found.message]


def test_a_link_to_what_is_not_published_is_told_and_one_to_a_merged_company_leads_on(db):
    Page.objects.create(title="Method", slug="method-2", body="We count.")
    page = Page(title="About", slug="about-us", body="See [how](/about/method-2/).")
    (found,) = checks.findings(page)
    assert (found.level, found.field) == ("warning", "body")
    assert "leads to what is not published" in found.message
    Page.objects.filter(slug="method-2").update(status="published")
    assert checks.findings(page) == []

    pharos = Company.objects.create(name="Pharos", slug="pharos", status="published")
    MergedCompany.objects.create(slug="pharos-llc", company=pharos, was=0, name="Pharos LLC")
    assert addresses.fault("/companies/pharos-llc/") == ""
    assert addresses.fault("/companies/pharos-inc/") == "there is no such company here"


def test_a_review_that_is_overdue_is_told_from_the_next_day_on(db):
    page = Page(title="About", slug="about-us", body="We.", status="published", review_by=overdue.today())
    assert checks.findings(page) == []
    page.review_by -= timedelta(days=1)
    page.save()
    assert "was to be reviewed by" in messages(page)
    assert [each.field for each in overdue.everywhere()] == ["review_by"]


def test_figures_that_contradict_each_other_are_told_of_the_occupation(nurses):
    wage = WageEstimate.objects.current().national().get(occupation=nurses)
    WageEstimate.objects.filter(pk=wage.pk).update(annual_mean=wage.annual_mean + 5_000, employment=1_000)
    first = EducationShare.objects.current().filter(occupation=nurses, percent__lt=50).first()
    EducationShare.objects.filter(pk=first.pk).update(percent=first.percent + 40)
    age = DemographicShare.objects.current().filter(occupation=nurses, characteristic="age_group")
    DemographicShare.objects.filter(pk=age.order_by("-percent").first().pk).update(percent=0)
    said = messages(nurses)
    assert "an hour are" in said
    assert "1,000 in the nation" in said
    assert "degrees: Together they make" in said
    assert "age group: Together they make" in said
    assert "race" not in said


def test_a_college_there_twice_is_told_of_either(db):
    texas = Area.objects.get(kind="state", name="Texas")
    one, other = (
        College.objects.create(unit_id=f"X{n}", name=name, slug=f"x-{n}", state=texas)
        for n, name in enumerate(("Crowd & Sons College", "The Crowd and Sons College"))
    )
    assert "is there 2 times" in messages(one)
    assert checks.findings(other)[0].url.endswith(f"/college/{other.pk}/change/#id_name")


def test_what_the_portal_ships_blocks_nothing_and_warns_of_branches_of_colleges_alone(db, capsys):
    call_command("check_content")
    *lines, summary = capsys.readouterr().out.splitlines()
    assert all(line.startswith("warning [twice] College") for line in lines), lines
    assert summary.startswith("0 blocking")
    assert "addresses, mentions, numbers, overdue, pay, shares, states, twice" in summary


def test_something_blocking_ends_the_command_with_one(db):
    Page.objects.create(title="About", slug="about-us", body="[actors](/careers/actorz/)")
    with pytest.raises(SystemExit) as ended:
        call_command("check_content")
    assert ended.value.code == 1


def test_addresses_outside_are_asked_only_when_told_to(db, monkeypatch):
    asked = []
    monkeypatch.setattr(addresses, "fetch", lambda address, **limits: asked.append(address))
    Page.objects.create(title="About", slug="about-us", body="[BLS](https://www.bls.gov/)")
    call_command("check_content")
    assert asked == []
    call_command("check_content", links=True)
    assert "https://www.bls.gov/" in asked


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They earn $104,000, 4.9% more.", [("$104,000", "1000"), ("4.9%", "0.1")]),
        (
            "$47.32 an hour; $98 thousand; 5 percent",
            [("$47.32", "0.01"), ("$98 thousand", "1000"), ("5 percent", "1")],
        ),
        ("$100,000 a year", [("$100,000", "10000")]),
        ("From [the survey](https://example.org/): $1.\n\nAnd $2.", [("$2", "1")]),
        ("In 2024, 12 of them.", []),
    ],
)
def test_numbers_of_a_text_are_read_as_exactly_as_they_are_typed(text, found):
    assert [(each.text, str(each.step.normalize().__format__("f"))) for each in numbers.typed(text)] == found


def test_a_number_that_no_figure_bears_out_is_told_and_one_that_does_is_not(nurses):
    mean = WageEstimate.objects.current().national().get(occupation=nurses).annual_mean
    text = OccupationText(occupation=nurses, summary=f"Nurses earn ${mean:,} or about ${round(mean, -3):,}.")
    assert messages(text) == ""
    text.summary = f"Nurses earn ${mean + 1_234:,}."
    assert messages(text) == (
        f"Registered Nurses: “${mean + 1_234:,}” is none of its figures. Set it right, or link to where it "
        "is from."
    )
    in_texas = WageEstimate.objects.current().cross_industry().get(occupation=nurses, area__name="Texas")
    text.summary = f"Nurses of Texas earn ${in_texas.annual_mean:,}."
    assert messages(text) == ""


def test_a_number_that_was_corrected_is_told_with_what_it_is_now(nurses, admin_user):
    wage = WageEstimate.objects.current().national().select_related("release__source").get(occupation=nurses)
    text = OccupationText(occupation=nurses, summary=f"Nurses earn ${wage.annual_mean:,}.")
    corrections.correct(wage, "annual_mean", "104120", reason="No.", evidence="A letter", user=admin_user)
    assert messages(text) == (
        f"Registered Nurses: “${wage.annual_mean:,}” is the publisher’s annual mean; the editors corrected "
        "it to $104,120."
    )
    text.summary = "Nurses earn $104,120, about $104,000."
    assert messages(text) == ""


def test_a_number_of_an_older_release_is_told_with_what_it_is_now():
    older = numbers.Known("dollars", Decimal(98_430), was="was the annual mean of May 2024.")
    newer = numbers.Known("dollars", Decimal(101_420))
    (number,) = numbers.typed("$98,430")
    assert numbers.fault(number, [older, newer]) == "“$98,430” was the annual mean of May 2024."
