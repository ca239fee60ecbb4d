"""What a company's page says in sentences, from its cells alone; pure."""

from collections.abc import Iterable
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from careers import formatting
from careers.selectors.cells import Cell
from careers.selectors.company import CompanyPage

ELSEWHERE = "-"  # said where the figures themselves would stand
UNKNOWN = {
    "company_founded": gettext_lazy("year of foundation"),
    "company_size": gettext_lazy("number of people employed"),
    "visa_filing_offers": ELSEWHERE,
}


def opening(page: CompanyPage) -> list[str]:
    """Who it is, what it files for and what is open, as far as that is known."""
    known = {cell.key: cell.text for cell in page.facts if not cell.missing}
    plain = (("company_headquarters", _("has its headquarters in")), ("company_founded", _("was founded in")))
    said = [f"{how} {known[key]}" for key, how in plain if key in known] + _classed(known)
    sentences = [f"{page.name} {formatting.listing(said)}."] if said else []
    subject = _("It") if said else page.name
    if not page.filed.missing:
        sentences.append(_("{subject} has {offers}.").format(subject=subject, offers=_offers(page)))
        subject = _("It")
    if page.jobs.value:
        sentences.append(_("{subject} has {jobs} here.").format(subject=subject, jobs=_jobs(page.jobs.value)))
    return sentences


def unknown(cells: Iterable[Cell]) -> str:
    """What of a company no source says, in one sentence; '' where all is known."""
    labels = (UNKNOWN.get(cell.key) or formatting.lower_first(cell.label) for cell in cells if cell.missing)
    missing = [label for label in labels if label != ELSEWHERE]
    if not missing:
        return ""
    return ngettext(
        "No source loaded here gives its {missing}, so it is not shown.",
        "No source loaded here gives its {missing}, so they are not shown.",
        len(missing),
    ).format(missing=formatting.listing(missing))


def against_market(ratio: Decimal | None) -> str:
    """A ratio of two medians: “12% above”, “3% below”, “level”; '' where there is none."""
    if ratio is None:
        return ""
    percent = round(abs(ratio - 1) * 100)
    if not percent:
        return _("level")
    return (_("{percent} above") if ratio > 1 else _("{percent} below")).format(percent=f"{percent}%")


def _classed(known: dict[str, str]) -> list[str]:
    """Two classifications, each by its name."""
    named = (("company_sector", _("the GICS sector")), ("company_industry", _("the NAICS industry")))
    said = [f"{of} {known[key]}" for key, of in named if key in known]
    return [_("belongs to {said}").format(said=formatting.listing(said))] if said else []


def _offers(page: CompanyPage) -> str:
    number, occupations = page.filed.value, page.offers.occupations
    offers = ngettext("{number} visa-filing offer", "{number} visa-filing offers", number).format(
        number=formatting.count(number)
    )
    within = ngettext("{occupations} occupation", "{occupations} occupations", occupations).format(
        occupations=formatting.count(occupations)
    )
    return _("{offers} in {within}").format(offers=offers, within=within)


def _jobs(number: int) -> str:
    return ngettext("{number} open job", "{number} open jobs", number).format(number=formatting.count(number))
