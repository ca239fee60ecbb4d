"""Companies, their pay, feeds and postings by the dozen."""

from datetime import UTC, date, datetime

from careers import models as m
from careers.employers import key
from careers.logos import encoded

PAGE = 50
WHEN = datetime(2026, 11, 25, 12, tzinfo=UTC)
# A GIF of one pixel.
PIXEL = bytes.fromhex(
    "47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b"
)


def _companies() -> list[m.Company]:
    return [
        m.Company(name=f"Crowd employer {number}", slug=f"crowd-employer-{number}") for number in range(PAGE)
    ]


def _saved() -> list[m.Company]:
    known = list(m.Company.objects.filter(slug__startswith="crowd-employer-"))
    return known or m.Company.objects.bulk_create(_companies())


def _names():
    names = [(company, f"Crowd of old {company.pk} LLC") for company in _saved()]
    return [m.CompanyName(company=each, name=name, kind="former", key=key(name)) for each, name in names]


def _logos():
    logo = encoded(PIXEL)
    return [
        m.CompanyLogo(company=company, png=logo.png, width=1, height=1, checksum=logo.checksum)
        for company in _saved()
    ]


def _pay(around):
    nation = m.Area.objects.nation().get()
    few = dict.fromkeys(("median", "mean", "lowest", "highest"), "too_few")
    return [
        m.EmployerPay(
            company=company,
            occupation=around.occupation,
            area=nation,
            release=around.release,
            offers=2,
            missing=few,
        )
        for company in _saved()
    ]


def _feed() -> m.Feed:
    return m.Feed.objects.get_or_create(name="Crowd feed", slug="crowd-feed", format="csv")[0]


def _receipts():
    wrong = [{"item": "item 1", "reason": "It has no “title”."}]
    return [
        m.FeedReceipt(feed=_feed(), started_at=WHEN, finished_at=WHEN, rejected=1, rejections=wrong)
        for _ in range(PAGE)
    ]


def _postings(around):
    return [
        m.Posting(
            title=f"Crowd keeper {number}",
            company_name="Crowd employer",
            company=company,
            occupation=around.occupation,
            match_confidence=50 + number % 50,
            matched_title="Crowd keeper",
            description="<p>Keep the crowd.</p>",
            pay_min="20.50",
            pay_unit="hour",
            currency="USD",
            yearly_min=42640,
            employment_types="FULL_TIME,PART_TIME",
            apply_url="https://crowd.example/apply",
            posted_on=date(2026, 11, 20),
            fingerprint=str(number),
        )
        for number, company in enumerate(_saved())
    ]


def _saved_postings(around) -> list[m.Posting]:
    return m.Posting.objects.bulk_create(_postings(around))


def _places(around):
    area = m.Area.objects.get(code="0042660")
    return [
        m.PostingPlace(posting=posting, city="Tacoma", state="WA", area=area)
        for posting in _saved_postings(around)
    ]


def _origins(around):
    return [
        m.PostingOrigin(posting=posting, feed=_feed(), external_id=f"c{posting.pk}", first_seen=WHEN.date())
        for posting in _saved_postings(around)
    ]


COMPANY_MAKERS = {
    m.Company: lambda around: _companies(),
    m.CompanyName: lambda around: _names(),
    m.CompanyIdentifier: lambda around: [
        m.CompanyIdentifier(company=company, scheme="lei", value=f"CROWD{company.pk}") for company in _saved()
    ],
    m.CompanyAssessment: lambda around: [
        m.CompanyAssessment(
            company=company, topic="Crowds", score="50.5", as_of=date(2026, 1, 1), source_name="Nobody"
        )
        for company in _saved()
    ],
    m.CompanyLogo: lambda around: _logos(),
    m.CompanyListing: lambda around: [
        m.CompanyListing(company=company, sector="Crowds", release=around.release) for company in _saved()
    ],
    m.MergedCompany: lambda around: [
        m.MergedCompany(company=company, was=0, name="Crowd of old", slug=f"crowd-of-old-{company.pk}")
        for company in _saved()
    ],
    m.EmployerPay: _pay,
    m.Feed: lambda around: [
        m.Feed(name=f"Crowd feed {number}", slug=f"crowd-feed-{number}", format="csv")
        for number in range(PAGE)
    ],
    m.FeedReceipt: lambda around: _receipts(),
    m.Posting: _postings,
    m.PostingPlace: _places,
    m.PostingOrigin: _origins,
}
