"""What the demographics page says first, in sentences made from its figures alone."""

from careers import formatting
from careers.selectors.cells import Cell
from careers.selectors.demographics import Demographics

NOTHING = "No source loaded here says who does this work."
WOMEN = {"women", "female"}
MEN = {"men", "male"}


def opening(name: str, people: Demographics) -> list[str]:
    """None to three sentences; one whose figures are missing is left out. `name` names several people."""
    return [
        sentence
        for sentence in (_age(name, people), _largest_group(name, people), _women(name, people))
        if sentence
    ]


def _age(name: str, people: Demographics) -> str:
    age = people.age
    if age is None or age.missing:
        return ""
    if age.kind == "median":
        return f"Half of all {whom(name, age)} are older than {age.said} years, half are younger."
    who = whom(name, age)
    return f"{who[:1].upper()}{who[1:]} are {age.said} years old on average."


def _women(name: str, people: Demographics) -> str:
    shares = {cell.label.lower(): cell for cell in _known(people, "gender")}
    women = next((cell for name, cell in shares.items() if name in WOMEN), None)
    men = next((cell for name, cell in shares.items() if name in MEN), None)
    if women is None:
        return ""
    who = "them" if women.group == _told(people) else whom(name, women)
    if men is None:
        return f"{women.said} of {who} are women."
    if women.value == men.value:
        return f"As many of {who} are women as men."
    more, fewer = (women, men) if women.value > men.value else (men, women)
    names = ("women", "men") if more is women else ("men", "women")
    return f"{more.said} of {who} are {names[0]}, {fewer.said} {names[1]}."


def _largest_group(name: str, people: Demographics) -> str:
    groups = _known(people, "age_groups")
    if not groups:
        return ""
    largest = max(groups, key=lambda cell: cell.value)
    if sum(cell.value == largest.value for cell in groups) > 1:
        return ""
    label = formatting.lower_first(largest.label)
    among = "" if largest.group == _told(people) else f" among {whom(name, largest)}"
    return f"The largest age group{among}, {largest.said}, is that of {label}."


def whom(name: str, cell: Cell) -> str:
    """Those whom a figure counts: the occupation, or people in the wider group that it stands for."""
    return f"people in the wider group “{cell.group}”" if cell.group else name


def _told(people: Demographics) -> str:
    """The wider group that the first sentence speaks of, '' where that is the occupation alone."""
    return people.age.group if people.age and not people.age.missing else ""


def _known(people: Demographics, part: str) -> list[Cell]:
    return [cell for cell in people.shares.get(part, ()) if not cell.missing]
