"""An editor corrects a figure: the site shows it and says so, and imports keep it until they agree."""

import csv
import io
import json
from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError
from django.db.models import Q

from careers import snapshot
from careers.desk import corrections
from careers.desk.imports.rollback import roll
from careers.importers.base import ImportFailure
from careers.models import Correction, Missing, Occupation, StatedFact, WageEstimate
from careers.snapshot import writing
from careers.snapshot.tables import TABLES
from tests.careers.importers.state import nothing_changes

from .corrections import import_pay

pytestmark = pytest.mark.django_db
WHY = {"reason": "Misprinted.", "evidence": "Letter of the Bureau, June 2026"}
PAGE = "/careers/registered-nurses/"


@pytest.fixture
def wage():
    nurses = Occupation.objects.get(soc_code="29-1141")
    return WageEstimate.objects.current().national().select_related("release__source").get(occupation=nurses)


@pytest.fixture
def correct(wage, admin_user):
    """Correct pay of nurses: by default the yearly mean, to $104,000."""

    def correct(field="annual_mean", value="104000", row=None):
        return corrections.correct(row or wage, field, value, **WHY, user=admin_user)

    return correct


def now(wage) -> WageEstimate:
    return WageEstimate.objects.current().get(
        occupation=wage.occupation_id, area=wage.area_id, industry=wage.industry_id
    )


def test_a_correction_stands_in_the_row_with_the_publishers_value_beside_it(wage, correct, admin_user):
    made = correct()
    row, published = now(wage), str(wage.annual_mean)
    assert row.annual_mean == 104_000
    assert row.corrected["annual_mean"]["published"] == published == made.published_value
    assert (made.occupation, made.source, made.made_by) == (
        wage.occupation,
        wage.release.source,
        admin_user,
    )
    corrections.withdraw(made, admin_user, "The letter was about another year.")
    row = now(wage)
    assert (row.annual_mean, row.corrected) == (wage.annual_mean, None)
    assert (made.ending, made.ending_reason) == ("withdrawn", "The letter was about another year.")


def test_a_figure_that_was_missing_is_given_and_one_that_was_there_is_taken_out(wage, correct, admin_user):
    code = wage.missing["location_quotient"]
    given = correct("location_quotient", "1.1")
    assert str(now(wage).location_quotient) == "1.10"
    assert "location_quotient" not in now(wage).missing
    correct("annual_mean", Missing.UNRELIABLE)
    assert now(wage).annual_mean is None
    assert now(wage).reason_for("annual_mean") == "unreliable"
    corrections.withdraw(given, admin_user)
    assert now(wage).location_quotient is None
    assert now(wage).missing == {**wage.missing, "annual_mean": "unreliable"}
    assert now(wage).reason_for("location_quotient") == code


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("annual_p10", "999999", "Annual percentiles must not fall: 10th ≤ 25th ≤ median"),
        ("wage_rse", "101", "The error of mean pay is a percentage, 0 to 100."),
        ("annual_mean", "a lot", "must be an integer"),
        ("hourly_mean", "a lot", "Enter a number."),
        ("annual_mean", "", "Give the right value, or choose why there is none."),
        ("annual_mean", "published", "That is what the publisher gives"),
        ("release", "1", "This is no figure of a publisher’s."),
    ],
)
def test_what_does_not_fit_is_refused_in_words_and_nothing_is_kept(wage, correct, field, value, message):
    with pytest.raises(ValidationError, match=message):
        correct(field, str(wage.annual_mean) if value == "published" else value)
    assert not Correction.objects.exists()
    assert now(wage).corrected is None


def test_only_what_is_in_force_is_corrected(wage, correct):
    WageEstimate.objects.filter(pk=wage.pk).update(is_current=False)
    with pytest.raises(ValidationError, match="Only a figure in force"):
        correct()


def test_a_newer_correction_replaces_the_older_and_keeps_the_publishers_value(wage, correct):
    correct()
    second = correct(value="105000")
    assert second.published_value == str(wage.annual_mean)
    assert Correction.objects.in_force().get() == second
    assert Correction.objects.exclude(pk=second.pk).get().ending_reason == corrections.REPLACED


def test_a_stated_number_is_corrected_too(correct):
    fact = StatedFact.objects.current().filter(high__isnull=False).select_related("release__source").first()
    correct("high", str(fact.high + 1), fact)
    assert StatedFact.objects.get(pk=fact.pk).high == fact.high + 1


def test_pages_show_the_corrected_figure_and_mark_it(client, wage, correct):
    correct()
    said = f"Corrected by the editors: the publisher gives ${wage.annual_mean:,}."
    for address in (PAGE, "/compare/dental-hygienists-vs-registered-nurses/"):
        page = client.get(address, follow=True).content.decode()
        assert "$104,000" in page, address
        assert said in page, address
        assert WHY["evidence"] in page, address


def test_pay_by_place_shows_it_and_marks_it(client, wage, correct):
    """The note under the table names the publisher's figure."""
    in_texas = WageEstimate.objects.current().cross_industry().select_related("release__source")
    in_texas = in_texas.get(occupation=wage.occupation, area__name="Texas")
    correct(value="103210", row=in_texas)
    page = client.get(f"{PAGE}pay/").content.decode()
    assert '$103,210 <span class="figure-corrected">corrected</span>' in page
    assert f"corrected by the editors: the publisher gives ${in_texas.annual_mean:,}." in page


def test_lists_filter_and_rank_by_the_corrected_figure_and_mark_it(client, correct):
    correct(value="1000000")
    page = client.get("/careers/?sort=pay&pay_min=900000&pay_unit=year").content.decode()
    assert "Registered Nurses" in page
    assert '<span class="figure-corrected">corrected</span>' in page
    assert "orrected by the editors" in page


