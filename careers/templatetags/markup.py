"""Texts of editors and employers in templates: cleaned again wherever they are shown."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from careers import markup

register = template.Library()


@register.filter
def formatted(html: str) -> SafeString:
    """Sanitised HTML; what was stored unclean comes out clean."""
    return mark_safe(markup.sanitised(html))  # noqa: S308  nh3 has just cleaned it


@register.filter
def markdown(text: str) -> SafeString:
    """Markdown as sanitised HTML."""
    return mark_safe(markup.from_markdown(text))  # noqa: S308  nh3 has just cleaned it


@register.filter
def markdown_page(text: str) -> SafeString:
    """The same for a text that is a page of its own."""
    return mark_safe(markup.page_from_markdown(text))  # noqa: S308  nh3 has just cleaned it
