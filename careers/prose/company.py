"""What a company's page says in sentences, from its cells alone; pure."""

from collections.abc import Iterable
from decimal import Decimal

from careers import formatting
from careers.selectors.cells import Cell
from careers.selectors.company import CompanyPage

ELSEWHERE = "-"  # said where the figures themselves would stand
UNKNOWN = {
    "company_founded": "year of foundation",
    "company_size": "number of people employed",
    "visa_filing_offers": ELSEWHERE,
}


def opening(page: CompanyPage) -> list[str]:
    """Who it is, what it files for and what is open, as far as that is known."""
    known = {cell.key: cell.text for cell in page.facts if not cell.missing}
    plain = (("company_headquarters", "has its headquarters in"), ("company_founded", "was founded in"))
    said = [f"{how} {known[key]}" for key, how in plain if key in known] + _classed(known)
    sentences = [f"{page.name} {formatting.listing(said)}."] if said else []
    subject = "It" if said else page.name
    if not page.filed.missing:
        sentences.append(f"{subject} has {_offers(page)}.")
        subject = "It"
    if page.jobs.value:
        sentences.append(f"{subject} has {_jobs(page.jobs.value)} here.")
    return sentences


def unknown(cells: Iterable[Cell]) -> str:
    """What of a company no source says, in one sentence; '' where all is known."""
    labels = (UNKNOWN.get(cell.key) or formatting.lower_first(cell.label) for cell in cells if cell.missing)
    missing = [label for label in labels if label != ELSEWHERE]
    if not missing:
        return ""
    it = "it is" if len(missing) == 1 else "they are"
    return f"No source loaded here gives its {formatting.listing(missing)}, so {it} not shown."


def against_market(ratio: Decimal | None) -> str:
    """A ratio of two medians: “12% above”, “3% below”, “level”; '' where there is none."""
    if ratio is None:
        return ""
    percent = round(abs(ratio - 1) * 100)
    return f"{percent}% {'above' if ratio > 1 else 'below'}" if percent else "level"


def _classed(known: dict[str, str]) -> list[str]:
    """Two classifications, each by its name."""
    named = (("company_sector", "the GICS sector"), ("company_industry", "the NAICS industry"))
    said = [f"{of} {known[key]}" for key, of in named if key in known]
    return [f"belongs to {formatting.listing(said)}"] if said else []


def _offers(page: CompanyPage) -> str:
    number, occupations = page.filed.value, page.offers.occupations
    offers = "1 visa-filing offer" if number == 1 else f"{formatting.count(number)} visa-filing offers"
    within = "1 occupation" if occupations == 1 else f"{formatting.count(occupations)} occupations"
    return f"{offers} in {within}"


def _jobs(number: int) -> str:
    return "1 open job" if number == 1 else f"{formatting.count(number)} open jobs"
