"""Overlapping marks made well-nested: nothing lost, nothing crossed, no more work than marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runews.view.nesting import MAX_OPEN, Closing, Mark, Opening, Point, Run, nested


def shown(text: str, *marks: tuple[int, int, int, str]) -> str:
    """The text with what opens, closes and cannot be opened."""
    written = ""
    for piece in nested(len(text), [Mark(*mark) for mark in marks]):
        match piece:
            case Run(start, stop):
                written += text[start:stop]
            case Opening(mark, first):
                written += f"<{mark.subject}>" if first else f"<+{mark.subject}>"
            case Closing(mark):
                written += f"</{mark.subject}>"
            case Point(mark):
                written += f"<{mark.subject}/>"
    return written


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], "абвгде"),
        ([(1, 3, 1, "q")], "а<q>бв</q>где"),
        ([(0, 6, 1, "q"), (2, 4, 1, "r")], "<q>аб<r>вг</r>де</q>"),
        ([(2, 4, 1, "r"), (2, 6, 1, "q")], "аб<q><r>вг</r>де</q>"),
        ([(0, 4, 1, "q"), (2, 6, 1, "r")], "<q>аб<r>вг</r></q><+r>де</r>"),
        # The deeper layer gives way, whoever came first.
        ([(0, 4, 2, "m"), (2, 6, 1, "q")], "<m>аб</m><q><+m>вг</m>де</q>"),
        ([(1, 5, 2, "m"), (0, 3, 1, "q")], "<q>а<m>бв</m></q><+m>гд</m>е"),
        ([(0, 3, 0, "p"), (3, 6, 0, "o"), (1, 5, 1, "q")], "<p>а<q>бв</q></p><o><+q>гд</q>е</o>"),
        ([(2, 2, 1, "q"), (6, 6, 1, "r"), (8, 9, 1, "s")], "аб<q/>вгде<r/><s/>"),
        ([(4, 99, 1, "q")], "абвг<q>де</q>"),
    ],
)
def test_marks_nest(marks: list[tuple[int, int, int, str]], expected: str) -> None:
    assert shown("абвгде", *marks) == expected


def test_an_empty_text_holds_points_alone() -> None:
    assert shown("", (0, 0, 0, "p"), (0, 4, 1, "q")) == "<p/><q/>"


def test_what_lies_too_deep_is_a_point() -> None:
    marks = [(0, 2, 1, str(n)) for n in range(MAX_OPEN + 2)]
    written = shown("аб", *marks, (1, 2, 0, "p"))
    assert written.count("</") > MAX_OPEN
    assert f"<{MAX_OPEN}/><{MAX_OPEN + 1}/>" in written
    assert "<p>" in written


@st.composite
def _marks(draw: st.DrawFn) -> tuple[int, list[Mark[int]]]:
    length = draw(st.integers(0, 30))
    ends = st.tuples(*[st.integers(0, length + 3)] * 2).map(sorted)
    found = draw(st.lists(st.tuples(ends, st.integers(1, 3)), max_size=40))
    return length, [Mark(a, b, layer, n) for n, ((a, b), layer) in enumerate(found)]


@given(_marks())
def test_the_text_comes_once_and_marks_nest(drawn: tuple[int, list[Mark[int]]]) -> None:
    length, marks = drawn
    stack: list[Mark[int]] = []
    firsts, points = [], []
    covered: dict[int, set[int]] = {mark.subject: set() for mark in marks}
    here = 0
    pieces = list(nested(length, marks))
    for piece in pieces:
        match piece:
            case Opening(mark, first):
                assert not stack or stack[-1].layer <= mark.layer
                stack.append(mark)
                firsts += [mark.subject] if first else []
            case Closing(mark):
                assert stack.pop() is mark
            case Point(mark):
                points.append(mark.subject)
            case Run(start, stop, over):
                assert start == here < stop
                assert list(over) == stack
                here = stop
                for mark in over:
                    covered[mark.subject] |= set(range(start, stop))
    assert here == length
    assert not stack
    assert sorted([*firsts, *points]) == [mark.subject for mark in marks]
    for mark in marks:
        whole = set(range(mark.start, min(mark.stop, length)))
        assert covered[mark.subject] == (set() if mark.subject in points else whole)
    assert len(pieces) <= (2 * len(marks) + 1) * (2 * MAX_OPEN + 2)


def test_many_marks_over_one_another_do_not_multiply() -> None:
    many = 20_000
    marks = [Mark(n, 3 * many - n, 1, n) for n in range(many)]
    marks += [Mark(n, n + many, 2, n) for n in range(many)]
    assert sum(1 for _ in nested(3 * many, marks)) < 8 * MAX_OPEN * many
