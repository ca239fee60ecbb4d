"""The sentences that open a comparison, made from the compared figures alone."""

from collections.abc import Sequence

from careers.formatting import enclosed
from careers.prose.occupation import entry_phrase, is_computed
from careers.selectors.cells import Cell
from careers.selectors.profile import Profile
from comparisons.engine.significance import Verdict, compare, unlike

from . import several
from .parts import (
    closed,
    duration,
    extent,
    in_all,
    known_of,
    own_first,
    people,
    sentence,
    takes,
    there,
    top_skills,
    where,
)

A_YEAR, AN_HOUR = "a year", "an hour"
UNPRINTED = "pay that high is not printed exactly"


def opening(profiles: Sequence[Profile]) -> list[str]:
    """Up to four statements on two to five profiles, on time or schooling, pay, skills and jobs.

    One whose figures are missing is left out; that on the pay of several may be of several sentences.
    """
    if len(profiles) > 2:
        return several.opening(profiles)
    first, second = profiles
    statements = (
        _time(first, second) or _entry(first, second),
        pay(first, second),
        _skills(first, second),
        _jobs(first, second),
    )
    return [statement for statement in statements if statement]


def pay_first(profiles: Sequence[Profile], statements: Sequence[str]) -> list[str]:
    """The statements of an opening in the order for who reads no more than the first."""
    told = " ".join(several.pay(profiles)) if len(profiles) > 2 else pay(*profiles)
    return sorted(statements, key=lambda statement: statement != told)


def _time(first: Profile, second: Profile) -> str:
    """How long each takes, where a source states it for one of them."""
    both = (first, second)
    known = known_of(both, [profile.cell("time_to_become") for profile in both])
    if all(is_computed(cell) for _, cell in known):
        return ""
    if len(known) == 2 and duration(known[0][1]) == duration(known[1][1]):
        return f"Both usually take {duration(known[0][1])}."
    return takes(known)


def _entry(first: Profile, second: Profile) -> str:
    """The schooling that entry asks for, with the time that it takes in all where that is computed."""
    a, b = first.cell("entry_education"), second.cell("entry_education")
    if a.missing or b.missing:
        return ""
    times = [in_all(profile.cell("time_to_become")) for profile in (first, second)]
    if a.value == b.value:
        said = f"Both typically ask for {entry_phrase(a.said)} at entry"
        if not all(times):
            return f"{said}."
        if times[0] == times[1]:
            return f"{said}; with experience and training both take {times[0]} after high school."
        return (
            f"{said}; with experience and training, {first.plural} take {times[0]} after high school "
            f"and {second.plural} {times[1]}."
        )
    schooling = []
    for profile, cell, time in ((first, a, times[0]), (second, b, times[1])):
        within = " " + enclosed(f"{time} after high school") if time else ""
        schooling.append(f"for {closed(entry_phrase(cell.said))} among {profile.plural}{within}")
    return f"Entry typically asks {' and '.join(schooling)}."


def pay(first: Profile, second: Profile) -> str:
    """Who earns more on average, where the figures can tell.

    By the hour where no more is published for one of them, as for actors.
    """
    both = (first, second)
    yearly = [profile.cell("annual_mean") for profile in both]
    known = known_of(both, yearly)
    if len(known) == 2:
        return _earn(first, second, yearly, A_YEAR)
    hourly = [profile.cell("hourly_mean") for profile in both]
    by_the_hour = "" if any(cell.missing for cell in hourly) else _earn(first, second, hourly, AN_HOUR)
    if not known:
        return f"{by_the_hour} No yearly average is published for either." if by_the_hour else ""
    ((profile, cell),) = known
    other = second if profile is first else first
    if by_the_hour:
        # It is of the place that the hourly figure of the same career is of.
        whose = f"that of {profile.plural} is {cell.said}"
        return f"{by_the_hour} No yearly average is published for {other.plural}; {whose}."
    return sentence(
        f"{where([cell], profile.place)}{profile.plural} earn {cell.said} a year on average; "
        f"no yearly average is published for {other.plural}"
    )


def _earn(first: Profile, second: Profile, cells: Sequence[Cell], per: str) -> str:
    a, b = cells
    here = where(cells, first.place)
    found = compare(a, b)
    if found is Verdict.UNLIKE:
        one, other = (
            (profile.plural, cell.said, there(cell, cells, profile.place))
            for profile, cell in own_first(((first, a), (second, b)), first.place)
        )
        why = unlike(a, b) or UNPRINTED
        return sentence(
            f"{here}{one[0]} earn {one[1]} {per} on average{one[2]} and {other[0]} {other[1]}{other[2]}; "
            f"which is more cannot be said, because {why}"
        )
    if found is Verdict.SAME:
        if a.value == b.value:
            return sentence(f"{here}both earn {a.said} {per} on average")
        return sentence(
            f"{here}both earn about the same on average: {a.said} {per} among {first.plural} and {b.said} "
            f"among {second.plural}, a difference within the sampling error"
        )
    ahead, more, behind, less = (first, a, second, b) if found is Verdict.FIRST else (second, b, first, a)
    return sentence(
        f"{here}{ahead.plural} earn {more.said} {per} on average: "
        f"{extent(more, less)} more than the {less.said} of {behind.plural}"
    )


def _skills(first: Profile, second: Profile) -> str:
    if not first.skills or not second.skills:
        return ""
    if first.skills == second.skills:
        return f"The top skills of both are {top_skills(first)}."
    skills, others = top_skills(first), top_skills(second)
    return f"The top skills of {first.plural} are {skills}; those of {second.plural} are {others}."


def _jobs(first: Profile, second: Profile) -> str:
    known = known_of((first, second), [profile.cell("employment") for profile in (first, second)])
    return people(known) if len(known) == 2 else ""
