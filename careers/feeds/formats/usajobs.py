"""The answer of the USAJOBS Search API: one page of the announcements that federal agencies publish.

https://developer.usajobs.gov/api-reference/get-api-search. Fetched from its address, the further pages
follow; the address may ask for anything that the API takes, say `?Keyword=nurse&ResultsPerPage=500`. The
API wants the key and the mail address that it was given to: settings USAJOBS_API_KEY and USAJOBS_EMAIL.

Pay by school year, piece or fee is none here: it is for no length of time. What is unpaid is volunteering.
"""

import re
from collections.abc import Iterator, Mapping
from html import escape
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.conf import settings

from careers.feeds.records import Document, PlaceRecord, PostingRecord, Reading, Rejected, Unreadable
from careers.feeds.values import Malformed, amount, day, listed, mapping, parsed, required, text

HOST = "data.usajobs.gov"
MAX_PAGES = 400
UNITS = {
    "per year": "year", "pa": "year", "per hour": "hour", "ph": "hour", "per day": "day", "pd": "day",
    "per month": "month", "pm": "month", "bi-weekly": "biweek", "bw": "biweek",
}  # fmt: skip
UNPAID = {"without compensation", "wc"}
# Beginnings of schedules and of kinds of appointment.
TYPES = {
    "full": "FULL_TIME", "part": "PART_TIME", "job sharing": "PART_TIME", "intern": "INTERN",
    "temporary": "TEMPORARY", "term": "TEMPORARY", "seasonal": "TEMPORARY", "summer": "TEMPORARY",
}  # fmt: skip
ANYWHERE = ("anywhere in the u.s.", "remote")
UNDECIDED = ("location negotiable", "multiple locations", "negotiable")
PARTS_OF_DEPARTMENT = ("offices,", "agency wide", "department")
# Parts of an announcement in the order that a reader wants them.
PARTS = {
    "MajorDuties": "Duties",
    "QualificationSummary": "Qualifications",
    "Requirements": "Requirements",
    "Education": "Education",
    "Evaluations": "How applicants are judged",
    "RequiredDocuments": "Documents",
    "HowToApply": "How to apply",
    "Benefits": "Benefits",
    "OtherInformation": "More",
}
MARKUP = re.compile(r"</?[a-zA-Z]")


def headers(address: str) -> Mapping[str, str]:
    """How the API wants to be asked; the key goes to it alone."""
    parts = urlsplit(address)
    if parts.scheme != "https" or parts.hostname != HOST or not settings.USAJOBS_API_KEY:
        return {}
    return {"User-Agent": settings.USAJOBS_EMAIL, "Authorization-Key": settings.USAJOBS_API_KEY}


def read(document: Document) -> Reading:
    result = mapping(mapping(parsed(document, "an answer of the USAJOBS Search API")).get("SearchResult"))
    items = result.get("SearchResultItems")
    if not isinstance(items, list):
        raise Unreadable("It has no list of SearchResultItems: take an answer of the USAJOBS Search API.")
    reading = Reading(follow=list(_further(document.location, result)))
    for number, item in enumerate(map(mapping, items), start=1):
        try:
            reading.postings.append(_posting(item))
        except Malformed as fault:
            named = text(item.get("MatchedObjectId")) or f"item {number}"
            reading.rejected.append(Rejected(named, str(fault)))
    return reading


def _further(location: str, result: dict) -> Iterator[str]:
    """The addresses of the other pages, where this is the first of a fetched answer."""
    parts = urlsplit(location)
    if parts.scheme not in ("http", "https"):
        return
    asked = dict(parse_qsl(parts.query, keep_blank_values=True))
    pages = text(mapping(result.get("UserArea")).get("NumberOfPages"))
    if asked.get("Page", "1") != "1" or not re.fullmatch(r"[0-9]{1,4}", pages):
        return
    if int(pages) > MAX_PAGES:
        raise Unreadable(f"It has {pages} pages; {MAX_PAGES} are the most. Ask with ResultsPerPage=500.")
    for page in range(2, int(pages) + 1):
        yield parts._replace(query=urlencode({**asked, "Page": page})).geturl()


