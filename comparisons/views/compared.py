"""From the address of a comparison to the careers that it names, or to what could be meant instead."""

from itertools import combinations, islice

from django.utils.translation import gettext as _

from careers import formatting
from careers.models import Occupation
from careers.selectors.examples import SEPARATOR
from careers.selectors.nearest import careers_like
from careers.views.errors import NoSuchPage
from comparisons.addresses import MOST, address

MAX_PATH = 1000
OFFERED = 6  # smaller comparisons where there are too many careers for one


def careers_of(slugs: list[str], found: dict[str, Occupation]) -> list[Occupation]:
    """All of the careers, in their order; where one is unknown or they are too many, no such page."""
    if unknown := [slug for slug in slugs if slug not in found]:
        raise _nothing_to_compare(slugs, unknown, found)
    if len(slugs) > MOST:
        raise _too_many(slugs, found)
    return [found[slug] for slug in slugs]


def slugs_of(pair: str) -> list[str]:
    """The distinct slugs of careers in an address, lower case, in their order."""
    slugs = distinct(pair)
    if not slugs:
        raise NoSuchPage(_("A comparison is addressed by two to five careers, as in nurse-vs-teacher."))
    if SEPARATOR not in pair.lower():
        raise NoSuchPage(
            _("A comparison needs two to five careers. Perhaps you meant one of these:"),
            careers_like(slugs[0]),
        )
    return slugs


def distinct(joined: str) -> list[str]:
    """The slugs of a part of an address, each once."""
    if len(joined) > MAX_PATH:
        raise NoSuchPage(_("That address is too long to be a comparison."))
    if "\0" in joined:
        raise NoSuchPage(_("Nothing has a name like that."))
    parts = (part.strip("-") for part in joined.lower().split(SEPARATOR))
    return list(dict.fromkeys(part for part in parts if part))


def _nothing_to_compare(slugs, unknown, found):
    """The nearest names for the first unknown slug, compared with the known ones where there are any."""
    near = careers_like(unknown[0])
    known = [found[slug] for slug in slugs if slug in found][: MOST - 1]
    if not known or not near:
        return NoSuchPage(_("There is no career “{words}”.").format(words=words(unknown[0])), near)
    links = [
        (
            _(" vs ").join([*(career.title for career in known), title]),
            address([*(career.slug for career in known), slug]),
        )
        for title, slug in ((title, url.rstrip("/").rpartition("/")[2]) for title, url in near)
        if slug not in found
    ]
    names = formatting.listing([career.title for career in known])
    return NoSuchPage(
        _("There is no career “{words}” to compare with {names}.").format(
            words=words(unknown[0]), names=names
        ),
        links,
    )


def _too_many(slugs, found):
    """Some of the comparisons that the first careers of the address can fill."""
    smaller = islice(combinations(slugs, MOST), OFFERED)
    links = [(_(" vs ").join(found[slug].title for slug in some), address(some)) for some in smaller]
    return NoSuchPage(_("A comparison holds up to {most} careers.").format(most=MOST), links)


def words(slug: str) -> str:
    """A slug as somebody would say it."""
    return slug.replace("-", " ")[:80]