def test_twins_carry_the_correction_in_columns_at_the_end(client, wage, correct):
    correct()
    text = client.get("/careers/registered-nurses.csv").content.decode()
    rows = list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))
    assert list(rows[0])[-5:] == [
        "corrected", "published_instead", "correction_reason", "correction_source", "corrected_on",
    ]  # fmt: skip
    row = next(row for row in rows if row["figure"] == "annual_mean")
    assert (row["value"], row["published_instead"]) == ("104000", f"${wage.annual_mean:,}")
    assert {row["corrected"] for row in rows if row["figure"] == "growth"} == {"False"}
    assert '"published_instead": "$' in json.dumps(client.get("/careers/registered-nurses.json").json())


def test_importing_the_same_release_again_changes_nothing(tmp_path, wage, correct):
    correct()
    before = now(wage).missing
    receipt = import_pay(tmp_path, wage, wage.release.label, wage.release.period_end.year)
    assert (receipt.created, receipt.updated, receipt.unchanged) == (0, 0, 1)
    assert receipt.warnings == []
    row = now(wage)
    assert (row.annual_mean, row.missing) == (104_000, before)
    assert not Correction.objects.in_force().get().conflicts_with


def test_a_newer_release_that_says_the_same_is_corrected_too(tmp_path, wage, correct):
    correct()
    assert import_pay(tmp_path, wage).warnings == []
    row = now(wage)
    assert (row.release.label, row.annual_mean) == ("May 2031", 104_000)
    older = WageEstimate.objects.get(pk=wage.pk)
    assert (older.annual_mean, older.corrected) == (wage.annual_mean, None)


def test_a_newer_release_that_says_something_else_is_listed_as_a_conflict(tmp_path, wage, correct):
    correct()
    receipt = import_pay(tmp_path, wage, annual_mean=99_000)
    row, kept = now(wage), Correction.objects.in_force().get()
    assert (row.annual_mean, row.corrected["annual_mean"]["published"]) == (104_000, "99000")
    assert kept.conflicts_with == "May 2031"
    (warning,) = receipt.warnings
    for part in ("Registered Nurses", "annual mean", "$99,000", "$104,000"):
        assert part in warning
    corrections.stand_by(kept)
    assert import_pay(tmp_path, wage, annual_mean=99_000).warnings == []


def test_a_correction_ends_when_the_publisher_agrees(tmp_path, wage, correct):
    made = correct()
    receipt = import_pay(tmp_path, wage, annual_mean=104_000)
    made.refresh_from_db()
    assert (made.ending, now(wage).annual_mean, now(wage).corrected) == ("agreed", 104_000, None)
    assert "the publisher now gives $104,000 itself" in receipt.warnings[0]


def test_a_correction_is_in_force_again_where_the_release_that_agreed_is_rolled_back(
    tmp_path, wage, correct, admin_user
):
    made = correct()
    release = import_pay(tmp_path, wage, annual_mean=104_000).release
    (warning,) = roll(release, admin_user, is_back=True).warnings
    assert "annual mean: the publisher’s agreement was rolled back" in warning
    made.refresh_from_db()
    row = now(wage)
    assert (made.ending, row.annual_mean) == ("", 104_000)
    assert row.corrected["annual_mean"]["published"] == str(wage.annual_mean)
    (warning,) = roll(release, admin_user, is_back=False).warnings
    assert "the publisher now gives $104,000 itself" in warning
    made.refresh_from_db()
    assert made.ending == "agreed"


def test_a_correction_that_no_longer_fits_its_neighbours_waits(tmp_path, wage, correct):
    correct("annual_median", str(wage.annual_p75))
    lower = {"annual_p75": wage.annual_p75 - 5, "annual_median": wage.annual_median}
    receipt = import_pay(tmp_path, wage, **lower)
    row = now(wage)
    assert (row.annual_median, row.corrected) == (wage.annual_median, None)
    assert "no longer fits and waits. Annual percentiles must not fall" in receipt.warnings[0]
    assert Correction.objects.in_force().get().conflicts_with == "May 2031"
    corrections.lift()
    assert corrections.reapply() == receipt.warnings


def test_a_correction_of_what_is_no_longer_published_waits(tmp_path, wage, correct):
    made = correct()
    corrections.lift()
    WageEstimate.objects.filter(pk=wage.pk).update(is_current=False)
    (warning,) = corrections.reapply(wage.release)
    assert "the figure is no longer there" in warning
    made.refresh_from_db()
    assert not made.ending


def test_an_import_that_fails_leaves_the_correction_as_it_was(tmp_path, wage, correct):
    correct()
    with nothing_changes(), pytest.raises(ImportFailure):
        import_pay(tmp_path, wage, breaks=True, annual_mean=99_000)
    assert now(wage).annual_mean == 104_000


def test_the_snapshot_exports_what_publishers_give(wage, correct):
    table = next(table for table in TABLES if table.model is WageEstimate)
    narrow = replace(table, only=Q(pk=wage.pk))
    (before,) = writing._export_rows(narrow)
    correct()
    correct("location_quotient", "1.1")
    assert [*writing._export_rows(narrow)] == [before]


def test_what_has_no_corrections_costs_an_import_two_queries(django_assert_num_queries, wage):
    with django_assert_num_queries(2):
        corrections.lift(wage.release.source)
        corrections.reapply(wage.release)


def test_loading_the_snapshot_again_keeps_the_correction(wage, correct, monkeypatch):
    monkeypatch.setattr(snapshot.reading, "TABLES", ())
    correct()
    snapshot.load()
    assert now(wage).annual_mean == 104_000
