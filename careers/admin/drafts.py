"""Drafts beside what is published: to look through; they are written, published and dropped at the form."""

from copy import copy

from django.contrib import admin
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from careers.desk import drafts, versions
from careers.models import Draft, OccupationText, Posting

from .base import PortalAdmin
from .feeds import ReadOnly
from .formats import quiet


@admin.register(Draft)
class DraftAdmin(ReadOnly, PortalAdmin):
    list_display = ["about", "state", "author", "approved_by", "publish_at", "changed_at"]
    list_display_links = ["state"]
    list_filter = ["state"]
    list_select_related = ["content_type", "author", "approved_by"]
    fieldsets = [
        (None, {"fields": ["about", "changes", "note"]}),
        (_("Who"), {"fields": ["author", "hands", "state", "changed_at"]}),
        (_("When it goes live"), {"fields": ["approved_by", "publish_at", "refusal"]}),
    ]
    readonly_fields = ["about", "changes", "hands"]

    def get_queryset(self, request):
        named = [OccupationText._base_manager.select_related("occupation")]
        is_list = request.resolver_match and request.resolver_match.url_name.endswith("_changelist")
        if is_list:
            named.append(Posting._base_manager.defer("description"))
        return super().get_queryset(request).prefetch_related(GenericPrefetch("target", named))

    @admin.display(description=_("draft of"))
    def about(self, obj):
        kind = obj.content_type
        if obj.target is None:
            return quiet(f"{kind.name} {obj.object_id}, which is gone")
        address = reverse(f"admin:{kind.app_label}_{kind.model}_change", args=[obj.object_id])
        return format_html('<a href="{}">{}</a>', address, obj.target)

    @admin.display(description=_("what it changes"))
    def changes(self, obj):
        if obj.target is None or not obj.content:
            return quiet(gettext("nothing: it says when readers first see it"))
        after, names = copy(obj.target), versions.Names()
        drafts.put(after, obj.content)
        fields = [each for each in drafts.content_fields(type(after)) if each.name in obj.content]
        for each in fields:
            names.want(each, obj.target, after)
        found = [versions.change(each, obj.target, after, names) for each in fields]
        return render_to_string("admin/careers/_changes.html", {"changes": found})

    @admin.display(description=_("written by"))
    def hands(self, obj):
        return ", ".join(user.get_username() for user in obj.writers.all()) or quiet(gettext("nobody known"))
