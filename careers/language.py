"""The language that pages are written in now: part of the key of whatever is kept of them."""

from django.conf import settings
from django.utils.translation import get_language

# Asked for dozens of times a page; where there is one language, nothing is looked up.
THE_ONE = settings.LANGUAGE_CODE


def the_one() -> str:
    return THE_ONE


language = get_language if settings.USE_I18N else the_one
