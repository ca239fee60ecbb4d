"""Words and their stems, the same for what is searched and what is typed, and on every database.

PostgreSQL and SQLite stem differently ("nursing", "geology") and neither joins a verb to who does it.
One stemmer of our own makes both find the same, and makes "drives trucks" find truck drivers.
"""

import re
import unicodedata
from functools import lru_cache

MAX_TYPED = 200  # characters of a query that are read
MAX_WORDS = 16
MAX_WORD = 40
STEMS = "|"  # between the words and the stems of a name; no word has it

SPELLED_OUT = (("c++", " cplusplus "), ("c#", " csharp "), ("&", " and "), ("@", " at "))
INITIALS = re.compile(r"\b(?:\w\.){2,}(?:\w\b)?")  # R.N., U.S.
APOSTROPHES = re.compile(r"[’‘ʼ]")
WORD = re.compile(r"[^\W_]+")
HYPHENED = re.compile(r"[^\W_]+(?:-[^\W_]+)+")
# What a title names to leave it out: nobody who types it means this.
LEFT_OUT = re.compile(r"[,(]?\s*\b(?:except|excluding)\b[^)]*\)?", re.IGNORECASE)

# Words around what is meant; without any other word they are searched after all.
_AROUND = """
    a about all also always an and any anyone are around as at be became become becoming been being but
    by can did do does doing done each else every everyone folk folks for from get gets getting guy guys
    had has have having he her him his how i if im in into is its just kind lady like likes lot lots
    many me more most my need not of on one or our out people person persons really she so some somebody
    someone something sort stuff that the their them then there these they thing things this those to
    too up us very want wanted wants was way we were what when where which who whose will with would you
    your job jobs career careers occupation occupations profession professions position positions
"""
STOP_WORDS = frozenset(_AROUND.split())
# "Works with animals": here the work says nothing, which in "social work" it does.
WORKING = re.compile(r"\bwork(?:s|ing|ed)?\s+(?=(?:with|in|at|on|for|as|from)\b)")

IRREGULAR = {
    "children": "child", "feet": "foot", "teeth": "tooth", "men": "man", "women": "woman",
    "wives": "wife", "lives": "life", "taught": "teach", "sold": "sell", "sales": "sale",
    "buses": "bus", "busses": "bus", "policemen": "policeman", "drove": "drive", "built": "build",
    "flies": "fly", "mice": "mouse", "leaves": "leaf", "glasses": "glass", "dietician": "dietitian",
    "dieticians": "dietitian", "judging": "judge",
}  # fmt: skip
# Here "-er" and "-or" make no doer of a verb, or another word than the verb's doer.
_NO_DOERS = """
    officer customer corner counter number porter water letter former master meter power paper other poster
    never over under after computer mother father brother sister summer winter river career order leather
    weather rubber lumber copper silver tower theater center chapter charter laser fiber timber tractor motor
    doctor sector factor vector major minor senior junior labor floor door color
"""
NO_DOERS = frozenset(_NO_DOERS.split())
VOWEL = re.compile(r"[aeiouy]")
SHORT = re.compile(r"^[^aeiouy]*[aeiou][^aeiouwxy]$")  # "bak" of "baking": the verb ends in e


def plain(text: str) -> str:
    """Lower case without accents, apostrophes and dots of abbreviations."""
    text = text.casefold().replace("'", "")
    if not text.isascii():
        text = unicodedata.normalize("NFKD", APOSTROPHES.sub("", text))
        text = "".join(character for character in text if not unicodedata.combining(character))
    for written, meant in SPELLED_OUT:
        text = text.replace(written, meant)
    if "." in text:
        text = INITIALS.sub(lambda found: found[0].replace(".", ""), text)
    return text


def words(text: str) -> list[str]:
    """The words of a text, in order: "Nurse's Aide (R.N.)" has nurses, aide, rn."""
    return [word[:MAX_WORD] for word in WORD.findall(plain(text))]


def typed(query: str) -> list[str]:
    """The words of a query that say what is meant, in order."""
    text = WORKING.sub("", plain(query[:MAX_TYPED]))
    found = [word[:MAX_WORD] for word in WORD.findall(LEFT_OUT.sub(" ", text)) or WORD.findall(text)]
    found = found[:MAX_WORDS]
    return [word for word in found if word not in STOP_WORDS] or found


def named(title: str) -> list[str]:
    """The words by which a title is found: without those that it excepts."""
    found = words(LEFT_OUT.sub(" ", title)) if "xc" in title else []
    return found or words(title)


def tokens(text: str, found: list[str] | None = None) -> str:
    """What the database holds of a name: its words, hyphened ones joined as well, then their stems."""
    whole = dict.fromkeys(named(text) if found is None else found)
    if "-" in text:
        whole |= dict.fromkeys(
            "".join(WORD.findall(part))[:MAX_WORD] for part in HYPHENED.findall(plain(text))
        )
    return " ".join([*whole, STEMS, *dict.fromkeys(map(stem, whole))])


def whole_words(tokens: str) -> list[str]:
    """The words among the tokens, without the stems."""
    return tokens.partition(STEMS)[0].split()


@lru_cache(maxsize=65_536)
def singular(word: str) -> str:
    if word in IRREGULAR:
        return IRREGULAR[word]
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """What a word shares with its plural, its verb and who does it: nurs, truck, driv, therapy."""
    word = singular(word)
    if len(word) < 5 or not word.isascii() or word in NO_DOERS:
        return word
    for suffix in ("ing", "ment", "ist", "er", "or", "ed"):
        if word.endswith(suffix) and _strippable(word, suffix):
            rest = word[: -len(suffix)]
            return rest + "y" if suffix == "ist" else _ending(_verb(rest))
    return _ending(word)


def _strippable(word: str, suffix: str) -> bool:
    rest = word[: -len(suffix)]
    if suffix == "er" and word.endswith("eer"):
        return False
    if suffix == "or" and not rest.endswith(("t", "s", "l")):
        return False
    if suffix in {"ist", "ment"} and len(rest) < 5:
        return False
    return len(rest) >= 3 and bool(VOWEL.search(rest))


def _verb(rest: str) -> str:
    if len(rest) > 3 and rest[-1] == rest[-2] and rest[-1] not in "aeious":
        # "cutter" and "programming"; but "seller" and "filling" keep theirs.
        return rest if rest[-1] == "l" else rest[:-1]
    return rest + "e" if len(rest) == 3 and SHORT.match(rest) else rest


def _ending(word: str) -> str:
    """Without a last e, in which forms of a word differ: "driving" and "drive"; "carri" is "carry"."""
    if len(word) < 5 or word[-1] not in "ei":
        return word
    return word[:-1] if word[-1] == "e" else word[:-1] + "y"
