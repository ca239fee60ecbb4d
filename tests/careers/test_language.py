"""The language that is part of the key of what is kept."""

from importlib import reload

import pytest
from django.utils.translation import get_language

from careers import language


@pytest.fixture
def spoken(settings):
    """The function, as it is where pages are translated, or are not."""

    def spoken(is_translated: bool):
        settings.USE_I18N = is_translated
        return reload(language).language

    yield spoken
    spoken(True)


def test_it_is_the_one_that_is_active_where_there_are_several(spoken):
    assert spoken(True) is get_language


def test_it_is_the_one_there_is_where_nothing_is_translated(spoken, settings):
    assert spoken(False)() == settings.LANGUAGE_CODE
