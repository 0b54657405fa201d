"""Differences of wordings: empty on equal ones, turned round by turning the texts round, composable."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from saralau.history.wording import Piece, edits, words_changed

WORDS = st.lists(
    st.sampled_from(["кража", "совершенная", "тайно", ",", "а", "равно", " ", "\n", "лицом", "1"]), max_size=14
).map(" ".join)
WORDINGS = st.dictionaries(st.sampled_from("abcdef"), WORDS, max_size=6)


@given(WORDS, WORDS)
def test_pieces_hold_both_texts_and_turn_round(before: str, after: str) -> None:
    pieces = words_changed(before, after)
    assert "".join(piece.before for piece in pieces) == before
    assert "".join(piece.after for piece in pieces) == after
    assert words_changed(after, before) == tuple(Piece(piece.after, piece.before) for piece in pieces)
    assert all(piece.stays for piece in pieces) == (before == after)


@given(WORDINGS, WORDINGS, WORDINGS)
def test_edits_are_empty_on_equal_symmetric_and_composable(
    one: dict[str, str], two: dict[str, str], three: dict[str, str]
) -> None:
    assert not edits(one, one)
    first, second = edits(one, two), edits(two, three)
    assert first.apply(one) == two
    assert first.turned() == edits(two, one)
    assert first.turned().apply(two) == one
    assert first.then(second).apply(one) == three
    assert first.then(second) == edits(one, three)


def test_a_phrase_replaced_is_one_piece() -> None:
    pieces = words_changed("деяние, совершенное тайно ночью лицом", "деяние, совершенное открыто днем лицом")
    assert [piece for piece in pieces if not piece.stays] == [Piece("тайно ночью", "открыто днем")]


def test_very_long_texts_are_told_as_one_replacement() -> None:
    before, after = "x " + "а " * 3000 + "y", "x " + "б " * 3000 + "y"
    pieces = words_changed(before, after)
    assert pieces[0].stays and not pieces[1].stays and "".join(piece.after for piece in pieces) == after
