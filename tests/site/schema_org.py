"""What schema.org allows of the words used here: types, their properties, and what each property holds.

Of https://schema.org/Occupation and the types that it leads to, as far as the portal speaks of them.
"""

import json
from urllib.parse import urlsplit

from tests.site.html import Element

URL, TEXT, NUMBER, INTEGER, BOOLEAN = "URL", "Text", "Number", "Integer", "Boolean"
_THING = {"name": TEXT, "description": TEXT, "url": URL}
_DISTRIBUTION = {
    "duration": TEXT,
    "median": NUMBER,
    "percentile10": NUMBER,
    "percentile25": NUMBER,
    "percentile75": NUMBER,
    "percentile90": NUMBER,
}
VOCABULARY = {
    "BreadcrumbList": {"itemListElement": ["ListItem"]},
    "ListItem": {"position": INTEGER, "item": URL},
    "Occupation": {
        "educationRequirements": TEXT,
        "estimatedSalary": "MonetaryAmountDistribution",
        "experienceRequirements": TEXT,
        "occupationLocation": ("Country", "State", "AdministrativeArea"),
        "occupationalCategory": "CategoryCode",
    },
    "CategoryCode": {"codeValue": TEXT, "inCodeSet": "CategoryCodeSet"},
    "CategoryCodeSet": {},
    "MonetaryAmountDistribution": {"currency": TEXT, **_DISTRIBUTION},
    "Country": {},
    "State": {},
    "AdministrativeArea": {},
    "JobPosting": {
        "applicantLocationRequirements": ("Country", "State", "AdministrativeArea"),
        "baseSalary": "MonetaryAmount",
        "datePosted": TEXT,
        "directApply": BOOLEAN,
        "employmentType": [TEXT],
        "hiringOrganization": "Organization",
        "identifier": "PropertyValue",
        "jobLocation": ["Place"],
        "jobLocationType": TEXT,
        "title": TEXT,
        "validThrough": TEXT,
    },
    "Organization": {"alternateName": TEXT, "foundingDate": TEXT, "logo": URL, "sameAs": URL},
    "PropertyValue": {"value": TEXT},
    "Place": {"address": "PostalAddress"},
    "PostalAddress": {"addressLocality": TEXT, "addressRegion": TEXT, "addressCountry": TEXT},
    "MonetaryAmount": {"currency": TEXT, "value": "QuantitativeValue"},
    "QuantitativeValue": {"value": NUMBER, "minValue": NUMBER, "maxValue": NUMBER, "unitText": TEXT},
}


def structured_data(page: Element) -> list[dict]:
    """The nodes that a page has; it has one block of them at most."""
    blocks = [script for script in page.all("script") if script.attrs.get("type") == "application/ld+json"]
    assert len(blocks) <= 1
    if not blocks:
        return []
    whole = json.loads("".join(blocks[0].texts))
    assert set(whole) == {"@context", "@graph"}
    assert whole["@context"] == "https://schema.org"
    return whole["@graph"]


def faults(node: dict, path: str = "") -> list[str]:
    """What is wrong with a node and those in it: unknown words, values of the wrong kind, empty ones."""
    kind = node.get("@type")
    if kind not in VOCABULARY:
        return [f"{path}: no type {kind}"]
    allowed = _THING | VOCABULARY[kind]
    found = []
    for name, value in node.items():
        here = f"{path}/{kind}.{name}"
        if name == "@type":
            continue
        if name not in allowed:
            found.append(f"{here}: no such property")
        else:
            found += _of_value(value, allowed[name], here)
    return found


def _of_value(value, wanted, here: str) -> list[str]:
    if isinstance(wanted, list):
        if not isinstance(value, list) or not value:
            return [f"{here}: no list"]
        return [fault for item in value for fault in _of_value(item, wanted[0], here)]
    if isinstance(value, list) and value:  # any property may be said several times
        return [fault for item in value for fault in _of_value(item, wanted, here)]
    if wanted == URL:
        parts = urlsplit(value)
        return [] if parts.scheme in {"http", "https"} and parts.netloc else [f"{here}: {value} is not whole"]
    if wanted == TEXT:
        return [] if isinstance(value, str) and value.strip() == value != "" else [f"{here}: {value!r}"]
    if wanted == BOOLEAN:
        return [] if isinstance(value, bool) else [f"{here}: {value!r}"]
    if wanted in {NUMBER, INTEGER}:
        kinds = (int, float) if wanted == NUMBER else (int,)
        return [] if type(value) in kinds and value > 0 else [f"{here}: {value!r}"]
    if not isinstance(value, dict) or value.get("@type") not in (
        wanted if isinstance(wanted, tuple) else (wanted,)
    ):
        return [f"{here}: not {wanted}"]
    return faults(value, here)
