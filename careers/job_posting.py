"""A job in schema.org's words, as Google's job search asks for it: a pure builder of JSON-LD.

https://developers.google.com/search/docs/appearance/structured-data/job-posting names what is required.
Only what the posting states goes in: no matched occupation, no context, no estimate.
"""

from careers import markup
from careers.selectors.posting import Place, PostingPage
from careers.selectors.stated_pay import StatedPay
from careers.structured_data import NO_STATES, Absolute

UNIT_TEXTS = {"hour": "HOUR", "day": "DAY", "week": "WEEK", "month": "MONTH", "year": "YEAR"}
NATION_CODE = "0000000"


def withheld(page: PostingPage) -> str:
    """Why the job has no structured data; '' where it has some."""
    posting = page.posting
    if posting.is_sample:
        return "It is a sample."
    if not page.status.is_open:
        return "It is not open."
    missing = [
        name
        for name, given in (
            ("title", posting.title.strip()),
            ("description", markup.plain_text(posting.description)),
            ("employer", _employer(page)),
            ("place, with its city or state, or where a remote worker may live", _location(page)),
        )
        if not given
    ]
    return f"Required and not stated: {'; '.join(missing)}." if missing else ""


def job_posting(page: PostingPage, absolute: Absolute) -> dict | None:
    """A JobPosting; None where `withheld` says why."""
    if withheld(page):
        return None
    posting = page.posting
    employer = _employer(page)
    organization = {"@type": "Organization", "name": employer}
    if posting.company and posting.company.website:
        organization["sameAs"] = posting.company.website
    said = {
        "@type": "JobPosting",
        "title": posting.title.strip(),
        "description": markup.sanitised(posting.description),
        "url": absolute(posting.get_absolute_url()),
        "datePosted": posting.posted_on.isoformat(),
        # A job is open to the end of its last day.
        "validThrough": f"{posting.valid_through}T23:59:59" if posting.valid_through else "",
        "employmentType": [name for name in posting.employment_types.split(",") if name],
        "hiringOrganization": organization,
        "identifier": _identifier(posting.identifier, employer),
        "baseSalary": _salary(page.stated),
        **_location(page),
    }
    return {**{name: value for name, value in said.items() if value}, "directApply": posting.is_direct_apply}


def _employer(page: PostingPage) -> str:
    posting = page.posting
    return (posting.company.name if posting.company else posting.company_name).strip()


def _location(page: PostingPage) -> dict:
    """Where the work is done; where a remote worker may live. Empty where neither is known."""
    told = {}
    if places := [_place(place) for place in page.places if place.country and (place.city or place.state)]:
        told["jobLocation"] = places
    if page.posting.is_remote and (area := page.posting.remote_area):
        told["jobLocationType"] = "TELECOMMUTE"
        told["applicantLocationRequirements"] = _area(area.name, is_nation=area.code == NATION_CODE)
    elif page.posting.is_remote and places:
        told["jobLocationType"] = "TELECOMMUTE"
    return told


def _place(place: Place) -> dict:
    address = {
        "@type": "PostalAddress",
        "addressLocality": place.city,
        "addressRegion": place.state,
        "addressCountry": place.country,
    }
    return {"@type": "Place", "address": {name: value for name, value in address.items() if value}}


def _area(name: str, *, is_nation: bool) -> dict:
    if is_nation:
        return {"@type": "Country", "name": name}
    return {"@type": "AdministrativeArea" if name in NO_STATES else "State", "name": f"{name}, USA"}


def _identifier(value: str, employer: str) -> dict | None:
    return {"@type": "PropertyValue", "name": employer, "value": value} if value else None


def _salary(stated: StatedPay | None) -> dict | None:
    """Pay as stated; pay for two weeks has no unit there."""
    if stated is None or stated.unit not in UNIT_TEXTS:
        return None
    low, high = (None if end is None else _number(end) for end in (stated.low, stated.high))
    if low == high:
        ends = {"value": low}
    else:
        ends = {name: end for name, end in (("minValue", low), ("maxValue", high)) if end}
    if not any(ends.values()):
        return None
    amount = {"@type": "QuantitativeValue", **ends, "unitText": UNIT_TEXTS[stated.unit]}
    return {"@type": "MonetaryAmount", "currency": stated.currency, "value": amount}


def _number(amount) -> int | float:
    return int(amount) if amount == int(amount) else float(amount)
