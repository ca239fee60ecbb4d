"""How a feed that nobody named is called."""

from urllib.parse import urlsplit

from django.utils.text import slugify

from careers.models import Feed


def default_name(form: str, location: str) -> str:
    """Of the format and what is being read: host and path of an address, the file's name."""
    parts = urlsplit(location) if "://" in location else None
    where = f"{parts.hostname}{parts.path}" if parts else location.rstrip("/").rpartition("/")[2]
    return f"{Feed.Format(form).label.partition(' (')[0]}: {where.rstrip('/')}"


def free_slug(name: str) -> str:
    slug = slugify(name)[:130] or "feed"
    taken = set(Feed.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    numbered = (f"{slug}-{number}" for number in range(2, len(taken) + 2))
    return slug if slug not in taken else next(each for each in numbered if each not in taken)
