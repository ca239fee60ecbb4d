"""Which figures are in force when a release is corrected, and when a newer or older one arrives."""

import json

import pytest

from careers.importers import base, oews
from careers.models import Occupation, WageEstimate

from .oews_files import METRO, OTHER_STATE, STATE, Release, key_of

pytestmark = pytest.mark.django_db
own_source = pytest.mark.usefixtures("own_source")

LAMPS = {"occupation__soc_code": "98-1011", "area__code": STATE, "industry__code": "000000"}


def in_force() -> dict[str, int]:
    """How many figures are in force, by release."""
    labels = WageEstimate.objects.current().values_list("release__label", flat=True)
    labels = labels.filter(occupation__soc_code__startswith="98-")
    return {label: list(labels).count(label) for label in set(labels)}


def counts(receipt) -> dict[str, int]:
    names = ("created", "updated", "unchanged", "retired")
    return {name: getattr(receipt, name) for name in names if getattr(receipt, name)}


@own_source
def test_a_corrected_value_is_updated_in_its_row(import_oews, edition):
    import_oews(Release(), edition)
    before = WageEstimate.objects.get(**LAMPS).pk
    release = Release()
    release.put(key_of("981011", STATE), "77777", names=("annual_mean",))
    assert counts(import_oews(release, edition)) == {"updated": 1, "unchanged": 41}
    corrected = WageEstimate.objects.get(**LAMPS)
    assert (corrected.pk, corrected.annual_mean, corrected.is_current) == (before, 77777, True)


@own_source
def test_a_value_withheld_later_becomes_empty_with_its_reason(import_oews, edition):
    import_oews(Release(), edition)
    release = Release()
    release.put(key_of("981011", STATE), "-", "8", names=("annual_mean",))
    assert counts(import_oews(release, edition)) == {"updated": 1, "unchanged": 41}
    corrected = WageEstimate.objects.get(**LAMPS)
    assert (corrected.annual_mean, corrected.missing) == (None, {"annual_mean": "suppressed"})


@own_source
def test_a_row_that_vanishes_is_retired_and_not_deleted(import_oews, edition):
    import_oews(Release(), edition)
    release = Release()
    del release.cells[key_of("981011", STATE)]
    assert counts(import_oews(release, edition)) == {"unchanged": 41, "retired": 1}
    retired = WageEstimate.objects.get(**LAMPS)
    assert (retired.annual_mean, retired.is_current) == (45760, False)
    assert in_force() == {"May 2031": 41}
    assert counts(import_oews(release, edition)) == {"unchanged": 41}


@own_source
def test_a_row_that_comes_back_is_in_force_again(import_oews, edition):
    without = Release()
    del without.cells[key_of("981011", STATE)]
    for release in (Release(), without):
        import_oews(release, edition)
    assert counts(import_oews(Release(), edition)) == {"updated": 1, "unchanged": 41}
    assert in_force() == {"May 2031": 42}


@own_source
def test_a_new_row_is_added(import_oews, edition):
    without = Release()
    del without.cells[key_of("981011", OTHER_STATE)]
    import_oews(without, edition)
    assert counts(import_oews(Release(), edition)) == {"created": 1, "unchanged": 41}


@own_source
def test_a_newer_release_takes_the_older_out_of_force_and_keeps_it(import_oews, edition):
    import_oews(Release("May 2031"), edition)
    assert counts(import_oews(Release("May 2032"), edition)) == {"created": 42}
    assert in_force() == {"May 2032": 42}
    assert WageEstimate.objects.filter(release__label="May 2031").count() == 42


@own_source
def test_an_older_release_never_takes_the_place_of_a_newer(import_oews, edition):
    import_oews(Release("May 2031"), edition)
    older = Release("May 2030")
    older.put(key_of("981011", STATE), "11111", names=("annual_mean",))
    assert counts(import_oews(older, edition)) == {"created": 42}
    assert in_force() == {"May 2031": 42}
    older.put(key_of("981011", STATE), "22222", names=("annual_mean",))
    assert counts(import_oews(older, edition)) == {"updated": 1, "unchanged": 41}
    assert in_force() == {"May 2031": 42}
    assert WageEstimate.objects.get(**LAMPS, is_current=True).annual_mean == 45760


@own_source
def test_a_file_that_lost_most_of_a_release_is_taken_for_truncated(import_oews, edition):
    import_oews(Release(), edition)
    release = Release()
    release.cells = dict(list(release.cells.items())[:20])
    with pytest.raises(base.ImportFailure, match="20 figures where the same release had 42 before"):
        import_oews(release, edition)
    assert in_force() == {"May 2031": 42}


@own_source
def test_an_editor_who_stores_reasons_in_another_order_changed_nothing(import_oews):
    release, key = Release(), key_of("981011", STATE)
    release.put(key, "-", "8", names=("annual_mean", "annual_p10"))
    import_oews(release)
    row = WageEstimate.objects.get(**LAMPS)
    row.missing = dict(reversed(json.loads(json.dumps(row.missing)).items()))
    row.save()
    import_oews(release)
    assert WageEstimate.objects.get(**LAMPS).missing == dict.fromkeys(
        ("annual_mean", "annual_p10"), "suppressed"
    )


def test_a_newer_release_takes_the_snapshot_s_figures_out_of_force(import_oews):
    nurses = Occupation.objects.get(soc_code="29-1141").wage_estimates
    assert nurses.current().national().get().release.label == "May 2025"
    snapshot = WageEstimate.objects.filter(release__source__slug="oews", release__label="May 2025")
    kept = snapshot.count()
    import_oews(Release("May 2026"))
    assert not snapshot.current().exists()
    assert snapshot.count() == kept
    assert in_force() == {"May 2026": 42}


def test_a_release_older_than_the_snapshot_leaves_it_in_force(import_oews):
    snapshot = WageEstimate.objects.filter(release__source__slug="oews", release__label="May 2025")
    kept = snapshot.current().count()
    import_oews(Release("May 2024"))
    assert snapshot.current().count() == kept
    assert in_force() == {}


def test_a_release_of_another_name_is_refused_when_one_is_asked_for(import_oews, edition):
    with pytest.raises(base.ImportFailure, match="this is the release 'May 2031', not 'May 2030'"):
        import_oews(Release(), edition, expect_release="May 2030")
    assert in_force() == {}
    assert oews.Importer.source.slug == "oews"
    assert import_oews(Release(), edition, expect_release="May 2031").created == 42


@own_source
def test_figures_of_other_sources_stay_in_force(import_oews):
    others = WageEstimate.objects.current().count()
    import_oews(Release("May 2031"))
    import_oews(Release("May 2032"))
    assert WageEstimate.objects.current().count() == others + 42
    assert WageEstimate.objects.current().filter(area__code=METRO).count() == 7
