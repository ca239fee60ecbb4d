"""Merging companies that are one, and what became of those that were merged."""

from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

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

    @admin.action(description=gettext_lazy("Merge into one company"), permissions=["merge"])
    def merge(self, request, queryset):
        """Asks which one stays; nothing happens before that."""
        chosen = list(queryset.order_by("name")[: MOST_MERGED + 1])
        if not 2 <= len(chosen) <= MOST_MERGED:
            message = _("Nothing was merged: choose two to {most} companies.").format(most=MOST_MERGED)
            self.message_user(request, message, messages.ERROR)
            return None
        if drafted := _drafted(chosen):
            message = _("Nothing was merged: publish or discard the draft of {drafted} first.").format(
                drafted=drafted
            )
            self.message_user(request, message, messages.ERROR)
            return None
        into = next((each for each in chosen if str(each.pk) == request.POST.get("into")), None)
        if request.POST.get("post") and into:
            return self._merged(request, into, [each for each in chosen if each != into])
        context = {
            **self.admin_site.each_context(request),
            "title": _("Merge into one company"),
            "opts": self.opts,
            "chosen": chosen,
            "is_unanswered": bool(request.POST.get("post")),
            "action_checkbox_name": admin.helpers.ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/careers/merge_companies.html", context)

    def _merged(self, request, into, others):
        names = ", ".join(other.name for other in others)
        request.change_note = _("Merged into {company}: {names}.").format(company=into.name, names=names)
        done = merge(into, others)
        LogEntry.objects.log_actions(
            request.user.pk, [into], CHANGE, _("Merged with {names}.").format(names=names), single_object=True
        )
        text = _("{names} merged into {company}.").format(names=names, company=into.name)
        if done.dropped:
            text += _(
                " {count:,} rows that both had were left out. Import the Labor Condition "
                "Applications again: pay is then computed of all its names together."
            ).format(count=done.dropped)
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
    search_help_text = gettext_lazy("Words of its former name, or of the company that it became.")
    fields = ["name", "company", "slug", "merged_at"]
