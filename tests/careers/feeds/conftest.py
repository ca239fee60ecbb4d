"""What tests of feeds share."""

import pytest

from careers.feeds import matching
from careers.models import Occupation

TITLES = {"Medical assistant": "31-9092", "Registered nurse": "29-1141"}


@pytest.fixture
def two_titles(monkeypatch):
    """A vocabulary of two titles: how titles are matched is tested elsewhere."""
    monkeypatch.setattr(matching, "load_vocabulary", lambda: dict(TITLES))
    monkeypatch.setattr(matching, "match", _match)


def _match(title, vocabulary):
    if title not in vocabulary:
        return matching.NOTHING
    return matching.Match(Occupation.objects.get(soc_code=vocabulary[title]).pk, 99, title)
