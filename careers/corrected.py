"""What a row of figures keeps of the corrections on it: the publisher's values, why, and by whose word."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers import formatting
from careers.models import Figure, Missing, StatedFact

# A value that is not there, as a text; the code of the reason follows.
MISSING = "missing:"
NO_FIGURE = gettext_lazy("no figure")
DOLLARS = {"median", "mean", "lowest", "highest", "p25", "p75"}
YEARS = {"base_year", "target_year"}
MOST_NAMED = 3  # of what goes into one figure
NO_ERROR = gettext_lazy(
    "The publisher’s sampling error is that of its own figure; none is known of the corrected one."
)


@dataclass(frozen=True, slots=True)
class Mark:
    """What is told beside a corrected figure."""

    published: str  # the publisher's own, in words
    reason: str
    evidence: str
    evidence_url: str
    on: date
    is_computed: bool = False  # from figures of which one or several are corrected

    @property
    def sentence(self) -> str:
        what = _("Computed from corrected figures") if self.is_computed else _("Corrected by the editors")
        return _("{what}: the publisher gives {published}.").format(what=what, published=self.published)

    @property
    def short(self) -> str:
        """What stands behind the figure within a sentence or a chart."""
        return _("from corrected figures") if self.is_computed else "corrected"

    @property
    def told(self) -> str:
        """All of it, for where no more than a line stands under a table."""
        return _("{sentence} {closed} Source of the correction: {evidence}.").format(
            sentence=self.sentence, closed=_closed(self.reason), evidence=self.evidence
        )


def mark(row: Figure, *fields: str) -> Mark | None:
    """The mark of a figure made of these values of a row; `None` where no editor corrected any of them."""
    if not row.corrected:
        return None
    kept = {field: row.corrected[field] for field in fields if field in row.corrected}
    if not kept:
        return None
    said = [in_words(row, field, one["published"]) for field, one in kept.items()]
    if len(fields) > 1:
        said = [
            _("{words} as {label}").format(words=words, label=label(row, field))
            for field, words in zip(kept, said, strict=True)
        ]
    ones = list(kept.values())
    return Mark(
        published=formatting.listing(said),
        reason=" ".join(dict.fromkeys(one["reason"] for one in ones)),
        evidence="; ".join(dict.fromkeys(one["evidence"] for one in ones)),
        evidence_url=ones[0]["evidence_url"],
        on=date.fromisoformat(max(one["on"] for one in ones)),
    )


def together(marks: Iterable[tuple[str, Mark | None]]) -> Mark | None:
    """The mark of a figure that consists of several, each given with its name; `None` without any."""
    known = [(name, one) for name, one in marks if one]
    if not known:
        return None
    said = list(
        dict.fromkeys(
            one.published if one.is_computed or not name else f"{one.published} for {name}"
            for name, one in known
        )
    )
    if more := len(said[MOST_NAMED:]):
        said = [
            *said[:MOST_NAMED],
            _("another figure") if more == 1 else _("{more} other figures").format(more=more),
        ]
    ones = [one for __, one in known]
    return Mark(
        published=formatting.listing(said),
        reason=" ".join(list(dict.fromkeys(map(_closed, (one.reason for one in ones))))[:MOST_NAMED]),
        evidence="; ".join(list(dict.fromkeys(one.evidence for one in ones))[:MOST_NAMED]),
        evidence_url=ones[0].evidence_url,
        on=max(one.on for one in ones),
    )


def computed(marks: Iterable[tuple[str, Mark | None]]) -> Mark | None:
    """The mark of a figure that this portal works out of others, each given with its name."""
    found = together(marks)
    return found and replace(found, is_computed=True)


def own_error(row: Figure, field: str, error: str):
    """The published error of a value; None where an editor corrected the value and not its error.

    The publisher's error is that of its own value, and tells nothing of another.
    """
    return None if _leaves_error(row, field, error) else getattr(row, error)


def error_note(row: Figure, field: str, error: str) -> str:
    """A sentence where `own_error` leaves out what is published, else ''."""
    return str(NO_ERROR) if _leaves_error(row, field, error) and getattr(row, error) is not None else ""


def _leaves_error(row: Figure, field: str, error: str) -> bool:
    kept = row.corrected or {}
    return field in kept and error not in kept


def _closed(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def label(row: Figure | type[Figure], field: str) -> str:
    return str(row._meta.get_field(field).verbose_name)


def value_of(row: Figure, field: str) -> str:
    """What stands in a row, as a text that can be put back."""
    value = getattr(row, field)
    return f"{MISSING}{row.reason_for(explainer(row, field))}" if value in (None, "") else str(value)


def explainer(row: Figure, field: str) -> str:
    """The name under which a row keeps the reason why a value is not there."""
    return "value" if isinstance(row, StatedFact) else field


def put(row: Figure, field: str, text: str) -> None:
    """Set a value from its text, with the reason where there is none."""
    model_field, name, missing = row._meta.get_field(field), explainer(row, field), dict(row.missing)
    missing.pop(name, None)
    if text.startswith(MISSING):
        setattr(row, field, None if model_field.null else "")
        if name == field or all(getattr(row, part) in (None, "") for part in ("low", "high", "text")):
            missing[name] = text.removeprefix(MISSING)
    else:
        setattr(row, field, model_field.to_python(text))
    # In the order in which importers write reasons, so that a row put back is the row that was.
    row.missing = dict(sorted(missing.items()))


def as_published(row: Figure) -> Figure:
    """The row with the publisher's own values; it is changed in memory alone."""
    for field, one in (row.corrected or {}).items():
        put(row, field, one["published"])
    row.corrected = None
    return row


def in_words(row: Figure, field: str, text: str) -> str:
    """A value kept as a text, as pages write it: $98,430, 4.5%, Bachelor's degree, no figure (withheld)."""
    if text.startswith(MISSING):
        code = text.removeprefix(MISSING)
        why = formatting.lower_first(Missing(code).label) if code in Missing.values else ""
        return f"{NO_FIGURE} ({why})" if why else NO_FIGURE
    model_field = row._meta.get_field(field)
    value = model_field.to_python(text)
    if model_field.choices:
        return str(dict(model_field.flatchoices).get(value, value))
    if isinstance(model_field, models.CharField) or field in YEARS:
        return str(value)
    if field.startswith("hourly_"):
        return formatting.money_cents(value)
    if field.startswith("annual_") or field in DOLLARS or _is_pay(row):
        return formatting.money(value)
    if "percent" in field or field.endswith("_rse"):
        return formatting.percent(value)
    return formatting.trim(value) if isinstance(value, Decimal) else formatting.count(value)


def _is_pay(row: Figure) -> bool:
    return isinstance(row, StatedFact) and "pay" in row.topic
