"""The embedded snapshot: small, complete, equal to what it was written from, and safe to load."""

import csv
import json
import lzma
import shutil

import pytest
from django.core.management import CommandError, call_command

from careers import models as m
from careers import snapshot
from careers.snapshot import reading, writing
from careers.snapshot.tables import FOLDER, TABLES

pytestmark = pytest.mark.django_db

SMALL = tuple(table for table in TABLES if table.model is not m.WageEstimate)


@pytest.fixture
def copy(tmp_path, monkeypatch):
    """The small tables of the snapshot in a folder of their own, to damage."""
    monkeypatch.setattr(reading, "TABLES", SMALL)
    for file in FOLDER.iterdir():
        if file.name != "wageestimate.csv.xz":
            shutil.copy(file, tmp_path)
    manifest = json.loads((tmp_path / "manifest.json").read_text())
    manifest["tables"] = [entry for entry in manifest["tables"] if "wageestimate" not in entry["file"]]
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


def test_the_snapshot_holds_no_sentence_of_a_publisher():
    for table in TABLES:
        with lzma.open(FOLDER / table.file, "rt", encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for column, text in row.items():
                    ours = table.model is m.OccupationText or column in {"note", "missing"}
                    assert ours or len(text) <= 160, f"{table.file} {column}: {text[:80]}"


def test_only_job_titles_have_a_text_in_the_snapshot():
    assert set(m.OccupationText.objects.values_list("occupation__level", flat=True)) == {"job_title"}


def test_loading_the_snapshot_again_changes_nothing(copy):
    before = counts()
    outcome = snapshot.load(copy)
    assert (outcome.created, outcome.updated, outcome.retired) == (0, 0, 0)
    assert outcome.unchanged == sum(table.model.objects.count() for table in SMALL if table.is_figure)
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


def test_a_damaged_file_changes_nothing(copy):
    path = copy / "projection.csv.xz"
    path.write_bytes(path.read_bytes()[:-100])
    refused(copy, "projection.csv.xz is not the file its manifest describes")


def test_a_missing_file_changes_nothing(copy):
    (copy / "skill.csv.xz").unlink()
    refused(copy, "skill.csv.xz cannot be read")


def test_a_snapshot_of_another_version_changes_nothing(copy):
    manifest = json.loads((copy / "manifest.json").read_text())
    manifest["tables"] = manifest["tables"][:-1]
    (copy / "manifest.json").write_text(json.dumps(manifest))
    refused(copy, "the snapshot lacks statedfact.csv.xz")


def test_a_folder_without_a_snapshot_changes_nothing(tmp_path):
    refused(tmp_path, "manifest.json cannot be read")


def refused(folder, reason: str) -> None:
    before = counts()
    with pytest.raises(CommandError) as said:
        call_command("load_snapshot", folder=folder)
    assert reason in str(said.value)
    assert str(said.value).endswith("Nothing was changed.")
    assert counts() == before


def test_a_loaded_snapshot_is_not_loaded_again(capsys):
    receipts = m.ImportReceipt.objects.count()
    call_command("load_snapshot")
    assert "The snapshot is loaded already." in capsys.readouterr().out
    assert m.ImportReceipt.objects.count() == receipts
