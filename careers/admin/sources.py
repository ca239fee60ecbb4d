from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from careers.desk.imports import jobs, rollback
from careers.desk.roles import IMPORT
from careers.models import ImportReceipt, Release, Source

from .base import PortalAdmin
from .formats import quiet
from .import_jobs import HELD, progress_of

SHOWN_REJECTIONS = 200


@admin.register(Source)
class SourceAdmin(PortalAdmin):
    list_display = ["name", "short_name", "publisher", "licence"]
    search_fields = ["name", "short_name", "publisher"]
    search_help_text = _("Words of the name or the publisher.")
    ordering = ["name"]
    prepopulated_fields = {"slug": ["short_name"]}
    fieldsets = [
        (None, {"fields": ["name", "short_name", "slug", "publisher", "url"]}),
        (
            _("What readers must be told"),
            {
                "fields": ["licence", "licence_url", "note", "attribution", "states_area"],
                "description": _("Stands beside every figure of this source."),
            },
        ),
    ]


@admin.register(Release)
class ReleaseAdmin(PortalAdmin):
    change_form_template = "admin/careers/release.html"
    change_list_template = "admin/careers/imported_list.html"
    list_display = ["label", "source", "period_end", "published_on"]
    list_filter = ["source"]
    list_select_related = ["source"]
    search_fields = ["label", "source__name", "source__short_name"]
    search_help_text = _("Words of the release's or its source's name.")
    autocomplete_fields = ["source"]
    ordering = ["-period_end", "source_id", "label"]
    fieldsets = [
        (
            None,
            {
                "fields": ["source", "label", "period_end", "published_on", "url", "checksum"],
                "description": _(
                    "One dated edition of a source. Imports write it; a figure that you enter "
                    "yourself needs one too."
                ),
            },
        ),
        (
            _("The highest amounts it prints"),
            {
                "fields": ["top_code_hourly", "top_code_annual"],
                "description": _("Pay above them is published as “at least” that amount."),
            },
        ),
    ]

    def get_queryset(self, request):
        # What a rollback needs is long, and no list shows it.
        queryset = super().get_queryset(request)
        is_form = request.resolver_match and request.resolver_match.url_name.endswith("_change")
        return queryset if is_form else queryset.defer("replaced", "rolled_back", "renamed")

    def get_urls(self):
        roll = self.admin_site.admin_view(require_POST(self.roll))
        return [path("<int:key>/roll/", roll, name="careers_release_roll"), *super().get_urls()]

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj:
            context |= {"may_import": request.user.has_perm(IMPORT), "refusal": rollback.refusal(obj)}
            # The last time that it was rolled, and how far that is.
            if last := obj.rolls.order_by("-pk").first():
                context |= progress_of(last)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def roll(self, request, key: int):
        """The button that has it rolled back, and forward again."""
        if not request.user.has_perm(IMPORT):
            raise PermissionDenied
        release = get_object_or_404(Release.objects.select_related("source"), pk=key)
        try:
            jobs.ask_to_roll(release, request.user)
        except jobs.Refused as refusal:
            self.message_user(
                request, gettext("Nothing was changed. {refusal}").format(refusal=refusal), messages.ERROR
            )
        except OperationalError:
            self.message_user(request, HELD, messages.ERROR)
        else:
            self.message_user(request, gettext("Asked for. What comes of it stands here."), messages.SUCCESS)
        return redirect("admin:careers_release_change", key)


@admin.register(ImportReceipt)
class ImportReceiptAdmin(PortalAdmin):
    """Written by the importers; nobody edits what an import did."""

    change_list_template = "admin/careers/imported_list.html"
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
    search_help_text = _("The file, the importer or the release.")
    ordering = ["-finished_at"]
    fieldsets = [
        (None, {"fields": ["release", "importer", "file_name", "checksum", "started_at", "finished_at"]}),
        (
            _("Rows"),
            {
                "fields": ["created", "updated", "unchanged", "retired", "rejected"],
                "description": _("Retired are figures that the release had before and no longer has."),
            },
        ),
        (_("What to look at"), {"fields": ["rejected_rows", "notes"]}),
    ]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description=_("rejected rows"))
    def rejected_rows(self, obj):
        if not obj.rejections:
            return quiet(gettext("none"))
        rows = format_html_join(
            "",
            "<tr><td>{}</td><td>{}</td></tr>",
            ((row.get("line", ""), row.get("reason", "")) for row in obj.rejections[:SHOWN_REJECTIONS]),
        )
        more = obj.rejected - min(len(obj.rejections), SHOWN_REJECTIONS)
        return format_html(
            gettext(
                '<table class="panel"><thead><tr><th scope="col">Line</th><th scope="col">Reason</th></tr>'
                "</thead><tbody>{}</tbody></table>{}"
            ),
            rows,
            gettext("and {more:,} more").format(more=more) if more > 0 else "",
        )

    @admin.display(description=_("notes of the import"))
    def notes(self, obj):
        if not obj.warnings:
            return quiet(gettext("none"))
        return format_html(
            "<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((line,) for line in obj.warnings))
        )
