"""What the constructions do not read so far; a case that is mended moves to its own module."""

from __future__ import annotations

import pytest

from .marked import find, marks_of, read_marked, written

LIMITS = {
    "the relative pronoun of a source phrase is not traced to its noun": [
        "⟪Иванов⟫, ⟨по словам⟩ которого, ⟦мост цел⟧, уехал.",
    ],
}


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(marked, marks=pytest.mark.xfail(reason=reason, raises=AssertionError))
        for reason, cases in LIMITS.items()
        for marked in cases
    ],
)
def test_not_read_so_far(marked: str) -> None:
    wanted = read_marked(marked)
    assert written(wanted.text, marks_of(find(wanted.text))) == str(wanted)
