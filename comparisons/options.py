"""How a comparison is to be shown: what stands behind the question mark of its address."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

from careers.models import Area

NATIONAL_PRICES = "adjusted"
DIFFERING = "different"


@dataclass(frozen=True, slots=True)
class Options:
    """The asked place (None: the nation), pay in national prices beside it, the pinned one, hidden rows.

    They change what is shown of a comparison, not which one it is: twins and links carry them along,
    the canonical address does without.
    """

    place: Area | None = None
    in_national_prices: bool = False
    pin: str = ""  # slug of the career, or of the place, that the others are held against
    only_differing: bool = False

    def named(self, **changed: str) -> dict[str, str]:
        """By their names in an address, those that are set; a changed one is given as it stands there."""
        own = {
            "place": self.place.slug if self.place else "",
            "prices": NATIONAL_PRICES if self.in_national_prices else "",
            "pin": self.pin,
            "rows": DIFFERING if self.only_differing else "",
        }
        return {name: value for name, value in (own | changed).items() if value}

    def query(self, **changed: str) -> str:
        """ "?place=texas&pin=cooks"; '' without any."""
        named = self.named(**changed)
        return f"?{urlencode(named)}" if named else ""


def of_careers(asked: QueryDict, slugs: Sequence[str], place: Area | None) -> Options:
    """What is asked of a comparison of careers. National prices mean something in a place alone."""
    local = place if place and place.kind != Area.Kind.NATION else None
    return Options(local, local is not None and _adjusts(asked), _pin(asked, slugs), _differs(asked))


def of_places(asked: QueryDict, slugs: Sequence[str]) -> Options:
    """What is asked of a comparison of places."""
    return Options(None, _adjusts(asked), _pin(asked, slugs), _differs(asked))


def _adjusts(asked: QueryDict) -> bool:
    return asked.get("prices") == NATIONAL_PRICES


def _differs(asked: QueryDict) -> bool:
    return asked.get("rows") == DIFFERING


def _pin(asked: QueryDict, slugs: Sequence[str]) -> str:
    pin = asked.get("pin", "").lower()
    return pin if pin in slugs else ""
