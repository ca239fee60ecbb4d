"""Readers' reports: editors look, answer, and say whether all may read the answer."""

from urllib.parse import urlsplit

from django import forms
from django.contrib import admin, messages
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from careers.catalogue import FIGURES
from careers.models import ReaderReport

from .base import PortalAdmin

State = ReaderReport.State
TAKEN_OUT = _("(An editor took these words out.)")


class AnswerForm(forms.ModelForm):
    class Meta:
        model = ReaderReport
        fields = ("answer", "is_public", "state")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "answer" in self.fields:  # who may only look has no fields
            self.fields["answer"].help_text = gettext(
                "Plain text. Say what was asked in your own words: the reader’s are never shown."
            )
            self.fields["is_public"].help_text = gettext(
                "Readers see the answer and its date with the figure, never what was asked."
            )
            self.fields["state"].help_text = gettext(
                "With an answer, a new report counts as answered when you save."
            )

    def clean(self):
        said = super().clean()
        answer, state = said.get("answer", "").strip(), said.get("state")
        if state == State.ANSWERED and not answer:
            self.add_error("answer", gettext("Write the answer, or dismiss the report."))
        if said.get("is_public") and not answer:
            self.add_error("is_public", gettext("Only an answer can be shown: write one."))
        elif said.get("is_public") and state == State.DISMISSED:
            self.add_error("is_public", gettext("A dismissed report shows nothing: choose “Answered”."))
        if answer and state == State.NEW:
            said["state"] = State.ANSWERED
        return said


@admin.register(ReaderReport)
class ReaderReportAdmin(PortalAdmin):
    form = AnswerForm
    list_display = ["label", "of_what", "shown", "area", "source", "state", "is_public", "received_at"]
    list_filter = ["state", "is_public"]
    search_fields = ["figure", "page", "of_what", "message", "answer"]
    search_help_text = _("The figure’s key, a part of the page’s address, or words of report or answer.")
    list_select_related = ["answered_by"]
    ordering = ["-received_at", "-pk"]
    actions = ["dismiss", "erase"]
    readonly_fields = [
        "figure_link", "page_link", "of_what", "shown", "area", "source", "message", "received_at",
        "answered",
    ]  # fmt: skip
    fieldsets = [
        (
            _("What the reader says"),
            {
                "fields": [
                    "figure_link",
                    "page_link",
                    "of_what",
                    "shown",
                    "area",
                    "source",
                    "message",
                    "received_at",
                ],
                "description": _(
                    "As it came with the form: anybody may have written it. "
                    "If it tells of a person, take the words out by the action of the list."
                ),
            },
        ),
        (_("Your answer"), {"fields": ["answer", "is_public", "state", "answered"]}),
    ]

    def has_add_permission(self, request):
        return False  # only readers report

    def save_model(self, request, obj, form, change):
        if obj.state != State.NEW and {"answer", "state"} & set(form.changed_data):
            obj.answered_by, obj.answered_at = request.user, timezone.now()
        super().save_model(request, obj, form, change)

    @admin.action(description=_("Dismiss the selected reports"), permissions=["change"])
    def dismiss(self, request, queryset):
        waiting = list(queryset.filter(state=State.NEW))
        for report in waiting:
            report.state, report.answered_by, report.answered_at = (
                State.DISMISSED,
                request.user,
                timezone.now(),
            )
            self.log_change(request, report, [{"changed": {"fields": ["state"]}}])
        ReaderReport.objects.bulk_update(waiting, ["state", "answered_by", "answered_at"])
        self.message_user(
            request, gettext("{count:,} dismissed.").format(count=len(waiting)), messages.SUCCESS
        )

    @admin.action(
        description=_("Take the reader’s words out of the selected reports"), permissions=["change"]
    )
    def erase(self, request, queryset):
        """For what a form cannot tell to be about a person, a name say."""
        with_words = list(queryset.exclude(message=TAKEN_OUT))
        for report in with_words:
            report.message = TAKEN_OUT
            self.log_change(request, report, [{"changed": {"fields": ["message"]}}])
        ReaderReport.objects.bulk_update(with_words, ["message"])
        self.message_user(
            request,
            gettext("Words taken out of {count:,}, for good.").format(count=len(with_words)),
            messages.SUCCESS,
        )

    @admin.display(description=_("figure"), ordering="figure")
    def label(self, obj):
        return FIGURES[obj.figure].label if obj.figure in FIGURES else obj.figure

    @admin.display(description=_("figure"))
    def figure_link(self, obj):
        if obj.figure not in FIGURES:
            return obj.figure
        return format_html(
            '<a href="{}#{}">{}</a>', reverse("careers:figures"), obj.figure, FIGURES[obj.figure].label
        )

    @admin.display(description=_("page"))
    def page_link(self, obj):
        parts = urlsplit(obj.page)
        if parts.scheme or parts.netloc or not parts.path.startswith("/"):
            return obj.page  # only what the form has checked is a link
        return format_html('<a href="{}">{}</a>', obj.page, obj.page)

    @admin.display(description=_("answered or dismissed"))
    def answered(self, obj):
        if not obj.answered_at:
            return gettext("not yet")
        return gettext("{when:%Y-%m-%d %H:%M} UTC by {who}").format(
            when=obj.answered_at, who=obj.answered_by or "somebody who is gone"
        )
