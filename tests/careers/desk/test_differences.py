"""A difference is read as prose: whole words, and nothing of either text lost."""

from hypothesis import given
from hypothesis import strategies as st

from careers.desk.differences import ADDED, AROUND, LEFT_OUT, REMOVED, SAME, Piece, of_words

words = st.lists(st.sampled_from(["pay", "pays", "nurses", "day", ".", "\n", " ", "é", "🙂"]), max_size=30)


@given(words, words)
def test_both_texts_can_be_read_out_of_their_difference(before, after):
    before, after = "".join(before), "".join(after)
    pieces = of_words(before, after)
    if any(piece.kind == LEFT_OUT for piece in pieces):
        return
    assert "".join(piece.text for piece in pieces if piece.kind != ADDED) == before
    assert "".join(piece.text for piece in pieces if piece.kind != REMOVED) == after


def test_whole_words_are_replaced():
    assert of_words("They earn much.", "They earned much.") == [
        Piece(SAME, "They "),
        Piece(REMOVED, "earn"),
        Piece(ADDED, "earned"),
        Piece(SAME, " much."),
    ]


def test_long_stretches_that_stayed_are_left_out():
    long = "word " * 200
    pieces = of_words(f"{long}old {long}", f"{long}new {long}")
    assert [piece.kind for piece in pieces] == [LEFT_OUT, SAME, REMOVED, ADDED, SAME, LEFT_OUT]
    assert all(len(piece.text) <= AROUND + 1 for piece in pieces)
