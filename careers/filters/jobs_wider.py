"""Where no job is found: wider searches, nearest first; pure."""

from collections.abc import Iterator

from .jobs_asked import DAYS, RADII, JobsAsked

STATE = "state"


def wider(asked: JobsAsked, state: str = "", *, is_metro: bool = False) -> Iterator[tuple[str, JobsAsked]]:
    """What each changes ("radius", "posted", "unknown", "state", or a filter that it drops), and the search.

    `state` is the slug of the state that the place is in, '' where it is in none.
    """
    if asked.place and is_metro:
        yield from (("radius", asked.also(radius=miles)) for miles in RADII if miles > asked.radius)
    if state:
        yield STATE, asked.also(place=state, radius=0)
    if asked.posted:
        yield from (("posted", asked.also(posted=days)) for days in DAYS if days > asked.posted)
    if asked.pay_min is not None and not asked.keeps_unpaid:
        yield "unknown", asked.also(keeps_unpaid=True)
    if len(asked.filters) > 1:
        yield from ((name, asked.without(name)) for name in asked.filters)
    yield "", JobsAsked()
