"""Values of JSON documents as they are found: any of them may be missing, or of another kind."""

import json
import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation

from careers import localities

from . import countries
from .records import Document, PlaceRecord, PostingRecord, Reading, Rejected, Unreadable

REMOTE = re.compile(r"\b(?:fully |100% )?(?:remote|work from home|anywhere|distributed)\b", re.IGNORECASE)
BLANKS = re.compile(r"[^\S\n]+")
AROUND = " -–—()[],:;/|·"
SEVERAL = re.compile(r"\s*[;|•\n]\s*|\s+or\s+|\s+/\s+", re.IGNORECASE)
NOTHING = re.compile(r"(?:hybrid|on-?site|in[- ]office|multiple locations|various)\b", re.IGNORECASE)
MAX_PLACES_IN_TEXT = 100
MILLISECONDS = 1000
MAX_AMOUNT = 10**12
COUNTRIES = frozenset(countries.CODES.values())
LOOKS = (  # how a document begins, and what it then looks like
    (b"", "empty"),
    (b"<!doctype html", "an HTML page"),
    (b"<html", "an HTML page"),
    (b"<?xml", "an XML document"),
    (b"<", "an HTML or XML document"),
    (b"%pdf", "a PDF file"),
    (b"pk\x03\x04", "a ZIP file or a workbook"),
    (b"\x1f\x8b", "a gzip file"),
)


class Malformed(Exception):
    """Why an item cannot be a posting."""


def looks_like(content: bytes) -> str:
    start = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:20].lower()
    if not start:
        return LOOKS[0][1]
    return next((what for begin, what in LOOKS[1:] if start.startswith(begin)), "text that is not JSON")


def loaded(content: str | bytes) -> object:
    """JSON, its fractions exact; `ValueError` where it is none."""
    try:
        # NaN and Infinity are no JSON.
        return json.loads(content, parse_float=Decimal, parse_constant=_refuse)
    except (ArithmeticError, RecursionError) as fault:
        raise ValueError from fault


def parsed(document: Document, wanted: str) -> object:
    """The JSON of the document. `wanted` says what was expected."""
    try:
        return loaded(document.content)
    except ValueError:
        raise Unreadable(
            f"This is not {wanted}: it looks like {looks_like(document.content)}. Check the address."
        ) from None


def _refuse(constant: str):
    raise ValueError(constant)


def id_of(item: dict) -> str:
    return text(item.get("id"))


def reading(
    items: Iterable, make: Callable[[dict], PostingRecord | None], key_of: Callable[[dict], str] = id_of
) -> Reading:
    """Every item made a posting, or rejected under its key; None for an item that is not public."""
    found = Reading()
    for number, item in enumerate(items, start=1):
        try:
            if not isinstance(item, dict):
                raise Malformed("It is no object.")
            record = make(item)
        except Malformed as fault:
            name = key_of(item) if isinstance(item, dict) else ""
            found.rejected.append(Rejected(name or f"item {number}", str(fault)))
        else:
            if record is not None:
                found.postings.append(record)
    return found


def text(value: object) -> str:
    """Text or a number as text; '' for anything else."""
    if isinstance(value, str):
        return value.strip()
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def mapping(value: object) -> dict:
    return value if isinstance(value, dict) else {}


def listed(value: object) -> list:
    """A list as it is, one value as a list of it."""
    if isinstance(value, list):
        return value
    return [] if value is None or value == "" else [value]


def required(item: dict, name: str) -> str:
    if found := text(item.get(name)):
        return found
    raise Malformed(f"It has no “{name}”.")


def amount(value: object) -> Decimal | None:
    """A number, or text such as “52,000.00”; None where there is none."""
    if value is None or value == "" or isinstance(value, bool):
        return None
    if isinstance(value, str):
        value = value.replace(",", "").replace("$", "").strip()
    if not isinstance(value, int | str | Decimal):
        return None
    try:
        number = Decimal(value)
    except InvalidOperation:
        raise Malformed(f"Its pay of {str(value)[:40]!r} is no number.") from None
    # Without abs(), which would round and overflow.
    if not number.is_finite() or not -MAX_AMOUNT <= number <= MAX_AMOUNT:
        raise Malformed(f"Pay of {str(value)[:40]} cannot be.")
    return number


def day(value: object, what: str) -> date | None:
    """The day of an ISO 8601 date or time, in the time zone that it states."""
    written = text(value)
    if not written:
        return None
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(written).date()
    except ValueError:
        raise Malformed(f"Its {what} of {written[:40]!r} is no date.") from None


def day_of_milliseconds(value: object, what: str) -> date | None:
    """The day, in UTC, of milliseconds since 1970."""
    if value is None:
        return None
    try:
        return datetime.fromtimestamp(value / MILLISECONDS, UTC).date()
    except (TypeError, ValueError, ArithmeticError, OSError):
        raise Malformed(f"Its {what} of {str(value)[:40]!r} is no time.") from None


def places(written: str) -> tuple[tuple[PlaceRecord, ...], bool, str]:
    """The places in a text, whether it says remote, and where a remote worker may live then."""
    found: dict[PlaceRecord, None] = {}
    is_remote, remote_in = False, ""
    # One blank for many: `SEVERAL` would look for an end of them from each.
    for part in SEVERAL.split(BLANKS.sub(" ", written))[:MAX_PLACES_IN_TEXT]:
        if REMOTE.search(part):
            is_remote = True
            remote_in = remote_in or REMOTE.sub("", part).strip(AROUND)
        elif rest := NOTHING.sub("", part).strip(AROUND):
            found[place(rest)] = None
    return tuple(found), is_remote, remote_in


def place(written: str) -> PlaceRecord:
    """“Tacoma, WA”, “Austin, Texas, United States” or “London, United Kingdom”.

    Two letters are a state before they are a country: CA is California. A city alone leaves its
    country open.
    """
    parts = [part for each in written.split(",") if (part := each.strip())]
    country = ""
    if parts and not localities.state_code(parts[-1]):
        country = countries.code(parts[-1])
        country = country if country in COUNTRIES else ""
        if country:
            parts.pop()
    state = ""
    if parts == ["New York"]:  # the city, which its state is named like
        state, country = "NY", "US"
    elif parts and country in {"", "US"} and localities.state_code(parts[-1]):
        state, country = parts.pop(), "US"
    elif len(parts) > 1 and country:
        state = parts.pop()
    return PlaceRecord(", ".join(parts), state, country)
