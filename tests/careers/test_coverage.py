"""How many of the 830 detailed occupations the embedded snapshot has each figure for."""

import pytest
from django.core.management import call_command

from careers.models import Occupation
from careers.selectors.coverage import MEASURES, coverage, sources_by_figure

pytestmark = pytest.mark.django_db

# What was promised for the snapshot; more is welcome.
FLOORS = {
    "growth": 830,
    "openings": 830,
    "entry_education": 830,
    "common_degree": 830,
    "employment": 830,
    "annual_mean": 830,
    "gender": 815,
    "age": 615,
    "race": 615,
    "work_experience": 745,
    "top_skills": 745,
    "alternate_titles": 825,
    "related_major_or_none": 820,
    "best_paying_state": 820,
    "best_paying_city": 815,
    "best_paying_industry": 820,
    # Of 71 healthcare occupations; files of the others are for operators to import.
    "best_paying_company": 22,
    "visa_filing_offers": 46,
    "related_occupations": 775,
}


def test_the_snapshot_covers_what_was_promised():
    lines = {line.key: line for line in coverage()}
    assert {line.total for line in lines.values()} == {830}
    short = {key: lines[key].occupations for key in FLOORS if lines[key].occupations < FLOORS[key]}
    assert short == {}


def test_an_occupation_counts_once_for_each_figure():
    """The same count the slow way: figure by figure."""
    detailed = set(Occupation.objects.detailed().values_list("pk", flat=True))
    having = {
        measure.key: len(detailed & set(measure.rows().values_list("occupation", flat=True)))
        for measure in MEASURES
    }
    assert {line.key: line.occupations for line in coverage()} == having


def test_a_source_covers_only_what_it_gives():
    lines = {line.key: line.occupations for line in coverage("employment-projections")}
    assert lines == {"growth": 830, "openings": 830, "entry_education": 830, "work_experience": 830}


def test_every_counted_figure_names_its_sources():
    found = sources_by_figure()
    assert found["growth"] == [("BLS Projections", "employment-projections")]
    assert set(found) == {line.key for line in coverage() if line.occupations}


def test_coverage_takes_two_queries(django_assert_num_queries):
    with django_assert_num_queries(2):
        coverage()


def test_the_command_prints_every_figure_with_its_count(capsys):
    call_command("coverage")
    printed = capsys.readouterr().out.splitlines()
    assert len(printed) == len(MEASURES)
    assert any(line.split() == ["Growth", "830", "of", "830", "100.0%"] for line in printed)
