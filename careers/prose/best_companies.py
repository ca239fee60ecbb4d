"""What the ranking of companies says of itself: heading, chips, whom it covers and whom it leaves out."""

from collections.abc import Mapping
from dataclasses import dataclass

from careers import formatting
from careers.filters.ranking_search import Asked
from careers.ranking.inputs import BREADTH, EDITORS, INPUTS, PAY, SIZE
from careers.ranking.market import MIN_IN_ALL, Reason
from careers.ranking.weights import USUAL

from .places import called

MIN_OF_A_KIND = 5  # offers in one occupation and area
INPUT_NAMES = {
    PAY: "Pay against the local market",
    BREADTH: "Breadth of data",
    SIZE: "Size",
    EDITORS: "Editors' assessments",
}
HEADINGS = {PAY: "Pay against market", BREADTH: "Breadth", SIZE: "Size", EDITORS: "Editors"}
IN_SENTENCE = {PAY: "pay", BREADTH: "breadth", SIZE: "size", EDITORS: "editors' assessments"}
Names = Mapping[str, Mapping[str, str]]  # by filter: label by value


@dataclass(frozen=True, slots=True)
class Chip:
    """One part of the query, and the query without it."""

    text: str
    rest: Asked


def heading(asked: Asked, names: Names) -> str:
    return " ".join(["Best companies", *phrases(asked, names).values()])


def phrases(asked: Asked, names: Names) -> dict[str, str]:
    """What each filter that is set says, by its name; weights last, where they are the reader's own."""
    said = {}
    if asked.occupation:
        said["occupation"] = f"for {formatting.in_sentence(names['occupation'][asked.occupation])}"
    if asked.place:
        said["place"] = f"in {called(names['place'][asked.place])}"
    if asked.sector:
        said["sector"] = f"of the sector {names['sector'][asked.sector]}"
    if asked.industry:
        said["industry"] = f"of the industry {names['industry'][asked.industry]}"
    if not asked.has_usual_weights:
        said["weights"] = f"by {formatting.listing(_weighed(asked.weights))}"
    return said


def chips(asked: Asked, names: Names) -> list[Chip]:
    found = []
    for name, phrase in phrases(asked, names).items():
        rest = asked.also(weights=USUAL) if name == "weights" else asked.also(**{name: ""})
        found.append(Chip(f"{phrase[:1].upper()}{phrase[1:]}", rest))
    return found


def covers(companies: int, offers: int, release: str, work: str, *, is_narrowed: bool) -> str:
    """Whom the ranking is about; `work` is what `all_in` says of all filings."""
    if not release and not is_narrowed:
        return "No visa filings are loaded here, so that there is nothing to rank."
    if not companies:
        return "This is no ranking of all employers. No visa filing loaded here answers this question."
    number = "1 company" if companies == 1 else f"{formatting.count(companies)} companies"
    made = "1 offer" if offers == 1 else f"{formatting.count(offers)} offers"
    knows = "For this question it knows" if is_narrowed else "It knows"
    return (
        f"This is no ranking of all employers. {knows} {number} with full-time visa-filing offers: {made} in "
        f"{release}. {work}"
    )


def all_in(occupations: int, group: str) -> str:
    """What work the filings are for. `group` is the one major group that it is all in, '' for several."""
    if group:
        return f"Those filings are all for work in the group “{group}”."
    work = "1 occupation" if occupations == 1 else f"{formatting.count(occupations)} occupations"
    return f"Those filings show pay in {work}."


def counted(ranked: int, left_out: int) -> str:
    if ranked == 1:
        said = "1 company is ranked"
    else:
        said = f"{formatting.count(ranked)} companies are ranked" if ranked else "No company can be ranked"
    if not left_out:
        return f"{said}."
    are = "1 is" if left_out == 1 else f"{formatting.count(left_out)} are"
    return f"{said}; {are} left out, with the reason below."


def left_out(reason: Reason, number: int, *, is_narrowed: bool = False) -> str:
    """How many are left out, and why; `is_narrowed` where one occupation or place is asked for."""
    are = "1 company" if number == 1 else f"{formatting.count(number)} companies"
    return f"{are}: {why(reason, is_narrowed=is_narrowed)}"


def why(reason: Reason, *, is_narrowed: bool = False) -> str:
    return _WHY_OF_WHAT_IS_ASKED.get(reason, _WHY[reason]) if is_narrowed else _WHY[reason]


def _weighed(weights: Mapping[str, int]) -> list[str]:
    return [f"{IN_SENTENCE[name]} {weights[name]}" for name in INPUTS if weights[name]]


_WHY = {
    Reason.NONE_HERE: "no full-time visa-filing offers to go by.",
    Reason.UNCLASSIFIED: "no source loaded here names a sector or industry.",
    Reason.TOO_FEW_OF_A_KIND: (
        f"fewer than {MIN_OF_A_KIND} offers in every single occupation and area, so that no pay is shown."
    ),
    Reason.TOP_CODED: (
        "the market median of the same work is above the highest amount that the pay statistics print, so "
        "that no ratio can be worked out."
    ),
    Reason.UNPUBLISHED: "the pay statistics publish no median for the same work in the same area.",
    Reason.TOO_FEW_IN_ALL: f"fewer than {MIN_IN_ALL} offers in all.",
    Reason.NOTHING_WEIGHED: "none of the inputs that have a weight is known.",
}
# Offers elsewhere and in other work, which these companies may have, do not count then.
_WHY_OF_WHAT_IS_ASKED = {
    Reason.NONE_HERE: "no full-time visa-filing offers of the kind asked for.",
    Reason.TOO_FEW_OF_A_KIND: (
        f"fewer than {MIN_OF_A_KIND} offers of the kind asked for in every single occupation and area, so "
        "that no pay is shown."
    ),
    Reason.TOO_FEW_IN_ALL: f"fewer than {MIN_IN_ALL} offers of the kind asked for.",
}
