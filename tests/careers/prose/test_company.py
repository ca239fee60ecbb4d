"""What a company's page says in sentences, with a branch for all that may be missing."""

from decimal import Decimal

import pytest

from careers.prose import company as prose
from careers.selectors.cells import Cell
from careers.selectors.company import CompanyPage
from careers.selectors.company_pay import OffersThere

NOTHING = OffersThere((), None, False, (), 0, (), ())


def cell(key: str, text: str = "", value=None) -> Cell:
    return Cell(key=key, label=key, text=text or "-", value=value or text, missing=not text)


def page(jobs: int = 0, offers: str = "", **facts) -> CompanyPage:
    cells = [cell(f"company_{key}", text) for key, text in facts.items()]
    cells.append(cell("visa_filing_offers", offers, int(offers) if offers else None))
    jobs_cell = Cell("open_jobs", "Open jobs", str(jobs), jobs)
    return CompanyPage(
        "Acme", "acme", "/", "", "", None, tuple(cells), (), (), NOTHING, jobs_cell, (), (), ()
    )  # fmt: skip


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (page(), []),
        (page(jobs=1), ["Acme has 1 open job here."]),
        (page(founded="1902"), ["Acme was founded in 1902."]),
        (page(sector="Energy", industry="Mining"),
         ["Acme belongs to the GICS sector Energy and the NAICS industry Mining."]),
        (page(headquarters="Waco, Texas", founded="1902", jobs=2),
         ["Acme has its headquarters in Waco, Texas and was founded in 1902.", "It has 2 open jobs here."]),
    ],
)  # fmt: skip
def test_the_opening_says_what_is_known_and_no_more(said, expected):
    assert prose.opening(said) == expected


def test_what_no_source_says_is_named_in_one_sentence():
    assert prose.unknown([cell("company_sector", "Energy")]) == ""
    assert prose.unknown([cell("company_founded")]) == (
        "No source loaded here gives its year of foundation, so it is not shown."
    )
    assert prose.unknown([cell("company_founded"), cell("company_size"), cell("visa_filing_offers")]) == (
        "No source loaded here gives its year of foundation and number of people employed, "
        "so they are not shown."
    )


@pytest.mark.parametrize(
    ("ratio", "words"),
    [("1.12", "12% above"), ("0.97", "3% below"), ("1", "level"), ("1.004", "level"), (None, "")],
)
def test_a_ratio_reads_as_a_distance_from_the_market(ratio, words):
    assert prose.against_market(None if ratio is None else Decimal(ratio)) == words
