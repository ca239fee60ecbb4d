from django.contrib import admin
from django.utils.html import format_html, format_html_join

from careers.models import ImportReceipt, Release, Source

from .base import PortalAdmin
from .formats import quiet

SHOWN_REJECTIONS = 200


@admin.register(Source)
class SourceAdmin(PortalAdmin):
    list_display = ["name", "short_name", "publisher", "licence"]
    search_fields = ["name", "short_name", "publisher"]
    search_help_text = "Words of the name or the publisher."
    ordering = ["name"]
    prepopulated_fields = {"slug": ["short_name"]}
    fieldsets = [
        (None, {"fields": ["name", "short_name", "slug", "publisher", "url"]}),
        (
            "What readers must be told",
            {
                "fields": ["licence", "licence_url", "note", "attribution", "states_area"],
                "description": "Stands beside every figure of this source.",
            },
        ),
    ]


@admin.register(Release)
class ReleaseAdmin(PortalAdmin):
    list_display = ["label", "source", "period_end", "published_on"]
    list_filter = ["source"]
    list_select_related = ["source"]
    search_fields = ["label", "source__name", "source__short_name"]
    search_help_text = "Words of the release's or its source's name."
    autocomplete_fields = ["source"]
    ordering = ["-period_end", "source_id", "label"]
    fieldsets = [
        (
            None,
            {
                "fields": ["source", "label", "period_end", "published_on", "url", "checksum"],
                "description": "One dated edition of a source. Imports write it; a figure that you enter "
                "yourself needs one too.",
            },
        ),
        (
            "The highest amounts it prints",
            {
                "fields": ["top_code_hourly", "top_code_annual"],
                "description": "Pay above them is published as “at least” that amount.",
            },
        ),
    ]


@admin.register(ImportReceipt)
class ImportReceiptAdmin(PortalAdmin):
    """Written by the importers; nobody edits what an import did."""

    list_display = [
        "finished_at",
        "importer",
        "release",
        "file_name",
        "created",
        "updated",
        "retired",
        "rejected",
    ]
    list_filter = ["importer"]
    list_select_related = ["release__source"]
    search_fields = ["file_name", "importer", "release__label"]
    search_help_text = "The file, the importer or the release."
    ordering = ["-finished_at"]
    fieldsets = [
        (None, {"fields": ["release", "importer", "file_name", "checksum", "started_at", "finished_at"]}),
        (
            "Rows",
            {
                "fields": ["created", "updated", "unchanged", "retired", "rejected"],
                "description": "Retired are figures that the release had before and no longer has.",
            },
        ),
        ("What to look at", {"fields": ["rejected_rows", "notes"]}),
    ]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description="rejected rows")
    def rejected_rows(self, obj):
        if not obj.rejections:
            return quiet("none")
        rows = format_html_join(
            "",
            "<tr><td>{}</td><td>{}</td></tr>",
            ((row.get("line", ""), row.get("reason", "")) for row in obj.rejections[:SHOWN_REJECTIONS]),
        )
        more = obj.rejected - min(len(obj.rejections), SHOWN_REJECTIONS)
        return format_html(
            '<table class="panel"><thead><tr><th scope="col">Line</th><th scope="col">Reason</th></tr>'
            "</thead><tbody>{}</tbody></table>{}",
            rows,
            f"and {more:,} more" if more > 0 else "",
        )

    @admin.display(description="notes of the import")
    def notes(self, obj):
        if not obj.warnings:
            return quiet("none")
        return format_html(
            "<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((line,) for line in obj.warnings))
        )
