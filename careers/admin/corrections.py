"""Corrections in force and those that ended: what conflicts with a newer release, and how each ends."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from careers.corrected import in_words
from careers.desk import collisions, corrections
from careers.models import Correction

from .base import PortalAdmin
from .correcting import in_plain_words
from .feeds import ReadOnly
from .filters import AutocompleteFilter

MAY_DECIDE = "careers.change_correction"
MEANWHILE = _("Nothing was done: it was decided on, or the publisher gives another value, since you looked.")


class StateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [
            ("force", gettext("In force")),
            ("conflict", gettext("In conflict")),
            ("ended", gettext("Ended")),
        ]

    def queryset(self, request, queryset):
        if self.value() == "force":
            return queryset.in_force()
        if self.value() == "conflict":
            return queryset.in_force().exclude(conflicts_with="")
        return queryset.filter(ended_at__isnull=False) if self.value() == "ended" else queryset


class DecisionForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Why it is withdrawn."),
    )


@admin.register(Correction)
class CorrectionAdmin(ReadOnly, PortalAdmin):
    list_display = ["__str__", "publisher_gives", "corrected_to", "state", "source", "made_by", "made_at"]
    list_select_related = ["figure", "source", "made_by", "occupation"]
    list_filter = [StateFilter, "source", ("occupation", AutocompleteFilter)]
    search_fields = ["about", "reason", "evidence"]
    search_help_text = _("Words of the occupation, the place, the reason or the source.")
    fieldsets = [
        (None, {"fields": ["about", "value_name", "publisher_gives", "corrected_to", "now_given"]}),
        (_("Why"), {"fields": ["reason", "evidence", "evidence_url", "made_by", "made_at"]}),
        (_("How it stands"), {"fields": ["state", "ending_reason", "decide"]}),
    ]
    readonly_fields = [
        "about",
        "value_name",
        "publisher_gives",
        "corrected_to",
        "now_given",
        "state",
        "decide",
    ]

    def get_urls(self):
        decide = self.admin_site.admin_view(self.decide_view)
        return [
            path("<path:object_id>/decide/", decide, name="careers_correction_decide"),
            *super().get_urls(),
        ]

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj:
            obj.may_be_decided = not obj.ending and request.user.has_perm(MAY_DECIDE)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    @admin.display(description=_("figure"))
    def value_name(self, obj):
        return in_plain_words(obj)[0]

    @admin.display(description=_("when corrected, the publisher gave"))
    def publisher_gives(self, obj):
        return in_plain_words(obj)[1]

    @admin.display(description=_("corrected to"), ordering="value")
    def corrected_to(self, obj):
        return in_plain_words(obj)[2]

    @admin.display(description=_("the publisher gives now"))
    def now_given(self, obj):
        row = None if obj.ending else corrections.row_of(obj)
        if row is None:
            return (
                "-" if obj.ending else gettext("The figure is no longer there; the correction waits for it.")
            )
        kept = (row.corrected or {}).get(obj.field)
        given = kept["published"] if kept else corrections.value_of(row, obj.field)
        return format_html(
            '{}, <a href="{}">{}</a>',
            in_words(row, obj.field, given),
            reverse(f"admin:careers_{row._meta.model_name}_change", args=[row.pk]),
            row.release,
        )

    @admin.display(description=_("state"))
    def state(self, obj):
        if obj.ending:
            return obj.get_ending_display()
        return (
            gettext("In conflict with {release}").format(release=obj.conflicts_with)
            if obj.conflicts_with
            else gettext("In force")
        )

    @admin.display(description=_("decision"))
    def decide(self, obj):
        if not getattr(obj, "may_be_decided", False):
            return "-"
        url = reverse("admin:careers_correction_decide", args=[obj.pk])
        return format_html(gettext('<a class="button" href="{}">Withdraw or keep it</a>'), url)

    def decide_view(self, request, object_id):
        correction = self.get_object(request, unquote(object_id))
        if correction is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not (self.has_view_permission(request, correction) and request.user.has_perm(MAY_DECIDE)):
            raise PermissionDenied
        own_url = reverse("admin:careers_correction_change", args=[correction.pk])
        if correction.ending:
            self.message_user(request, gettext("It has ended already."), messages.WARNING)
            return redirect(own_url)
        row = corrections.row_of(correction)
        given = corrections.value_of(corrections.as_published(row), correction.field) if row else ""
        seen = collisions.seal({"now": given, "kept": correction.published_value})
        is_told = request.method == "POST" and request.POST.get("seen") != seen
        if is_told:
            self.message_user(request, MEANWHILE, messages.WARNING)
        typed = request.POST if "withdraw" in request.POST and not is_told else None
        form = DecisionForm(typed, initial={"reason": request.POST.get("reason", "")})
        if "keep" in request.POST and not is_told:
            corrections.stand_by(correction)
            self._tell(request, correction, gettext("Kept, whatever the publisher gives now."))
            return redirect(own_url)
        if form.is_bound and form.is_valid():
            try:
                corrections.withdraw(correction, request.user, form.cleaned_data["reason"])
            except ValidationError as error:
                form.add_error(None, ValidationError(error.messages))
            else:
                self._tell(request, correction, gettext("Withdrawn: the figure stands as published."))
                return redirect(own_url)
        context = {
            **self.admin_site.each_context(request),
            "title": gettext("Withdraw or keep a correction"),
            "opts": self.opts,
            "correction": correction,
            "told": in_plain_words(correction),
            "now": self.now_given(correction),
            "form": form,
            "seen": seen,
            "own_url": own_url,
        }
        return TemplateResponse(request, "admin/careers/decide_correction.html", context)

    def _tell(self, request, correction, said: str) -> None:
        LogEntry.objects.log_actions(request.user.pk, [correction], CHANGE, said, single_object=True)
        self.message_user(request, said, messages.SUCCESS)
