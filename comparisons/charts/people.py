"""The people of each career: women and men as parts of one bar, race and origin as groups of bars."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers import formatting
from careers.charts.demographics import PERCENT
from careers.charts.scale import position
from careers.kept_with import kept_with_it
from careers.prose.demographics import MEN, WOMEN, whom
from careers.selectors.cells import Cell
from careers.selectors.people import MEN_ARE_THE_REST, OVERLAP, split
from careers.selectors.profile import Profile

from .grouped import MARK, Group, GroupedBar, GroupedBars, bar, notes, sources

SCALE = gettext_lazy("From 0 to 100 percent of workers.")
UNLIKE = gettext_lazy(
    "The sources count differently, so a difference between careers may be one between sources."
)

Source = tuple[str, str]  # with release, address of its page
Known = tuple[str, int, Cell]  # name of the career, its place in the comparison, its shares


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar, in percent of the plot."""

    x: float
    width: float
    style: int


@dataclass(frozen=True, slots=True)
class StackedBar:
    label: str
    text: str
    segments: tuple[Segment, ...]
    remark: str = ""  # of whom and from where the figure is, or why it is missing


@dataclass(frozen=True, slots=True)
class StackedBars:
    id: str
    title: str
    desc: str
    scale: str
    parts: tuple[tuple[int, str], ...]  # style and name of each part, from the left
    rows: tuple[StackedBar, ...]
    notes: tuple[str, ...]
    sources: tuple[Source, ...]


def gender_picture(profiles: Sequence[Profile]) -> StackedBars | None:
    """Women and men as parts of one bar a career; None where no share is known."""
    cells = [profile.cell("gender") for profile in profiles]
    found = sources(cells)
    if not found:
        return None
    usual = _usual(cells)
    rest = {cell.source_name: None for cell in cells if str(MEN_ARE_THE_REST) in cell.note}
    return StackedBars(
        id="gender-compared",
        title=_gender_title(profiles, cells),
        desc=_("Women first, then men, for each career in the order of the comparison."),
        scale=SCALE,
        parts=((1, _("Women")), (2, _("Men"))),
        rows=tuple(
            _stacked(profile.plural, cell, usual) for profile, cell in zip(profiles, cells, strict=True)
        ),
        notes=(
            *_unlike(found, usual),
            *(_("{name} gives the share of women; men are the rest.").format(name=name) for name in rest),
        ),
        sources=found,
    )


def _stacked(name: str, cell: Cell, usual: Source) -> StackedBar:
    return StackedBar(name, cell.said, (), cell.reason) if cell.missing else _in_parts(cell, name, usual)


@kept_with_it
def _in_parts(cell: Cell, name: str, usual: Source) -> StackedBar:
    shares = sorted(split(cell), key=_place)
    segments, x = [], 0.0
    for share in shares:
        if _place(share) < 2:
            width = position(float(share.value), PERCENT[1])
            segments.append(Segment(round(x, 2), width, _place(share) + 1))
            x += width
    named = _("women"), _("men")
    text = ", ".join(f"{share.said} {(*named, share.label)[_place(share)]}" for share in shares)
    return StackedBar(name, text, tuple(segments), _remark(cell, usual))


def _place(share: Cell) -> int:
    """Women come first, then men, then whom a source calls otherwise."""
    name = share.label.lower()
    return 0 if name in WOMEN else 1 if name in MEN else 2


def _gender_title(profiles: Sequence[Profile], cells: Sequence[Cell]) -> str:
    """The shares of women where they are alike enough to be named together, else the subject.

    Their sampling errors are not published, so that nobody is called ahead.
    """
    women = [
        (share, profile.plural)
        for profile, cell in zip(profiles, cells, strict=True)
        for share in split(cell)
        if not cell.missing and not cell.group and _place(share) == 0
    ]
    if len(women) < len(profiles) or len(sources(cells)) > 1:
        return _("Women and men in each career")
    (least, fewest), (most, largest) = min(women, key=_share), max(women, key=_share)
    if len(women) == 2:
        return _("Women are {listing}").format(
            listing=formatting.listing(
                [_("{share} of {plural}").format(share=share.said, plural=name) for share, name in women]
            )
        )
    if least.value == most.value:
        return _("Women are {most} of the people in each career").format(most=most.said)
    return _("The share of women runs from {least} of {fewest} to {most} of {largest}").format(
        least=least.said, fewest=fewest, most=most.said, largest=largest
    )


def _share(named: tuple[Cell, str]) -> float:
    return float(named[0].value)


