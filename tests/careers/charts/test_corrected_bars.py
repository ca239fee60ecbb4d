"""A corrected figure is marked beside its bar, and in the table beside the picture."""

from dataclasses import replace
from datetime import date

from django.template.loader import render_to_string

from careers.charts.education import degree_or_answer_chart
from careers.corrected import Mark
from comparisons.charts.grouped import bar
from tests.comparisons.profiles import cell

MARK = Mark("38%", "Misprinted.", "Letter", "", date(2026, 6, 1))
WOMEN = cell("attainment", 40, "40%", note="")


def test_beside_the_bar_and_in_the_table():
    shares = [replace(WOMEN, label="Master's degree", corrected=MARK), replace(WOMEN, label="Less")]
    chart = degree_or_answer_chart("attainment", "Actors", shares)
    assert [(one.text, one.remark) for one in chart.bars] == [("40%", "corrected"), ("40%", "")]
    for template in ("bar_chart", "chart_table"):
        page = render_to_string(f"components/{template}.html", {"chart": chart})
        assert page.count("chart-remark") == page.count("degree <span"), template


def test_of_bars_in_groups_the_name_of_the_career_stays_whole():
    made = bar(replace(WOMEN, corrected=MARK), "Actors", 1, (0, 100))
    assert (made.label, made.text, made.remark) == ("Actors", "40%", "corrected")
