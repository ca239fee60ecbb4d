"""What the skills page says first, in sentences made from its figures alone."""

from careers import formatting
from careers.selectors.skills import Rating, Skills

from .overview import series

MOST = 3


def opening(name: str, skills: Skills) -> list[str]:
    """One to three sentences; one whose figures are missing is left out. `name` is that of several people."""
    return [
        sentence for sentence in (_matter(name, skills), _named(name, skills), _tools(skills)) if sentence
    ]


def not_rated(title: str) -> str:
    """What is said where no source rates or names the skills of an occupation."""
    sentence = "No source loaded here rates the skills and the knowledge that this career asks for."
    if "all other" in title.lower():
        sentence += (
            " It gathers what no occupation of its own describes, and sources rarely rate such a mixture."
        )
    return sentence


def _matter(name: str, skills: Skills) -> str:
    known, fields = _first(skills.skills), _first(skills.knowledge)
    if known:
        sentence = f"The {_noun(known, 'skill')} that {_matters(known)} most to {name} {_are(known)} "
        sentence += f"{series(known)}."
        if fields:
            sentence += f" Among fields of knowledge {_they_are(fields)} {series(fields)}."
        return sentence
    if fields:
        field = _noun(fields, "field")
        return f"The {field} of knowledge that {_matters(fields)} most to {name} {_are(fields)} " + (
            f"{series(fields)}."
        )
    return ""


def _named(name: str, skills: Skills) -> str:
    names = [cell.text for cell in skills.named[:MOST]]
    if not names or _matter(name, skills):
        return ""
    source = skills.named[0].source_name
    return f"{source} names {formatting.listing(names)} first among the skills of {name}."


def _tools(skills: Skills) -> str:
    wanted = [item.name for item in skills.technology if item.is_in_demand]
    if not wanted:
        return ""
    first = formatting.listing(wanted[:MOST])
    if len(wanted) <= MOST:
        return f"Job postings often ask for {first}."
    return f"Job postings often ask for {len(wanted)} technologies, among them {first}."


def _first(ratings: tuple[Rating, ...]) -> list[str]:
    """The names of those that matter most, as they stand within a sentence."""
    return [formatting.in_sentence(rating.name) for rating in ratings if not rating.importance.missing][:MOST]


def _noun(names: list[str], noun: str) -> str:
    return noun if len(names) == 1 else f"{noun}s"


def _matters(names: list[str]) -> str:
    return "matters" if len(names) == 1 else "matter"


def _they_are(names: list[str]) -> str:
    return "it is" if len(names) == 1 else "they are"


def _are(names: list[str]) -> str:
    return "is" if len(names) == 1 else "are"
