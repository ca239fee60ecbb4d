"""What years at the desk leave: reports, drafts, corrections, and versions of what was edited."""

from collections.abc import Iterator
from datetime import timedelta
from random import Random

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from careers import models as m
from careers.desk.corrections import key_of, key_text
from careers.importers import objects

from .marks import MARK
from .words import LINES

VERSIONS, VERSIONS_OF_ONE = 3, 300


def fill(random: Random, companies: list[m.Company]) -> None:
    """As many reports as companies, versions of a third, drafts of a tenth; a correction for every fifth."""
    objects.create(_reports(random, len(companies)))
    objects.create(_drafts(companies[::10]))
    objects.create(_corrections(len(companies) // 5))
    objects.create(_versions(companies[::3]))


def _reports(random: Random, number: int) -> Iterator[m.ReaderReport]:
    for place in range(number):
        yield m.ReaderReport(
            figure="annual_mean",
            page="/careers/registered-nurses/",
            shown="$1",
            source=MARK,
            message=random.choice(LINES),
            state=random.choice(m.ReaderReport.State.values),
            answer=LINES[0] if place % 3 else "",
        )


def _drafts(companies: list[m.Company]) -> Iterator[m.Draft]:
    kind = ContentType.objects.get_for_model(m.Company)
    for company in companies:
        summary = {"summary": company.summary}
        new = {"summary": f"{company.summary} {LINES[0]}"}
        yield m.Draft(content_type=kind, object_id=company.pk, content=new, base=summary, note=MARK)


def _corrections(number: int) -> Iterator[m.Correction]:
    """Of figures of the invented source."""
    kind = ContentType.objects.get_for_model(m.EmployerPay)
    source = m.Source.objects.get(slug=MARK)
    rows = m.EmployerPay.objects.filter(release__source=source).select_related("company", "occupation")
    for row in rows.order_by("pk")[:number]:
        key = key_of(row)
        yield m.Correction(
            figure=kind,
            key=key,
            key_text=key_text(key),
            field="mean",
            about=f"{row.company}: {row.occupation}",
            occupation_id=row.occupation_id,
            source=source,
            published_value=str(row.mean),
            value=str(row.mean + 1),
            reason=LINES[0],
            evidence="Invented",
        )


def _versions(companies: list[m.Company]) -> Iterator:
    """Three of each of many, three hundred of one."""
    now = timezone.now()
    model = m.Company.history.model
    kept = [field.attname for field in model.tracked_fields]
    for place, company in enumerate(companies):
        for version in range(VERSIONS_OF_ONE if place == 0 else VERSIONS):
            yield model(
                **{name: getattr(company, name) for name in kept} | {"founded": 1900 + version % 100},
                history_date=now - timedelta(hours=version),
                history_type="~",
                history_change_reason=MARK,
            )
