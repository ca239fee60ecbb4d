from django.contrib import admin
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from careers.models import Feed, FeedReceipt, Posting, PostingOrigin

from .base import PortalAdmin
from .filters import AutocompleteFilter
from .formats import quiet
from .links import related_list

SHOWN_REJECTIONS = 200


class ReadOnly:
    """For what readings of feeds write; nobody edits what a feed said or a reading did."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Feed)
class FeedAdmin(PortalAdmin):
    named_by = "name"
    list_display = ["name", "format", "company", "is_in_use", "is_sample", "location"]
    list_filter = ["is_in_use", "is_sample", "format"]
    list_select_related = ["company"]
    search_fields = ["name", "location", "company__name"]
    search_help_text = _("Words of its name, its address or its company.")
    ordering = ["name"]
    autocomplete_fields = ["company"]
    prepopulated_fields = {"slug": ["name"]}
    readonly_fields = ["readings", "origins"]
    fieldsets = [
        (
            None,
            {
                "fields": ["name", "slug", "format", "location", "company"],
                "description": _("“manage.py import_postings” reads it, and makes it at the first reading."),
            },
        ),
        (_("How it is used"), {"fields": ["is_in_use", "is_sample"]}),
        (_("What came of it"), {"fields": ["readings", "origins"]}),
    ]

    def get_fieldsets(self, request, obj=None):
        given = super().get_fieldsets(request, obj)
        return given if obj else given[:-1]

    @admin.display(description=_("readings"))
    def readings(self, obj):
        return related_list(FeedReceipt, "feed", obj, gettext("All readings of this feed"))

    @admin.display(description=_("postings"))
    def origins(self, obj):
        return related_list(PostingOrigin, "feed", obj, gettext("All that this feed has or had"))


@admin.register(FeedReceipt)
class FeedReceiptAdmin(ReadOnly, PortalAdmin):
    list_display = [
        "finished_at",
        "feed",
        "outcome",
        "created",
        "updated",
        "unchanged",
        "merged",
        "closed",
        "rejected",
    ]
    list_filter = [("feed", AutocompleteFilter), ("error", admin.EmptyFieldListFilter)]
    list_select_related = ["feed"]
    search_fields = ["feed__name", "error"]
    search_help_text = _("The feed, or words of what went wrong.")
    ordering = ["-finished_at", "-pk"]
    fieldsets = [
        (None, {"fields": ["feed", "started_at", "finished_at", "error"]}),
        (
            _("Postings"),
            {
                "fields": ["created", "updated", "unchanged", "merged", "closed", "rejected"],
                "description": _(
                    "Merged are postings known from another feed; closed, those that the feed had "
                    "before and no longer has."
                ),
            },
        ),
        (_("What to look at"), {"fields": ["rejected_items"]}),
    ]

    def get_queryset(self, request):
        queryset = super().get_queryset(request)
        is_list = request.resolver_match and request.resolver_match.url_name.endswith("_changelist")
        return queryset.defer("rejections") if is_list else queryset

    @admin.display(description=_("outcome"))
    def outcome(self, obj):
        return obj.error[:80] if obj.error else quiet(gettext("read"))

    @admin.display(description=_("rejected items"))
    def rejected_items(self, obj):
        if not obj.rejections:
            return quiet(gettext("none"))
        rows = format_html_join(
            "",
            "<tr><td>{}</td><td>{}</td></tr>",
            ((row.get("item", ""), row.get("reason", "")) for row in obj.rejections[:SHOWN_REJECTIONS]),
        )
        more = obj.rejected - min(len(obj.rejections), SHOWN_REJECTIONS)
        return format_html(
            gettext(
                '<table class="panel"><thead><tr><th scope="col">Item</th><th scope="col">Reason</th></tr>'
                "</thead><tbody>{}</tbody></table>{}"
            ),
            rows,
            gettext("and {more:,} more").format(more=more) if more > 0 else "",
        )


@admin.register(PostingOrigin)
class PostingOriginAdmin(ReadOnly, PortalAdmin):
    list_display = ["external_id", "feed", "about", "first_seen", "closed_on"]
    list_filter = [("feed", AutocompleteFilter), ("closed_on", admin.EmptyFieldListFilter)]
    list_select_related = ["feed", "posting"]
    search_fields = ["external_id", "posting__title"]
    search_help_text = _("The key in the feed, or words of the posting's title.")
    ordering = ["-pk"]
    fields = ["posting", "feed", "external_id", "url", "first_seen", "closed_on"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("posting__description")

    @admin.display(description=_("posting"))
    def about(self, obj):
        return obj.posting


def origins_of(posting: Posting):
    """The feeds that a posting was read in, in one line each."""
    lines = [
        (
            origin.feed.name,
            origin.external_id,
            gettext("closed {day}").format(day=origin.closed_on) if origin.closed_on else gettext("open"),
        )
        for origin in posting.origins.select_related("feed")
    ]
    if not lines:
        return quiet(gettext("none: an editor wrote it"))
    return format_html("<ul>{}</ul>", format_html_join("", "<li>{}: {} ({})</li>", lines))
