"""What every importer does: read → validate → upsert → verify → receipt, in one transaction."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from django.db import DatabaseError, transaction
from django.utils import timezone

from careers.desk import corrections
from careers.feeds import rematching
from careers.models import ImportReceipt, Release, Source
from careers.search import index

from . import force, inputs, renames
from .bulk import Outcome

Progress = Callable[[int, int], None]  # rows done, rows in all (0 when unknown)

MAX_LISTED_REJECTIONS = 1000


class ImportFailure(Exception):
    """The file cannot be imported. Names file, line and reason; nothing has been changed."""

    def __init__(self, reason: str, *, file: str = "", line: int | None = None):
        self.reason, self.file, self.line = reason, file, line
        where = ", ".join(part for part in (file, f"line {line}" if line else "") if part)
        super().__init__(f"{where}: {reason}" if where else reason)


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """A source as it is first written to the database; editors may refine it there."""

    slug: str
    name: str
    short_name: str
    publisher: str
    url: str
    licence: str
    licence_url: str = ""
    note: str = ""
    attribution: str = ""
    states_area: bool = True


@dataclass(frozen=True, slots=True)
class ReleaseInfo:
    label: str
    period_end: date | None
    published_on: date | None = None
    url: str = ""
    top_code_hourly: str | None = None
    top_code_annual: int | None = None


@dataclass(slots=True)
class Rejections:
    """Rows that are well formed but cannot be kept, each with its line and reason."""

    count: int = 0
    listed: list[dict] = field(default_factory=list)

    def add(self, line: int, reason: str) -> None:
        self.count += 1
        if len(self.listed) < MAX_LISTED_REJECTIONS:
            self.listed.append({"line": line, "reason": reason})


class Importer(ABC):
    """Base of the importers. A subclass sets `source` and writes `open` and `load`.

    `open(files)` reads and checks everything that can be judged without the database and returns
    the release; `load(release, progress)` writes the rows and returns what became of them. Either
    raises `ImportFailure`, and then nothing has been changed.
    """

    source: SourceInfo
    # Names of the files it can read, as glob patterns; the first that fits wins.
    patterns: tuple[str, ...] = ("*",)
    # A larger share of unusable rows means a wrong or damaged file.
    max_rejected_share = 0.05
    # Whether it brings names or employment, by which postings are matched to occupations.
    names_occupations = False

    def __init__(self):
        self.rejections = Rejections()
        self.warnings: list[str] = []

    @abstractmethod
    def open(self, files: inputs.Files) -> ReleaseInfo: ...

    @abstractmethod
    def load(self, release: Release, progress: Progress) -> Outcome: ...

    def close(self) -> None:  # noqa: B027 - most hold nothing
        """Let go of what `open` holds; called whatever happened."""


def run(
    importer: Importer, path: Path, *, progress: Progress | None = None, expect_release: str = ""
) -> ImportReceipt:
    """Import a file or folder and return the receipt, or raise `ImportFailure` and change nothing."""
    started_at = timezone.now()
    try:
        with inputs.open_files(path, importer.patterns) as files:
            info = importer.open(files)
            if expect_release and info.label != expect_release:
                raise ImportFailure(
                    f"this is the release {info.label!r}, not {expect_release!r}. "
                    "Take the right file, or leave --release away.",
                    file=path.name,
                )
            with transaction.atomic():
                release = save_release(importer.source, info, files.checksum)
                # The file is compared with what its publisher gave before, not with what editors made of it.
                corrections.lift(release.source)
                in_force, named = force.of_others(release), renames.remember()
                outcome = importer.load(release, progress or (lambda done, total: None))
                _verify(importer, outcome, path)
                force.record(release, in_force)
                renames.record(release, named)
                importer.warnings += corrections.reapply(release)
                # Robust: what was imported stands, and a search that finds it late says so in the log.
                transaction.on_commit(index.rebuild, robust=True)
                if importer.names_occupations:
                    transaction.on_commit(rematching.rematch, robust=True)
                return ImportReceipt.objects.create(
                    release=release,
                    importer=type(importer).__module__.rpartition(".")[2],
                    file_name=path.name,
                    checksum=files.checksum,
                    started_at=started_at,
                    finished_at=timezone.now(),
                    created=outcome.created,
                    updated=outcome.updated,
                    unchanged=outcome.unchanged,
                    retired=outcome.retired + outcome.superseded,
                    rejected=importer.rejections.count,
                    rejections=importer.rejections.listed,
                    warnings=importer.warnings,
                )
    except ImportFailure as error:
        if error.file:
            raise
        raise ImportFailure(error.reason, file=path.name) from error
    except inputs.UnusableInput as error:
        raise ImportFailure(str(error), file=error.file or path.name) from error
    except DatabaseError as error:
        said = str(error).partition("\n")[0]
        raise ImportFailure(f"the database refused it ({said}).", file=path.name) from error
    finally:
        importer.close()


def save_release(source_info: SourceInfo, info: ReleaseInfo, checksum: str) -> Release:
    """The release row, made or brought up to date."""
    fields = {name: getattr(source_info, name) for name in SourceInfo.__slots__ if name != "slug"}
    source, _ = Source.objects.get_or_create(slug=source_info.slug, defaults=fields)
    release, _ = Release.objects.update_or_create(
        source=source,
        label=info.label,
        defaults={
            name: value
            for name, value in {
                "period_end": info.period_end,
                "published_on": info.published_on,
                "url": info.url,
                "checksum": checksum,
                "top_code_hourly": info.top_code_hourly,
                "top_code_annual": info.top_code_annual,
            }.items()
            if value not in (None, "")
        },
    )
    return release


def _verify(importer: Importer, outcome: Outcome, path: Path) -> None:
    kept = outcome.created + outcome.updated + outcome.unchanged
    rejections = importer.rejections
    if not kept:
        raise ImportFailure(
            "no usable row was found" + _first(rejections) + ". Is it the right file for this importer?",
            file=path.name,
        )
    if rejections.count > importer.max_rejected_share * (kept + rejections.count):
        raise ImportFailure(
            f"{rejections.count:,} of {kept + rejections.count:,} rows cannot be used{_first(rejections)}. "
            "So many mean a wrong or damaged file.",
            file=path.name,
        )
    if outcome.retired > kept:
        raise ImportFailure(
            f"the file has {kept:,} figures where the same release had {kept + outcome.retired:,} before: "
            "it looks truncated.",
            file=path.name,
        )


def _first(rejections: Rejections) -> str:
    if not rejections.listed:
        return ""
    first = rejections.listed[0]
    return f"; the first: line {first['line']}, {first['reason']}"


def count_through(rows: Iterator, progress: Progress, total: int, every: int = 5000) -> Iterator:
    """Pass rows through, telling the progress bar now and then."""
    done = 0
    for done, row in enumerate(rows, start=1):
        if done % every == 0:
            progress(done, total)
        yield row
    progress(done, total or done)
