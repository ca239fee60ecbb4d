"""Taking out what was invented: children first, in one statement a table."""

from django.db import transaction

from careers import models as m

from .marks import MARK
from .occupations import copied


def remove() -> None:
    """What can be searched is to be built anew after it."""
    companies = m.Company.objects.filter(slug__startswith=f"{MARK}-").values("pk")
    postings = m.Posting.objects.filter(fingerprint__startswith=f"{MARK}:").values("pk")
    copies = m.Occupation.objects.filter(slug__startswith=f"{MARK}-").values("pk")
    gone = (
        m.PostingPlace.objects.filter(posting__in=postings),
        m.PostingOrigin.objects.filter(posting__in=postings),
        m.Draft.objects.filter(note=MARK),
        m.ReaderReport.objects.filter(source=MARK),
        m.Correction.objects.filter(source__slug=MARK),
        m.Company.history.filter(history_change_reason=MARK),
        m.Posting.history.filter(history_change_reason=MARK),
        m.EmployerPay.objects.filter(company__in=companies),
        m.CompanyIdentifier.objects.filter(company__in=companies),
        m.CompanyAssessment.objects.filter(company__in=companies),
        m.CompanyName.objects.filter(company__in=companies),
        m.Posting.objects.filter(pk__in=postings),
        m.Company.objects.filter(pk__in=companies),
        m.Feed.objects.filter(slug=MARK),
        *(model.objects.filter(occupation__in=copies) for model in copied()),
        m.Occupation.objects.filter(pk__in=copies),
        m.Release.objects.filter(source__slug=MARK),
        m.Source.objects.filter(slug=MARK),
    )
    with transaction.atomic():
        # Nothing else hangs on them, so nothing has to be collected first.
        for rows in gone:
            rows._raw_delete(rows.db)
