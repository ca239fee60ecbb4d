import pytest

from careers.models import Page, Status


@pytest.fixture
def page(db) -> Page:
    fields = {"title": "Method", "slug": "method", "body": "As it was.", "status": Status.PUBLISHED}
    return Page.objects.create(**fields)
