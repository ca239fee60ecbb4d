"""Markdown in the admin's forms: a toolbar, links to occupations by typing, and what readers will see.

`static/js/markdown.js` builds all of that around a plain text field, which is what is left without it.
"""

import json
from collections.abc import Callable

from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import PermissionDenied
from django.forms.widgets import Media, Script
from django.http import Http404, JsonResponse
from django.urls import path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from careers.desk.checks import addresses
from careers.markup import from_markdown, page_from_markdown

LONGEST = 50_000
KINDS = {page_from_markdown: "page", from_markdown: "text"}
# What static/js/markdown.js and markdown_kept.js say. A sign stands on its button in place of its name.
WORDS = {
    "bold": _("Bold"),
    "bold sign": _("B"),
    "italic": _("Italic"),
    "italic sign": _("I"),
    "heading": _("Heading"),
    "subheading": _("Subheading"),
    "list": _("List"),
    "numbers": _("Numbers"),
    "quote": _("Quote"),
    "link": _("Link"),
    "occupation": _("Occupation"),
    "ask address": _("Address to link to"),
    "hint address": _("From https:// on, or from the first slash: /companies/best/"),
    "ask occupation": _("Occupation to link to"),
    "hint occupation": _("Type a part of its title and choose."),
    "insert": _("Insert"),
    "cancel": _("Cancel"),
    "formatting": _("Formatting"),
    "preview": _("Preview"),
    "nothing": _("Nothing is written yet."),
    "no preview": _("There is no preview now. What you write can still be saved."),
    "text": _("text"),
    "type [[": _("Type [[ to link to an occupation."),
    "kept": _("What you typed here at {time} is not in this field."),
    "back": _("Put it back"),
    "drop": _("Drop it"),
    "label": _("Occupations"),
    "none": _("No occupation of that name"),
    "one": _("1 occupation"),
    "many": _("occupations"),
}
MOST_LINKS = 12  # that are looked up while one types; the checks before publishing look at all


class MarkdownWidget(AdminTextareaWidget):
    """Says to the script where to ask for the preview and for occupations, and what the text may hold."""

    def __init__(self, preview_url: str, kind: str):
        told = {
            "data-markdown": kind,
            "data-preview-url": preview_url,
            "data-suggest-url": reverse("careers:suggest"),
            "data-words": json.dumps({key: str(said) for key, said in WORDS.items()}, ensure_ascii=False),
            "rows": 8 if kind == "text" else 20,
        }
        super().__init__(attrs=told)

    @property
    def media(self):
        return Media(
            css={"all": ["css/markdown.css", "css/components/suggest_status.css"]},
            # In this order: the first makes the fields that the second gives suggestions to.
            js=[Script(f"js/{name}.js", type="module") for name in ("markdown", "combobox")],
        )


class MarkdownFields:
    """For a `ModelAdmin`: the fields that are shown as typed, each with what makes HTML of it for readers.

    What is made of Markdown has buttons too; an employer's HTML has its preview alone.
    """

    previewed: dict[str, Callable[[str], str]] = {}

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        kind = KINDS.get(self.previewed.get(db_field.name), "html")
        if db_field.name in self.previewed:
            url = reverse(f"admin:{self._preview_url}", args=[db_field.name])
            kwargs["widget"] = MarkdownWidget(url, kind)
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if kind != "html" and "Markdown" not in field.help_text:
            field.help_text = gettext("{help} Markdown.").format(help=field.help_text)
        return field

    @property
    def media(self):
        # On its list, too, where who has saved a text comes to: the browser need not keep it any longer.
        kept = Media(js=[Script("js/markdown_kept.js", type="module")])
        return super().media + kept if self.previewed else super().media

    @property
    def _preview_url(self) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_markdown"

    def get_urls(self):
        if not self.previewed:
            return super().get_urls()
        view = self.admin_site.admin_view(require_POST(self.preview_of_text))
        return [path("markdown/<str:name>/", view, name=self._preview_url), *super().get_urls()]

    def preview_of_text(self, request, name):
        """What readers would see of the text, and which of its links lead nowhere. Keeps nothing."""
        if not (self.has_change_permission(request) or self.has_add_permission(request)):
            raise PermissionDenied
        if name not in self.previewed:
            raise Http404
        longest = self.opts.get_field(name).max_length or LONGEST
        text = request.POST.get("text", "").replace("\0", "")[:longest]
        html = self.previewed[name](text)
        links = addresses.links_in(html)[:MOST_LINKS]
        faults = [
            gettext("The link to {link} leads nowhere: {why}.").format(link=link, why=why)
            for link in links
            if (why := addresses.fault(link))
        ]
        return JsonResponse({"html": html, "faults": faults})