def race_picture(profiles: Sequence[Profile]) -> GroupedBars | None:
    """A group of bars for each group of people, in the order of the sources; None where none is known.

    Nothing is stacked: in most sources Hispanic origin overlaps race.
    """
    cells = [profile.cell("race") for profile in profiles]
    found = sources(cells)
    if not found:
        return None
    known = [
        (profile.plural, style, cell)
        for style, (profile, cell) in enumerate(zip(profiles, cells, strict=True), 1)
        if not cell.missing
    ]
    usual = _usual(cells)
    labels = tuple(dict.fromkeys(share.label for __, __, cell in known for share in split(cell)))
    remarks = {name: _remark(cell, usual) for name, __, cell in known}
    return GroupedBars(
        id="race-compared",
        title=_race_title(known, found),
        desc=_("A bar for each career, in the order of the comparison, within each group of people."),
        scale=SCALE,
        groups=tuple(Group(label, tuple(_bars(label, known, remarks))) for label in labels),
        notes=(
            *notes(((name, f"{text}." if text else "") for name, text in remarks.items()), MARK),
            *_unlike(found, usual),
            *_source_notes(cells, labels),
            *notes(
                (profile.plural, _("not in the picture. {reason}").format(reason=cell.reason))
                for profile, cell in zip(profiles, cells, strict=True)
                if cell.missing
            ),
        ),
        sources=found,
        row_name=_("Group of people"),
        value_name=_("Percent of workers"),
    )


def _race_title(known: Sequence[Known], found: Sequence[Source]) -> str:
    """The largest group of people where it is the same one in all that are drawn, else the subject."""
    largest = [(share, name) for name, __, cell in known for share in _largest(cell)]
    labels = {share.label for share, __ in largest}
    is_alike = len(found) == 1 and len(labels) == 1 and not any(cell.group for __, __, cell in known)
    if len(known) < 2 or len(largest) > len(known) or not is_alike:
        return _("Race and Hispanic origin of the people in each career")
    (label,) = labels
    if len(largest) == 2:
        shares = [_("{share} of {plural}").format(share=share.said, plural=name) for share, name in largest]
        told = formatting.listing(shares)
    else:
        (least, fewest), (most, highest) = min(largest, key=_share), max(largest, key=_share)
        told = _("from {least} of {fewest} to {most} of {highest}").format(
            least=least.said, fewest=fewest, most=most.said, highest=highest
        )
    return _("Largest group in each career: {label}, {told}").format(label=label, told=told)


def _largest(cell: Cell) -> list[Cell]:
    """Of several that are as large, all."""
    shares = split(cell)
    most = max(share.value for share in shares)
    return [share for share in shares if share.value == most]


def _bars(label: str, known: Sequence[Known], remarks: dict[str, str]) -> Iterator[GroupedBar]:
    """The bars of a group of people; none for a career whose source has no such group."""
    for name, style, cell in known:
        for share in split(cell):
            if share.label == label:
                yield bar(share, f"{name}{MARK}" if remarks[name] else name, style, PERCENT)


def _source_notes(cells: Sequence[Cell], labels: Sequence[str]) -> Iterator[str]:
    """Which groups of people a source does not have, and whether its groups overlap."""
    for cell in {cell.source_name: cell for cell in cells if not cell.missing}.values():
        if str(OVERLAP) in cell.note:
            yield f"{cell.source_name}: {OVERLAP}"
        own = {share.label for share in split(cell)}
        if lacking := [f"“{label}”" for label in labels if label not in own]:
            yield _("Not among the groups of {source_name}: {join}.").format(
                source_name=cell.source_name, join="; ".join(lacking)
            )


def _usual(cells: Sequence[Cell]) -> Source:
    """The source of most of the figures, of two as common the first."""
    known = [_source(cell) for cell in cells if not cell.missing]
    return max(dict.fromkeys(known), key=known.count)


def _source(cell: Cell) -> Source:
    return f"{cell.source_name}, {cell.release}", cell.source_url


def _unlike(found: Sequence[Source], usual: Source) -> tuple[str, ...]:
    if len(found) < 2:
        return ()
    return (
        _("Where no other source is named, the figures are those of {usual}. {unlike}").format(
            usual=usual[0], unlike=UNLIKE
        ),
    )


def _remark(cell: Cell, usual: Source) -> str:
    """From which other source it is; of which wider group, where it is not the career's own."""
    said = [_source(cell)[0]] if _source(cell) != usual else []
    return "; ".join([*said, whom("", cell)] if cell.group else said)
