"""What changed between two texts, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from diff_match_patch import diff_match_patch

TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
# Seconds after which a difference need not be the smallest one any more: texts have up to 50,000 characters.
PATIENCE = 0.05
# Characters of what stayed that are shown on either side of a change.
AROUND = 80

SAME, REMOVED, ADDED, LEFT_OUT = "same", "removed", "added", "left out"
_KINDS = {0: SAME, -1: REMOVED, 1: ADDED}


@dataclass(frozen=True, slots=True)
class Piece:
    kind: str  # one of the four above
    text: str


def of_words(before: str, after: str) -> list[Piece]:
    """The two texts as one: what stayed, what was removed and what was added; long stretches left out.

    Myers' difference over words instead of characters, so that no word is cut in two.
    """
    compare = diff_match_patch()
    compare.Diff_Timeout = PATIENCE
    letters: dict[str, str] = {}
    found = compare.diff_main(_spelt(before, letters), _spelt(after, letters), False)
    compare.diff_cleanupSemantic(found)
    tokens = {letter: token for token, letter in letters.items()}
    pieces = [Piece(_KINDS[kind], "".join(tokens[letter] for letter in text)) for kind, text in found]
    return list(_shortened(pieces))


def _spelt(text: str, letters: dict[str, str]) -> str:
    """The text with one character for each word; surrogates, which stand for nothing, are passed over."""
    for token in TOKEN.findall(text):
        if token not in letters:
            number = len(letters) + 1
            letters[token] = chr(number if number < 0xD800 else number + 0x800)
    return "".join(letters[token] for token in TOKEN.findall(text))


def _shortened(pieces: list[Piece]) -> Iterator[Piece]:
    for position, piece in enumerate(pieces):
        if piece.kind != SAME or len(piece.text) <= 3 * AROUND:
            yield piece
            continue
        if position > 0:
            yield Piece(SAME, piece.text[:AROUND].rsplit(" ", 1)[0] + " ")
        yield Piece(LEFT_OUT, "")
        if position < len(pieces) - 1:
            yield Piece(SAME, " " + piece.text[-AROUND:].split(" ", 1)[-1])
