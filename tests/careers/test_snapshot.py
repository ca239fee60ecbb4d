"""The embedded snapshot: small, complete, equal to what it was written from, and safe to load."""

import csv
import hashlib
import json
import lzma
import shutil

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from careers import models as m
from careers import snapshot
from careers.desk.imports import rollback
from careers.snapshot import reading, writing
from careers.snapshot.tables import FOLDER, TABLES
from tests.careers.importers.state import nothing_changes

pytestmark = pytest.mark.django_db

# Tables of more than ten thousand rows: nothing hangs on them, so a snapshot does without.
LARGE = {
    m.AlternateTitle,
    m.PreparationShare,
    m.Program,
    m.RelatedOccupation,
    m.SkillRating,
    m.TechnologySkill,
    m.WageEstimate,
}
SMALL = tuple(table for table in TABLES if table.model not in LARGE)


@pytest.fixture
def copy(tmp_path, monkeypatch):
    """The small tables of the snapshot in a folder of their own, to damage."""
    monkeypatch.setattr(reading, "TABLES", SMALL)
    names = {table.file for table in SMALL}
    for name in names:
        shutil.copy(FOLDER / name, tmp_path)
    manifest = json.loads((FOLDER / "manifest.json").read_text())
    manifest["tables"] = [entry for entry in manifest["tables"] if entry["file"] in names]
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    return tmp_path


def counts() -> dict:
    models = [table.model for table in SMALL] + [m.ImportReceipt]
    return {model.__name__: model.objects.count() for model in models}


def test_the_snapshot_takes_at_most_12_megabytes():
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) <= 12_000_000


def test_the_snapshot_is_what_the_database_exports():
    for table in TABLES:
        with lzma.open(FOLDER / table.file, "rt", encoding="utf-8", newline="") as file:
            lines = csv.reader(file)
            assert tuple(next(lines)) == table.columns
            for number, (here, there) in enumerate(zip(writing._export_rows(table), lines, strict=True), 2):
                assert [str(value) for value in here] == there, f"{table.file}, line {number}"


def test_exporting_twice_gives_the_same_bytes(tmp_path, monkeypatch):
    monkeypatch.setattr(writing, "TABLES", SMALL)
    first, second = writing.export(tmp_path / "a"), writing.export(tmp_path / "b")
    assert first == second
    for file in (tmp_path / "a").iterdir():
        assert file.read_bytes() == (tmp_path / "b" / file.name).read_bytes()


# Written by us, or by a licence that wants it said.
LONGEST_TITLE = 200
OURS = {"note", "missing", "attribution", "rejections", "warnings"}
CODES = {"soc_codes"}


