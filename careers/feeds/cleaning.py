"""What a feed states of a posting, made safe and true to the model, or rejected with a reason.

Nothing is cut without a word: a title or a description that is too long rejects the posting. Control
characters and those that turn the direction of text are dropped. Pay of 0 to 0 is no pay.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from hashlib import sha256

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from careers import localities
from careers.importers.states import FIPS
from careers.markup import plain_text, sanitised
from careers.models import Area, Posting
from careers.models.postings import MAX_TITLE, MAX_YEARLY_PAY, PER_YEAR

from . import countries
from .records import PlaceRecord, PostingRecord, Rejected

MAX_NAME, MAX_KEY, MAX_IDENTIFIER, MAX_URL, MAX_CITY, MAX_STATE = 200, 200, 120, 1000, 120, 60  # characters
MAX_RAW_DESCRIPTION = 200_000  # characters, before it is cleaned
MAX_DESCRIPTION = 50_000  # and after
MAX_PLACES = 1000  # a federal notice of 673 is real
FIRST_DAY = date(2000, 1, 1)
YEARS_AHEAD = 2
MAX_AMOUNT = Decimal("9999999999.99")  # as wide as the column
CENT = Decimal("0.01")
# Control characters other than tab and line ends, lone surrogates, marks that turn text around.
UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
POSTAL = {f"{fips}00000": postal for postal, fips in FIPS.items()}
CURRENCY = re.compile(r"[A-Z]{3}")
_check_url = URLValidator(schemes=["http", "https"])


class Unusable(Exception):
    """Why the item cannot be a posting."""


@dataclass(frozen=True, slots=True)
class CleanPlace:
    city: str
    state: str  # postal abbreviation where it is known
    country: str  # ISO 3166; '' where unknown
    area: str  # code of the pay survey, or ''


@dataclass(frozen=True, slots=True)
class CleanPosting:
    """A posting as the database takes it. Where the feed gives no day of posting, `posted_on` is None."""

    external_id: str
    title: str
    description: str  # sanitised HTML
    apply_url: str
    url: str
    company_name: str  # '' where the feed names none
    places: tuple[CleanPlace, ...]
    is_remote: bool
    remote_area: str  # code of the nation or a state, or ''
    pay_min: Decimal | None
    pay_max: Decimal | None
    pay_unit: str
    currency: str
    yearly_min: int | None  # US dollars
    yearly_max: int | None
    employment_types: str
    is_direct_apply: bool
    identifier: str
    posted_on: date | None
    valid_through: date | None


def cleaned(record: PostingRecord, today: date) -> CleanPosting | Rejected:
    try:
        return _cleaned(record, today)
    except Unusable as fault:
        return Rejected(
            item=one_line(record.external_id)[:MAX_KEY] or "an item without a key", reason=str(fault)
        )


def _cleaned(record: PostingRecord, today: date) -> CleanPosting:
    places = _places(record.places)
    if not places and not record.is_remote:
        raise Unusable("It names no place and is not remote.")
    pay_min, pay_max, pay_unit, currency = stated_pay(record)
    posted_on, valid_through = _dates(record, today)
    url = _url(record.url, "page") if record.url.strip() else ""
    yearly = [yearly_pay(amount, pay_unit, currency) for amount in (pay_min, pay_max)]
    return CleanPosting(
        external_id=_key(record.external_id),
        title=_plain(record.title, "title", MAX_TITLE),
        description=clean_description(record.description),
        apply_url=_url(record.apply_url, "link to apply") if record.apply_url.strip() or not url else url,
        url=url,
        company_name=_plain(record.company_name, "employer", MAX_NAME, required=False),
        places=places,
        is_remote=record.is_remote,
        remote_area=_remote_area(record) if record.is_remote else "",
        pay_min=pay_min,
        pay_max=pay_max,
        pay_unit=pay_unit,
        currency=currency,
        yearly_min=yearly[0],
        yearly_max=yearly[1],
        employment_types=_employment_types(record.employment_types),
        is_direct_apply=record.is_direct_apply,
        identifier=_plain(record.identifier, "number", MAX_IDENTIFIER, required=False),
        posted_on=posted_on,
        valid_through=valid_through,
    )


def one_line(text: str) -> str:
    """Text on one line, without what does not belong into it."""
    return " ".join(UNWANTED.sub("", text).split())


def _plain(text: str, what: str, longest: int, *, required: bool = True) -> str:
    if len(text) > 10 * longest:
        raise Unusable(f"Its {what} has {len(text):,} characters; {longest} are the most.")
    plain = one_line(plain_text(one_line(text)))  # “&#1;” is a control character by now
    if required and not plain:
        raise Unusable(f"It has no {what}.")
    if len(plain) > longest:
        raise Unusable(f"Its {what} has {len(plain):,} characters; {longest} are the most.")
    return plain


def _key(external_id: str) -> str:
    if not (key := kept_key(external_id)):
        raise Unusable("It has no key of its own.")
    return key


def kept_key(external_id: str) -> str:
    """The key of an item as it is kept."""
    key = one_line(external_id)
    return key if len(key) <= MAX_KEY else sha256(key.encode()).hexdigest()


def clean_description(html: str) -> str:
    if len(html) > MAX_RAW_DESCRIPTION:
        raise Unusable(f"Its description has {len(html):,} characters; {MAX_RAW_DESCRIPTION:,} are the most.")
    # Once more after “&#1;” and the like have become characters: “java&#1;script:” must not become a link.
    clean = sanitised(UNWANTED.sub("", sanitised(UNWANTED.sub("", html))), is_from_elsewhere=True)
    if not plain_text(clean):
        raise Unusable("It has no description.")
    if len(clean) > MAX_DESCRIPTION:
        raise Unusable(
            f"Its description, cleaned, has {len(clean):,} characters; {MAX_DESCRIPTION:,} are the most."
        )
    return clean


def _url(text: str, what: str) -> str:
    url = text.strip()
    if not url:
        raise Unusable(f"It has no {what}.")
    try:
        if UNWANTED.search(url):
            raise ValidationError("control characters")
        _check_url(url)
    except ValidationError:
        raise Unusable(f"Its {what} is no http:// or https:// address.") from None
    if len(url) > MAX_URL:
        raise Unusable(f"Its {what} has {len(url):,} characters; {MAX_URL:,} are the most.")
    if "@" in url.split("/")[2]:
        raise Unusable(f"Its {what} holds a user name.")
    return url


def _dates(record: PostingRecord, today: date) -> tuple[date | None, date | None]:
    last = today + timedelta(days=366 * YEARS_AHEAD)
    for what, day in (("day of posting", record.posted_on), ("last day", record.valid_through)):
        if day is not None and not FIRST_DAY <= day <= last:
            raise Unusable(f"Its {what} is {day.isoformat()}; one from {FIRST_DAY} to {last} can be right.")
    if record.posted_on and record.valid_through and record.valid_through < record.posted_on:
        raise Unusable(f"It closes on {record.valid_through}, before it opens on {record.posted_on}.")
    return record.posted_on, record.valid_through


def stated_pay(record: PostingRecord) -> tuple[Decimal | None, Decimal | None, str, str]:
    amounts = [record.pay_min, record.pay_max]
    for amount in amounts:
        if amount is not None and not (amount.is_finite() and 0 <= amount <= MAX_AMOUNT):
            raise Unusable(f"Pay of {str(amount)[:40]} cannot be.")
    # A lower end of 0 says nothing.
    low, high = ((amount and amount.quantize(CENT, ROUND_HALF_UP)) or None for amount in amounts)
    if low is None and high is None:
        return None, None, "", ""
    if low is not None and high is not None and low > high:
        raise Unusable(f"Its pay begins at {low:,} and ends at {high:,}.")
    currency = record.currency.strip().upper()
    if record.pay_unit not in PER_YEAR:
        raise Unusable(
            f"Its pay is for {record.pay_unit[:20]!r}; it must be for one of: {', '.join(PER_YEAR)}."
        )
    if not CURRENCY.fullmatch(currency):
        raise Unusable(f"The currency of its pay is {currency[:20]!r}; it must be a code such as USD.")
    if currency == "USD" and (most := (high or low) * PER_YEAR[record.pay_unit]) > MAX_YEARLY_PAY:
        raise Unusable(f"Its pay comes to ${most:,.0f} a year; above ${MAX_YEARLY_PAY:,} it is a slip.")
    return low, high, record.pay_unit, currency


def yearly_pay(amount: Decimal | None, unit: str, currency: str) -> int | None:
    if amount is None or currency != "USD":
        return None
    return int((amount * PER_YEAR[unit]).quantize(Decimal(1), ROUND_HALF_UP))


def _employment_types(types: tuple[str, ...]) -> str:
    """In the order of the model; what it does not know is another one."""
    known = [choice.value for choice in Posting.EmploymentType]
    found = {each if each in known else Posting.EmploymentType.OTHER.value for each in types}
    return ",".join(sorted(found, key=known.index))


def _places(records: tuple[PlaceRecord, ...]) -> tuple[CleanPlace, ...]:
    places = dict.fromkeys(
        clean_place(one_line(each.city), one_line(each.state), one_line(each.country)) for each in records
    )
    if len(places) > MAX_PLACES:
        raise Unusable(f"It names {len(places):,} places; {MAX_PLACES:,} are the most.")
    return tuple(places)


@lru_cache(maxsize=20_000)
def clean_place(city: str, state: str, country: str) -> CleanPlace:
    if len(city) > MAX_CITY or len(state) > MAX_STATE:
        raise Unusable(f"A place has a name of more than {MAX_CITY} characters.")
    in_country = countries.code(country)
    if in_country != "US":
        return CleanPlace(city, state, in_country, "")
    postal = POSTAL.get(localities.state_code(state), state.upper() if state.upper() in FIPS else state)
    return CleanPlace(city, postal, in_country, localities.locate(city, state))


def _remote_area(record: PostingRecord) -> str:
    where = one_line(record.remote_in)
    return Area.NATION_CODE if countries.code(where) == "US" else localities.state_code(where)
