"""Medium and via against sentences with the gold marked inside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from runews.models import Medium, Span, Speaker
from tests.attribution.marked import Mark, attribute_marked

GOLD = tuple(
    line
    for line in (Path(__file__).parent / "media_and_relays.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
)
FLOOR = 0.9


def expected(marks: tuple[Mark, ...], kind: str) -> tuple[Span, str] | None:
    return next(((m.span, m.name) for m in marks if m.kind == kind), None)


def answered(found: Medium | Speaker | None) -> tuple[Span, str] | None:
    return (found.span, found.name) if found is not None and found.span is not None else None


def test_the_gold_list_is_long_enough() -> None:
    assert len(GOLD) >= 120


@pytest.mark.parametrize("kind", ["M", "V"])
def test_precision_and_recall(kind: str) -> None:
    """Span and name both right; the failures are listed so that a regression shows where."""
    right = wanted = given = 0
    wrong = []
    for line in GOLD:
        (attribution,), marks = attribute_marked(line)
        gold = expected(marks, kind)
        answer = answered(attribution.medium if kind == "M" else attribution.via)
        wanted += gold is not None
        given += answer is not None
        right += gold is not None and gold == answer
        if gold != answer:
            wrong.append(f"{line}\n    gold {gold}, answer {answer}")
    report = "\n".join(wrong)
    assert right >= FLOOR * given, f"precision {right}/{given}\n{report}"
    assert right >= FLOOR * wanted, f"recall {right}/{wanted}\n{report}"
