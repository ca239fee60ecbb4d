"""How often one reader may send something, without keeping who it was."""

from ipaddress import IPv6Address, ip_address

from django.conf import settings
from django.core.cache import cache
from django.utils.crypto import salted_hmac

AN_HOUR = 3600  # seconds
IPV6_HOUSEHOLD = 64  # bits of an address that one household shares


def address_of(request) -> str:
    """Where a request comes from: behind our proxy, what the proxy itself wrote down last."""
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    said = forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")
    try:
        address = ip_address(said)
    except ValueError:
        return "unknown"
    if isinstance(address, IPv6Address):
        return address.ipv4_mapped.compressed if address.ipv4_mapped else hex(int(address) >> IPV6_HOUSEHOLD)
    return address.compressed


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
