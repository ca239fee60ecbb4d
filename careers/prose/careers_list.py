"""What the list of careers says of itself: heading, chips and ways on, all made from the query."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from careers import formatting
from careers.filters.asked import Asked
from careers.filters.criteria import BY_NAME
from careers.filters.wider import Change, Wider

EDUCATION = {
    "none": "no formal credential",
    "high_school": "a high school diploma or equivalent",
    "some_college": "some college",
    "postsecondary_award": "a postsecondary nondegree award",
    "associate": "an associate's degree",
    "bachelor": "a bachelor's degree",
    "master": "a master's degree",
    "doctoral_professional": "a doctoral or professional degree",
}
EXPERIENCE = {
    "none": "no experience",
    "under_5_years": "less than 5 years of experience",
    "from_5_years": "5 years of experience or more",
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
    return " ".join(["Careers", ", ".join(phrases(asked, names).values())]).strip()


def phrases(asked: Asked, names: Names) -> dict[str, str]:
    """What each filter that is set says, by its name."""
    said = {}
    for name in asked.filters:
        said[name] = _PHRASES[name](asked, names)
        if name == "place" and asked.adjusted:
            said["prices"] = "at national prices"
    if asked.keeps_unknown and asked.may_meet_unknown:
        said["unknown"] = "unknown values kept"
    return said


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
        said = "All careers"
    elif found.change is Change.WITHOUT:
        said = f"Without {formatting.listing(_dropped(found, asked, names))}"
    elif found.change is Change.LESS:
        said = f"Instead {phrases(found.asked, names)[found.names[0]]}"
    elif found.change is Change.UNKNOWN:
        said = "With careers of which a value is not known"
    else:
        said = f"In {names.place or 'the United States'} instead"
    return f"{said}: {careers(found.count)}"


def careers(count: int) -> str:
    return "1 career" if count == 1 else f"{formatting.count(count)} careers"


def unsure(count: int, reasons: Mapping[str, int], *, kept: bool) -> str:
    """How many careers it is not known of whether they fit, and what is not known of them."""
    if not count:
        return ""
    named: dict[str, int] = {}
    for name, number in reasons.items():
        # The two ends of pay are one value; a top-coded one can be held against one of them.
        what = UNKNOWN.get(name) or BY_NAME[name].label.lower()
        named[what] = max(number, named.get(what, 0))
    why = formatting.listing([f"{number:,} without {what}" for what, number in named.items()])
    are = "is" if count == 1 else "are"
    if kept:
        return f"{careers(count)} of these {are} not known to fit: {why}."
    return f"{careers(count)} that may fit {are} left out, for values that are not known: {why}."


UNKNOWN = {"place": "figures there", "pay_min": "known pay", "pay_max": "known pay"}


def _dropped(found: Wider, asked: Asked, names: Names) -> list[str]:
    """The phrases of the filters that are left out, in quotes, or of the one choice of a filter that is."""
    said = []
    for name in found.names:
        gone = set(asked.chosen.get(name, ())) - set(found.asked.chosen.get(name, ()))
        alone = asked.choosing(name, *sorted(gone)) if gone else asked
        phrase = phrases(alone, names)[name]
        said.append(f"“{phrase.translate(str.maketrans('“”', '‘’'))}”")
    return said


def _paying(asked: Asked, name: str, end: str) -> str:
    return f"paying {formatting.money(getattr(asked, name))} a year or {end}"


def _either(name: str, words: Mapping[str, str]) -> Callable[[Asked], str]:
    return lambda asked: " or ".join(words[choice] for choice in asked.chosen[name])


def _labels(asked: Asked, names: Names, name: str) -> list[str]:
    return [names.labels[name][choice].lower() for choice in asked.chosen[name]]


def _skills(asked: Asked, names: Names) -> str:
    skills = [formatting.in_sentence(names.labels["skill"][choice]) for choice in asked.chosen["skill"]]
    return f"where {formatting.listing(skills)} {'is' if len(skills) == 1 else 'are'} important"


def _interests(asked: Asked, names: Names) -> str:
    interests = _labels(asked, names, "interest")
    return f"for {formatting.listing(interests)} interests"


def _growth(asked: Asked, names: Names) -> str:
    step = asked.chosen["growth"][0]
    return "not shrinking" if step == "0" else f"growing {step}% or more"


def _number(asked: Asked, name: str) -> str:
    return formatting.count(int(asked.chosen[name][0]))


_education, _experience = _either("education", EDUCATION), _either("experience", EXPERIENCE)
_PHRASES: dict[str, Callable[[Asked, Names], str]] = {
    "q": lambda asked, names: f"for “{names.words}”",
    "place": lambda asked, names: f"in {names.place}",
    "pay_min": lambda asked, names: _paying(asked, "pay_min", "more"),
    "pay_max": lambda asked, names: _paying(asked, "pay_max", "less"),
    "group": lambda asked, names: f"in {names.labels['group'][asked.chosen['group'][0]]}",
    "education": lambda asked, names: f"typically entered with {_education(asked)}",
    "experience": lambda asked, names: f"asking for {_experience(asked)}",
    "zone": lambda asked, names: f"in job zone {' or '.join(asked.chosen['zone'])}",
    "growth": _growth,
    "openings": lambda asked, names: f"with {_number(asked, 'openings')} openings a year or more",
    "employment": lambda asked, names: f"with {_number(asked, 'employment')} people employed or more",
    "interest": _interests,
    "skill": _skills,
    "women": lambda asked, names: f"with a share of women {' or '.join(_labels(asked, names, 'women'))}",
}
