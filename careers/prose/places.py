"""What the page of a place or an industry says first, in sentences made from its figures alone."""

from careers import formatting
from careers.selectors.careers_here import BestPaid, PaidCareer, Unusual
from careers.selectors.cells import Cell
from careers.selectors.industries import IndustryPage
from careers.selectors.places import Place
from careers.selectors.prices import NATION, PriceLevel
from careers.selectors.work import NATION as COUNTRY

REST_OF_STATE = "nonmetropolitan area"
WITH_ARTICLE = {"United States", "District of Columbia", "Virgin Islands"}


def of_place(place: Place) -> list[str]:
    """Work and pay, the same against the nation and its prices, the best paid, the most unusual."""
    where = in_place(place.name, place.kind)
    return _sentences(
        _work(place.cells, where),
        _joined(
            _against(place.cells, place.nation, "the nation as a whole"), _prices(place.cells, place.price)
        ),
        _best(place.best_paid, "there"),
        _unusual(place.unusual),
    )


def of_industry(industry: IndustryPage) -> list[str]:
    """Work and pay, the same against all industries, the best paid, the most unusual."""
    return _sentences(
        _work(industry.cells, in_industry(industry.name)),
        _against(industry.cells, industry.nation, "all industries together"),
        _best(industry.best_paid, "in it"),
        _unusual(industry.unusual),
    )


def in_industry(name: str) -> str:
    """An industry as it stands within a sentence: "all industries"."""
    return formatting.lower_first(name) if name.startswith("All ") else name


def in_place(name: str, kind: str) -> str:
    """A place as it stands within a sentence: "the District of Columbia"."""
    return f"the {name}" if name in WITH_ARTICLE or kind == "nonmetro" else name


def called(name: str) -> str:
    """A place of which only the name is known, as it stands within a sentence; '' is the nation."""
    return in_place(name or COUNTRY, "nonmetro" if REST_OF_STATE in name else "")


def _sentences(*parts: str) -> list[str]:
    """Each part that has something to say, as a sentence."""
    return [f"{part[:1].upper()}{part[1:]}." for part in parts if part]


def _joined(*parts: str) -> str:
    return "; ".join(part for part in parts if part)


def _work(cells: dict[str, Cell], where: str) -> str:
    people, mean, median = (cells[key] for key in ("employment", "annual_mean", "annual_median"))
    if people.missing and mean.missing:
        return f"no source loaded here says how many people work in {where} or what they earn"
    if mean.missing:
        return f"{people.said} people work in {where}; what they earn on average is not published"
    who = f"people who work in {where}" if people.missing else f"{people.said} people work in {where} and"
    sentence = f"{who} earn {mean.said} a year on average"
    if mean.at_least or median.missing:
        return sentence
    if median.at_least:
        return f"{sentence}, and half of them earn {median.said}"
    if median.value == mean.value:
        return f"{sentence}; half of them earn more than that, half less"
    return f"{sentence}; half of them earn more than {median.said}, half less"


def _against(cells: dict[str, Cell], nation: Cell | None, whole: str) -> str:
    mean = cells["annual_mean"]
    if mean.missing or nation is None or nation.missing:
        return ""
    if mean.value == nation.value and not (mean.at_least or nation.at_least):
        return f"in {whole} the mean is the same"
    return f"in {whole} the mean is {nation.said}"


def _prices(cells: dict[str, Cell], level: PriceLevel) -> str:
    if level.index is None:
        return ""
    where = (
        f"prices in {level.area}, the nearest that are published," if level.is_fallback else "prices there"
    )
    difference = level.index - NATION
    if not difference:
        return f"{where} are the nation's average"
    side = "above" if difference > 0 else "below"
    sentence = f"{where} are {formatting.percent(abs(difference))} {side} the nation's"
    adjusted = cells.get("adjusted_pay")
    if adjusted is None or adjusted.missing:
        return sentence
    return f"{sentence}, so that this pay buys what {adjusted.said} buys at the nation's"


def _best(best: BestPaid, where: str) -> str:
    ranked, above = best.careers, best.above
    if not ranked and not above:
        return f"no occupation {where} can be ranked by pay"
    if not ranked:
        return f"{_above(above)}; no other can be ranked by pay"
    first = [item for item in ranked if item.yearly == ranked[0].yearly and item.per == ranked[0].per]
    names = formatting.listing([item.career.title for item in first])
    pay = f"{ranked[0].pay.said} {ranked[0].per} on average"
    sentence = f"of the occupations {where} whose pay can be ranked, {names} earn most: {pay}"
    return f"{sentence}; {_above(above)}" if above else sentence


def _above(above: tuple[PaidCareer, ...]) -> str:
    """Those that may earn more than the first of the ranking, or less: nobody prints how much."""
    one = len(above) == 1
    noun, verb = ("occupation", "pays") if one else ("occupations", "pay")
    return f"{len(above)} {noun} that cannot be ranked {verb} {above[0].pay.said} a year"


def _unusual(unusual: Unusual) -> str:
    if not unusual.careers:
        return ""
    first, *others = unusual.careers
    names = [first.career.title] + [
        other.career.title for other in others if other.quotient.value == first.quotient.value
    ]
    times = f"{first.quotient.said} times as common as nationwide"
    return f"most unusual for it are {formatting.listing(names)}: {times}"
