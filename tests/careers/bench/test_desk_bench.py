"""Measuring the desk: invented rows come and go, and pages over a limit are told."""

import re
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from careers.bench import filling, occupations, removing
from careers.bench.desk_pages import pages
from careers.bench.reading import untouched
from careers.management.commands import bench_desk, bench_fill
from careers.models import Change, Company, CompanyAssessment, Occupation, Posting

# That something was written is noted, and stays.
ROWS = [model for model in apps.get_app_config("careers").get_models() if model is not Change]


@pytest.fixture
def measure(admin_user, monkeypatch):
    """The command without its judgement of time: here it may be slow for other reasons."""
    monkeypatch.setattr(bench_desk, "MAX_MILLISECONDS", 600_000)

    def measure(**options) -> str:
        out = StringIO()
        call_command("bench_desk", stdout=out, stderr=out, times=1, **options)
        return out.getvalue()

    return measure


@pytest.mark.django_db
def test_what_is_invented_is_there_for_readers_and_goes_without_a_trace():
    before = [model._base_manager.count() for model in ROWS]
    filling.fill(20, 60, say=lambda text: None)
    assert Company.objects.live(timezone.now()).filter(slug__startswith="invented-").count() == 20
    open_now = Posting.objects.open(timezone.localdate()).real()
    assert 20 < open_now.filter(fingerprint__startswith="invented:").count() < 60
    removing.remove()
    assert [model._base_manager.count() for model in ROWS] == before


@pytest.mark.django_db
def test_a_copy_of_an_occupation_has_all_figures_of_its_original():
    nurses = Occupation.objects.get(slug="registered-nurses")
    occupations.multiply(2, [nurses])
    copy = Occupation.objects.get(slug="invented-2-registered-nurses")
    assert copy.title == "Registered Nurses 2"
    for model in occupations.copied():
        of_both = [list(_figures(model, each)) for each in (nurses, copy)]
        assert of_both[0] == of_both[1], model
    removing.remove()
    assert not Occupation.objects.filter(slug__startswith="invented-").exists()


def _figures(model, occupation):
    left_out = {"id", "occupation_id", "related_id"}
    names = [field.attname for field in model._meta.concrete_fields if field.attname not in left_out]
    return model.objects.filter(occupation=occupation).order_by("pk").values_list(*names)


@pytest.mark.django_db
def test_filling_again_replaces_what_was_there():
    for _ in range(2):
        filling.fill(2, 3, say=lambda text: None)
    assert Posting.objects.filter(fingerprint__startswith="invented:").count() == 3


@pytest.mark.django_db
def test_nothing_is_invented_in_another_database_than_the_one_named(monkeypatch):
    monkeypatch.setattr(bench_fill.filling, "fill", lambda *args: pytest.fail("It was filled."))
    with pytest.raises(CommandError, match=re.escape(f"--into {connection.settings_dict['NAME']}")):
        call_command("bench_fill", into="measure")


@pytest.mark.django_db
def test_each_page_is_told_with_its_queries_and_its_time(measure):
    told = measure(of="careers.Page").splitlines()
    assert [line.split(": ")[1].split("  ")[0] for line in told[1:3]] == ["list", "last page"]
    assert told[-1].startswith(f"{len(told) - 2} pages on {connection.vendor}, 0 over")


@pytest.mark.django_db
def test_a_page_over_a_limit_is_told_and_fails_the_command(measure, monkeypatch):
    monkeypatch.setattr(bench_desk, "MAX_QUERIES", 1)
    with pytest.raises(SystemExit, match="1"):
        measure(of="careers.Page", page="list", over=True)


@pytest.mark.django_db
def test_saving_is_measured_and_leaves_nothing(measure):
    filling.fill(2, 0, say=lambda text: None)
    before = list(CompanyAssessment.objects.order_by("pk").values())
    assert "0 over" in measure(of="careers.CompanyAssessment", page="save")
    assert list(CompanyAssessment.objects.order_by("pk").values()) == before


@pytest.mark.django_db
def test_every_list_is_measured_sorted_filtered_and_searched(admin_user):
    of_postings = {page.what for page in pages(admin_user, "careers.Posting")}
    assert {
        "list",
        "last page",
        "search “a”",
        "sorted by occupation",
        "filtered by state (state=open)",
    } <= of_postings


def test_a_form_is_sent_back_as_a_browser_would():
    html = """
    <form id="other"><input name="no" value="1"></form>
    <form id="own"><input name="a" type="text"><input name="b" type="checkbox" checked>
    <input name="c" type="checkbox"><textarea name="d">
    two
    lines</textarea><select name="e"><option value="1"><option value="2" selected></select>
    <input type="submit" name="save"></form>"""
    assert untouched(html, "own") == {"a": [""], "b": ["on"], "d": ["    two\n    lines"], "e": ["2"]}


@pytest.mark.parametrize(
    ("options", "said"), [({"times": 0}, "at least once"), ({"user": "nobody"}, "createsuperuser")]
)
@pytest.mark.django_db
def test_what_cannot_be_measured_says_why(options, said):
    with pytest.raises(CommandError, match=said):
        call_command("bench_desk", **options)
