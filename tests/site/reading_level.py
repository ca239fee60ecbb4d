"""How hard a text is to read: the Flesch–Kincaid grade, in years of school in the United States.

0.39 × words per sentence + 11.8 × syllables per word − 15.59: Kincaid and others, “Derivation of New
Readability Formulas”, Naval Technical Training Command, Research Branch Report 8-75, 1975.
"""

import re
from collections.abc import Iterable

ENDS = re.compile(r"[.!?](?:\s|$)|\n")
WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*|[$#]?\d[\d,.]*%?")
VOWELS = re.compile(r"[aeiouy]+")
SILENT = re.compile(r"(?:[^laeiouy]es|(?<=[^aeioutd])ed|(?<=[^aeiouyl])e)$")


def grade(texts: Iterable[str]) -> float:
    """The grade of all texts together."""
    parts = [found for text in texts for part in ENDS.split(text) if (found := WORD.findall(part))]
    read = [word for found in parts for word in found]
    return 0.39 * len(read) / len(parts) + 11.8 * sum(map(syllables, read)) / len(read) - 15.59


def syllables(word: str) -> int:
    """By groups of vowels, without a silent e; a figure, which nobody spells out, counts as one."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    if len(letters) < 4:
        return 1
    return max(1, len(VOWELS.findall(SILENT.sub("", letters))))
