"""The list of careers as pictures: pay against growth, and a map of where they pay."""

from heapq import nlargest

from django.utils.translation import gettext as _

from careers.charts.pay_maps import together_map
from careers.charts.scatter import scatter
from careers.prose import careers_list as prose
from careers.selectors import careers_list as selector
from careers.selectors.cells import CSV_COLUMNS, csv_rows, notes
from careers.selectors.pay_by_state import StatePay, pay_by_state

from . import twins
from .careers_search import CareersSearch, address

DRAWN = ("annual_mean", "growth")
MOST_DRAWN = 1_200  # dots of a plot: more hide each other, and make a long page


def plot(search: CareersSearch) -> dict:
    """A dot a career; the figures that are missing are read again, for their reasons: two queries.

    Of very many careers, those that most people work in.
    """
    with_both = [one for one in search.careers if one.pay is not None and one.growth is not None]
    drawn = nlargest(MOST_DRAWN, with_both, key=lambda one: one.employment or 0)
    lacking = [one for one in search.careers if one.pay is None or one.growth is None]
    # Any of the drawn says what the sources are.
    rows = selector.rows([*drawn[:1], *lacking], DRAWN, search.area, search.level)
    return {
        "chart": scatter("pay-and-growth", drawn),
        "left_out": prose.left_out_of_plot(len(drawn), len(with_both)),
        "undrawn": rows[len(drawn[:1]) :],
        "table_notes": selector.notes_of(rows),
        "shown_as": _("pay against growth"),
        "as_list_url": address(search.asked.also(view="")),
    }


def pay_map(search: CareersSearch) -> dict:
    """What the careers pay together in each state, by its name."""
    states = _states(search)
    return {
        "chart": together_map("pay-by-state", states),
        "shown_as": _("pay by state"),
        "states": states,
        "has_floors": any(state.mean.at_least for state in states),
        # A mean of several is no amount that the publisher prints: what "at least" means stands above.
        "table_notes": notes(cell for state in states for cell in state.cells if not cell.at_least),
        "twins": [(name, address(search.asked, name.lower())) for name in ("JSON", "CSV")],
    }


def pay_map_twin(twin: str, search: CareersSearch):
    states = _states(search)
    if twin == "csv":
        rows = ([state.name, *row] for state in states for row in csv_rows(state.cells))
        return twins.csv_twin(("state", *CSV_COLUMNS), rows, "careers-by-state")
    return twins.json_twin(
        {
            "careers": len(search.careers),
            "url": address(search.asked),
            "states": [
                {
                    "name": state.name,
                    "is_comparable": state.is_ranked,
                    "figures": [cell.as_dict() for cell in state.cells],
                }
                for state in states
            ],
        }
    )


def _states(search: CareersSearch) -> list[StatePay]:
    return pay_by_state([career.pk for career in search.careers])
