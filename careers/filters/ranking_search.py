"""What is asked of the ranking of companies, and the one address of all ways to ask for the same; pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from careers.ranking.inputs import INPUTS
from careers.ranking.weights import USUAL

FILTERS = ("occupation", "place", "sector", "industry")


@dataclass(frozen=True, slots=True)
class Asked:
    """Filters by slug, '' for what is not asked for, and the weight of each input."""

    occupation: str = ""
    place: str = ""
    sector: str = ""
    industry: str = ""
    weights: Mapping[str, int] = field(default_factory=lambda: USUAL)
    page: int = 1

    @property
    def filters(self) -> tuple[str, ...]:
        """The names of the filters that are set."""
        return tuple(name for name in FILTERS if getattr(self, name))

    @property
    def has_usual_weights(self) -> bool:
        return self.weights == USUAL

    def also(self, **changes) -> "Asked":
        """The same with other parts; on its first page unless that is among them."""
        return replace(self, **{"page": 1, **changes})

    def query(self) -> str:
        """The canonical query string, '' for the ranking as it comes."""
        given = [(name, getattr(self, name)) for name in self.filters]
        given += [(name, self.weights[name]) for name in INPUTS if self.weights[name] != USUAL[name]]
        if self.page > 1:
            given.append(("page", self.page))
        return urlencode(given)
