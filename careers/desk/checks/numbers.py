"""Amounts and percentages typed into a text that no figure of its careers bears out.

A warning. A number that stood there once, with an older release or before a correction, is told with what
it is now. Compared are the figures of the nation and of each state that the text names, as exactly as they
are typed, and how far the compared careers are apart. A paragraph with a link to elsewhere says itself
where its numbers are from.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from itertools import permutations

from django.db.models import Q
from django.utils.translation import gettext as _

from careers.corrected import MISSING, in_words, label
from careers.models import (
    Area,
    DemographicShare,
    EducationShare,
    Figure,
    Industry,
    Occupation,
    PreparationShare,
    Projection,
    Release,
    StatedFact,
    WageEstimate,
)
from careers.models.wages import ANNUAL, HOURLY

from .base import WARNING, Finding, finding, occupations_of, texts_of, written

DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
NUMBER = re.compile(
    rf"\$ ?(?P<dollars>{DIGITS})(?P<times> ?(?:thousand|million|k)\b)?"
    rf"|(?P<percent>{DIGITS}) ?(?:%|percent\b)",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(r"https?://")
TIMES = {"thousand": 1_000, "k": 1_000, "million": 1_000_000}
DOLLARS, PERCENT = "dollars", "percent"
PAY = (StatedFact.Topic.PAY_RANGE,)
# What is compared: the model, its values, of which unit they are, and which rows.
SOURCES = (
    (WageEstimate, (*ANNUAL, *HOURLY), DOLLARS, Q()),
    (StatedFact, ("low", "high"), DOLLARS, Q(topic__in=PAY)),
    (Projection, ("change_percent", "percent_self_employed"), PERCENT, Q()),
    (EducationShare, ("percent",), PERCENT, Q()),
    (DemographicShare, ("percent",), PERCENT, Q()),
    (PreparationShare, ("percent",), PERCENT, Q()),
)
MEANS = ("annual_mean", "annual_median", "hourly_mean")


@dataclass(frozen=True, slots=True)
class Typed:
    """A number in a text: as it is written, its value, and what the last written digit is worth."""

    text: str
    unit: str
    value: Decimal
    step: Decimal

    def says(self, value: Decimal) -> bool:
        """Whether the value is written so, rounded up or down."""
        return abs(abs(value) - self.value) <= self.step / 2


@dataclass(frozen=True, slots=True)
class Known:
    """A value of a figure; `was` tells of one that is not in force what it was, and what it is now."""

    unit: str
    value: Decimal
    area: str = ""  # the state, '' for the nation
    was: str = ""
    field: str = ""


def typed(text: str) -> Iterator[Typed]:
    """The amounts and percentages of a text, but those of paragraphs that link to elsewhere."""
    for paragraph in re.split(r"\n\s*\n", text):
        if not ELSEWHERE.search(paragraph):
            yield from map(_typed, NUMBER.finditer(paragraph))


def of(row) -> Iterator[Finding]:
    yield from _found([row])


def everywhere() -> Iterator[Finding]:
    yield from _found(written())


def _typed(match: re.Match) -> Typed:
    unit = DOLLARS if match["dollars"] else PERCENT
    digits = (match["dollars"] or match["percent"]).replace(",", "")
    times = TIMES[(match["times"] or "").strip().lower()] if match["times"] else 1
    whole, _, decimals = digits.partition(".")
    step = Decimal(1).scaleb(-len(decimals))
    if not decimals and unit == DOLLARS:
        # “$104,000” may well be $104,430 in round words, “$100,000” is hardly $140,000.
        zeros = min(len(whole) - len(whole.rstrip("0")), max(len(whole) - 2, 0))
        step = Decimal(10) ** zeros
    return Typed(match[0].strip(), unit, Decimal(digits) * times, step * times)


def _found(rows: Iterable) -> Iterator[Finding]:
    """Of rows with numbers; nine queries for the figures, whatever the number of rows."""
    told = []
    for row in rows:
        occupations = occupations_of(row)
        texts = {name: list(typed(getattr(row, name) or "")) for name in texts_of(type(row))}
        if occupations and any(texts.values()):
            told.append((row, occupations, texts))
    if not told:
        return
    words = " ".join(getattr(row, name) or "" for row, _, texts in told for name in texts)
    known = _known({each.pk for _, occupations, _ in told for each in occupations}, words)
    for row, occupations, texts in told:
        own = [one for each in occupations for one in known[each.pk]]
        own += _apart([known[each.pk] for each in occupations])
        for name, numbers in texts.items():
            fitting = [one for one in own if not one.area or one.area in getattr(row, name)]
            for number in dict.fromkeys(numbers):
                if why := fault(number, fitting):
                    yield finding(WARNING, f"{_of(occupations)}: {why}", row, name)


def fault(number: Typed, known: Iterable[Known]) -> str:
    """What is wrong with a number, '' where a figure in force says so."""
    same = [one for one in known if one.unit == number.unit and number.says(one.value)]
    if any(not one.was for one in same):
        return ""
    if same:
        return f"“{number.text}” {same[0].was}"
    return _("“{number}” is none of its figures. Set it right, or link to where it is from.").format(
        number=number.text
    )


def _known(ids: set[int], words: str) -> dict[int, list[Known]]:
    """What is known of the occupations in the nation and in the states named in the words."""
    found: dict[int, list[Known]] = defaultdict(list)
    labels = dict(Release.objects.values_list("pk", "label"))
    areas = Area.objects.filter(kind__in=[Area.Kind.NATION, Area.Kind.STATE])
    named = {area.pk: area for area in areas if area.kind == Area.Kind.NATION or area.name in words}
    for model, fields, unit, which in SOURCES:
        rows = model.objects.filter(which, occupation__in=ids)
        if model is WageEstimate:
            # By their keys, for else SQLite reads what the occupations pay in all places.
            industries = list(Industry.objects.filter(code=Industry.ALL_CODE).values_list("pk", flat=True))
            rows = rows.filter(area__in=list(named), industry__in=industries)
        current = {_place(row): row for row in rows if row.is_current}
        for row in rows:
            area = _state(row, named)
            for field in fields:
                now = current.get(_place(row))
                found[row.occupation_id] += _values(row, field, Known(unit, Decimal(0), area), now, labels)
    return found


def _state(row: Figure, named: dict[int, Area]) -> str:
    area = named.get(getattr(row, "area_id", None))
    return area.name if area and area.kind == Area.Kind.STATE else ""


def _place(row: Figure) -> tuple:
    """What makes it this figure in whatever release."""
    names = ("occupation_id", "area_id", "topic", "attainment", "characteristic", "category", "scale")
    return tuple(getattr(row, name, None) for name in names)


def _values(
    row: Figure, field: str, one: Known, now: Figure | None, labels: dict[int, str]
) -> Iterator[Known]:
    value = getattr(row, field)
    if row.is_current:
        if value is not None:
            yield replace(one, value=Decimal(value), field=field)
            if isinstance(row, DemographicShare):  # of women, it says how many are men
                yield replace(one, value=100 - Decimal(value))
        published = (row.corrected or {}).get(field, {}).get("published", MISSING)
        if (before := _decimal(published)) is not None:
            yield replace(
                one, value=before, was=_("is the publisher’s {figure}").format(figure=_corrected(row, field))
            )
    elif value is not None and now is not None and getattr(now, field) is not None:
        is_now = in_words(now, field, str(getattr(now, field)))
        then, since = labels[row.release_id], labels[now.release_id]
        said = _("was the {figure} of {then}; by {since} it is {is_now}.").format(
            figure=label(row, field), then=then, since=since, is_now=is_now
        )
        yield replace(one, value=Decimal(value), was=said)


def _corrected(row: Figure, field: str) -> str:
    value = getattr(row, field)
    told = _("that there is none") if value is None else in_words(row, field, str(value))
    return _("{figure}; the editors corrected it to {told}.").format(figure=label(row, field), told=told)


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _apart(careers: list[list[Known]]) -> Iterator[Known]:
    """How far the careers of a comparison are apart nationwide, in dollars and in percent."""
    paid = [
        {each.field: each.value for each in career if each.field in MEANS and not each.area}
        for career in careers
    ]
    for one, other in permutations(paid, 2):
        for field in one.keys() & other.keys():
            difference = one[field] - other[field]
            if difference > 0 and other[field]:
                yield Known(DOLLARS, difference)
                yield Known(PERCENT, 100 * difference / other[field])


def _of(occupations: list[Occupation]) -> str:
    return " and ".join(each.title for each in occupations)
