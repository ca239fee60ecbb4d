import re
from collections.abc import Iterable

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _

from careers.selectors import nearest

# What an address may hold beside a name.
SECTIONS = {"careers", "companies", "compare", "industries", "jobs", "places", "sources", "about", "preview"}
PAGES = {"best", "demographics", "education", "embed", "in", "logo.png", "move", "outlook", "pay", "skills"}
ENDING = re.compile(r"\.(json|csv|html?|pdf)$")


class NoSuchCareer(Http404):
    """A slug that names no career; carries the words to find near ones by."""

    def __init__(self, words: str, message: str = ""):
        super().__init__(message or _("There is no career of that name."))
        self.words = words
        self.message = message


class NoSuchPage(Http404):
    """An address that names nothing of its kind; carries links to what is there, for the 404 page."""

    def __init__(self, message: str, suggestions: Iterable[tuple[str, str]] = ()):
        super().__init__(message)
        self.message = message
        self.suggestions = list(suggestions)


def not_found(request, exception):
    """The 404 page, with the nearest names where the exception knows what was looked for, or the address."""
    words = getattr(exception, "words", "")
    suggestions = getattr(exception, "suggestions", []) or (nearest.careers_like(words) if words else [])
    named = [(title, url, "") for title, url in suggestions]
    looked_for = words_of(request.path)
    return render(
        request,
        "404.html",
        {
            "suggestions": named or (nearest.anything_like(looked_for) if looked_for else []),
            "looked_for": looked_for,
            "message": getattr(exception, "message", ""),
            "nav": "none",
        },
        status=404,
    )


def words_of(path: str) -> str:
    """What the end of an address seems to name, '' for that of a file of another kind of site."""
    parts = [ENDING.sub("", part) for part in path[:400].replace("\0", "").lower().split("/")]
    names = [part.partition("-vs-")[0] for part in parts if part not in SECTIONS | PAGES | {""}]
    name = "-".join(names[-2:])
    return "" if "." in name else " ".join(name.replace("_", "-").split("-"))[:100]
