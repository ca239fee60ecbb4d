"""One figure as every page, twin and export shows it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from decimal import Decimal
from functools import cache
from sys import intern

from django.urls import reverse
from django.utils.translation import gettext as _

from careers import formatting
from careers.catalogue import FIGURES, KINDS, NO_RECORD, REASONS
from careers.corrected import Mark
from careers.language import language
from careers.models import Release


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure with all that a reader may ask about it. `value` is None where `missing` is true.

    `value` is a number, a text, or a tuple: (low, high) of a range, ((name, percent), …) of shares.
    `at_least` marks a top-coded amount: the true figure is `value` or more.
    """

    key: str
    label: str
    text: str
    value: object = None
    unit: str = ""
    kind: str = ""
    area: str = ""
    at_least: bool = False
    missing: bool = False
    reason: str = ""
    reason_code: str = ""
    note: str = ""
    group: str = ""  # the wider group that it describes, '' where that is the occupation alone
    stands_in_for: str = ""  # the place that was asked for, where `area` is a wider one
    price_level_of: str = ""  # the wider area whose price level went into it for want of one of `area`
    source_name: str = ""
    source_note: str = ""
    release: str = ""
    source_url: str = ""
    licence: str = ""
    attribution: str = ""
    rse: Decimal | None = None
    standard_error: Decimal | None = None  # in the unit of the figure
    url: str = ""
    corrected: Mark | None = None  # by the editors, with the publisher's own value
    drawn: dict = field(init=False, default_factory=dict, repr=False, compare=False)  # templatetags/drawn.py

    def __reduce__(self):
        # What is drawn may hold the cell itself.
        return _restored, tuple(getattr(self, name) for name in _FIELDS), self.drawn or None

    def __setstate__(self, drawn: dict) -> None:
        self.drawn.update(drawn)

    @property
    def said(self) -> str:
        """The figure within a sentence or a chart, where nothing else beside it tells of a correction."""
        return self.marked(self.text)

    def marked(self, text: str) -> str:
        """What is told of the figure in other words, with the same mark."""
        return f"{text} ({self.corrected.short})" if self.corrected else text

    @property
    def statistic(self) -> str:
        """Its kind in words."""
        return str(KINDS.get(self.kind, self.kind))

    @property
    def remark(self) -> str:
        """What stands beside its label where there is room for no more than the figure itself."""
        return self.corrected.short if self.corrected else ""

    @property
    def error(self) -> str:
        """The standard error in words, '' where none is published."""
        if self.standard_error is not None:
            return _("standard error {standard_error}").format(
                standard_error=formatting.trim(self.standard_error)
            )
        return (
            ""
            if self.rse is None
            else _("relative standard error {rse}").format(rse=formatting.percent(self.rse))
        )

    def as_dict(self) -> dict:
        """The figure for a JSON twin."""
        return {
            "figure": self.key,
            "label": self.label,
            "value": plain(self.value),
            "text": self.text,
            "unit": self.unit,
            "kind": self.kind,
            "area": self.area,
            "wider_group": self.group,
            "stands_in_for": self.stands_in_for,
            "at_least": self.at_least,
            "relative_standard_error_percent": plain(self.rse),
            "standard_error": plain(self.standard_error),
            "missing_reason": self.reason_code,
            "missing_reason_text": self.reason,
            "note": self.note,
            "source": self.source_name,
            "release": self.release,
            "licence": self.licence,
            "attribution": self.attribution,
            "corrected": self.corrected is not None,
            "published_instead": _published(self.corrected),
            "correction_reason": _why(self.corrected),
            "correction_source": self.corrected.evidence if self.corrected else "",
            "corrected_on": self.corrected.on.isoformat() if self.corrected else "",
        }


_FIELDS = tuple(each.name for each in fields(Cell) if each.init)


def _restored(*values) -> Cell:
    """From what `careers.prepared` wrote: thousands of figures share the few texts of their sources."""
    return Cell(*map(_shared, values))


CSV_COLUMNS = (
    "figure", "label", "value", "text", "unit", "kind", "area", "wider_group", "stands_in_for",
    "at_least",
    "relative_standard_error_percent", "standard_error", "missing_reason", "missing_reason_text", "note",
    "source", "release", "licence", "attribution",
    "corrected", "published_instead", "correction_reason", "correction_source", "corrected_on",
)  # fmt: skip


