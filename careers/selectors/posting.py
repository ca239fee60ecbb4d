"""One advertised job as its page shows it: what it states, whether it is open, and what is around it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, F, OuterRef, Prefetch, Q, QuerySet, Subquery, Window
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from careers.models import Area, Occupation, Posting, PostingOrigin, PostingPlace

from .addresses import place_url
from .related import Related, related_or_near
from .stated_pay import LocalPay, StatedPay, local_pay, stated_pay

AREAS_IN_CONTEXT = 5
OFFERS_SHOWN = 5
PLACES_OF_OFFER = 3
WORDS_SOUGHT = 6
HOME = "US"


@dataclass(frozen=True, slots=True)
class Status:
    """Whether one can apply; a job that one cannot apply for is no longer, or not yet, open."""

    is_open: bool
    kind: str = "open"  # open, expired (by its own date), withdrawn (from its feeds), coming
    since: date | None = None  # the last day to apply, the day it was gone, the day it opens


@dataclass(frozen=True, slots=True)
class Place:
    name: str
    city: str
    state: str
    country: str
    area: str = ""
    url: str = ""  # the page of the area that pay is looked up for


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a posting was read."""

    feed: str
    url: str
    first_seen: date
    closed_on: date | None


@dataclass(frozen=True, slots=True)
class Offer:
    """Another open job, as a line of a list."""

    posting: Posting
    places: tuple[str, ...]  # the first of them
    number_of_places: int


@dataclass(frozen=True, slots=True)
class Offers:
    """The first of other open jobs that have something in common, and how many there are."""

    total: int = 0
    shown: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class PostingPage:
    posting: Posting
    status: Status
    places: tuple[Place, ...]
    origins: tuple[Origin, ...]
    stated: StatedPay | None
    # Whose pay is the context: for a job title the official occupation that editors judge nearest to it.
    measured: Occupation | None = None
    local: tuple[LocalPay, ...] = ()
    more_areas: int = 0  # beyond those in context
    related: Related = field(default_factory=Related)
    same_occupation: Offers = field(default_factory=Offers)
    same_company: Offers = field(default_factory=Offers)
    same_place: Offers = field(default_factory=Offers)


def find(pk: int) -> Posting | None:
    """One query."""
    seen = Posting.objects.live(timezone.now())
    posting = seen.select_related("company", "occupation", "remote_area__state").filter(pk=pk).first()
    return without_hidden_company(posting) if posting else None


def without_hidden_company(posting: Posting) -> Posting:
    """The same, not to be saved: readers see the employer's name as stated, without a page that is none."""
    if posting.company and not posting.company.is_live(timezone.now()):
        posting.company = None
    return posting


def status(posting: Posting, today: date) -> Status:
    if posting.is_open(today):
        return Status(is_open=True)
    ended = posting.valid_through
    if posting.closed_on and not (ended and ended < posting.closed_on):
        return Status(is_open=False, kind="withdrawn", since=posting.closed_on)
    if ended and ended < today:
        return Status(is_open=False, kind="expired", since=ended)
    return Status(is_open=False, kind="coming", since=posting.posted_on)


def page(posting: Posting, today: date) -> PostingPage:
    """At most nine queries, however many places the posting has."""
    rows = list(posting.places.select_related("area__state"))
    areas = _areas(posting, rows)
    near, stated = areas[:AREAS_IN_CONTEXT], stated_pay(posting)
    occupation = posting.occupation
    measured = (occupation.closest_occupation or occupation) if occupation else None
    others = Posting.objects.open(today).exclude(pk=posting.pk)
    state = status(posting, today)
    return PostingPage(
        posting=posting,
        status=state,
        places=_places(rows),
        origins=tuple(_origin(origin) for origin in posting.origins.select_related("feed")),
        stated=stated,
        measured=measured,
        local=local_pay(measured.pk, near, stated) if measured else (),
        more_areas=len(areas) - len(near),
        related=related_or_near(occupation) if occupation else Related(),
        same_occupation=_offers(others.filter(occupation=occupation)) if occupation else Offers(),
        same_company=(
            _offers(others.filter(company=posting.company))
            if posting.company_id and state.is_open
            else Offers()
        ),
        same_place=_offers(_in_places(others, near)) if near and not state.is_open else Offers(),
    )


def like(words: str, today: date, limit: int = OFFERS_SHOWN) -> list[tuple[str, str]]:
    """Titles and addresses of open jobs with one of the words in their title, newest first; one query."""
    sought = [word for word in slugify(words).split("-") if len(word) > 2][:WORDS_SOUGHT]
    if not sought:
        return []
    titled = Q(*(("title__icontains", word) for word in sought), _connector=Q.OR)
    found = Posting.objects.open(today).filter(titled)[:limit]
    return [
        (
            _("{posting} (sample)").format(posting=posting) if posting.is_sample else str(posting),
            posting.get_absolute_url(),
        )
        for posting in found
    ]


def _areas(posting: Posting, rows: Sequence[PostingPlace]) -> list[Area]:
    """Those of its places, each once; of a job in no place of the country that is known, the nation."""
    areas = {row.area_id: row.area for row in rows if row.area}
    if posting.remote_area:
        areas.setdefault(posting.remote_area_id, posting.remote_area)
    if not areas and (posting.is_remote or any(row.country == HOME for row in rows)):
        return list(Area.objects.nation().select_related("state"))
    return list(areas.values())


def _places(rows: Sequence[PostingPlace]) -> tuple[Place, ...]:
    return tuple(
        Place(
            name=place_name(row),
            city=row.city,
            state=row.state,
            country=row.country,
            area=row.area.name if row.area else "",
            url=place_url(row.area) if row.area else "",
        )
        for row in rows
    )


def place_name(row: PostingPlace) -> str:
    """“Tacoma, WA”; with its country where that is known to be another."""
    return str(row) if row.country in (HOME, "", str(row)) else f"{row}, {row.country}"


def _origin(origin: PostingOrigin) -> Origin:
    return Origin(origin.feed.name, origin.url, origin.first_seen, origin.closed_on)


def _in_places(postings: QuerySet[Posting], areas: Sequence[Area]) -> QuerySet[Posting]:
    return postings.filter(pk__in=PostingPlace.objects.filter(area__in=areas).values("posting"))


def _offers(postings: QuerySet[Posting]) -> Offers:
    """Real ones before samples, then the newest; two queries."""
    of_posting = PostingPlace.objects.filter(posting=OuterRef("pk")).order_by().values("posting")
    found = list(
        postings.select_related("remote_area")
        .defer("description")
        .annotate(
            total=Window(Count("pk")),
            number_of_places=Subquery(of_posting.annotate(number=Count("pk")).values("number")),
        )
        .prefetch_related(
            Prefetch("places", PostingPlace.objects.all()[:PLACES_OF_OFFER], to_attr="first_places")
        )
        .order_by("is_sample", F("posted_on").desc(), F("pk").desc())[:OFFERS_SHOWN]
    )
    shown = tuple(
        Offer(other, tuple(place_name(place) for place in other.first_places), other.number_of_places or 0)
        for other in found
    )
    return Offers(found[0].total if found else 0, shown)
