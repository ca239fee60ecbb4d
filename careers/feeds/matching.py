"""The occupation of a posting by its title, and how sure that is. Pure but for `load_vocabulary`.

The likeliest occupation is the one whose names fit the title best; how sure that is, `certainty` says.
Titles that say too little ("Associate II"), and those that only share words with a name, match nothing rather
than wrongly.
"""

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import exp, log, log2, log10, sqrt
from typing import NamedTuple

from django.db.models import OuterRef, Subquery
from rapidfuzz import process
from rapidfuzz.distance import OSA

from careers.models import AlternateTitle, Area, Occupation, WageEstimate

from . import certainty
from .certainty import FLOOR, OFFICIAL
from .titles import LEVEL_STEMS, Title, head_stem, name_stems, read_title

# How well a name fits, from 0 to 1: the title as above, its first part, another part.
WHOLE, FIRST_PART, PART = (1.0, 0.99, 0.95), 0.9, 0.8
OF_TITLE = 0.4  # how much a word weighs that only the title has; the rest, one that only the name has
IN_PASSING = 0.25  # of a word that says the level
UNKNOWN = 2.0  # of a word that no name has: places, companies, products
# Others than who does the work: "helper" beside "plumber", "supervisor" beside "cook".
OTHER_HEAD, OWN_HEAD, ONE_WORD = 0.6, 0.8, 0.7
NEAR = 0.55  # how well a name fits at least
LIKELY = 40  # names that are looked at, the best first
# Between occupations that share a name: how often like names lead there, the words of its own title,
# people who call themselves so, how many do it; and "All Other" is what nothing else fits.
PER_DOUBLE, OWN_WORDS, REPORTED, PER_TENFOLD, RESIDUAL = 0.05, 0.08, 0.02, 0.02, 0.05
SPREAD = 0.06  # how much better one must be to be e times as likely
MIN_MISSPELLED = 7  # letters of a word that may have one wrong
KIN, KIN_OF_BARE = 0.05, 0.15  # how many of the names like it lead where it leads, at least
IN_BRACKETS = re.compile(r"\(([^)]*)\)")
ALL_OTHER = frozenset(["all", "other"])
_last: tuple[int, "Vocabulary"] | None = None  # of what was read last, by its hash


class Match(NamedTuple):
    """What a title was matched to; `occupation_id` is None below the floor."""

    occupation_id: int | None
    confidence: int  # 0–100
    matched_title: str


NOTHING = Match(None, 0, "")


class Name(NamedTuple):
    """A name of work, and the occupations that it leads to."""

    text: str
    stems: frozenset[str]
    head: str  # the stem of who does it
    leads: tuple[tuple[int, bool], ...]  # occupation, and whether people in it reported the name


class Likely(NamedTuple):
    """An occupation that a title may mean."""

    value: float  # for the order
    occupation_id: int
    name: Name
    is_reported: bool  # by people in it
    own: float  # how much of the title is in the official title, from 0 to 1


@dataclass(slots=True)
class Vocabulary:
    """All names of the listed occupations, found by their stems in any order."""

    official: dict[frozenset[str], int] = field(default_factory=dict)
    titles: dict[int, frozenset[str]] = field(default_factory=dict)  # stems of the official titles
    employment: dict[int, int] = field(default_factory=dict)
    names: list[Name] = field(default_factory=list)
    by_stem: dict[str, array] = field(default_factory=dict)  # to the places in `names`
    weights: dict[str, float] = field(default_factory=dict)  # of a stem: the rarer, the more it says
    sizes: array = field(default_factory=lambda: array("f"))  # of a name: the weights of its stems

    def by_stems(self, stems: frozenset[str]) -> Name:
        rarest = min(stems, key=lambda word: len(self.by_stem[word]))
        return next(self.names[place] for place in self.by_stem[rarest] if self.names[place].stems == stems)

    def weight(self, word: str) -> float:
        return self.weights.get(word, UNKNOWN) * (IN_PASSING if word in LEVEL_STEMS else 1)

    def kinship(self, name: Name, occupation_id: int) -> float:
        """How many of the other names with its words lead to the occupation, from 0 to 1."""
        kin = total = 0.0
        for word in name.stems:
            others = [self.names[place] for place in self.by_stem[word]]
            leading = sum(any(pk == occupation_id for pk, _ in other.leads) for other in others) - 1
            kin += self.weight(word) * leading / max(len(others) - 1, 1)
            total += self.weight(word)
        return kin / total