def plain(value):
    """A value as JSON holds it; decimals as numbers, tuples as lists."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return value


def build(key: str, value, text: str, release: Release, *, area: str = "", **extra) -> Cell:
    """The cell of a figure that is there."""
    definition = FIGURES[key]
    fields = {"unit": definition.unit, "kind": definition.kind, **provenance(release, area), **extra}
    return Cell(key=key, label=definition.label, value=value, text=text, **fields)


def absent(key: str, reason_code: str, release: Release, *, area: str = "", **extra) -> Cell:
    """The cell of a figure whose source says why it is missing."""
    definition = FIGURES[key]
    fields = {"unit": definition.unit, "kind": definition.kind, **provenance(release, area), **extra}
    return Cell(
        key=key,
        label=definition.label,
        text=formatting.NOTHING,
        missing=True,
        reason=str(REASONS[reason_code]),
        reason_code=reason_code,
        **fields,
    )


def unrecorded(key: str) -> Cell:
    """The cell of a figure that no loaded source has a record of."""
    return _unrecorded(key, language())


@cache
def _unrecorded(key: str, spoken: str) -> Cell:
    definition = FIGURES[key]
    return Cell(
        key=key,
        label=definition.label,
        text=formatting.NOTHING,
        unit=definition.unit,
        kind=definition.kind,
        missing=True,
        reason=str(NO_RECORD),
        reason_code="not_collected",
    )


def _why(mark: Mark | None) -> str:
    """Why it was corrected; of a computed figure, what was."""
    if mark is None:
        return ""
    return f"{mark.sentence} {mark.reason}" if mark.is_computed else mark.reason


def _published(mark: Mark | None) -> str:
    """What the publisher gives for the figure itself, '' where it gives none."""
    return mark.published if mark and not mark.is_computed else ""


def relabel(cell: Cell, label: str) -> Cell:
    """The same under another name: for the same always the same cell, with what is drawn of it."""
    label = str(label)
    if label == cell.label:
        return cell
    key = "relabelled", label
    if (named := cell.drawn.get(key)) is None:
        named = cell.drawn[key] = replace(cell, label=label)
    return named


@dataclass(frozen=True, slots=True)
class Notes:
    """What stands under a table of cells: where they come from and why some are missing."""

    sources: tuple[tuple[str, str], ...]  # source with release, address of its page or ''
    reasons: tuple[str, ...]


def notes(cells: Iterable[Cell]) -> Notes:
    """The distinct sources and reasons of a table's cells, in order of appearance."""
    sources, reasons = {}, {}
    for cell in cells:
        if cell.source_name:
            said = ", ".join(filter(None, (cell.source_name, cell.release)))
            sources[said, cell.source_url] = None
        if cell.missing:
            what, why = formatting.lower_first(cell.label), formatting.lower_first(cell.reason)
            reasons[_("“{figure}” for {what}: {why}").format(figure=cell.text, what=what, why=why)] = None
        if cell.at_least:
            reasons[_("“{figure}”: the publisher prints no amount above this.").format(figure=cell.text)] = (
                None
            )
        if cell.corrected:
            what, why = formatting.lower_first(cell.label), formatting.lower_first(cell.corrected.told)
            reasons[_("“{figure}” for {what}, {why}").format(figure=cell.text, what=what, why=why)] = None
    return Notes(tuple(sources), tuple(reasons))


def csv_rows(cells: Iterable[Cell]) -> Iterable[list]:
    """Rows in the order of `CSV_COLUMNS`; a list within a value is joined by semicolons."""
    for cell in cells:
        row = cell.as_dict()
        row["value"] = _flat(row["value"])
        yield [row[column] for column in CSV_COLUMNS]


def _flat(value):
    if isinstance(value, list):
        return "; ".join(" ".join(map(str, item)) if isinstance(item, list) else str(item) for item in value)
    return "" if value is None else value


def provenance(release: Release, area: str) -> dict:
    """What a cell says of where it is from, as its fields; each row brings its own copy of the same texts."""
    source = release.source
    return {
        "area": area if source.states_area else "",
        "source_name": _shared(source.short_name),
        "source_note": _shared(source.note),
        "release": _shared(release.label),
        "source_url": _source_url(source.slug),
        "licence": _shared(source.licence),
        "attribution": _shared(source.attribution),
    }


def _shared(value):
    """Of equal texts always the same one, so that it stands in memory once."""
    return intern(value) if type(value) is str else value


@cache
def _source_url(slug: str) -> str:
    return reverse("careers:source", args=[slug])
