"""The people in an occupation: from ages and shares to cells; no queries."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers import formatting
from careers.corrected import mark, together
from careers.kept_with import kept_with_it
from careers.models import AgeEstimate, DemographicShare

from .cells import Cell, absent, build, relabel
from .labels import label_of
from .work import NATION

WOMEN, MEN = "Women", "Men"
# By key of the figure, the characteristic; an overview has no room for age groups.
KEYS = {
    "gender": DemographicShare.Characteristic.GENDER.value,
    "race": DemographicShare.Characteristic.RACE.value,
    "lgbt": DemographicShare.Characteristic.LGBT.value,
}
DETAILS = {"age_groups": DemographicShare.Characteristic.AGE_GROUP.value}
# What a partition of people has and overlapping shares have not: those of whom it is not known.
REST = {"unknown", "other"}
MEN_ARE_THE_REST = gettext_lazy("The source gives the share of women; men are the rest.")
OVERLAP = gettext_lazy("Race and Hispanic origin overlap, so the shares do not add up to 100.")


def age_cells(ages: Sequence[AgeEstimate]) -> dict[str, Cell]:
    """The median age where one is known, else the mean; its label says which of them it is."""
    ranked = sorted(ages, key=lambda age: (age.years is None, age.statistic != AgeEstimate.Statistic.MEDIAN))
    age = ranked[0]
    extra = {"area": NATION, "kind": age.statistic, "note": _group_note(age), "group": age.group_title}
    extra["corrected"] = mark(age, "years")
    if age.years is None:
        cell = absent("age", age.reason_for("years"), age.release, **extra)
    else:
        cell = build("age", age.years, formatting.trim(age.years), age.release, **extra)
    return {"age": relabel(cell, label_of(age, "statistic"))}


def share_cells(shares: Sequence[DemographicShare], *, every: bool = False) -> dict[str, Cell]:
    """Gender, race and LGBT, and age groups where `every` part is asked for.

    A fallback stands where the first choice has no figure.
    """
    of: dict[str, list[DemographicShare]] = defaultdict(list)
    for share in shares:
        of[share.characteristic].append(share)
    keys = KEYS | DETAILS if every else KEYS
    return {key: _share_cell(key, of[value]) for key, value in keys.items() if value in of}


@kept_with_it
def split(cell: Cell) -> tuple[Cell, ...]:
    """A cell of shares as one cell for each group; a missing one stays whole."""
    if cell.missing:
        return (cell,)
    return tuple(
        replace(cell, label=name, value=percent, text=formatting.tenths(percent))
        for name, percent in cell.value
    )


def _share_cell(key: str, shares: list[DemographicShare]) -> Cell:
    first = [share for share in shares if not share.is_fallback]
    fallback = [share for share in shares if share.is_fallback and share.percent is not None]
    known = [share for share in first if share.percent is not None] or fallback
    if not known:
        share = (first or shares)[0]
        said = {"area": NATION, "note": _group_note(share), "group": share.group_title}
        said["corrected"] = mark(share, "percent")
        return absent(key, share.reason_for("percent"), share.release, **said)
    named = [(share.category, share.percent) for share in known]
    notes = []
    if known is fallback and known[0].release.source != (first or known)[0].release.source:
        notes.append(known[0].release.source.note)
    if key == DemographicShare.Characteristic.GENDER and [name for name, __ in named] == [WOMEN]:
        named.insert(0, (MEN, Decimal(100) - named[0][1]))
        notes.append(str(MEN_ARE_THE_REST))
    if key == DemographicShare.Characteristic.RACE and not any(name.lower() in REST for name, __ in named):
        notes.append(str(OVERLAP))
    notes.append(_group_note(known[0]))
    return build(
        key,
        tuple(named),
        _text(key, named),
        known[0].release,
        area=NATION,
        note=" ".join(note for note in notes if note),
        group=known[0].group_title,
        corrected=together((share.category, mark(share, "percent")) for share in known),
    )


def _text(key: str, named: list[tuple[str, Decimal]]) -> str:
    if key == DemographicShare.Characteristic.LGBT:
        return ", ".join(formatting.percent(percent) for __, percent in named)
    return ", ".join(f"{name} {formatting.tenths(percent)}" for name, percent in named)


def _group_note(figure: AgeEstimate | DemographicShare) -> str:
    """That it describes a wider group, and which; or that it was put together from several."""
    notes = []
    if figure.group_title:
        notes.append(
            _("A figure for the wider group “{group_title}”.").format(group_title=figure.group_title)
        )
    if getattr(figure, "parts", 1) > 1:
        notes.append(
            _("The mean of {parts} titles of the source, weighted by employment.").format(parts=figure.parts)
        )
    return " ".join(notes)
