"""What a row of figures keeps of the corrections on it: the publisher's values, why, and by whose word."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import models

from careers import formatting
from careers.models import Figure, Missing, StatedFact

# A value that is not there, as a text; the code of the reason follows.
MISSING = "missing:"
NO_FIGURE = "no figure"
DOLLARS = {"median", "mean", "lowest", "highest", "p25", "p75"}
YEARS = {"base_year", "target_year"}


@dataclass(frozen=True, slots=True)
class Mark:
    """What is told beside a corrected figure."""

    published: str  # the publisher's own, in words
    reason: str
    evidence: str
    evidence_url: str
    on: date

    @property
    def sentence(self) -> str:
        return f"Corrected by the editors: the publisher gives {self.published}."

    @property
    def told(self) -> str:
        """All of it, for where no more than a line stands under a table."""
        reason = self.reason if self.reason.endswith((".", "!", "?")) else f"{self.reason}."
        return f"{self.sentence} {reason} Source of the correction: {self.evidence}."


def mark(row: Figure, *fields: str) -> Mark | None:
    """The mark of a figure made of these values of a row; `None` where no editor corrected any of them."""
    if not row.corrected:
        return None
    kept = {field: row.corrected[field] for field in fields if field in row.corrected}
    if not kept:
        return None
    said = [in_words(row, field, one["published"]) for field, one in kept.items()]
    if len(fields) > 1:
        said = [f"{words} as {label(row, field)}" for field, words in zip(kept, said, strict=True)]
    ones = list(kept.values())
    return Mark(
        published=formatting.listing(said),
        reason=" ".join(dict.fromkeys(one["reason"] for one in ones)),
        evidence="; ".join(dict.fromkeys(one["evidence"] for one in ones)),
        evidence_url=ones[0]["evidence_url"],
        on=date.fromisoformat(max(one["on"] for one in ones)),
    )


def mark_of_any(rows) -> Mark | None:
    """The first mark of several rows that make one figure together, each given with its field."""
    return next(filter(None, (mark(row, field) for row, field in rows)), None)


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
