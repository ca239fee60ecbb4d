"""The public job board of Ashby: `GET /posting-api/job-board/<board>?includeCompensation=true`."""

from decimal import Decimal

from careers.feeds.records import Document, PlaceRecord, PostingRecord, Reading, Unreadable
from careers.feeds.values import amount, day, listed, mapping, parsed, places, reading, required, text

WANTED = "the job board of Ashby, an object with a list “jobs” whose items have “jobUrl”"
UNITS = {
    "1 HOUR": "hour",
    "1 DAY": "day",
    "1 WEEK": "week",
    "2 WEEK": "biweek",
    "1 MONTH": "month",
    "1 YEAR": "year",
}
TYPES = {
    "FullTime": "FULL_TIME",
    "PartTime": "PART_TIME",
    "Contract": "CONTRACTOR",
    "Temporary": "TEMPORARY",
    "Intern": "INTERN",
}


def read(document: Document) -> Reading:
    jobs = mapping(parsed(document, WANTED)).get("jobs")
    if not isinstance(jobs, list) or (jobs and not any("jobUrl" in mapping(job) for job in jobs)):
        raise Unreadable(
            f"This is not {WANTED}. "
            "Give https://api.ashbyhq.com/posting-api/job-board/BOARD?includeCompensation=true."
        )
    return reading(jobs, _posting)


def _posting(job: dict) -> PostingRecord | None:
    if job.get("isListed") is False:
        return None
    stated, says_remote, remote_in = _places(job)
    workplace = text(job.get("workplaceType")).lower()
    is_remote = says_remote or (job.get("isRemote") is True and workplace in {"", "remote"})
    pay_min, pay_max, unit, currency = _pay(job)
    kind = text(job.get("employmentType"))
    return PostingRecord(
        external_id=required(job, "id"),
        title=required(job, "title"),
        description=text(job.get("descriptionHtml")),
        apply_url=text(job.get("applyUrl")) or required(job, "jobUrl"),
        url=text(job.get("jobUrl")),
        places=stated,
        is_remote=is_remote,
        remote_in=remote_in or (_country(job) if is_remote else ""),
        pay_min=pay_min,
        pay_max=pay_max,
        pay_unit=unit,
        currency=currency,
        employment_types=(TYPES.get(kind, "OTHER"),) if kind else (),
        # `applyUrl` is the form itself.
        is_direct_apply=bool(text(job.get("applyUrl"))),
        posted_on=day(job.get("publishedAt"), "day of posting"),
    )


def _places(job: dict) -> tuple[tuple[PlaceRecord, ...], bool, str]:
    """The location and the secondary ones, each by its address where it has one."""
    found, is_remote, remote_in = {}, False, ""
    for each in (job, *map(mapping, listed(job.get("secondaryLocations")))):
        stated, says_remote, lives_in = places(text(each.get("location")))
        is_remote |= says_remote
        remote_in = remote_in or lives_in
        address = _address(each)
        if address and address.city and stated:
            stated = (address,)
        found |= dict.fromkeys(stated)
    return tuple(found), is_remote, remote_in


def _address(location: dict) -> PlaceRecord | None:
    address = mapping(location.get("address"))
    address = mapping(address.get("postalAddress")) or address
    values = [text(address.get(name)) for name in ("addressLocality", "addressRegion", "addressCountry")]
    return PlaceRecord(*values) if any(values) else None


def _country(job: dict) -> str:
    address = _address(job)
    return address.country if address else ""


def _pay(job: dict) -> tuple[Decimal | None, Decimal | None, str, str]:
    """The salary among the components; shares and bonuses are not pay here."""
    if job.get("shouldDisplayCompensationOnJobPostings") is False:
        return None, None, "", ""
    for part in map(mapping, listed(mapping(job.get("compensation")).get("summaryComponents"))):
        unit, currency = UNITS.get(text(part.get("interval")), ""), text(part.get("currencyCode"))
        if text(part.get("compensationType")) == "Salary" and unit and currency:
            low, high = amount(part.get("minValue")), amount(part.get("maxValue"))
            if low or high:
                return low, high, unit, currency
    return None, None, "", ""
