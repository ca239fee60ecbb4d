"""The language that pages are written in now: part of the key of whatever is kept of them."""

from django.conf import settings
from django.utils.translation import get_language

THE_ONE = settings.LANGUAGE_CODE


def _the_one() -> str:
    return THE_ONE


# Asked for dozens of times a page; where there is one language, nothing is looked up.
language = get_language if settings.USE_I18N else _the_one
