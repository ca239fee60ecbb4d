"""schema.org JobPosting: in the JSON-LD of an HTML page, in a JSON document, or on the pages of a sitemap.

https://schema.org/JobPosting names the fields, https://developers.google.com/search/docs/appearance/
structured-data/job-posting how employers fill them in.
"""

from collections.abc import Iterator
from decimal import Decimal
from hashlib import sha256
from html import unescape

from careers.feeds.markup_documents import absolute, decoded, is_web, json_ld, sitemap
from careers.feeds.records import Document, PlaceRecord, PostingRecord, Reading, Rejected, Unreadable
from careers.feeds.values import (
    Malformed,
    amount,
    day,
    listed,
    loaded,
    looks_like,
    mapping,
    place,
    reading,
    required,
    text,
)

MAX_FOLLOWED = 1000  # pages of one sitemap
UNITS = {
    "HOUR": "hour",
    "DAY": "day",
    "WEEK": "week",
    "BIWEEK": "biweek",
    "MONTH": "month",
    "YEAR": "year",
    # As UN/CEFACT codes them.
    "HUR": "hour",
    "WEE": "week",
    "MON": "month",
    "ANN": "year",
}
TELECOMMUTE = "TELECOMMUTE"


def read(document: Document) -> Reading:
    addresses = sitemap(document.content)
    if addresses is not None:
        return _to_follow(document, addresses)
    found, unreadable = [], 0
    is_json = document.content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"["}
    page = decoded(document.content)
    for script in [page] if is_json else json_ld(page):
        try:
            found += _postings_in(loaded(script))
        except ValueError:
            unreadable += 1
    if not found:
        raise Unreadable(_nothing(document, is_json, unreadable))
    read = reading(found, lambda item: _posting(item, document), _key)
    read.rejected += [Rejected("a JSON-LD script", "It is no JSON.")] * bool(unreadable)
    return read


def _nothing(document: Document, is_json: bool, unreadable: int) -> str:
    if unreadable:
        return "Its JSON cannot be read: it is broken, or nested without end."
    if is_json:
        return "This JSON holds no object with “@type”: “JobPosting”. Check the address and the format."
    return (
        f"No JobPosting in JSON-LD is here: it looks like {looks_like(document.content)}. Give the page of a "
        "job, a sitemap of such pages, or the JSON itself."
    )


def _to_follow(document: Document, addresses: list[str]) -> Reading:
    found = Reading()
    whole = dict.fromkeys(absolute(document.location, address) for address in addresses if address)
    for address in whole:
        if not is_web(address):
            found.rejected.append(Rejected(address[:200], "It is no http:// or https:// address."))
        elif len(found.follow) < MAX_FOLLOWED:
            found.follow.append(address)
    if (left := len(whole) - len(found.rejected) - len(found.follow)) > 0:
        found.rejected.append(
            Rejected(f"{left:,} more addresses", f"{MAX_FOLLOWED:,} pages of one sitemap are read.")
        )
    return found


def _postings_in(value: object) -> Iterator[dict]:
    """Every JobPosting, in the order of the document: single, in a list, in a graph or within another."""
    waiting = [value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += reversed(value)
        elif isinstance(value, dict):
            types = {text(kind).rpartition("/")[2].rpartition(":")[2] for kind in listed(value.get("@type"))}
            if "JobPosting" in types:
                yield value
            else:
                waiting += reversed(value.values())


def _posting(item: dict, document: Document) -> PostingRecord:
    own = text(item.get("url")) or text(item.get("@id"))
    page = document.location if is_web(document.location) else ""
    url = absolute(page, own) if own else page
    is_remote = TELECOMMUTE in {text(kind).upper() for kind in listed(item.get("jobLocationType"))}
    pay_min, pay_max, unit, currency = _pay(item)
    title = required(item, "title")
    description = text(item.get("description"))
    return PostingRecord(
        external_id=_key(item),
        title=unescape(title),
        # Some escape the HTML once more.
        description=description if "<" in description else unescape(description),
        apply_url=url,
        url=url,
        company_name=unescape(_company(item)),
        places=tuple(dict.fromkeys(filter(None, map(_place, listed(item.get("jobLocation")))))),
        is_remote=is_remote,
        remote_in=_remote_in(item) if is_remote else "",
        pay_min=pay_min,
        pay_max=pay_max,
        pay_unit=unit,
        currency=currency,
        employment_types=tuple(
            dict.fromkeys(
                kind.strip().upper().replace("-", "_").replace(" ", "_")
                for each in listed(item.get("employmentType"))
                for kind in text(each).split(",")
                if kind.strip()
            )
        ),
        is_direct_apply=item.get("directApply") is True or text(item.get("directApply")).lower() == "true",
        identifier=_identifier(item),
        posted_on=day(item.get("datePosted"), "day of posting"),
        valid_through=day(item.get("validThrough"), "last day"),
    )


def _first(value: object) -> object:
    return next(iter(listed(value)), None)


def _identifier(item: dict) -> str:
    stated = _first(item.get("identifier"))
    return text(stated) or text(mapping(stated).get("value"))


def _company(item: dict) -> str:
    employer = item.get("hiringOrganization")
    return text(employer) or text(mapping(_first(employer)).get("name"))


def _key(item: dict) -> str:
    """Its own key; for a posting that names none, one of what it is."""
    if named := _identifier(item) or text(item.get("url")) or text(item.get("@id")):
        return named
    where = "|".join(map(str, map(_place, listed(item.get("jobLocation")))))
    what = "|".join([text(item.get("title")), _company(item), where])
    return sha256(what.encode("utf-8", "replace")).hexdigest()


def _place(location: object) -> PlaceRecord | None:
    if written := text(location):
        return place(written)
    address = mapping(location).get("address")
    if written := text(address):
        return place(written)
    address = mapping(_first(address))
    country = address.get("addressCountry")
    city, state = (text(address.get(name)) for name in ("addressLocality", "addressRegion"))
    country = text(country) or text(mapping(_first(country)).get("name"))
    if not (city or state or country):
        return None
    return PlaceRecord(city, state, country or "US")


def _remote_in(item: dict) -> str:
    """The one area where a remote worker may live; where there are several, their country is not said."""
    names = [
        text(area) or text(mapping(area).get("name"))
        for area in listed(item.get("applicantLocationRequirements"))
    ]
    return names[0] if len(names) == 1 else ""


def _pay(item: dict) -> tuple[Decimal | None, Decimal | None, str, str]:
    salary = _first(item.get("baseSalary"))
    stated = mapping(salary)
    value = _first(stated.get("value"))
    range_of = mapping(value) or stated
    low, high = (amount(range_of.get(name)) for name in ("minValue", "maxValue"))
    if low is None and high is None:
        low = high = amount(range_of.get("value") if isinstance(value, dict) else value)
    if not low and not high:
        return None, None, "", ""
    unit = text(range_of.get("unitText")) or text(stated.get("unitText"))
    currency = (
        text(stated.get("currency")) or text(range_of.get("currency")) or text(item.get("salaryCurrency"))
    )
    if unit.upper() not in UNITS:
        raise Malformed(f"Its pay is for {unit[:40]!r}; “unitText” must be one of {', '.join(UNITS)}.")
    return low, high, UNITS[unit.upper()], currency
