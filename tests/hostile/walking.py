"""What is asked at a door: each name that it reads with each hostile value, and everything around it."""

import re
from collections.abc import Iterator
from html import unescape
from random import Random
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from careers.bench.reading import untouched

from . import values
from .asking import Ask, Asker, Told
from .doors import Door

ROUNDS = 3  # of looking which names are read: what is read may hang on what was given
FORM = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.DOTALL)
NAMED = re.compile(r"<(?:input|select|textarea|button)\b[^>]*?\bname=\"([^\"]+)\"")
LINK = re.compile(r"href=\"([^\"]*\?[^\"]*)\"")


def look(door: Door, asker: Asker, rounds: int = ROUNDS) -> list[Told]:
    """Asks as usual, until no further name turns up that the page reads, links or has a field for."""
    told, heard = [], set()
    for number in range(rounds):
        asker.names.clear()
        queries = door.queries if not number else [urlencode(dict.fromkeys(sorted(door.names), "1"))]
        for query in queries or [""]:
            told.append(asker.ask(Ask(door.name, "GET", f"{door.path()}?{query}", "as usual")))
            door.names |= _offered(told[-1].text, door.path())
        door.names |= set(asker.names)
        if heard == door.names:
            break
        heard = set(door.names)
    return told


def _offered(text: str, path: str) -> set[str]:
    names = set()
    for attributes, within in FORM.findall(text):
        action = re.search(r'action="([^"]*)"', attributes)
        if "post" not in attributes and urljoin(path, action[1] if action else "").split("?")[0] == path:
            names.update(NAMED.findall(within))
    for href in LINK.findall(text):
        to = urlsplit(urljoin(path, unescape(href)))
        if to.path == path:
            names.update(name for name, _ in parse_qsl(to.query, keep_blank_values=True))
    return names


def asks(door: Door, lot: Random, each: int | None = None) -> Iterator[Ask]:
    """Of every kind; `each` of the values for a name, else all of them."""
    names = sorted(door.names)
    for name in names:
        for what, value in _some(values.VALUES, lot, each):
            yield _get(door, f"{_base(door, lot, name)}{name}={value}", what)
    yield from _whole(door, lot, names, each)
    yield from _paths(door, lot, each)
    for headers in lot.sample(values.HEADERS, each or len(values.HEADERS)):
        yield Ask(door.name, "GET", f"{door.path()}?{_base(door, lot, '')}", "headers", headers)
    for method in lot.sample(values.METHODS, each or len(values.METHODS)):
        yield Ask(door.name, method, door.path(), "method")
    for content_type, body in lot.sample(values.BODIES, each or len(values.BODIES)):
        yield Ask(door.name, "POST", door.path(), "body", {}, body, content_type)


def _some(known: dict[str, str], lot: Random, number: int | None) -> list[tuple[str, str]]:
    return lot.sample(list(known.items()), number) if number else list(known.items())


def _base(door: Door, lot: Random, name: str) -> str:
    """A usual query without this name, to be gone on with."""
    given = parse_qsl(lot.choice(door.queries)) if door.queries else []
    kept = urlencode([(key, value) for key, value in given if key != name])
    return f"{kept}&" if kept else ""


def _get(door: Door, query: str, why: str) -> Ask:
    return Ask(door.name, "GET", f"{door.path()}?{query}", why)


def _whole(door: Door, lot: Random, names: list[str], each: int | None) -> Iterator[Ask]:
    """The address as a whole: everything at once, again and again, and nothing that is an address."""
    for _ in range(each or 20):
        drawn = [f"{name}={lot.choice(list(values.VALUES.values()))}" for name in names]
        yield _get(door, "&".join(drawn)[:60_000], "everything at once")
    for name in lot.sample(names, min(each or len(names), len(names))):
        yield _get(door, values.repeated(name, "1"), "repeated")
        yield _get(door, values.bracketed(name), "brackets")
    yield _get(door, "&".join(f"n{number}=1" for number in range(1_500)), "too many names")
    yield _get(door, lot.choice(list(values.VALUES.values())), "a value without a name")
    yield _get(door, "%00=%00&=&&%ED%A0%80=1;a=1", "names that are none")


def _paths(door: Door, lot: Random, each: int | None) -> Iterator[Ask]:
    for part in door.parts:
        for what, value in _some(values.IN_PATHS, lot, each):
            yield Ask(door.name, "GET", door.path(**{part: value}), f"{part}: {what}")


def posts(
    door: Door, page: str, lot: Random, each: int | None = None, fields: int | None = None
) -> Iterator[Ask]:
    """Each form of the page that is to be sent here, one field of it hostile."""
    for attributes, within in FORM.findall(page):
        action = re.search(r'action="([^"]*)"', attributes)
        to = urljoin(door.path(), unescape(action[1]) if action else "")
        if 'method="post"' not in attributes.lower() or urlsplit(to).path != door.path():
            continue
        form = re.search(r'\bid="([^"]*)"', attributes)
        usual = untouched(f"<form {attributes}>{within}</form>", form[1] if form else None)
        names = sorted(set(NAMED.findall(within)) - {"csrfmiddlewaretoken"})
        for name in lot.sample(names, min(fields or len(names), len(names))):
            kept = urlencode({key: sent for key, sent in usual.items() if key != name}, doseq=True)
            for what, value in _some(values.VALUES, lot, each):
                yield Ask(door.name, "POST", to, f"{name}: {what}", {}, f"{kept}&{name}={value}".encode())
