"""For pages that are shown when something fails."""

from django import template
from django.templatetags.static import static

register = template.Library()


@register.simple_tag
def stylesheet() -> str:
    """The address of the site's stylesheet, '' where the static files have not been collected."""
    try:
        return static("css/site.css")
    except (OSError, ValueError):
        return ""
