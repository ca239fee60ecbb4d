from collections.abc import Iterable

from django.http import Http404
from django.shortcuts import render

from careers.selectors import nearest


class NoSuchCareer(Http404):
    """A slug that names no career; carries the words to find near ones by."""

    def __init__(self, words: str, message: str = ""):
        super().__init__(message or "There is no career of that name.")
        self.words = words
        self.message = message


class NoSuchPage(Http404):
    """An address that names nothing of its kind; carries links to what is there, for the 404 page."""

    def __init__(self, message: str, suggestions: Iterable[tuple[str, str]] = ()):
        super().__init__(message)
        self.message = message
        self.suggestions = list(suggestions)


def not_found(request, exception):
    """The 404 page, with the nearest names where the exception knows what was looked for."""
    words = getattr(exception, "words", "")
    suggestions = getattr(exception, "suggestions", [])
    return render(
        request,
        "404.html",
        {
            "suggestions": suggestions or (nearest.careers_like(words) if words else []),
            "message": getattr(exception, "message", ""),
            "nav": "none",
        },
        status=404,
    )
