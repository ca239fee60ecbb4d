"""What a list of jobs holds, in words made from what is asked; pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careers import formatting
from careers.filters.jobs_asked import COUNTED, REMOTE_ONLY, JobsAsked

from .jobs import TYPES, UNITS


@dataclass(frozen=True, slots=True)
class Names:
    """What the parts of a query are called; the place as it stands within a sentence."""

    place: str = ""
    occupation: str = ""
    company: str = ""


@dataclass(frozen=True, slots=True)
class Chip:
    """One part of the query, and the query without it."""

    text: str
    rest: JobsAsked


def heading(asked: JobsAsked, names: Names) -> str:
    return " ".join([_("Jobs"), ", ".join(phrases(asked, names).values())]).strip()


def phrases(asked: JobsAsked, names: Names) -> dict[str, str]:
    """What each filter that is set says, by its name."""
    said = {name: _phrase(name, asked, names) for name in asked.filters}
    if asked.keeps_unpaid and asked.pay_min is not None:
        said["unknown"] = _("with those that state no pay")
    return said


def _phrase(name: str, asked: JobsAsked, names: Names) -> str:
    return {
        "q": lambda: _("for “{q}”").format(q=asked.q),
        "occupation": lambda: _("for {occupation}").format(
            occupation=formatting.in_sentence(names.occupation)
        ),
        "company": lambda: _("at {company}").format(company=names.company),
        "place": lambda: _around(asked.radius, names.place),
        "pay_min": lambda: _("paying {floor} or more").format(floor=floor(asked)),
        "remote": lambda: "remote" if asked.remote == REMOTE_ONLY else _("not remote"),
        "types": lambda: _(" or ").join(TYPES[choice].lower() for choice in asked.types),
        "posted": lambda: since(asked.posted),
    }[name]()


def _around(miles: int, place: str) -> str:
    return (
        _("within {miles} miles of {place}").format(miles=miles, place=place)
        if miles
        else _("in {place}").format(place=place)
    )


def floor(asked: JobsAsked) -> str:
    """“$22.50 an hour”."""
    amount = asked.pay_min
    is_whole = amount == amount.to_integral_value()
    said = formatting.money(amount) if is_whole else formatting.money_cents(amount)
    return f"{said} {UNITS[asked.pay_unit]}"


def since(days: int) -> str:
    return (
        _("posted today or yesterday") if days == 1 else _("posted in the last {days} days").format(days=days)
    )


def chips(asked: JobsAsked, names: Names) -> Iterator[Chip]:
    """One for each filter, each type and the miles around a place."""
    for name, phrase in phrases(asked, names).items():
        if name == "types":
            for choice in asked.types:
                yield Chip(TYPES[choice].lower(), asked.without(name, choice))
        elif name == "place":
            yield Chip(_("in {place}").format(place=names.place), asked.also(place="", radius=0))
            if asked.radius:
                yield Chip(_("within {radius} miles").format(radius=asked.radius), asked.also(radius=0))
        elif name == "unknown":
            yield Chip(phrase, asked.also(keeps_unpaid=False))
        else:
            yield Chip(phrase, asked.without(name))


def way(change: str, found: JobsAsked, asked: JobsAsked, names: Names, count: int) -> str:
    """A wider search in words: Without “at Harbor Clinic”: 12 jobs. `names` are those of what is found."""
    if not found.filters:
        said = _("All jobs")
    elif change == "unknown":
        said = _("With jobs that state no pay")
    elif change == "state":
        said = _("In {place}").format(place=names.place)
    elif change in found.filters or change == "radius":
        said = _("Instead {phrases}").format(
            phrases=phrases(found, names)["place" if change == "radius" else change]
        )
    else:
        phrase = phrases(asked, names)[change].translate(str.maketrans("“”", "‘’"))
        said = _("Without “{phrase}”").format(phrase=phrase)
    return f"{said}: {jobs(count)}"


def jobs(count: int) -> str:
    """“1 job”, “1,204 jobs”; above what is counted, that there are more."""
    if count > COUNTED:
        return _("more than {counted} jobs").format(counted=formatting.count(COUNTED))
    return ngettext("{count} job", "{count} jobs", count).format(count=formatting.count(count))


def remote_there(count: int, place: str) -> str:
    """How many of the jobs in a place are remote ones."""
    if not count:
        return ""
    return ngettext(
        "One of these is remote and open to people in {place}.",
        "{count} of these are remote and open to people in {place}.",
        count,
    ).format(count=formatting.count(count), place=place)


def unpaid(count: int, *, kept: bool) -> str:
    """How many jobs state no pay to hold against the floor."""
    if not count:
        return ""
    number = jobs(count).capitalize()
    if kept:
        return ngettext(
            "{jobs} of these states no pay in US dollars.",
            "{jobs} of these state no pay in US dollars.",
            count,
        ).format(jobs=number)
    return ngettext(
        "{jobs} that states no pay in US dollars is left out.",
        "{jobs} that state no pay in US dollars are left out.",
        count,
    ).format(jobs=number)