def load_vocabulary() -> Vocabulary:
    """Two queries: the listed occupations with their employment, and their other titles.

    The last one is kept, so that an editor who saves one posting after another waits for its making once: to
    read the names takes 0.1 s, to make it 1.5 s.
    """
    global _last
    national = WageEstimate.objects.current().cross_industry().filter(area__code=Area.NATION_CODE)
    employed = national.filter(occupation=OuterRef("pk")).order_by().values("employment")[:1]
    occupations = Occupation.objects.listed().order_by("pk").annotate(employed=Subquery(employed))
    others = AlternateTitle.objects.current().order_by("pk")
    official = tuple(occupations.values_list("pk", "title", "plural_title", "employed"))
    read = official, tuple(others.values_list("occupation_id", "title", "short_title", "kind"))
    if _last is None or _last[0] != hash(read):
        _last = hash(read), vocabulary(*read)
    return _last[1]


def vocabulary(
    official: Iterable[tuple[int, str, str, int | None]], others: Iterable[tuple[int, str, str, str]]
) -> Vocabulary:
    """Of (occupation, title, plural title, employment) and (occupation, title, short title, kind)."""
    made = Vocabulary()
    leads: dict[frozenset[str], dict[int, bool]] = defaultdict(dict)
    texts: dict[frozenset[str], str] = {}
    for pk, title, plural, employed in official:
        made.employment[pk] = employed or 0
        made.titles[pk] = name_stems(title)
        for text in filter(None, (title, plural)):
            stems = name_stems(text)
            made.official.setdefault(stems, pk)
            texts.setdefault(stems, title)
    for stems, pk in made.official.items():
        leads[stems][pk] = True
    for pk, title, short, kind in others:
        if pk not in made.employment:
            continue
        for text in _names_in(title, short):
            stems = name_stems(text)
            if stems not in made.official:
                leads[stems][pk] = leads[stems].get(pk) or kind == AlternateTitle.Kind.REPORTED
                texts.setdefault(stems, text)
    _index(made, leads, texts)
    return made


def _names_in(title: str, short: str) -> dict[str, None]:
    """ "Intensive Care Unit Nurse (ICU Nurse)" is two names; in one order, which a set has not."""
    found = (IN_BRACKETS.sub("", title), *IN_BRACKETS.findall(title), short)
    return dict.fromkeys(name for text in found if (name := text.strip()))


def _index(made: Vocabulary, leads, texts) -> None:
    places: dict[str, array] = defaultdict(lambda: array("i"))
    for place, (stems, found) in enumerate(leads.items()):
        text = texts[stems]
        made.names.append(Name(text, stems, head_stem(text), tuple(found.items())))
        for word in stems:
            places[word].append(place)
    made.by_stem = dict(places)
    total = len(made.names)
    made.weights = {word: log(1 + total / len(found)) for word, found in places.items()}
    made.sizes = array("f", (sum(map(made.weight, sorted(name.stems))) for name in made.names))


def match(title: str, vocabulary: Vocabulary) -> Match:
    """The occupation that the title of a posting most likely means."""
    read = read_title(title)
    for stems, confidence in zip(read.wholes, OFFICIAL, strict=True):
        if stems in vocabulary.official:
            return Match(vocabulary.official[stems], confidence, vocabulary.by_stems(stems).text)
    meant = _respelled(read, vocabulary)
    likely = _likely(meant, vocabulary)
    if not likely:
        return NOTHING
    best = min(likely, key=lambda found: (-found.value, found.occupation_id))
    if not _is_founded(best, meant, vocabulary):
        return NOTHING
    confidence = certainty.of(
        is_whole=_is_whole(best.name, meant),
        share=1 / sum(exp((other.value - best.value) / SPREAD) for other in likely),
        own=best.own,
        is_reported=best.is_reported,
    )
    return Match(best.occupation_id, confidence, best.name.text) if confidence >= FLOOR else NOTHING


def _is_whole(name: Name, read: Title) -> bool:
    """Whether it is the title, but for levels."""
    return name.stems in read.wholes or name.stems - LEVEL_STEMS == read.wholes[2]


