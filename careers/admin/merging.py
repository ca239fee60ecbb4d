"""Merging companies that are one, and what became of those that were merged."""

from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from careers.desk import roles
from careers.merging import merge
from careers.models import Company, Draft, MergedCompany

from .base import PortalAdmin
from .feeds import ReadOnly
from .filters import AutocompleteFilter

MOST_MERGED = 10


class MergesCompanies:
    """The action of the list of companies, for those who may merge."""

    def has_merge_permission(self, request):
        return request.user.has_perm(roles.MERGE)

    @admin.action(description="Merge into one company", permissions=["merge"])
    def merge(self, request, queryset):
        """Asks which one stays; nothing happens before that."""
        chosen = list(queryset.order_by("name")[: MOST_MERGED + 1])
        if not 2 <= len(chosen) <= MOST_MERGED:
            message = f"Nothing was merged: choose two to {MOST_MERGED} companies."
            self.message_user(request, message, messages.ERROR)
            return None
        if drafted := _drafted(chosen):
            message = f"Nothing was merged: publish or discard the draft of {drafted} first."
            self.message_user(request, message, messages.ERROR)
            return None
        into = next((each for each in chosen if str(each.pk) == request.POST.get("into")), None)
        if request.POST.get("post") and into:
            return self._merged(request, into, [each for each in chosen if each != into])
        context = {
            **self.admin_site.each_context(request),
            "title": "Merge into one company",
            "opts": self.opts,
            "chosen": chosen,
            "is_unanswered": bool(request.POST.get("post")),
            "action_checkbox_name": admin.helpers.ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/careers/merge_companies.html", context)

    def _merged(self, request, into, others):
        names = ", ".join(other.name for other in others)
        request.change_note = f"Merged into {into.name}: {names}."
        done = merge(into, others)
        LogEntry.objects.log_actions(
            request.user.pk, [into], CHANGE, f"Merged with {names}.", single_object=True
        )
        text = f"{names} merged into {into.name}."
        if done.dropped:
            text += (
                f" {done.dropped:,} rows that both had were left out. Import the Labor Condition "
                "Applications again: pay is then computed of all its names together."
            )
        self.message_user(request, text, messages.SUCCESS)
        for line in done.told:
            self.message_user(request, line, messages.WARNING)
        return HttpResponseRedirect(reverse("admin:careers_company_change", args=[into.pk]))


def _drafted(companies: list[Company]) -> str:
    """Of whom a change waits: it would be lost, or published over what the merger makes of it."""
    kind = ContentType.objects.get_for_model(Company)
    keys = Draft.objects.filter(content_type=kind, object_id__in=[each.pk for each in companies])
    waiting = set(keys.values_list("object_id", flat=True))
    return ", ".join(each.name for each in companies if each.pk in waiting)


@admin.register(MergedCompany)
class MergedCompanyAdmin(ReadOnly, PortalAdmin):
    list_display = ["name", "company", "slug", "merged_at"]
    list_filter = [("company", AutocompleteFilter)]
    list_select_related = ["company"]
    search_fields = ["name", "company__name"]
    search_help_text = "Words of its former name, or of the company that it became."
    fields = ["name", "company", "slug", "merged_at"]
