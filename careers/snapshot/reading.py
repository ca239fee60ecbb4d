import csv
import hashlib
import json
import lzma
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import filterfalse, groupby
from operator import itemgetter
from pathlib import Path

from django.db import DataError, IntegrityError, models, transaction
from django.utils import timezone

from careers import models as m
from careers.desk import corrections
from careers.importers import force, objects
from careers.importers.bulk import Outcome, write_figures
from careers.search import index
from careers.signals import snapshot_loaded

from .tables import FOLDER, MANIFEST, RECEIPT_NAME, TABLES, Progress, Table

# By model, the primary keys of rows that the snapshot names by another address than the database.
Known = dict[type[models.Model], dict[str, int]]
# By model, primary keys of rows that are several in the snapshot: an editor made them one.
Joined = dict[type[models.Model], set[int]]


class SnapshotFailure(Exception):
    """The snapshot cannot be read; nothing has been changed."""


def read_manifest(folder: Path = FOLDER) -> tuple[dict, str]:
    """The manifest and its SHA-256, which stands for the whole snapshot."""
    try:
        content = (folder / MANIFEST).read_bytes()
        tables = [
            {"file": str(entry["file"]), "rows": int(entry["rows"]), "sha256": str(entry["sha256"])}
            for entry in json.loads(content)["tables"]
        ]
        return {"tables": tables}, hashlib.sha256(content).hexdigest()
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise SnapshotFailure(f"{folder / MANIFEST} cannot be read ({error}).") from error


def is_loaded(folder: Path = FOLDER) -> bool:
    _, checksum = read_manifest(folder)
    return m.ImportReceipt.objects.filter(importer=RECEIPT_NAME, checksum=checksum).exists()


def load(folder: Path = FOLDER, progress: Progress = lambda done, total: None) -> Outcome:
    """Load a snapshot in one transaction: what is there and differs is updated, nothing is removed.

    Rows that figures hang on (occupations, areas…) are made where they are missing and otherwise
    left as editors have them; so are the figures of what is one row here and several there.
    """
    try:
        return _load(folder, progress)
    except (IntegrityError, DataError, LookupError, ValueError, EOFError, lzma.LZMAError) as error:
        said = str(error).partition("\n")[0]
        raise SnapshotFailure(f"{folder} does not fit this database ({said}).") from error


def _load(folder: Path, progress: Progress) -> Outcome:
    started_at = timezone.now()
    manifest, checksum = read_manifest(folder)
    known: Known = {}
    joined: Joined = {}
    bar = _Bar(progress, sum(entry["rows"] for entry in manifest["tables"]))
    outcomes: dict[int, Outcome] = {}
    with transaction.atomic():
        corrections.lift()
        in_force = {source.pk: force.of_source(source) for source in m.Source.objects.all()}
        there_before = set(m.Release.objects.values_list("pk", flat=True))
        for table, entry in zip(TABLES, _entries(manifest), strict=True):
            rows = bar.count(_read(folder, table, entry))
            if table.is_figure:
                for release, outcome in _load_figures(table, rows, known, joined):
                    outcomes[release] = outcomes.get(release, Outcome()) + outcome
            else:
                _load_rows(table, rows, known, joined)
        for release in m.Release.objects.filter(pk__in=outcomes).select_related("source"):
            if release.pk not in there_before:
                release.replaced = {}
            force.record(release, in_force.get(release.source_id, {}))
        warnings = corrections.reapply_by_source()
        sources = dict(m.Release.objects.values_list("pk", "source"))
        for release, outcome in outcomes.items():
            m.ImportReceipt.objects.create(
                release_id=release,
                importer=RECEIPT_NAME,
                file_name="embedded snapshot",
                checksum=checksum,
                started_at=started_at,
                finished_at=timezone.now(),
                created=outcome.created,
                updated=outcome.updated,
                unchanged=outcome.unchanged,
                retired=outcome.retired,
                rejected=0,
                warnings=warnings.pop(sources[release], []),
            )
        snapshot_loaded.send(sender=None)
        index.fill()
    return sum(outcomes.values(), Outcome())


class _Bar:
    """Counts the rows of all tables on one progress bar."""

    def __init__(self, progress: Progress, total: int):
        self._progress, self._total, self._done = progress, total, 0

    def count(self, rows: Iterable[list[str]]) -> Iterator[list[str]]:
        for row in rows:
            self._done += 1
            if self._done % 2000 == 0 or self._done == self._total:
                self._progress(self._done, self._total)
            yield row


def _entries(manifest: dict) -> list[dict]:
    entries = {entry["file"]: entry for entry in manifest["tables"]}
    if missing := [table.file for table in TABLES if table.file not in entries]:
        raise SnapshotFailure(
            f"the snapshot lacks {missing[0]}: write it anew with `manage.py export_snapshot`."
        )
    return [entries[table.file] for table in TABLES]


