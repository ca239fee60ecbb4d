"""What editors and readers hold against the figures of companies that are merged into one.

A correction goes with the figure that it stands in. Where that figure gives way to another of the same
occupation and area, the correction says nothing of the other: it ends, and says so.
"""

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from careers.corrected import as_published
from careers.models import Company, Correction, EmployerPay, ReaderReport

from . import corrections

GAVE_WAY = _("The figure gave way to that of another company when {names} became {into}.")
MAX_PAGE = ReaderReport._meta.get_field("page").max_length


class Following:
    """The corrections of several companies' figures, taken off before a merger and put on again after it."""

    def __init__(self, into: Company, others: list[Company]):
        self.into, self.others = into, others
        keys = [company.pk for company in (into, *others)]
        found = Correction.objects.filter(key__company_id__in=keys).select_related("figure")
        self.all = list(found.order_by("pk"))
        self.stood_in = {}
        for correction in self.all:
            if not correction.ending and (row := corrections.row_of(correction)):
                self.stood_in[correction] = row.pk
                if row.corrected:
                    fields = list(row.corrected)
                    corrections.write(as_published(row), fields)

    def put_on(self) -> list[str]:
        """The corrections belong to the company that stays; what a publisher has to be told of them."""
        told, taken = [], set()
        there = dict(
            EmployerPay.objects.filter(pk__in=self.stood_in.values()).values_list("pk", "is_current")
        )
        # Those of figures first: what waits for a figure gives way to them.
        for correction in sorted(self.all, key=lambda each: each not in self.stood_in):
            key = correction.key | {"company_id": self.into.pk}
            place = correction.figure_id, corrections.key_text(key), correction.field
            gave_way = correction in self.stood_in and not there.get(self.stood_in[correction])
            if not correction.ending and (gave_way or place in taken):
                told.append(self._end(correction))
            elif not correction.ending:
                taken.add(place)
            self._follow(correction, key)
        return told + corrections.reapply(model=EmployerPay)

    def _end(self, correction: Correction) -> str:
        names = ", ".join(company.name for company in self.others)
        correction.ended_at, correction.ending = timezone.now(), Correction.Ending.WITHDRAWN
        correction.ending_reason = GAVE_WAY.format(names=names, into=self.into.name)[:500]
        correction.save(update_fields=["ended_at", "ending", "ending_reason"])
        return gettext("{figure}: the correction has ended. {ending_reason}").format(
            figure=corrections.named(correction), ending_reason=correction.ending_reason
        )

    def _follow(self, correction: Correction, key: dict) -> None:
        """It and its versions; that they are another company's now is no edit of theirs."""
        if key == correction.key:
            return
        row = correction.figure.model_class()(**key)
        now = {"key": key, "key_text": corrections.key_text(key), "about": corrections.about(row)}
        Correction.objects.filter(pk=correction.pk).update(**now)
        Correction.history.filter(id=correction.pk).update(**now)


def move_reports(into: Company, others: list[Company]) -> None:
    """What readers said on the pages of the others stands on the page of the one."""
    new = reverse("careers:company", args=[into.slug])
    for other in others:
        old = reverse("careers:company", args=[other.slug])
        for report in ReaderReport.objects.filter(page__startswith=old):
            report.page = f"{new}{report.page.removeprefix(old)}"[:MAX_PAGE]
            report.save(update_fields=["page"])


def move_log(into: Company, others: list[Company]) -> None:
    """What was done to the others leads to the one."""
    kind = ContentType.objects.get_for_model(Company)
    keys = [str(other.pk) for other in others]
    LogEntry.objects.filter(content_type=kind, object_id__in=keys).update(object_id=str(into.pk))
