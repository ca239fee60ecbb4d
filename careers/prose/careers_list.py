"""What the list of careers says of itself: heading, chips and ways on, all made from the query."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from careers import formatting
from careers.filters.asked import Asked
from careers.filters.criteria import BY_NAME
from careers.filters.wider import Change, Wider

EDUCATION = {
    "none": gettext_lazy("no formal credential"),
    "high_school": gettext_lazy("a high school diploma or equivalent"),
    "some_college": gettext_lazy("some college"),
    "postsecondary_award": gettext_lazy("a postsecondary nondegree award"),
    "associate": gettext_lazy("an associate's degree"),
    "bachelor": gettext_lazy("a bachelor's degree"),
    "master": gettext_lazy("a master's degree"),
    "doctoral_professional": gettext_lazy("a doctoral or professional degree"),
}
EXPERIENCE = {
    "none": gettext_lazy("no experience"),
    "under_5_years": gettext_lazy("less than 5 years of experience"),
    "from_5_years": gettext_lazy("5 years of experience or more"),
}
SWITCHES = {"prices": "adjusted", "unknown": "keeps_unknown"}  # by name in the address


@dataclass(frozen=True, slots=True)
class Names:
    """What the parts of a query are called: the words searched, the place, and the label of each choice."""

    words: str
    place: str  # as it stands within a sentence, '' for the nation
    labels: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Chip:
    """One part of the query, and the query without it."""

    text: str
    rest: Asked


def heading(asked: Asked, names: Names) -> str:
    return " ".join([_("Careers"), ", ".join(phrases(asked, names).values())]).strip()


def phrases(asked: Asked, names: Names) -> dict[str, str]:
    """What each filter that is set says, by its name."""
    said = {}
    for name in asked.filters:
        said[name] = _PHRASES[name](asked, names)
        if name == "place" and asked.adjusted:
            said["prices"] = _("at national prices")
    if asked.keeps_unknown and asked.may_meet_unknown:
        said["unknown"] = _("unknown values kept")
    return said


def left_out_of_plot(drawn: int, found: int) -> str:
    """What stands beneath a plot of many careers; '' where all are drawn."""
    if drawn >= found:
        return ""
    return _(
        "Drawn are those {drawn} of {found} careers that most people work in. "
        "A narrower search shows the others."
    ).format(drawn=formatting.count(drawn), found=formatting.count(found))


def chips(asked: Asked, names: Names) -> list[Chip]:
    """One for each filter; one for each choice where a filter has several."""
    found = []
    for name, phrase in phrases(asked, names).items():
        choices = asked.chosen.get(name, ())
        if name in SWITCHES:
            found.append(Chip(phrase, asked.also(**{SWITCHES[name]: False})))
        elif len(choices) > 1:
            label = BY_NAME[name].label
            found += [
                Chip(f"{label}: {names.labels[name][choice]}", asked.without(name, choice))
                for choice in choices
            ]
        else:
            found.append(Chip(phrase, asked.without(name)))
    return found


def way(found: Wider, asked: Asked, names: Names) -> str:
    """A wider search in words: Without “paying $90,000 a year or more”: 12 careers."""
    if not found.asked.filters:
        said = _("All careers")
    elif found.change is Change.WITHOUT:
        said = _("Without {dropped}").format(dropped=formatting.listing(_dropped(found, asked, names)))
    elif found.change is Change.LESS:
        said = _("Instead {phrases}").format(phrases=phrases(found.asked, names)[found.names[0]])
    elif found.change is Change.UNKNOWN:
        said = _("With careers of which a value is not known")
    else:
        said = _("In {place} instead").format(place=names.place or _("the United States"))
    return f"{said}: {careers(found.count)}"


def careers(count: int) -> str:
    return ngettext("{count} career", "{count} careers", count).format(count=formatting.count(count))


def unsure(count: int, reasons: Mapping[str, int], *, kept: bool) -> str:
    """How many careers it is not known of whether they fit, and what is not known of them."""
    if not count:
        return ""
    named: dict[str, int] = {}
    for name, number in reasons.items():
        # The two ends of pay are one value; a top-coded one can be held against one of them.
        what = UNKNOWN.get(name) or BY_NAME[name].label.lower()
        named[what] = max(number, named.get(what, 0))
    why = formatting.listing(
        [
            _("{number} without {what}").format(number=formatting.count(number), what=what)
            for what, number in named.items()
        ]
    )
    told = (
        ngettext(
            "{careers} of these is not known to fit: {why}.",
            "{careers} of these are not known to fit: {why}.",
            count,
        )
        if kept
        else ngettext(
            "{careers} that may fit is left out, for values that are not known: {why}.",
            "{careers} that may fit are left out, for values that are not known: {why}.",
            count,
        )
    )
    return told.format(careers=careers(count), why=why)


UNKNOWN = {
    "place": gettext_lazy("figures there"),
    "pay_min": gettext_lazy("known pay"),
    "pay_max": gettext_lazy("known pay"),
}


def _dropped(found: Wider, asked: Asked, names: Names) -> list[str]:
    """The phrases of the filters that are left out, in quotes, or of the one choice of a filter that is."""
    said = []
    for name in found.names:
        gone = set(asked.chosen.get(name, ())) - set(found.asked.chosen.get(name, ()))
        alone = asked.choosing(name, *sorted(gone)) if gone else asked
        phrase = phrases(alone, names)[name]
        said.append(f"“{phrase.translate(str.maketrans('“”', '‘’'))}”")
    return said


def _either(name: str, words: Mapping[str, str]) -> Callable[[Asked], str]:
    return lambda asked: _(" or ").join(str(words[choice]) for choice in asked.chosen[name])


def _labels(asked: Asked, names: Names, name: str) -> list[str]:
    return [names.labels[name][choice].lower() for choice in asked.chosen[name]]


def _skills(asked: Asked, names: Names) -> str:
    skills = [formatting.in_sentence(names.labels["skill"][choice]) for choice in asked.chosen["skill"]]
    return ngettext("where {skills} is important", "where {skills} are important", len(skills)).format(
        skills=formatting.listing(skills)
    )


def _interests(asked: Asked, names: Names) -> str:
    interests = _labels(asked, names, "interest")
    return _("for {interests} interests").format(interests=formatting.listing(interests))


def _growth(asked: Asked, names: Names) -> str:
    step = asked.chosen["growth"][0]
    return _("not shrinking") if step == "0" else _("growing {step}% or more").format(step=step)


def _number(asked: Asked, name: str) -> str:
    return formatting.count(int(asked.chosen[name][0]))


_education, _experience = _either("education", EDUCATION), _either("experience", EXPERIENCE)
_PHRASES: dict[str, Callable[[Asked, Names], str]] = {
    "q": lambda asked, names: _("for “{words}”").format(words=names.words),
    "place": lambda asked, names: _("in {place}").format(place=names.place),
    "pay_min": lambda asked, names: _("paying {pay} a year or more").format(
        pay=formatting.money(asked.pay_min)
    ),
    "pay_max": lambda asked, names: _("paying {pay} a year or less").format(
        pay=formatting.money(asked.pay_max)
    ),
    "group": lambda asked, names: _("in {group}").format(
        group=names.labels["group"][asked.chosen["group"][0]]
    ),
    "education": lambda asked, names: _("typically entered with {education}").format(
        education=_education(asked)
    ),
    "experience": lambda asked, names: _("asking for {experience}").format(experience=_experience(asked)),
    "zone": lambda asked, names: _("in job zone {zones}").format(zones=_(" or ").join(asked.chosen["zone"])),
    "growth": _growth,
    "openings": lambda asked, names: _("with {number} openings a year or more").format(
        number=_number(asked, "openings")
    ),
    "employment": lambda asked, names: _("with {number} people employed or more").format(
        number=_number(asked, "employment")
    ),
    "interest": _interests,
    "skill": _skills,
    "women": lambda asked, names: _("with a share of women {shares}").format(
        shares=_(" or ").join(_labels(asked, names, "women"))
    ),
}
