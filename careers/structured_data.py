"""What a page says of itself to machines, in schema.org's words: pure builders of JSON-LD nodes."""

import re
from collections.abc import Callable, Iterable

from careers import formatting
from careers.kept_with import kept_with_it
from careers.language import language
from careers.markup import words_of_markdown
from careers.prose.occupation import entry_phrase
from careers.prose.overview import is_combined, the_work
from careers.selectors.company import CompanyPage
from careers.selectors.pay import PayRange
from careers.selectors.profile import Profile

Absolute = Callable[[str], str]  # from an address of the site to a whole URL

HOME = ("Career portal", "/")
CLASSIFICATION = {
    "@type": "CategoryCodeSet",
    "name": "Standard Occupational Classification 2018",
    "url": "https://www.bls.gov/soc/2018/",
}
# Where the pay survey puts several occupations of the classification under a code of its own.
SURVEY_CODES = {
    "@type": "CategoryCodeSet",
    "name": "Occupational Employment and Wage Statistics codes, made from the SOC 2018",
    "url": "https://www.bls.gov/oes/",
}
DURATIONS = {"year": "P1Y", "hour": "PT1H"}  # ISO 8601
PERCENTILES = {
    "percentile10": "p10",
    "percentile25": "p25",
    "median": "median",
    "percentile75": "p75",
    "percentile90": "p90",
}
NATION = "United States"
# Areas of the pay survey that schema.org's State, "a state or province of a country", does not fit.
NO_STATES = {"District of Columbia", "Guam", "Puerto Rico", "Virgin Islands"}
LOCAL = re.compile(r", [A-Z]{2}|\bnonmetropolitan\b")  # "Abilene, TX", "Alaska nonmetropolitan area"


class Node(dict):
    """A node that is shared by pages, and keeps what is written of it; nobody may change it."""

    __slots__ = ("written",)


def breadcrumb_list(crumbs: Iterable[tuple[str, str]], own_url: str, absolute: Absolute) -> dict:
    """The way from the home page to this one; `own_url` is whole, a crumb without an address is here."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": name,
                "item": absolute(address) if address else own_url,
            }
            for position, (name, address) in enumerate((HOME, *crumbs), start=1)
        ],
    }


def occupation(profile: Profile, absolute: Absolute) -> dict:
    """An Occupation; what is not known, or only known to be missing, is left out.

    The description is an editor's, else made here from the figures: never a publisher's.
    """
    url, key = absolute(profile.url), ("occupation node", language())
    node = profile.drawn.get(key)
    # The last is kept: a host may be asked for at many ports.
    if node is None or node["url"] != url:
        known = _known(profile)
        node = profile.drawn[key] = Node({"@type": "Occupation", "name": profile.title, "url": url, **known})
    return node


@kept_with_it
def _known(profile: Profile) -> dict:
    said = {
        "description": words_of_markdown(profile.summary) or " ".join(the_work(profile)),
        "occupationalCategory": _category(profile),
        "educationRequirements": _education(profile),
        "experienceRequirements": _experience(profile),
        **_pay(profile),
    }
    return {name: value for name, value in said.items() if value}


def organization(page: CompanyPage, absolute: Absolute) -> dict:
    """An Organization: its page here, its own site and registers elsewhere; only what is known.

    A founding date only where it is a plain year: “1905 (1869)” is none.
    """
    known = {cell.key: cell.text for cell in page.facts if not cell.missing}
    founded = known.get("company_founded", "")
    said = {
        "@type": "Organization",
        "name": page.name,
        "alternateName": [cell.text for cell in page.names],
        "url": page.website or absolute(page.url),
        "sameAs": [identifier.url for identifier in page.identifiers if identifier.url],
        "logo": absolute(page.logo.url) if page.logo else "",
        "foundingDate": founded if re.fullmatch(r"\d{4}", founded, re.ASCII) else "",
    }
    return {name: value for name, value in said.items() if value}


def _category(profile: Profile) -> dict | None:
    if not profile.soc_code:
        return None
    # The classification's own code for several occupations is that of a broad group and ends in 0.
    is_survey_code = is_combined(profile) and not profile.soc_code.endswith("0")
    code_set = SURVEY_CODES if is_survey_code else CLASSIFICATION
    return {"@type": "CategoryCode", "codeValue": profile.soc_code, "inCodeSet": code_set}


def _education(profile: Profile) -> str:
    """Text, not a credential: the publisher names what is typical, which nobody is bound by."""
    entry = profile.cell("entry_education")
    return "" if entry.missing else f"Typical at entry: {entry_phrase(entry.text)}"


def _experience(profile: Profile) -> str:
    asked = profile.cell("work_experience")
    if asked.missing:
        return ""
    return f"Typical at entry: {formatting.lower_first(asked.text)} in a related occupation"


def _pay(profile: Profile) -> dict:
    """The percentiles that are printed, with where they hold; a top-coded one has no amount to give."""
    spread, told = profile.pay_range, profile.cell("pay_range")
    amounts = _percentiles(spread) if spread else {}
    if not amounts:
        return {}
    salary = {
        "@type": "MonetaryAmountDistribution",
        "description": f"{told.source_name}, {told.release}",
        "currency": "USD",
        "duration": DURATIONS[spread.per],
        **amounts,
    }
    return {"estimatedSalary": salary, "occupationLocation": _location(told.area)}


def _percentiles(spread: PayRange) -> dict[str, int | float]:
    """US dollars; cents only where there are some."""
    amounts = {name: getattr(spread, field) for name, field in PERCENTILES.items()}
    return {
        name: int(amount) if amount == int(amount) else amount
        for name, amount in amounts.items()
        if amount is not None
    }


def _location(area: str) -> dict | None:
    """The country, one of its states, or what schema.org has no narrower word for."""
    if not area:
        return None
    if area == NATION:
        kind = "Country"
    else:
        kind = "AdministrativeArea" if area in NO_STATES or LOCAL.search(area) else "State"
    return {"@type": kind, "name": area}