def test_the_snapshot_holds_no_sentence_of_a_publisher():
    for table in TABLES:
        with lzma.open(FOLDER / table.file, "rt", encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for column, text in row.items():
                    ours = table.model is m.OccupationText or column in OURS | CODES
                    assert ours or len(text) <= LONGEST_TITLE, f"{table.file} {column}: {text[:80]}"


def test_only_job_titles_have_a_text_in_the_snapshot():
    assert set(m.OccupationText.objects.values_list("occupation__level", flat=True)) == {"job_title"}


def test_the_snapshot_says_which_files_it_was_made_from():
    receipts = m.ImportReceipt.objects.exclude(importer="snapshot")
    assert {"oews", "employment_projections", "reference_pair"} <= {item.importer for item in receipts}
    projections = receipts.get(importer="employment_projections", release__label="2024–34")
    assert projections.created == 1093
    assert projections.rejected == len(projections.rejections) == 20
    assert projections.rejections[0]["line"] > 1


def test_loading_the_snapshot_again_changes_nothing(copy):
    before = counts()
    outcome = snapshot.load(copy)
    assert (outcome.created, outcome.updated, outcome.retired) == (0, 0, 0)
    models = {table.model for table in SMALL if table.is_figure}
    assert outcome.unchanged == sum(model.objects.count() for model in models)
    assert {name: number for name, number in counts().items() if name != "ImportReceipt"} == {
        name: number for name, number in before.items() if name != "ImportReceipt"
    }


def test_loading_leaves_what_editors_wrote(copy):
    m.Occupation.objects.filter(soc_code="29-1141").update(plural_title="Nurses")
    m.OccupationText.objects.update(summary="Written by an editor.")
    snapshot.load(copy)
    assert m.Occupation.objects.get(soc_code="29-1141").plural == "Nurses"
    assert set(m.OccupationText.objects.values_list("summary", flat=True)) == {"Written by an editor."}


def test_loading_brings_a_changed_figure_back(copy):
    m.Projection.objects.filter(occupation__soc_code="29-1141").update(change_percent=99)
    assert snapshot.load(copy).updated == 1
    assert m.Projection.objects.current().get(occupation__soc_code="29-1141").change_percent < 99


@pytest.mark.parametrize(
    ("model", "newer"),
    [
        (m.DemographicShare, {"characteristic": "race", "release__source__slug": "cps"}),
        (m.PriceParity, {"area__kind": "state"}),
        (m.SkillRating, {"skill__kind": "skill"}),
        (m.AlternateTitle, {"kind": "reported"}),
    ],
)
def test_a_newer_release_of_one_part_takes_no_other_part_out_of_force(copy, model, newer):
    figure = model.objects.current().filter(**newer).order_by("pk").first()
    source = figure.release.source
    release = m.Release.objects.create(source=source, label="Newer", period_end="2040-12-31")
    model.objects.filter(**newer).update(is_current=False)
    figure.pk, figure.release, figure.is_current = None, release, True
    figure.save(force_insert=True)
    in_force = set(model.objects.current().values_list("pk", flat=True))
    snapshot.load(copy)
    assert set(model.objects.current().values_list("pk", flat=True)) == in_force


def test_what_a_newer_snapshot_replaces_comes_into_force_again_when_that_is_rolled_back(copy):
    figure = m.PriceParity.objects.current().select_related("release__source").first()
    m.PriceParity.objects.all().delete()
    m.ImportReceipt.objects.filter(release=figure.release).delete()
    older = m.Release.objects.create(source=figure.release.source, label="Older", period_end="2000-12-31")
    figure.release.delete()
    figure.pk, figure.release = None, older
    figure.save(force_insert=True)
    snapshot.load(copy)
    assert not m.PriceParity.objects.current().filter(release=older).exists()
    rollback.roll(
        older.source.releases.exclude(pk=older.pk).get(), User.objects.create_user("publisher"), is_back=True
    )
    assert m.PriceParity.objects.current().get() == figure


def test_loading_finds_what_editors_gave_another_address(copy):
    nurses = m.Occupation.objects.get(soc_code="29-1141")
    coordinator = m.Occupation.objects.get(slug="patient-service-coordinator")
    m.Occupation.objects.filter(pk=nurses.pk).update(slug="nurses")
    m.Occupation.objects.filter(pk=coordinator.pk).update(slug="coordinator")
    nurses.projections.update(change_percent=99)
    coordinator.age_estimates.update(years=99)
    occupations = m.Occupation.objects.count()
    assert snapshot.load(copy).updated == 2
    assert m.Occupation.objects.count() == occupations
    assert m.Occupation.objects.get(soc_code="29-1141").slug == "nurses"
    assert nurses.projections.get().change_percent < 99
    assert coordinator.age_estimates.get().years < 99


def test_loading_makes_what_is_not_there(copy):
    """A summary group, which has a projection and no other figure."""
    group = m.Occupation.objects.get(soc_code="29-1000")
    group.children.update(parent=None)
    before = group.projections.current().get().employment_base
    group.projections.all().delete()
    parent, major = group.parent, group.major_group
    group.delete()
    assert snapshot.load(copy).created == 1
    made = m.Occupation.objects.get(soc_code="29-1000")
    assert (made.slug, made.parent, made.major_group) == (group.slug, parent, major)
    assert made.projections.current().get().employment_base == before


def test_an_address_that_another_occupation_took_changes_nothing(copy):
    nurses = m.Occupation.objects.filter(soc_code="29-1141")
    nurses.update(soc_code="29-9998")
    refused(copy, "the address 'registered-nurses' of 29-1141 is taken")


def test_a_damaged_file_changes_nothing(copy):
    # One figure differs, so the tables before the damaged one are written first.
    m.Projection.objects.filter(occupation__soc_code="29-1141").update(change_percent=99)
    path = copy / "statedfact.csv.xz"
    path.write_bytes(path.read_bytes()[:-100])
    refused(copy, "statedfact.csv.xz is not the file its manifest describes")


def test_a_missing_file_changes_nothing(copy):
    (copy / "skill.csv.xz").unlink()
    refused(copy, "skill.csv.xz cannot be read")


def test_a_snapshot_of_another_version_changes_nothing(copy):
    manifest = json.loads((copy / "manifest.json").read_text())
    manifest["tables"] = manifest["tables"][:-1]
    (copy / "manifest.json").write_text(json.dumps(manifest))
    refused(copy, "the snapshot lacks statedfact.csv.xz")


@pytest.mark.parametrize(
    ("name", "change", "reason"),
    [
        ("statedfact.csv.xz", lambda text: text.replace("topic", "subject", 1), "has other columns"),
        ("statedfact.csv.xz", lambda text: "", "has other columns"),
        ("skill.csv.xz", lambda text: text + "one,too,many\n", "does not fit this database"),
        ("projection.csv.xz", lambda text: text.replace(",registered-nurses,", ",wizards,"), "'wizards'"),
        ("statedfact.csv.xz", lambda text: text.replace("pay_range,,27", "pay_range,,97"), "does not fit"),
    ],
)
def test_contents_that_do_not_fit_change_nothing(copy, name, change, reason):
    with lzma.open(copy / name, "rt", encoding="utf-8", newline="") as file:
        text = file.read()
    assert change(text) != text
    put(copy, name, lzma.compress(change(text).encode()))
    refused(copy, reason)


def test_a_compressed_file_cut_short_changes_nothing(copy):
    put(copy, "projection.csv.xz", (copy / "projection.csv.xz").read_bytes()[:-100])
    refused(copy, "does not fit this database (Compressed file ended")


@pytest.mark.parametrize(
    "manifest", ["", "[]", "{}", '{"tables": [1]}', '{"tables": [{"file": "skill.csv.xz"}]}']
)
def test_a_manifest_that_is_none_changes_nothing(copy, manifest):
    (copy / "manifest.json").write_text(manifest)
    refused(copy, "manifest.json cannot be read")


def put(folder, name: str, content: bytes) -> None:
    """Change a file and make the manifest agree with it."""
    (folder / name).write_bytes(content)
    manifest = json.loads((folder / "manifest.json").read_text())
    for entry in manifest["tables"]:
        if entry["file"] == name:
            entry["sha256"] = hashlib.sha256(content).hexdigest()
    (folder / "manifest.json").write_text(json.dumps(manifest))


def test_a_folder_without_a_snapshot_changes_nothing(tmp_path):
    refused(tmp_path, "manifest.json cannot be read")


def refused(folder, reason: str) -> None:
    with nothing_changes(), pytest.raises(CommandError) as said:
        call_command("load_snapshot", folder=folder)
    assert reason in str(said.value)
    assert str(said.value).endswith("Nothing was changed.")
    assert str(said.value).isprintable()  # one line


def test_a_loaded_snapshot_is_not_loaded_again(capsys):
    receipts = m.ImportReceipt.objects.count()
    call_command("load_snapshot", without_samples=True)
    assert "The snapshot is loaded already." in capsys.readouterr().out
    assert m.ImportReceipt.objects.count() == receipts
