"""The sentences that open a comparison, made from the compared figures alone."""

from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

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

ABOUT_THE_SAME = Decimal("1.05")  # how many times the lesser the greater may be, to be called so
A_YEAR, AN_HOUR = gettext_lazy("a year"), gettext_lazy("an hour")
UNPRINTED = gettext_lazy("pay that high is not printed exactly")


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
    if all(is_computed(cell) for __, cell in known):
        return ""
    if len(known) == 2 and duration(known[0][1]) == duration(known[1][1]):
        return _("Both usually take {duration}.").format(duration=duration(known[0][1]))
    return takes(known)


def _entry(first: Profile, second: Profile) -> str:
    """The schooling that entry asks for, with the time that it takes in all where that is computed."""
    a, b = first.cell("entry_education"), second.cell("entry_education")
    if a.missing or b.missing:
        return ""
    times = [in_all(profile.cell("time_to_become")) for profile in (first, second)]
    if a.value == b.value:
        said = _("Both typically ask for {entry_phrase} at entry").format(entry_phrase=entry_phrase(a.said))
        if not all(times):
            return f"{said}."
        if times[0] == times[1]:
            return _("{said}; with experience and training both take {times} after high school.").format(
                said=said, times=times[0]
            )
        return _(
            "{said}; with experience and training, {plural} take {times} after high school "
            "and {plural_2} {times_2}."
        ).format(said=said, plural=first.plural, times=times[0], plural_2=second.plural, times_2=times[1])
    schooling = []
    for profile, cell, time in ((first, a, times[0]), (second, b, times[1])):
        within = " " + enclosed(_("{time} after high school").format(time=time)) if time else ""
        schooling.append(
            _("for {closed} among {plural}{within}").format(
                closed=closed(entry_phrase(cell.said)), plural=profile.plural, within=within
            )
        )
    return _("Entry typically asks {schooling}.").format(schooling=_(" and ").join(schooling))


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
        return (
            _("{by_the_hour} No yearly average is published for either.").format(by_the_hour=by_the_hour)
            if by_the_hour
            else ""
        )
    ((profile, cell),) = known
    other = second if profile is first else first
    if by_the_hour:
        # It is of the place that the hourly figure of the same career is of.
        whose = _("that of {plural} is {cell}").format(plural=profile.plural, cell=cell.said)
        return _("{by_the_hour} No yearly average is published for {plural}; {whose}.").format(
            by_the_hour=by_the_hour, plural=other.plural, whose=whose
        )
    return sentence(
        _(
            "{where}{plural} earn {cell} a year on average; no yearly average is published for {plural_2}"
        ).format(
            where=where([cell], profile.place), plural=profile.plural, cell=cell.said, plural_2=other.plural
        )
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
        why = unlike(a, b) or str(UNPRINTED)
        return sentence(
            _(
                "{here}{plural} earn {pay} {per} on average{place} and {plural_2} {pay_2}{place_2}; "
                "which is more cannot be said, because {why}"
            ).format(
                here=here,
                plural=one[0],
                pay=one[1],
                per=per,
                place=one[2],
                plural_2=other[0],
                pay_2=other[1],
                place_2=other[2],
                why=why,
            )
        )
    if found is Verdict.SAME:
        if a.value == b.value:
            return sentence(_("{here}both earn {a} {per} on average").format(here=here, a=a.said, per=per))
        told = (
            _(
                "{here}both earn about the same on average: {a} {per} among {plural} and {b} "
                "among {plural_2}, a difference within the sampling error"
            )
            if max(a.value, b.value) <= ABOUT_THE_SAME * min(a.value, b.value)
            else _(
                "{here}pay is {a} {per} on average among {plural} and {b} among {plural_2}; which is more "
                "cannot be told, because the difference is within the sampling error"
            )
        )
        return sentence(
            told.format(here=here, a=a.said, per=per, plural=first.plural, b=b.said, plural_2=second.plural)
        )
    ahead, more, behind, less = (first, a, second, b) if found is Verdict.FIRST else (second, b, first, a)
    return sentence(
        _("{here}{plural} earn {more} {per} on average: {extent} more than the {less} of {plural_2}").format(
            here=here,
            plural=ahead.plural,
            more=more.said,
            per=per,
            extent=extent(more, less),
            less=less.said,
            plural_2=behind.plural,
        )
    )


def _skills(first: Profile, second: Profile) -> str:
    if not first.skills or not second.skills:
        return ""
    if first.skills == second.skills:
        return _("The top skills of both are {top_skills}.").format(top_skills=top_skills(first))
    skills, others = top_skills(first), top_skills(second)
    return _("The top skills of {plural} are {skills}; those of {plural_2} are {others}.").format(
        plural=first.plural, skills=skills, plural_2=second.plural, others=others
    )


def _jobs(first: Profile, second: Profile) -> str:
    known = known_of((first, second), [profile.cell("employment") for profile in (first, second)])
    return people(known) if len(known) == 2 else ""
