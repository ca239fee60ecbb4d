"""Related majors and the colleges that graduate most in them, against a slow second computation."""

import random
from collections import Counter

import pytest
from django.db import connection

from careers.models import (
    College,
    Credential,
    FieldOfStudy,
    Major,
    MajorEarnings,
    MajorRoute,
    Occupation,
    Program,
    Projection,
    Release,
    Source,
)
from careers.selectors.studies import related_colleges, related_earnings, related_majors

pytestmark = pytest.mark.django_db

# Nurses (bachelor), lawyers (doctoral or professional), welders and cashiers (no credential beyond high
# school), hygienists (associate), statisticians (master), cosmetologists (award below a degree).
CODES = ("29-1141", "23-1011", "51-4121", "41-2011", "29-1292", "15-2041", "39-5012")
COUNTED = {
    "29-1141": {"bachelor"},
    "23-1011": {"doctoral", "first_professional"},
    "51-4121": {"certificate", "associate", "bachelor"},
    "41-2011": {"certificate", "associate", "bachelor"},
    "29-1292": {"associate"},
    "15-2041": {"master"},
    "39-5012": {"certificate"},
}


@pytest.fixture
def release():
    with connection.cursor() as cursor:
        for model in (Program, MajorRoute, MajorEarnings, College, Major, FieldOfStudy):
            cursor.execute(f"DELETE FROM {model._meta.db_table}")
    source = Source.objects.create(slug="atlantis", name="Atlantis", short_name="Atlantis", publisher="A")
    return Release.objects.create(source=source, label="2031")


@pytest.fixture
def occupations():
    return {code: Occupation.objects.get(soc_code=code) for code in CODES}


class World:
    """Fields with majors, colleges with programs; routes as a test wants them."""

    def __init__(self, release, fields: int = 3, colleges: int = 8):
        self.release = release
        self.fields = [
            FieldOfStudy.objects.create(code=f"90.{n:02}", title=f"Field {n}", slug=f"field-{n}")
            for n in range(fields)
        ]
        self.majors = [
            Major.objects.create(code=f"{field.code}{n:02}", title=f"Major {field.code} {n}", field=field)
            for field in self.fields
            for n in range(2)
        ]
        self.colleges = [
            College.objects.create(unit_id=str(100_000 + n), name=f"College {n}", slug=f"college-{n}")
            for n in range(colleges)
        ]

    def route(self, occupation, *majors):
        for major in majors:
            MajorRoute.objects.create(occupation=occupation, major=major, release=self.release)

    def program(self, field, college, credential, completers, **fields):
        missing = {} if completers is not None else {"completers": "not_collected"}
        row = {
            "credential": credential,
            "completers": completers,
            "missing": missing,
            "release": self.release,
        }
        return Program.objects.create(field=field, college=college, **row, **fields)


def test_several_related_majors_of_one_field_do_not_count_its_completers_twice(release, occupations):
    world, nurses = World(release), occupations["29-1141"]
    world.route(nurses, *world.majors[:2])
    world.program(world.fields[0], world.colleges[0], "bachelor", 40)
    majors, colleges = related_majors([nurses.pk])[nurses.pk], related_colleges([nurses.pk])[nurses.pk]
    assert [(field.title, field.completers.value) for field in majors.fields] == [("Field 0", 40)]
    assert majors.fields[0].majors == ("Major 90.00 0", "Major 90.00 1")
    assert [(college.name, college.completers.value) for college in colleges.colleges] == [("College 0", 40)]


def test_only_the_credentials_that_entry_asks_for_count(release, occupations):
    world = World(release, fields=1, colleges=1)
    for number, credential in enumerate(Credential.values):
        world.program(world.fields[0], world.colleges[0], credential, 10**number)
    worth = {credential: 10**number for number, credential in enumerate(Credential.values)}
    for occupation in occupations.values():
        world.route(occupation, world.majors[0])
    ids = [occupation.pk for occupation in occupations.values()]
    majors, colleges = related_majors(ids), related_colleges(ids)
    for code, occupation in occupations.items():
        people = sum(worth[credential] for credential in COUNTED[code])
        assert majors[occupation.pk].fields[0].completers.value == people
        assert colleges[occupation.pk].colleges[0].completers.value == people
        assert majors[occupation.pk].counted == colleges[occupation.pk].counted


def test_without_a_projection_every_credential_up_to_a_bachelor_s_degree_counts(release, occupations):
    world, lawyers = World(release, fields=1, colleges=1), occupations["23-1011"]
    Projection.objects.filter(occupation=lawyers).update(is_current=False)
    world.route(lawyers, world.majors[0])
    world.program(world.fields[0], world.colleges[0], "first_professional", 1000)
    world.program(world.fields[0], world.colleges[0], "associate", 3)
    assert related_majors([lawyers.pk])[lawyers.pk].fields[0].completers.value == 3
    assert related_colleges([lawyers.pk])[lawyers.pk].colleges[0].completers.value == 3


