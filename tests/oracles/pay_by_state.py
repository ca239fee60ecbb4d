"""What several careers pay together in each state, worked out the slow way: row by row."""

from collections import defaultdict

from careers.models import WageEstimate
from tests.oracles.careers_list import pay


def by_state(occupation_ids: set[int]) -> dict[str, dict]:
    """By name of the state: mean pay, careers and people counted, and people paid above what is printed."""
    found = defaultdict(lambda: {"paid": 0.0, "people": 0, "careers": 0, "above": 0})
    for wage in WageEstimate.objects.filter(is_current=True, occupation_id__in=occupation_ids).select_related(
        "area", "industry", "release"
    ):
        if wage.area.kind != "state" or wage.industry.code != "000000":
            continue
        state, yearly = found[wage.area.name], pay(wage)
        if yearly is None or wage.employment is None:
            continue
        state["paid"] += yearly * wage.employment
        state["people"] += wage.employment
        state["careers"] += 1
        if wage.missing.get("annual_mean") == "top_coded":
            state["above"] += wage.employment
    return {
        name: {**state, "mean": state["paid"] / state["people"] if state["people"] else None}
        for name, state in found.items()
    }
