"""The table beside a picture of several ranges: the same rows as are drawn, and nothing made up."""

from hypothesis import given
from hypothesis import strategies as st

from careers.charts.range_tables import range_table
from careers.charts.ranges import range_chart
from tests.careers.charts.test_ranges import ACTORS, NURSES, PILOTS, STATED, UNKNOWN, profile, spreads, steady


def table(**given_spreads):
    made = [profile(name, spread) for name, spread in given_spreads.items()]
    return range_table(made, [one.plural for one in made])


def test_each_amount_stands_under_its_career_and_what_is_not_stated_stays_empty():
    shown = table(Nurses=NURSES, Clerks=STATED)
    assert shown.columns == ("Nurses", "Clerks")
    told = {figure: dict(amounts) for figure, amounts in shown.rows}
    assert told["Median"] == {"Nurses": "$93,600", "Clerks": ""}
    assert told["Mean"] == {"Nurses": "$98,430", "Clerks": "$34,754"}
    assert told["Upper end, as stated"] == {"Nurses": "", "Clerks": "$43,000"}


def test_pay_above_what_is_printed_reads_at_least():
    told = {figure: dict(amounts) for figure, amounts in table(Pilots=PILOTS).rows}
    assert told["90th percentile"] == {"Pilots": "at least $239,200"}


def test_unlike_units_and_unknown_pay_are_left_out_as_they_are_of_the_picture():
    assert table(Nurses=NURSES, Actors=ACTORS, Clowns=UNKNOWN, Mimes=None).columns == ("Nurses",)
    assert table(Actors=ACTORS).columns == ("Actors",)


@steady
@given(st.lists(spreads(), min_size=1, max_size=5))
def test_it_has_a_column_for_each_row_of_the_picture(drawn):
    made = [profile(f"Career {n}", spread) for n, spread in enumerate(drawn)]
    names = [one.plural for one in made]
    assert list(range_table(made, names).columns) == [row.label for row in range_chart("x", made).rows]
