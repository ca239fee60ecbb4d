"""Where the figures come from: sources, their releases and what their imports did."""

from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from careers.kept import kept
from careers.models import Company, CompanyListing, EmployerPay, ImportReceipt, Release, Source

from .coverage import SOURCES_KEPT, Covered, coverage

RECEIPTS_SHOWN = 5
REJECTIONS_SHOWN = 20


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One source with its releases, what it covers and what its latest imports did."""

    source: Source
    releases: tuple[Release, ...]
    covered: tuple[Covered, ...]
    companies: int  # of which it says something that is in force
    receipts: tuple[ImportReceipt, ...]

    def as_dict(self) -> dict:
        """The page for a JSON twin."""
        source = self.source
        return {
            "name": source.name,
            "short_name": source.short_name,
            "publisher": source.publisher,
            "url": source.url,
            "licence": source.licence,
            "licence_url": source.licence_url,
            "attribution": source.attribution,
            "note": source.note,
            "releases": [
                {
                    "label": release.label,
                    "period_end": release.period_end,
                    "published_on": release.published_on,
                    "url": release.url,
                    "sha256": release.checksum,
                }
                for release in self.releases
            ],
            "coverage": [
                {
                    "figure": line.key,
                    "label": line.label,
                    "occupations": line.occupations,
                    "of": line.total,
                }
                for line in self.covered
            ],
            "companies": self.companies,
            "imports": [
                {
                    "release": receipt.release.label,
                    "importer": receipt.importer,
                    "file": receipt.file_name,
                    "sha256": receipt.checksum,
                    "finished_at": receipt.finished_at,
                    "created": receipt.created,
                    "updated": receipt.updated,
                    "unchanged": receipt.unchanged,
                    "retired": receipt.retired,
                    "rejected": receipt.rejected,
                    "rejections": receipt.rejections[:REJECTIONS_SHOWN],
                }
                for receipt in self.receipts
            ],
        }


def sources() -> QuerySet[Source]:
    """Every source with its releases, newest first, in two queries."""
    return Source.objects.prefetch_related(
        Prefetch("releases", Release.objects.order_by("-period_end", "label"))
    )


def source_page(slug: str) -> SourcePage | None:
    """The page of a source, None where there is no such source; six queries."""
    source = sources().filter(slug=slug).first()
    if source is None:
        return None
    receipts = ImportReceipt.objects.filter(release__source=source).select_related("release")
    return SourcePage(
        source=source,
        releases=tuple(source.releases.all()),
        covered=tuple(coverage(source.slug)),
        companies=_companies(source.pk),
        receipts=tuple(receipts[:RECEIPTS_SHOWN]),
    )


@kept(SOURCES_KEPT)
def _companies(source_pk: int) -> int:
    listed, offering = (
        model.objects.current().filter(release__source=source_pk).order_by().values("company")
        for model in (CompanyListing, EmployerPay)
    )
    # Those alone of which it says something: with "or", each company would be looked for in both.
    return Company.objects.live(timezone.now()).filter(pk__in=listed.union(offering)).count()
