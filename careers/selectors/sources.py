"""Where the figures come from: sources, their releases and what their imports did."""

from django.db.models import Prefetch, QuerySet

from careers.models import ImportReceipt, Release, Source

RECEIPTS_SHOWN = 5


def sources() -> QuerySet[Source]:
    """Every source with its releases, newest first, in two queries."""
    return Source.objects.prefetch_related(
        Prefetch("releases", Release.objects.order_by("-period_end", "label"))
    )


def receipts(source: Source) -> QuerySet[ImportReceipt]:
    return ImportReceipt.objects.filter(release__source=source).select_related("release")[:RECEIPTS_SHOWN]
