"""Shares of people as bars: the title says what the bars show."""

import pytest

from careers.charts.demographics import share_chart
from careers.selectors.cells import Cell


def shares(key, **percents):
    return [Cell(key, label, f"{percent}%", percent) for label, percent in percents.items()]


@pytest.mark.parametrize(
    ("percents", "title"),
    [
        ({"Men": 12.6, "Women": 87.4}, "87.4% of Nurses are women, 12.6% men"),
        ({"Male": 50, "Female": 50}, "Women and men are equal in number among Nurses"),
        ({"Men": 12.6}, "Women and men among Nurses"),
    ],
)
def test_of_women_and_men_it_says_the_shares(percents, title):
    assert share_chart("gender", "Nurses", shares("gender", **percents)).title == title


def test_of_other_groups_it_says_the_largest():
    title = share_chart("race", "Nurses", shares("race", White=72.6, Asian=8.9)).title
    assert title == "Race and origin of Nurses: most often “White”, 72.6%"
