"""What the title of a posting says of the work, without level, place, hours and praise. Pure."""

import re
from dataclasses import dataclass
from functools import lru_cache

from careers.search.words import named, singular, stem

MAX_READ = 250  # characters

# Pay, rates and numbers of postings: "$5,000 sign-on", "$30-$35/hr", "#R-10442", "(1.0 FTE)", "24/7".
MONEY = re.compile(
    r"(?:up to\s*)?\$\s?\d[\d,.]*\s?k?(?:\s*(?:-|–|to)\s*\$?\d[\d,.]*\s?k?)?(?:\s*/\s*\w+)?", re.I
)
NUMBERS = re.compile(
    r"#\s*[\w-]+|\b(?:req|job|id|jr|r)[\s#:-]*\d[\w-]*|\b\d[\d.,:/%-]*(?:st|nd|rd|th|hrs?|x\d+)?\b", re.I
)
PHRASES = re.compile(
    r"\b(?:work|working)\s+(?:from|at)\s+home|home[- ]based|sign[- ]?on"
    r"|(?:paid |great |full |[+&]\s*)benefits|relocation (?:assistance|available)|float pool|per diem",
    re.I,
)
PARTS = re.compile(r"\s[-–—]+\s|[-–—]\s|\s[-–—]|[()\[\]|/,:;•*“”\"!?]|\bw/\s?|\s@\s|\s(?:at|with)\s", re.I)
SMALL = frozenset(["and", "or", "of", "the", "for", "in", "with", "to", "a", "an", "at", "on", "as", "by"])
OF = frozenset(["of", "for", "in", "to", "on"])

_NOISE = """
    sr senior jr junior entry mid midlevel i ii iii iv v vi level tier grade intermediate experienced
    full part time ft pt fte prn diem per temp temporary permanent perm seasonal casual float rotating
    limited freelance locum tenens moonlighter remote remotely hybrid onsite virtual telework
    telecommute wfh anywhere nationwide day days night nights nightly evening weekend weekday overnight
    morning afternoon shift hour hourly am pm noc nocturnal monday friday week weekly month monthly year
    annual spring summer fall winter january february march april may june july august september october
    november december hiring hire urgent urgently immediate immediately now needed opening opportunity
    opportunities apply vacancy vacancies amazing exciting great best excellent wanted bonus paid salary
    incentive available offered usa us multiple various location locations required preferred must m f d
    x public notice individuals background veteran position positions job jobs career stem new
"""
NOISE = frozenset(_NOISE.split())
# These make another job of it as often as not: left out only where nothing is called so with them.
_LEVELS = """
    lead principal staff chief head associate assoc advanced trainee intern internship resident
    residency fellow fellowship apprentice graduate grad student volunteer contract contractor regular
    attending founding travel certified licensed registered united states bilingual ca tx ny fl wa
"""
LEVELS = frozenset(_LEVELS.split())
LEVEL_STEMS = frozenset(map(stem, NOISE | LEVELS))
_ABBREVIATIONS = """
    acct = accountant; admin = administrative; ai = artificial intelligence; aprn = nurse practitioner;
    asst = assistant; backend = back end; bcba = behavior analyst; cdl = truck driver; cfo = chief
    financial officer; clin = clinical; cma = certified medical assistant; cna = certified nursing
    assistant; coord = coordinator; cota = occupational therapy assistant; crna = nurse anesthetist; crt =
    respiratory therapist; csr = customer service representative; cto = chief technology officer; dev =
    developer; dir = director; dr = physician; emt = emergency medical technician; eng = engineer; engr =
    engineer; er = emergency room; exec = executive; fnp = family nurse practitioner; frontend = front
    end; fullstack = full stack; gyn = gynecology; hr = human resources; icu = intensive care unit; it =
    information technology; lab = laboratory; lcsw = clinical social worker; lmft = marriage and family
    therapist; lpn = licensed practical nurse; lvn = licensed vocational nurse; maint = maintenance; md =
    physician; med = medical; mgmt = management; mgr = manager; ml = machine learning; mls = medical
    laboratory scientist; mlt = medical laboratory technician; np = nurse practitioner; ob = obstetrics;
    obgyn = obstetrics gynecology; ops = operations; or = operating room; prog = program; pta = physical
    therapist assistant; qa = quality assurance; rdh = dental hygienist; rep = representative; rma =
    medical assistant; rn = registered nurse; rrt = respiratory therapist; rx = pharmacy; sde = software
    engineer; slp = speech language pathologist; spec = specialist; sre = site reliability engineer; supv
    = supervisor; svc = service; swe = software engineer; tech = technician; ui = user interface; ux =
    user experience; vp = vice president
"""
ABBREVIATIONS = dict(entry.split(" = ") for entry in " ".join(_ABBREVIATIONS.split()).split("; "))
NEED_CAPITALS = frozenset(["or", "it"])


@dataclass(frozen=True, slots=True)
class Title:
    """The stems of a title: of all that says what is done, of each part of it, and of who does it."""

    wholes: tuple[frozenset[str], ...]  # all of it; without noise; without levels too
    parts: tuple[frozenset[str], ...]  # the first is what it is, as a rule
    heads: frozenset[str]  # the last word of each part that names the work: nurse, manager


def read_title(title: str) -> Title:
    text = PHRASES.sub(" ", NUMBERS.sub(" ", MONEY.sub(" ", title[:MAX_READ])))
    pieces = [_spelled(part) for part in PARTS.split(text) if part]
    work = [piece for every in pieces if (piece := [word for word in every if word not in NOISE])]
    bare = [piece for every in work if (piece := [word for word in every if word not in LEVELS])]
    return Title(
        wholes=tuple(stems([word for piece in kind for word in piece]) for kind in (pieces, work, bare)),
        parts=tuple(dict.fromkeys(stems(piece) for piece in [*work[:1], *bare])),
        heads=frozenset(stem(_head(piece)) for piece in (*work, *bare)),
    )


def stems(words: list[str]) -> frozenset[str]:
    """In any order, without the small words."""
    return frozenset(stem(word) for word in words if word not in SMALL) or frozenset(map(stem, words))


def name_stems(name: str) -> frozenset[str]:
    """The stems of a name of the vocabulary, levels and all."""
    return stems([word for part in PARTS.split(name) if part for word in _spelled(part)])


@lru_cache(maxsize=4096)
def _spelled(part: str) -> tuple[str, ...]:
    # "OR" and "IT" are words of their own only in capitals among small letters.
    shouted = set() if part.isupper() else set(part.split())
    found = []
    for word in named(part):
        if word in NEED_CAPITALS and word.upper() not in shouted:
            found.append(word)
        else:
            found += ABBREVIATIONS.get(word, ABBREVIATIONS.get(singular(word), word)).split()
    return tuple(found)


def _head(piece: list[str]) -> str:
    """Who does it: the last word, or the one before "of nursing"."""
    for place, word in enumerate(piece):
        if word in OF and place:
            return piece[place - 1]
    return piece[-1] if piece else ""


def head_stem(name: str) -> str:
    words = [word for part in PARTS.split(name)[:1] for word in _spelled(part)]
    return stem(_head(words)) if words else ""
