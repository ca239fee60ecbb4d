"""Who earns more, worked out the slow way: the oracle that sentences and verdicts are held against."""

from decimal import Decimal


def ahead(first: dict, second: dict) -> str:
    """ "first", "second", "same", "unknown" or "missing", from plain facts about two yearly means.

    Facts: `mean` (None if missing), `rse` in percent (None if not published), `at_least`, and `series`
    (what must be alike for the two to be ranked). Two means differ when the difference is more than
    1.645 times its standard error; the error of a mean is the mean times its relative error, and
    counts as none where it is not published.
    """
    if first["mean"] is None or second["mean"] is None:
        return "missing"
    if first["series"] != second["series"]:
        return "unknown"
    a, b = Decimal(first["mean"]), Decimal(second["mean"])
    variance = sum(
        (mean * Decimal(rse or 0) / 100) ** 2 for mean, rse in ((a, first["rse"]), (b, second["rse"]))
    )
    is_noise = (a - b) ** 2 <= Decimal("1.645") ** 2 * variance
    if first["at_least"] and second["at_least"]:
        return "unknown"
    if first["at_least"]:
        return "first" if a > b and not is_noise else "unknown"
    if second["at_least"]:
        return "second" if b > a and not is_noise else "unknown"
    if is_noise:
        return "same"
    return "first" if a > b else "second"
