"""What is made of one figure or one career alone is kept with it; pure."""

from collections.abc import Callable
from functools import wraps

from careers.language import language

NOTHING = object()


def kept_with_it(function: Callable) -> Callable:
    """What a pure function makes of one thing is kept with the thing, in the dictionary `drawn` that it has.

    What else it is given can be a key, and is of few values. What it makes is shared: nobody may change it.
    """
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def kept_or_made(thing, *others):
        key = name, *others, language()
        if (result := thing.drawn.get(key, NOTHING)) is NOTHING:
            result = thing.drawn[key] = function(thing, *others)
        return result

    return kept_or_made
