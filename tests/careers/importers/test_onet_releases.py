"""Which release of O*NET it is, and what is in force when files of several releases have come."""

from datetime import date

import pytest

from careers import snapshot
from careers.feeds import rematching
from careers.importers import base, onet
from careers.models import (
    AlternateTitle,
    InterestRating,
    JobZone,
    OnetOccupation,
    PreparationShare,
    Release,
    Skill,
    SkillRating,
    Source,
)
from careers.snapshot import reading, tables, writing

from .onet_database import CODE, Database

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("without_onet")]

OLDER, NEWER = ("30.3", "May 2026"), ("31.2", "February 2027")
NURSES = "29-1141"


def ours(model, **values):
    return model.objects.filter(release__source__slug="onet-of-atlantis", **values)


def in_force(model, **values) -> dict[str, int]:
    labels = list(ours(model, is_current=True, **values).values_list("release__label", flat=True))
    return {label: labels.count(label) for label in set(labels)}


def counts(receipt) -> dict[str, int]:
    names = ("created", "updated", "unchanged", "retired")
    return {name: getattr(receipt, name) for name in names if getattr(receipt, name)}


def test_new_names_match_postings_anew_once_they_are_there(import_onet, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as then:
        import_onet(Database(*NEWER).keep("Job Zones"))
    assert rematching.rematch in then


# --- which release it is ---------------------------------------------------------------------------


def test_the_read_me_says_which_release_it_is_and_when_it_came_out(import_onet):
    release = import_onet(Database("31.2", "March 2027").keep("Job Zones")).release
    assert (release.label, release.period_end) == ("31.2", date(2027, 3, 31))


@pytest.mark.parametrize(
    ("folder", "label", "end"),
    [
        ("db_25_1_excel", "25.1", date(2020, 11, 30)),
        ("db_29_2_text", "29.2", date(2025, 2, 28)),
        ("onet-29.3", "29.3", date(2025, 5, 31)),
        ("ONET 30.0 (copy)", "30.0", date(2025, 8, 31)),
    ],
)
def test_without_a_read_me_the_folder_s_name_says_it(import_onet, tmp_path, folder, label, end):
    path = Database().keep("Job Zones").write(tmp_path / folder, read_me=False)
    release = base.run(onet.Importer(), path).release
    assert (release.label, release.period_end) == (label, end)


def test_a_single_file_is_of_the_release_of_its_folder(import_onet, tmp_path):
    path = Database().keep("Job Zones").write(tmp_path / "db_30_1_text", "txt", read_me=False)
    assert base.run(onet.Importer(), path / "Job Zones.txt").release.label == "30.1"


@pytest.mark.parametrize("edition", ["xlsx", "txt"])
def test_a_zip_with_a_folder_inside_is_read_as_it_is(import_onet, tmp_path, edition):
    kept = Database().keep("Skills", "Job Zones")
    path = kept.write_zip(tmp_path / "download.zip", "db_29_1_excel", edition=edition, read_me=False)
    receipt = base.run(onet.Importer(), path)
    assert (receipt.release.label, receipt.file_name) == ("29.1", "download.zip")
    assert in_force(SkillRating)
    assert in_force(JobZone)


def test_versions_without_a_read_me_follow_each_other_in_time():
    versions = [(major, minor) for major in range(25, 32) for minor in range(4)]
    days = [onet.release_of(_folder(f"db_{major}_{minor}")).period_end for major, minor in versions[1:]]
    assert days == sorted(set(days))


def _folder(name: str):
    return onet.inputs.Files({}, "", (name,))


# --- a newer release, an older one, the same again --------------------------------------------------


def test_the_same_database_twice_changes_nothing(import_onet):
    created = import_onet(Database()).created
    assert counts(import_onet(Database())) == {"unchanged": created}


def test_a_newer_release_takes_the_place_of_an_older_and_retires_what_it_lacks(import_onet):
    older = Database(*OLDER)
    newer = Database(*NEWER)
    del newer.files["Alternate Titles"][0]  # Staff Nurse
    newer.row("Skills", "29-1141.00", element="2.A.1.a", scale="IM")["Data Value"] = 4.5
    created = import_onet(older).created
    assert counts(import_onet(newer)) == {"created": created - 1, "retired": 1}
    assert set(in_force(AlternateTitle)) == set(in_force(SkillRating)) == {"31.2"}
    reading = {"occupation__soc_code": NURSES, "skill__element_id": "2.A.1.a"}
    assert float(ours(SkillRating, is_current=True, **reading).get().importance) == 4.5
    retired = ours(AlternateTitle, title="Staff Nurse").get()
    assert (retired.release.label, retired.is_current) == ("30.3", False)
    assert (
        ours(SkillRating, release__label="30.3").count() == ours(SkillRating, release__label="31.2").count()
    )


def test_an_older_database_after_a_newer_file_does_not_lose_the_newer(import_onet):
    import_onet(Database(*NEWER).keep("Skills", "Alternate Titles"))
    import_onet(Database(*OLDER))
    assert set(in_force(SkillRating, skill__kind="skill")) == {"31.2"}
    assert set(in_force(AlternateTitle, kind="alternate")) == {"31.2"}
    # What the newer did not bring is there from the older.
    assert set(in_force(SkillRating, skill__kind="knowledge")) == {"30.3"}
    assert set(in_force(AlternateTitle, kind="reported")) == {"30.3"}
    for model in (OnetOccupation, PreparationShare, JobZone, InterestRating):
        assert set(in_force(model)) == {"30.3"}


def test_a_folder_with_some_of_the_files_touches_nothing_else(import_onet):
    import_onet(Database(*OLDER))
    before = in_force(SkillRating, skill__kind="knowledge")
    receipt = import_onet(Database(*NEWER).keep("Skills"))
    assert receipt.retired == 0
    assert in_force(SkillRating, skill__kind="knowledge") == before
    assert set(in_force(SkillRating, skill__kind="skill")) == {"31.2"}
    assert set(in_force(JobZone)) == {"30.3"}


def test_a_figure_that_the_same_release_no_longer_has_is_retired(import_onet):
    created = import_onet(Database()).created
    database = Database()
    del database.files["Alternate Titles"][0]
    assert counts(import_onet(database)) == {"unchanged": created - 1, "retired": 1}
    assert not ours(AlternateTitle, title="Staff Nurse").get().is_current


def test_a_newer_file_that_lost_most_of_its_rows_is_taken_for_truncated(import_onet):
    import_onet(Database(*OLDER))
    newer = Database(*NEWER).keep("Skills")
    newer.files["Skills"] = [row for row in newer.files["Skills"] if row[CODE] == "29-1141.00"]
    with pytest.raises(base.ImportFailure, match="gives 3 figures and lacks 6 of those in force") as said:
        import_onet(newer)
    assert said.value.file == "Skills.xlsx"
    assert set(in_force(SkillRating, skill__kind="skill")) == {"30.3"}


def test_a_renamed_skill_keeps_its_address_and_an_older_release_does_not_rename_it_back(import_onet):
    import_onet(Database(*OLDER))
    slug = Skill.objects.get(element_id="2.B.1.a").slug
    newer = Database(*NEWER)
    for row in newer.files["Skills"]:
        if row["Element ID"] == "2.B.1.a":
            row["Element Name"] = "Reading People"
    import_onet(newer)
    import_onet(Database(*OLDER))
    renamed = Skill.objects.get(element_id="2.B.1.a")
    assert (renamed.name, renamed.slug) == ("Reading People", slug)


# --- what the licence asks for, and what the snapshot leaves ----------------------------------------


def test_the_attribution_names_the_newest_release(import_onet):
    for release in (OLDER, NEWER, OLDER):
        import_onet(Database(*release).keep("Job Zones"))
    attribution = Source.objects.get(slug="onet-of-atlantis").attribution
    assert attribution == (
        "Includes information from the O*NET 31.2 Database by the U.S. Department of Labor, Employment and "
        "Training Administration (USDOL/ETA), used under the CC BY 4.0 license"
    )


def test_an_attribution_that_an_editor_worded_stays(import_onet):
    import_onet(Database(*OLDER).keep("Job Zones"))
    Source.objects.filter(slug="onet-of-atlantis").update(attribution="Thanks to O*NET.")
    import_onet(Database(*NEWER).keep("Job Zones"))
    assert Source.objects.get(slug="onet-of-atlantis").attribution == "Thanks to O*NET."


@pytest.fixture
def exchange(monkeypatch, tmp_path):
    """Export and load the tables of O*NET's occupations alone: the whole takes a minute."""
    chosen = [table for table in tables.TABLES if table.model in {Source, Release, OnetOccupation}]
    monkeypatch.setattr(writing, "TABLES", chosen)
    monkeypatch.setattr(reading, "TABLES", chosen)
    return tmp_path / "snapshot"


def test_loading_a_snapshot_leaves_the_descriptions_that_an_import_brought(import_onet, exchange):
    import_onet(Database().keep("Occupation Data"))
    snapshot.export(exchange)
    loaded = snapshot.load(exchange)
    assert (loaded.created, loaded.updated, loaded.retired) == (0, 0, 0)
    described = ours(OnetOccupation).get(code="29-1141.00")
    assert described.description == "They do the work of Registered Nurses."


def test_an_import_after_a_snapshot_brings_the_descriptions(import_onet, exchange):
    import_onet(Database().keep("Occupation Data"))
    snapshot.export(exchange)
    ours(OnetOccupation).delete()
    snapshot.load(exchange)
    assert set(ours(OnetOccupation).values_list("description", flat=True)) == {""}
    assert counts(import_onet(Database().keep("Occupation Data"))) == {"updated": 7}
    assert not ours(OnetOccupation, description="").exists()
