import csv
import hashlib
import json
import lzma
from collections.abc import Iterator
from pathlib import Path

from careers import models as m
from careers.corrected import as_published

from .tables import FOLDER, MANIFEST, TABLES, Progress, Table


def export(folder: Path = FOLDER, progress: Progress = lambda done, total: None) -> dict:
    """Write the snapshot; returns its manifest. The same database gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    manifest = {"tables": []}
    for number, table in enumerate(TABLES, start=1):
        rows = 0
        with lzma.open(folder / table.file, "wt", encoding="utf-8", newline="", preset=6) as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(table.columns)
            for row in _export_rows(table):
                writer.writerow(row)
                rows += 1
        content = (folder / table.file).read_bytes()
        manifest["tables"].append(
            {"file": table.file, "rows": rows, "sha256": hashlib.sha256(content).hexdigest()}
        )
        progress(number, len(TABLES))
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    return manifest


def _export_rows(table: Table) -> Iterator[list]:
    paths, order = [], []
    for column in table.columns:
        path = column.replace(">", "__")
        paths += ["release__source__slug", "release__label"] if column == "release" else [path]
    for column in table.key:
        path = column.replace(">", "__")
        order += ["release__source__slug", "release__label"] if column == "release" else [path]
    rows = table.model.objects.filter(table.only).order_by(*order).values_list(*paths, "pk")
    at = table.columns.index("release") if "release" in table.columns else None
    published = _published(table)
    for *row, pk in rows.iterator(chunk_size=5000):
        if at is not None:
            row[at : at + 2] = ["/".join(filter(None, row[at : at + 2]))]
        if pk in published:
            for position, column in enumerate(table.columns):
                if column in table.values and ">" not in column:
                    row[position] = getattr(published[pk], column)
        yield ["" if value is None else _text(value) for value in row]


def _published(table: Table) -> dict[int, m.Figure]:
    """By primary key, figures that editors corrected, with the values of their publishers."""
    if not issubclass(table.model, m.Figure) or not m.Correction.objects.in_force().exists():
        return {}
    rows = table.model.objects.filter(table.only, corrected__isnull=False)
    return {row.pk: as_published(row) for row in rows}


def _text(value) -> str:
    return json.dumps(value, sort_keys=True) if isinstance(value, dict | list) else str(value)
