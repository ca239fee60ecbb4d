from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Definition:
    """What a figure is called, what it is counted in, and what kind of statistic it is.

    The rest is for the page of figures: what it means, how it is computed where the portal computes
    it, and the keys of figures that it must not be confused with, each with the difference.
    `method` is the URL name of a page that explains the computation at length.
    """

    label: str
    unit: str
    kind: str  # mean, median, range, count, share, projection, class, name, rating, ratio, index
    hint: str = ""
    meaning: str = ""
    computed: str = ""
    not_to_confuse: tuple[tuple[str, str], ...] = ()
    method: str = ""
