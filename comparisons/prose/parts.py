"""Parts of sentences that the prose of all comparisons shares."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from careers import formatting
from careers.prose.occupation import article, is_computed
from careers.prose.places import called
from careers.selectors.cells import Cell
from careers.selectors.profile import Profile
from careers.selectors.work import NATION
from comparisons.engine.ranking import Ranking
from comparisons.engine.significance import unlike

ALL = {
    2: gettext_lazy("both"),
    3: gettext_lazy("all three"),
    4: gettext_lazy("all four"),
    5: gettext_lazy("all five"),
}


def sentence(text: str) -> str:
    """A statement, written without its capital and full stop, as a sentence."""
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def one(profile: Profile) -> str:
    """ "a Patient Service Coordinator"; official titles are plural and take no article."""
    title = profile.title
    if title == profile.plural:
        return _("one of the {title}").format(title=title)
    return (_("an {noun}") if article(title) == "an" else _("a {noun}")).format(noun=title)


def duration(cell: Cell) -> str:
    return f"{cell.said} {cell.unit}" if is_computed(cell) and any(cell.value) else cell.said


def takes(known: Sequence[tuple[Profile, Cell]]) -> str:
    """How long each of several takes: "It usually takes 2 years to become a Clerk; Actors take 4 years."

    A job title names one person and has an article; an official title names several.
    """
    one_person: dict[str, list[str]] = defaultdict(list)
    several: dict[str, list[str]] = defaultdict(list)
    for profile, cell in known:
        if profile.title == profile.plural:
            several[duration(cell)].append(profile.plural)
        else:
            one_person[duration(cell)].append(one(profile))
    become = series(
        _("{time} to become {either}").format(time=time, either=_either(titles))
        for time, titles in one_person.items()
    )
    parts = [_("it usually takes {become}").format(become=become)] if become else []
    parts += [
        _("{names} take {time}").format(names=names(titles), time=time) for time, titles in several.items()
    ]
    return sentence("; ".join(parts))


def in_all(cell: Cell) -> str:
    """A computed time to become one, '' where it is stated, missing or none at all."""
    return cell.said if not cell.missing and is_computed(cell) and any(cell.value) else ""


def named(skills: tuple[str, ...]) -> str:
    return formatting.listing([formatting.in_sentence(skill) for skill in skills])


def top_skills(profile: Profile) -> str:
    return profile.cell("top_skills").marked(named(profile.skills))


def closed(phrase: str) -> str:
    """A phrase that words follow; one with a comma in it is closed by another."""
    return f"{phrase}," if ", " in phrase else phrase


def names(titles: Iterable[str]) -> str:
    """Names in a row, told apart where a name itself holds a comma or an "and"."""
    titles = list(titles)
    if len(titles) == 2 and any(map(_is_compound, titles)):
        return _(" as well as ").join(titles)
    return series(titles)


def series(items: Iterable[str]) -> str:
    """Phrases in a row; parted by semicolons where one holds a comma or a row of its own."""
    items = list(items)
    if len(items) < 2 or not any(map(_is_compound, items)):
        return formatting.listing(items)
    if len(items) == 2:
        return _(", and ").join(items) if _is_compound(items[0]) else _(" and ").join(items)
    return _("{items}; and {last}").format(items="; ".join(items[:-1]), last=items[-1])


def extent(more: Cell, less: Cell) -> str:
    """How much more one amount of pay is than another: "$5,000, or 10%,"."""
    difference = more.value - less.value
    amount = money(difference, more.unit)
    if more.at_least:
        amount = _("at least {amount}").format(amount=amount)
    share = round(100 * float(difference) / float(less.value))
    return _("{amount}, or {share}%,").format(amount=amount, share=share) if share else amount


def money(amount: float | Decimal, per: str) -> str:
    """An amount a year, or with cents an hour."""
    return formatting.money_cents(amount) if _("an hour") in per else formatting.money(amount)


def known_of(profiles: Sequence[Profile], cells: Sequence[Cell]) -> list[tuple[Profile, Cell]]:
    """The profiles whose figure is there, each with it."""
    return [(profile, cell) for profile, cell in zip(profiles, cells, strict=True) if not cell.missing]


def lacking(profiles: Sequence[Profile], cells: Sequence[Cell], what: str) -> str:
    """ "; no median is published for Actors", '' where none lacks the figure."""
    who = names(profile.plural for profile, cell in zip(profiles, cells, strict=True) if cell.missing)
    return _("; {what} is published for {who}").format(what=what, who=who) if who else ""


def not_alike(cells: Iterable[Cell]) -> str:
    """That figures told side by side are not to be held against each other, and why; '' where they may."""
    known = [cell for cell in cells if not cell.missing]
    why = next((why for a, b in combinations(known, 2) if (why := unlike(a, b))), "")
    return _("; these are not alike: {why}").format(why=why) if why else ""


def of_no_group(cell: Cell) -> Cell:
    """The same without its wider group: for the same always the same cell."""
    if not cell.group:
        return cell
    if (alone := cell.drawn.get("of no group")) is None:
        alone = cell.drawn["of no group"] = replace(cell, group="")
    return alone


def apart(found: Ranking, tell: Callable[[int], str]) -> list[str]:
    """Statements on those that must not be ranked with the others, one for each reason."""
    by_reason: dict[str, list[str]] = defaultdict(list)
    for place, reason in found.unlike:
        by_reason[reason].append(tell(place))
    return [
        _("not ranked with them: {series}, because {reason}").format(series=series(told), reason=reason)
        for reason, told in by_reason.items()
    ]


def people(known: Sequence[tuple[Profile, Cell]]) -> str:
    """How many work as each."""
    place, cells = known[0][0].place, [cell for __, cell in known]
    (first, number), *others = own_first(known, place)
    told = [
        _("{at_work} as {plural}{there}").format(
            at_work=at_work(number), plural=first.plural, there=there(number, cells, place)
        )
    ]
    told += [
        _("{cell} as {plural}{there}").format(
            cell=cell.said, plural=profile.plural, there=there(cell, cells, place)
        )
        for profile, cell in others
    ]
    return sentence(f"{where(cells, place)}{series(told)}")


def at_work(employment: Cell) -> str:
    return ngettext("{employment} person works", "{employment} people work", employment.value).format(
        employment=employment.said
    )


def where(cells: Sequence[Cell], place: str) -> str:
    """What opens a statement on figures of a place: "in Texas, "; '' where no place was asked for.

    Where all stand in for the asked place, that is said here; where only some do, `there` says it of each.
    """
    area = _told(cells, place)
    if area is None:
        return ""
    found = located(area) if area else _("with no place named by the source")
    gap = "" if area == place else _(" (no figure for {called} is published)").format(called=called(place))
    return f"{found}{gap}, "


def there(cell: Cell, cells: Sequence[Cell], place: str) -> str:
    """What follows a figure of another place than `where` says of the cells; why, after the first."""
    if not place or cell.area == _told(cells, place):
        return ""
    if cell.area == place:
        return f" ({located(place)})"
    if not cell.area:
        return _(" (its source names no place)")
    standing_in = [other for other in cells if other.area not in {"", place} and not other.missing]
    is_first = not standing_in or standing_in[0] is cell or cell not in standing_in
    why = _(", as none is published for {called}").format(called=called(place)) if is_first else ""
    return f" ({located(cell.area)}{why})"


def own_first(known: Iterable[tuple[Profile, Cell]], place: str) -> list[tuple[Profile, Cell]]:
    """Figures of the asked place before those that stand in for one."""
    return sorted(known, key=lambda told: bool(place) and told[1].area != place)


def _told(cells: Sequence[Cell], place: str) -> str | None:
    """The area that a statement on the cells opens with: the asked one, else the only one."""
    areas = _areas(cells)
    if not place or (place not in areas and len(areas) != 1):
        return None
    return place if place in areas else next(iter(areas))


def _areas(cells: Iterable[Cell]) -> set[str]:
    return {cell.area for cell in cells if not cell.missing}


def is_nationwide(cells: Iterable[Cell], place: str) -> bool:
    """Whether to say of figures that they are the nation's, because a place was asked for."""
    return bool(place) and _areas(cells) == {NATION}


def located(name: str) -> str:
    """ "in Texas", "in the District of Columbia", "nationwide"."""
    return _("nationwide") if name in {"", NATION} else _("in {called}").format(called=called(name))


def _either(items: list[str]) -> str:
    if len(items) == 1:
        return items[0]
    return _("{items} or {last}").format(items=", ".join(items[:-1]), last=items[-1])


def _is_compound(text: str) -> bool:
    return ", " in text or " and " in text or ";" in text
