"""What a career can be found by: one compact row an occupation; pure."""

from typing import NamedTuple


class CareerFacts(NamedTuple):
    """The values that filters and sort orders read. None stands for "not known", never for none.

    Pay is the yearly mean in US dollars in the asked place, else nationwide; employment is people there;
    growth and the share of women are percent, openings are a year; all of these nationwide.
    A tuple, because each place makes one of every career.
    """

    pk: int
    title: str
    slug: str
    soc_code: str
    group: str  # slug of the major group, '' where it belongs to none
    pay: float | None = None
    pay_is_floor: bool = False  # top-coded: the true pay is that much or more
    employment: int | None = None
    growth: float | None = None
    openings: int | None = None
    education: str | None = None
    experience: str | None = None
    zones: frozenset[str] | None = None
    interests: frozenset[str] | None = None  # those that it fits most
    skills: frozenset[str] | None = None  # slugs of those that are important in it
    women: float | None = None
    corrected: frozenset[str] = frozenset()  # of pay and growth, those that editors corrected

    @property
    def is_published_there(self) -> bool:
        return self.pay is not None or self.employment is not None
