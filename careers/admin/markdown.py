"""Markdown in the admin's forms: a toolbar, links to occupations by typing, and what readers will see.

`static/js/markdown.js` builds all of that around a plain text field, which is what is left without it.
"""

from collections.abc import Callable

from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import PermissionDenied
from django.forms.widgets import Media, Script
from django.http import Http404, JsonResponse
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from careers.desk.checks import addresses
from careers.markup import page_from_markdown

LONGEST = 50_000
MOST_LINKS = 12  # that are looked up while one types; the checks before publishing look at all


class MarkdownWidget(AdminTextareaWidget):
    """Says to the script where to ask for the preview and for occupations, and what the text may hold."""

    def __init__(self, preview_url: str, has_headings: bool):
        told = {
            "data-markdown": "page" if has_headings else "text",
            "data-preview-url": preview_url,
            "data-suggest-url": reverse("careers:suggest"),
            "rows": 20 if has_headings else 8,
        }
        super().__init__(attrs=told)

    @property
    def media(self):
        # In this order: the first makes the fields that the second gives suggestions to.
        names = ("markdown", "combobox")
        return Media(
            css={"all": [f"css/{name}.css" for name in names]},
            js=[Script(f"js/{name}.js", type="module") for name in names],
        )


class MarkdownFields:
    """For a `ModelAdmin`: which of its fields are Markdown, each with what makes HTML of it for readers."""

    markdown: dict[str, Callable[[str], str]] = {}

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if shown := self.markdown.get(db_field.name):
            url = reverse(f"admin:{self._markdown_url}", args=[db_field.name])
            kwargs["widget"] = MarkdownWidget(url, shown is page_from_markdown)
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if shown and "Markdown" not in field.help_text:
            field.help_text = f"{field.help_text} Markdown."
        return field

    @property
    def _markdown_url(self) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_markdown"

    def get_urls(self):
        if not self.markdown:
            return super().get_urls()
        view = self.admin_site.admin_view(require_POST(self.markdown_view))
        return [path("markdown/<str:name>/", view, name=self._markdown_url), *super().get_urls()]

    def markdown_view(self, request, name):
        """What readers would see of the text, and which of its links lead nowhere. Keeps nothing."""
        if not (self.has_change_permission(request) or self.has_add_permission(request)):
            raise PermissionDenied
        if name not in self.markdown:
            raise Http404
        longest = self.opts.get_field(name).max_length or LONGEST
        text = request.POST.get("text", "").replace("\0", "")[:longest]
        links = addresses.links(text)[:MOST_LINKS]
        faults = [
            f"The link to {link} leads nowhere: {why}." for link in links if (why := addresses.fault(link))
        ]
        return JsonResponse({"html": self.markdown[name](text), "faults": faults})
