"""Careers whose names are near to what someone typed in an address."""

from difflib import SequenceMatcher

from careers.models import Occupation

MAX_WORDS_LENGTH = 100


def careers_like(words: str, limit: int = 5) -> list[tuple[str, str]]:
    """Titles and addresses of the listed careers nearest to the words, nearest first; one query."""
    words = words[:MAX_WORDS_LENGTH].replace("-", " ").lower()
    asked = set(words.split())
    scored = []
    for occupation in Occupation.objects.listed().only("title", "slug"):
        title = occupation.title.lower()
        shared = len(asked & set(title.replace(",", " ").split()))
        matcher = SequenceMatcher(None, words, title)
        # The quick upper bound spares the slow comparison for titles that cannot be near.
        closeness = matcher.ratio() if shared or matcher.quick_ratio() > 0.6 else 0
        if shared or closeness > 0.6:
            scored.append((-shared - closeness, occupation.title, occupation.get_absolute_url()))
    return [(title, url) for _, title, url in sorted(scored)[:limit]]