def _read(folder: Path, table: Table, entry: dict) -> Iterator[list[str]]:
    path = folder / table.file
    try:
        content = path.read_bytes()
    except OSError as error:
        raise SnapshotFailure(f"{path} cannot be read ({error}).") from error
    if hashlib.sha256(content).hexdigest() != entry["sha256"]:
        raise SnapshotFailure(f"{path} is not the file its manifest describes: damaged, or not pulled whole.")
    with lzma.open(path, "rt", encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        if tuple(next(reader, ())) != table.columns:
            raise SnapshotFailure(
                f"{path} has other columns than this version reads: "
                "write it anew with `manage.py export_snapshot`."
            )
        yield from reader


def _keys(column: str, model: type[models.Model], known: Known) -> dict[str, int]:
    """Primary keys by the text that stands for a foreign key in the snapshot."""
    if column == "release":
        rows = m.Release.objects.values_list("source__slug", "label", "pk")
        return {f"{slug}/{label}": pk for slug, label, pk in rows}
    name, _, identifier = column.partition(">")
    other = model._meta.get_field(name).related_model
    here = {str(text): pk for text, pk in other.objects.values_list(identifier, "pk") if text}
    return here | known.get(other, {})


def _converters(table: Table, known: Known) -> tuple[list[str], list[Callable[[str], object]]]:
    """The database columns, and for each the function from the snapshot's text to its value."""
    names, functions = [], []
    for column in table.columns:
        model_field = table.model._meta.get_field(column.partition(">")[0])
        names.append(model_field.attname)
        if isinstance(model_field, models.ForeignKey):
            ids = _keys(column, table.model, known)
            ids[""] = None
            functions.append(ids.__getitem__)
        elif isinstance(model_field, models.BooleanField):
            functions.append("True".__eq__)
        elif isinstance(model_field, models.JSONField) and not table.is_figure:
            functions.append(json.loads)  # figures are written as the database holds them
        elif model_field.null:
            functions.append(lambda text: text or None)
        else:
            functions.append(str)
    return names, functions


def _load_figures(
    table: Table, rows: Iterator[list[str]], known: Known, joined: Joined
) -> Iterator[tuple[int, Outcome]]:
    names, functions = _converters(table, known)
    releases = m.Release.objects.in_bulk()
    converted = (
        tuple([function(text) for function, text in zip(functions, row, strict=True)]) for row in rows
    )
    for place, name in enumerate(names[: len(table.key)]):
        if several := joined.get(table.model._meta.get_field(name).related_model):
            converted = filterfalse(lambda row, at=place, pks=several: row[at] in pks, converted)
    for release, group in groupby(converted, key=itemgetter(0)):
        key, values = tuple(names[1 : len(table.key)]), tuple(names[len(table.key) :])
        outcome = write_figures(
            table.model,
            releases[release],
            key,
            values,
            (row[1:] for row in group),
            whole=False,
            scope=table.scope,
        )
        yield release, outcome


def _recogniser(table: Table) -> Callable[[list[str]], int | None]:
    """A function from a row to the primary key that has what lasts of it, whatever its address."""
    positions = [table.columns.index(column) for column in table.lasting]
    rows = table.model.objects.values_list("pk", *table.lasting)
    keys = {next(filter(None, texts), None): pk for pk, *texts in rows} if positions else {}
    keys.pop(None, None)  # rows that have none of them are not told apart
    return lambda row: keys.get(next(filter(None, [row[position] for position in positions]), None))


def _load_rows(table: Table, rows: Iterator[list[str]], known: Known, joined: Joined) -> None:
    """Make the rows that are not there; links between them are set once all exist."""
    own = {
        column
        for column in table.values
        if ">" in column
        and table.model._meta.get_field(column.partition(">")[0]).related_model is table.model
    }
    later = [position for position, column in enumerate(table.columns) if column in own]
    names, functions = _converters(table, known)
    recognise, recognised = _recogniser(table), known.setdefault(table.model, {})
    find = table.finder() if table.finder else lambda *columns: None
    width = table.known_by or len(table.key)
    present = set(table.model.objects.values_list(*names[:width]))
    new, links = [], []
    for row in rows:
        key = tuple([function(text) for function, text in zip(functions[:width], row, strict=False)])
        if pk := recognise(row) or find(*row[:2]):
            recognised[row[0]] = pk
            continue
        if key in present:
            if table.lasting and (code := row[table.columns.index(table.lasting[0])]):
                raise SnapshotFailure(f"the address {row[0]!r} of {code} is taken: give its owner another.")
            continue
        values = {
            name: function(text)
            for position, (name, function, text) in enumerate(zip(names, functions, row, strict=True))
            if position not in later
        }
        item = table.model(**values)
        new.append(item)
        links.append([(names[position], table.columns[position], row[position]) for position in later])
    joined[table.model] = {pk for pk, times in Counter(recognised.values()).items() if times > 1}
    objects.create(new)
    if not later or not new:
        return
    ids = {column: _keys(column, table.model, known) | {"": None} for column in own}
    for item, own_links in zip(new, links, strict=True):
        for name, column, text in own_links:
            setattr(item, name, ids[column][text])
    objects.update(new, [name.removesuffix("_id") for name, _, _ in links[0]])
