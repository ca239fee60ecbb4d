"""How often one reader may send something, without keeping who it was."""

from django.core.cache import cache
from django.utils.crypto import salted_hmac

AN_HOUR = 3600  # seconds


def is_over(what: str, who: str, limit: int) -> bool:
    """Counts one more of `what` from `who`; true where that is more than `limit` within an hour.

    The cache holds a keyed hash, which this site's secret key alone can make, and forgets it in an hour.
    """
    key = f"rate-{what}-{salted_hmac(f'careers.desk.rate.{what}', who, algorithm='sha256').hexdigest()}"
    cache.add(key, 0, AN_HOUR)
    try:
        return cache.incr(key) > limit
    except ValueError:  # it ran out between the two lines
        return False