def _posting(item: dict) -> PostingRecord:
    said = mapping(item.get("MatchedObjectDescriptor"))
    details = mapping(mapping(said.get("UserArea")).get("Details"))
    pay = next(map(mapping, listed(said.get("PositionRemuneration"))), {})
    interval = text(pay.get("RateIntervalCode")).lower()
    unit = UNITS.get(interval, "")
    places = [mapping(each) for each in listed(said.get("PositionLocation"))]
    settled = [each for each in places if not _city(each).lower().startswith(ANYWHERE)]
    is_remote = len(settled) < len(places) or str(details.get("RemoteIndicator")).lower() == "true"
    return PostingRecord(
        external_id=required(item, "MatchedObjectId"),
        title=required(said, "PositionTitle"),
        description=_description(said, details),
        apply_url=next(map(text, listed(said.get("ApplyURI"))), ""),
        url=text(said.get("PositionURI")),
        company_name=_employer(said),
        identifier=text(said.get("PositionID")),
        places=tuple(map(_place, settled)),
        is_remote=is_remote,
        remote_in="United States" if is_remote else "",
        pay_min=amount(pay.get("MinimumRange")) if unit else None,
        pay_max=amount(pay.get("MaximumRange")) if unit else None,
        pay_unit=unit,
        currency="USD" if unit else "",
        employment_types=_types(said, is_unpaid=interval in UNPAID),
        posted_on=day(said.get("PublicationStartDate"), "day of publication"),
        valid_through=day(said.get("ApplicationCloseDate"), "closing day"),
    )


def _employer(said: dict) -> str:
    organization, department = text(said.get("OrganizationName")), text(said.get("DepartmentName"))
    # “Offices, Boards and Divisions” are those of a department, but do not say of which.
    if organization.lower().startswith(PARTS_OF_DEPARTMENT):
        return ", ".join(filter(None, (department, organization)))
    return organization or department


def _city(place: dict) -> str:
    return text(place.get("CityName")) or text(place.get("LocationName"))


def _place(place: dict) -> PlaceRecord:
    """“Salt Lake City, Utah” in Utah is Salt Lake City; “Utah” in Utah is the state."""
    state, country = text(place.get("CountrySubDivisionCode")), text(place.get("CountryCode"))
    city = _city(place)
    for wider in filter(None, (country, state)):
        city = "" if city == wider else city.removesuffix(f", {wider}")
    if city.lower().startswith(UNDECIDED):
        city = ""
    return PlaceRecord(city, state, country or "US")


def _types(said: dict, *, is_unpaid: bool) -> tuple[str, ...]:
    named = [*listed(said.get("PositionSchedule")), *listed(said.get("PositionOfferingType"))]
    names = [text(mapping(each).get("Name")).lower() for each in named]
    found = [kind for start, kind in TYPES.items() if any(name.startswith(start) for name in names)]
    return tuple(dict.fromkeys([*found, *(["VOLUNTEER"] if is_unpaid else [])]))


def _description(said: dict, details: dict) -> str:
    stated = {**details, "QualificationSummary": said.get("QualificationSummary")}
    parts = [(heading, _html(stated.get(name))) for name, heading in PARTS.items()]
    return _html(stated.get("JobSummary")) + "".join(f"<h3>{head}</h3>{html}" for head, html in parts if html)


def _html(value: object) -> str:
    """A text, or several, as HTML: some agencies write that, others plain lines."""
    parts = []
    for written in map(text, listed(value)):
        if MARKUP.search(written):
            parts.append(f"<div>{written}</div>")
        else:
            parts += [f"<p>{escape(line.strip())}</p>" for line in written.splitlines() if line.strip()]
    return "".join(parts)