def _is_founded(best: Likely, read: Title, vocabulary: Vocabulary) -> bool:
    """Whether more than chance speaks for it: a name without a word of the title of its occupation, that
    nobody reported, needs other names like it ("growth hacker" has none, of forest workers); so does one
    word that several occupations go by ("agent").
    """
    name, title = best.name, read.wholes[0]
    if any(word not in title and word not in LEVEL_STEMS for word in name.stems):
        # "Growth specialist" and "head of growth" share a word, each has others. "Engineering design manager"
        # has all of "engineering manager".
        return read.wholes[1] <= name.stems
    if not (best.is_reported or name.stems & vocabulary.titles[best.occupation_id]):
        return vocabulary.kinship(name, best.occupation_id) >= KIN
    is_one_word = len(name.stems - LEVEL_STEMS) == 1
    if is_one_word and not _is_whole(name, read) and name.stems not in read.parts:
        return False  # "licensed engineer" has one word of "happiness engineer"
    is_bare = len(name.stems) == 1 < len(name.leads) and name.stems in read.wholes
    return not is_bare or vocabulary.kinship(name, best.occupation_id) >= KIN_OF_BARE


def _respelled(read: Title, vocabulary: Vocabulary) -> Title:
    """The title with words that no name has put right, where one letter does it."""
    right: dict[str, str] = {}
    for word in read.wholes[0]:
        if len(word) >= MIN_MISSPELLED and word not in vocabulary.by_stem:
            near = process.extractOne(word, vocabulary.by_stem.keys(), scorer=OSA.distance, score_cutoff=1)
            if near and near[0][0] == word[0]:
                right[word] = near[0]
    if not right:
        return read
    wholes, parts = (
        tuple(frozenset(right.get(word, word) for word in stems) for stems in kind)
        for kind in (read.wholes, read.parts)
    )
    return Title(wholes, parts, frozenset(right.get(word, word) for word in read.heads))


def _likely(read: Title, vocabulary: Vocabulary) -> list[Likely]:
    """The occupations that the names nearest to the title lead to."""
    found = sorted(_names_near(read, vocabulary), key=lambda item: (-item[0], item[1]))[:LIKELY]
    evidence: dict[int, float] = defaultdict(float)
    best: dict[int, tuple[float, Name, bool]] = {}
    for fit, place in found:
        name = vocabulary.names[place]
        for pk, is_reported in name.leads:
            best.setdefault(pk, (fit, name, is_reported))
            evidence[pk] += (fit / found[0][0]) ** 8 / sqrt(len(name.leads))
    weights = {word: vocabulary.weight(word) for word in sorted(read.wholes[1])}
    likely = []
    for pk, (fit, name, is_reported) in best.items():
        title = vocabulary.titles[pk]
        value = fit + PER_DOUBLE * log2(1 + evidence[pk]) + REPORTED * is_reported
        value += PER_TENFOLD * log10(vocabulary.employment[pk] + 10)
        own = sum(weights[word] for word in weights if word in title) / sum(weights.values())
        value += OWN_WORDS * own - RESIDUAL * (title >= ALL_OTHER)
        likely.append(Likely(value, pk, name, is_reported, own))
    return likely


def _names_near(read: Title, vocabulary: Vocabulary) -> Iterator[tuple[float, int]]:
    """How well each name fits that has words of the title, and its place."""
    stems = sorted(read.wholes[1])  # one order for all: sums of fractions differ with it
    shared: dict[int, float] = defaultdict(float)
    total = 0.0
    for word in stems:
        weight = vocabulary.weight(word)
        total += weight
        for place in vocabulary.by_stem.get(word, ()):
            shared[place] += weight
    for place, weight in shared.items():
        fit = weight / (OF_TITLE * total + (1 - OF_TITLE) * vocabulary.sizes[place])
        # A name that is a part of the title fits better than its words tell.
        if fit >= NEAR or weight >= vocabulary.sizes[place] - 0.001:
            fit = _fit(fit, vocabulary.names[place], read)
            if fit >= NEAR:
                yield fit, place


def _fit(fit: float, name: Name, read: Title) -> float:
    if name.stems in read.wholes:
        return WHOLE[read.wholes.index(name.stems)]
    if name.stems in read.parts:
        fit = max(fit, FIRST_PART if name.stems == read.parts[0] else PART)
    elif len(name.stems) == 1:
        fit *= ONE_WORD
    if not name.stems & read.heads:
        return fit * OTHER_HEAD
    return fit if name.head in read.wholes[1] else fit * OWN_HEAD
