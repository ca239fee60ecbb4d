from django.http import Http404
from django.shortcuts import render

from careers.selectors import nearest


class NoSuchCareer(Http404):
    """A slug that names no career; carries the words to find near ones by."""

    def __init__(self, words: str, message: str = ""):
        super().__init__(message or "There is no career of that name.")
        self.words = words
        self.message = message


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
