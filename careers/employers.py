"""By which rule the names that employers file stand for one employer. Pure.

What does not tell one employer from another goes: case, accents, punctuation, blanks, “&” or “and”, a
“The” in front, legal forms at the end, and what follows “doing business as”. What may tell one stays:
“of Texas”, “West”, numbers, “Group”, “Holdings”, a word in brackets, “Health Care” where another writes
“Healthcare”, and the legal form of a name that any employer might have (“Children’s Hospital Corporation”).

A name alone does not tell everything: there is a Covenant Medical Center, Inc. in Iowa and another in
Michigan. So `may_be_several` looks at where the spellings of one key are filed. Spellings that are kept
apart an editor joins by giving a company both names.
"""

import re
import unicodedata
from collections.abc import Mapping

MAX_LENGTH = 200  # characters, as many as a name has
SHORT = {"incorporated": "inc", "corporation": "corp", "company": "co", "limited": "ltd"}
SHORTENED = "inc corp co llc lc pllc plc llp lllp lp ltd pc pa psc sc apc apmc"
LEGAL_FORMS = frozenset(SHORTENED.split())
LONGEST_SPELT = 4  # letters of a legal form that stand one by one, as in “P. L. L. C.”
# Legal forms in words, as `SHORT` leaves them.
IN_WORDS = tuple(
    tuple(words.split())
    for words in (
        "professional ltd liability co",
        "ltd liability co",
        "ltd liability partnership",
        "ltd partnership",
        "a professional medical corp",
        "a professional dental corp",
        "a medical corp",
        "a dental corp",
        "a professional corp",
        "professional corp",
        "professional association",
    )
)
# What comes after these is another name of the same employer.
OTHER_NAME = tuple(
    tuple(words.split())
    for words in (
        "dba", "d b a", "doing business as", "fka", "f k a", "formerly known as",
        "aka", "a k a", "also known as",
    )
)  # fmt: skip
COMMON = """
and of for a the general community county city regional area national american united university memorial
valley state public private first central north south east west new children childrens women womens family
veterans hospital hospitals medical medicine health healthcare care clinic clinics center centers system
systems network institute foundation physician physicians doctors group associates partners specialists
services service management staffing practice home hospice nursing rehab rehabilitation therapy physical
dental dentistry orthodontics pharmacy laboratory vision optometry eye veterinary animal anesthesia
anesthesiology cardiology cardiovascular emergency hospitalist inpatient internal nephrology neurology
oncology orthopedic orthopedics pathology pediatric pediatrics primary psychiatric psychiatry pulmonary
radiology surgery surgical urgent urology consulting solutions technologies technology software global
international industries enterprises
"""
COMMON_WORDS = frozenset(COMMON.split())  # a name of these alone could be that of anybody
# An employer whose name ends so is one house in one place.
HOUSES = ("hospital", "medical center", "health center")
ELSEWHERE = 0.1  # share of a house's offers that may lie in other states, as a clinic across the border
DROPPED = re.compile(r"[.'’‘`´]")  # stand within words: L.L.C., Children’s
APART = re.compile(r"[^\w]|_")

Filed = Mapping[str, Mapping[str, int]]  # spelling → state → offers


def key(name: str) -> str:
    """What two filed names share when they are one employer's; '' for a name without letters or digits."""
    words = _before_other_name(_words(name))
    while (shorter := _without_legal_form(words)) != words:
        words = shorter
    return " ".join(words)


def may_be_several(filed: Filed) -> bool:
    """Whether the spellings of one key, by the states they are filed for, may be several employers'.

    So it is where spellings of different legal forms share no state, and where the name is that of one
    house and more than a tenth of the offers lie outside its main state.
    """
    groups: list[tuple[set[str], set[str]]] = []  # spellings in full, states
    states: dict[str, int] = {}
    for name, by_state in filed.items():
        full, here = {" ".join(_before_other_name(_words(name)))}, set(by_state)
        apart = []
        for other_full, other_states in groups:
            if full & other_full or here & other_states:
                full, here = full | other_full, here | other_states
            else:
                apart.append((other_full, other_states))
        groups = [*apart, (full, here)]
        for state, offers in by_state.items():
            states[state] = states.get(state, 0) + offers
    total = sum(states.values())
    is_house = any(key(name).endswith(HOUSES) for name in filed)
    return len(groups) > 1 or (is_house and total - max(states.values()) > ELSEWHERE * total)


def _words(name: str) -> list[str]:
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    text = "".join(character for character in text if not unicodedata.combining(character))
    text = DROPPED.sub("", text).replace("&", " and ")
    words = " ".join(APART.sub(" ", text).split())[:MAX_LENGTH].split()
    while len(words) > 1 and words[0] == "the":
        words = words[1:]
    return [SHORT.get(word, word) for word in words]


def _before_other_name(words: list[str]) -> list[str]:
    for place in range(1, len(words)):
        if any(tuple(words[place : place + len(phrase)]) == phrase for phrase in OTHER_NAME):
            return words[:place]
    return words


def _without_legal_form(words: list[str]) -> list[str]:
    for form in IN_WORDS:
        if tuple(words[-len(form) :]) == form:
            return _unless_common(words, len(form))
    for spelt in range(LONGEST_SPELT, 0, -1):
        end = words[-spelt:]
        if spelt > 1 and any(len(letter) > 1 for letter in end):
            continue
        if "".join(end) in LEGAL_FORMS:
            return _unless_common(words, spelt)
    return words


def _unless_common(words: list[str], length: int) -> list[str]:
    """Without the form, unless nothing of its own is left; “Smith & Co” is not “Smith” either."""
    before = words[:-length]
    if all(word in COMMON_WORDS for word in before) or before[-1] == "and":
        return words
    return before
