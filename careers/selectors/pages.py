"""Pages of text that editors write, as readers see them now."""

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.text import Truncator

from careers.markup import page_from_markdown, words
from careers.models import Page

DESCRIBED_IN = 160  # letters that search engines show


def live() -> QuerySet[Page]:
    """By title."""
    return Page.objects.live(timezone.now()).only("title", "slug")


def find(slug: str) -> Page | None:
    return Page.objects.live(timezone.now()).filter(slug=slug).first()


def beginning(page: Page) -> str:
    """The first words of the page, without markup."""
    return Truncator(words(page_from_markdown(page.body))).chars(DESCRIBED_IN)
