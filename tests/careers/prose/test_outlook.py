"""The sentences that open the outlook page: growth, decline, no change, and what is missing."""

from decimal import Decimal

import pytest

from careers import formatting
from careers.catalogue import FIGURES
from careers.prose.outlook import opening
from careers.selectors.cells import Cell
from careers.selectors.outlook import Growth, Outlook
from careers.selectors.related import Related

UNIT = "percent, 2024 to 2034"


def cell(key, value, **fields) -> Cell:
    if value is None:
        return Cell(key, FIGURES[key].label, "-", missing=True, reason="Too few answers.", **fields)
    show = formatting.percent if key == "growth" else formatting.hundreds
    return Cell(key, FIGURES[key].label, show(value), value, **fields)


def outlook(growth, *, change=None, base=1000, openings=None, group=None, everyone=None, years=(2024, 2034)):
    figures = {"growth": cell("growth", growth, unit=UNIT)}
    if years:
        figures |= {"employment_base": cell("employment_base", base)}
        figures |= {"employment_change": cell("employment_change", change)}
    if openings is not None:
        figures |= {"openings": cell("openings", openings)}
    return Outlook(
        figures=figures,
        years=years,
        group=group and Growth("Brewers", cell("growth", group, unit=UNIT)),
        everyone=everyone and Growth("All occupations", cell("growth", everyone, unit=UNIT)),
        older=(),
        related=Related(),
        related_growth=(),
    )


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            outlook(Decimal("4.9"), change=49, openings=80),
            "The number of Welders is projected to grow by 4.9% from 2024 to 2034: 49 jobs more than the "
            "1,000 of 2024. 80 openings a year are expected, in new jobs and in those that people leave.",
        ),
        (
            outlook(Decimal("-2.5"), change=-25, openings=1),
            "The number of Welders is projected to fall by 2.5% from 2024 to 2034: 25 jobs fewer than the "
            "1,000 of 2024. 1 opening a year is expected, all from people who retire or change to "
            "other work.",
        ),
        (
            outlook(Decimal(0), change=0, openings=0),
            "The number of Welders is projected to stay the same from 2024 to 2034. Fewer than 50 "
            "openings a year are expected, all from people who retire or change to other work.",
        ),
        (
            outlook(Decimal("4.5"), change=0, base=900),
            "The number of Welders is projected to grow by 4.5% from 2024 to 2034, which is fewer than 50 "
            "jobs; there were 900 in 2024.",
        ),
        (
            outlook(Decimal("-4"), years=None),
            "The number of Welders is projected to fall by 4% (the source does not say over which years).",
        ),
        (
            outlook(Decimal("1.5")),
            "The number of Welders is projected to grow by 1.5% from 2024 to 2034.",
        ),
        (outlook(None), "How the number of Welders will change is not known: too few answers."),
    ],
)
def test_growth_decline_no_change_and_what_is_missing(given, said):
    assert " ".join(opening("Welders", given)) == said


@pytest.mark.parametrize(
    ("group", "everyone", "said"),
    [
        ("-1.5", "3.1", "Over the same years all occupations together are expected to grow by 3.1% and "
         "Brewers are expected to fall by 1.5%."),
        (None, "3.1", "Over the same years all occupations together are expected to grow by 3.1%."),
        ("0", None, "Over the same years Brewers are expected to stay the same in number."),
    ],
)  # fmt: skip
def test_growth_is_held_against_the_group_and_all(group, everyone, said):
    given = outlook(Decimal(2), group=group and Decimal(group), everyone=everyone and Decimal(everyone))
    if group == "0":
        given = outlook(Decimal(2))
        nothing = Growth("Brewers", cell("growth", Decimal(0), unit=UNIT))
        given = Outlook(**{name: getattr(given, name) for name in given.__slots__} | {"group": nothing})
    assert opening("Welders", given)[1] == said


def test_unlike_years_are_not_held_against_each_other():
    other = Growth("All occupations", cell("growth", Decimal(3), unit="percent, 2014 to 2024"))
    given = outlook(Decimal(2))
    given = Outlook(**{name: getattr(given, name) for name in given.__slots__} | {"everyone": other})
    assert len(opening("Welders", given)) == 1


def test_without_any_figure_nothing_is_said():
    nothing = Outlook({}, None, None, None, (), Related(), ())
    assert opening("Welders", nothing) == []
