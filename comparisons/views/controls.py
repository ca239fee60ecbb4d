"""The links and forms by which a comparison is changed; each keeps what else is asked of it."""

from collections.abc import Callable, Sequence

from django.http import QueryDict

from comparisons.addresses import MOST, steps
from comparisons.options import DIFFERING, NATIONAL_PRICES, Options
from comparisons.selectors.choosing import PlaceChoice

OPENING = {"add", "place", "prices", "pin", "rows"}
To = Callable[[Sequence[str]], str]  # slugs → the address of their comparison


def context(compared: Sequence[tuple[str, str]], to: To, options: Options, asked: QueryDict) -> dict:
    """What the controls of any comparison need; `compared` are slugs and names."""
    slugs = [slug for slug, _ in compared]
    own = to(slugs)
    return {
        "own_url": own,
        "steps": steps(compared, to, options),
        "room": MOST - len(slugs),
        "pinned": next((name for slug, name in compared if slug == options.pin), ""),
        "unpin_url": own + options.query(pin="") if options.pin else "",
        "rows_url": own + options.query(rows="" if options.only_differing else DIFFERING),
        "only_differing": options.only_differing,
        "prices_url": own + options.query(prices="" if options.in_national_prices else NATIONAL_PRICES),
        "in_national_prices": options.in_national_prices,
        "kept": options.named(),
        "kept_but_place": options.named(place=""),
        "are_open": any(asked.get(name) for name in asked if name in OPENING),
    }


def place_context(to_self: str, options: Options, choice: PlaceChoice) -> dict:
    """What the choice of a place needs: the ways from an asked place, and what an unclear name may mean."""
    place = options.place
    state = place.state if place else None
    return {
        "place": place.name if place else "",
        "place_typed": choice.typed,
        "place_links": [(name, to_self + options.query(place=slug)) for name, slug in choice.matches],
        "nation_url": to_self + options.query(place="", prices="") if place else "",
        "state_link": (state.name, to_self + options.query(place=state.slug)) if state else None,
    }