def test_the_ranking_agrees_with_a_slow_count_of_everything(release, occupations):
    chance = random.Random(20)
    world = World(release, fields=6, colleges=12)
    for occupation in occupations.values():
        world.route(occupation, *chance.sample(world.majors, 5))
    for field in world.fields:
        for college in world.colleges:
            for credential in chance.sample(Credential.values, 5):
                world.program(field, college, credential, chance.choice([None, 0, *range(1, 2000)]))
    old = Release.objects.create(source=release.source, label="2030")
    Program.objects.create(
        field=world.fields[0], college=world.colleges[0], credential="bachelor", completers=10**6,
        release=old, is_current=False,
    )  # fmt: skip
    ids = [occupation.pk for occupation in occupations.values()]
    majors, colleges = related_majors(ids), related_colleges(ids)
    for code, occupation in occupations.items():
        related = {route.major.field_id for route in occupation.major_routes.all()}
        by_college, by_field = Counter(), Counter()
        for program in Program.objects.filter(is_current=True).select_related("college", "field"):
            if program.field_id in related and program.credential in COUNTED[code]:
                by_college[program.college.name] += program.completers or 0
                by_field[program.field.title] += program.completers or 0
        shown = [(college.name, college.completers.value) for college in colleges[occupation.pk].colleges]
        assert len(shown) == 5
        assert [people for _, people in shown] == sorted(by_college.values(), reverse=True)[:5]
        assert all(by_college[name] == people for name, people in shown)
        fields = [(field.title, field.completers.value) for field in majors[occupation.pk].fields]
        assert fields == sorted(by_field.items(), key=lambda pair: -pair[1])


def test_an_occupation_that_no_major_is_related_to_says_so(release, occupations):
    cashiers, nurses = occupations["41-2011"], occupations["29-1141"]
    field = FieldOfStudy.objects.create(code="99.99", title="None", slug="none")
    none = Major.objects.create(code=Major.NONE_CODE, title="None", field=field)
    MajorRoute.objects.create(occupation=cashiers, major=none, release=release)
    ids = [cashiers.pk, nurses.pk]
    majors, colleges = related_majors(ids), related_colleges(ids)
    cell = majors[cashiers.pk].cell
    assert cell.reason == "The crosswalk of majors and occupations relates no major to this occupation."
    assert (cell.missing, cell.reason_code, cell.release) == (True, "not_applicable", "2031")
    # That no crosswalk is loaded is no statement of the crosswalk's.
    assert majors[nurses.pk].cell.reason_code == "not_collected"
    assert all(colleges[pk].cell.missing for pk in ids)
    assert all((majors[pk].fields, colleges[pk].colleges) == ((), ()) for pk in ids)


def test_a_field_without_counts_stands_last_and_has_its_reason(release, occupations):
    world, nurses = World(release), occupations["29-1141"]
    world.route(nurses, world.majors[0], world.majors[2])
    world.program(world.fields[0], world.colleges[0], "bachelor", None)
    world.program(world.fields[1], world.colleges[0], "bachelor", 0)
    fields = related_majors([nurses.pk])[nurses.pk].fields
    assert [(field.title, field.completers.value) for field in fields] == [("Field 1", 0), ("Field 0", None)]
    assert fields[1].completers.reason == "No college gives a number of bachelor's degrees in this field."
    colleges = related_colleges([nurses.pk])[nurses.pk]
    assert (colleges.cell.missing, colleges.colleges) == (True, ())


def test_cells_name_their_release_and_what_is_counted_and_never_say_studied(release, occupations):
    world, nurses = World(release), occupations["29-1141"]
    world.route(nurses, world.majors[0])
    world.program(world.fields[0], world.colleges[0], "bachelor", 1234)
    majors, colleges = related_majors([nurses.pk])[nurses.pk], related_colleges([nurses.pk])[nurses.pk]
    for cell in (majors.cell, majors.fields[0].completers, colleges.cell, colleges.colleges[0].completers):
        assert (cell.source_name, cell.release) == ("Atlantis", "2031")
        assert "bachelor's degrees" in cell.note
        assert "studied" not in cell.note
    assert (majors.cell.value, colleges.cell.value) == ("Field 0", "College 0")
    assert majors.fields[0].completers.text == "1,234"


def test_earnings_follow_the_order_of_the_majors_and_carry_their_years(release, occupations):
    world, nurses = World(release), occupations["29-1141"]
    world.route(nurses, *world.majors)
    for number, field in enumerate(world.fields):
        field.census_major = ["6107", "2102", "6107"][number]
        field.save()
        world.program(field, world.colleges[0], "bachelor", [5, 9, 7][number])
    values = {"employed": 9, "median": 62_000, "p25": 48_000, "p75": 80_000, "release": release}
    MajorEarnings.objects.create(census_major="6107", title="Nursing", **values)
    values |= {"median": None, "missing": {"median": "not_collected"}}
    MajorEarnings.objects.create(census_major="2102", title="Computer science", **values)
    first, second = related_earnings(related_majors([nurses.pk]))[nurses.pk]
    assert (first.title, first.fields, first.median.missing) == ("Computer science", ("Field 1",), True)
    assert (second.title, second.fields, second.median.text) == ("Nursing", ("Field 2", "Field 0"), "$62,000")
    assert (second.range, second.median.kind, second.median.release) == ((48_000, 80_000), "median", "2031")


def test_any_number_of_occupations_takes_as_many_queries(release, occupations, django_assert_num_queries):
    world = World(release)
    for occupation in occupations.values():
        world.route(occupation, *world.majors)
    world.program(world.fields[0], world.colleges[0], "bachelor", 1)
    for ids in ([occupations["29-1141"].pk], [occupation.pk for occupation in occupations.values()]):
        with django_assert_num_queries(2):
            majors = related_majors(ids)
        with django_assert_num_queries(1):
            related_colleges(ids)
        with django_assert_num_queries(0):
            related_earnings(majors)
    with django_assert_num_queries(0):
        assert related_colleges([]) == {}
