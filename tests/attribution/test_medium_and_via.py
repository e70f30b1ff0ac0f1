"""Medium and via against sentences with the gold marked inside them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import runews
from runews.models import Attribution, Medium, Span, Speaker
from tests.attribution.marked import Mark, attribute_marked, read_marks

GOLD = tuple(
    line
    for line in (Path(__file__).parent / "media_and_relays.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
)
FLOOR = 0.9

Answer = tuple[Span, str] | None
Reader = Callable[[str], tuple[Attribution | None, tuple[Mark, ...]]]


def by_hand(line: str) -> tuple[Attribution | None, tuple[Mark, ...]]:
    """The attribution of the quote as it is marked."""
    (attribution,), marks = attribute_marked(line)
    return attribution, marks


def by_parser(line: str) -> tuple[Attribution | None, tuple[Mark, ...]]:
    """The attribution of the quote that the parser itself finds in the plain sentence."""
    text, marks = read_marks(line)
    article = runews.parse_article(text)
    cue = next((m.span for m in marks if m.kind == "cue"), None)
    content = next(m.span for m in marks if m.kind == "content")
    for quote in article.quotes:
        attribution = article.attribution_of(quote)
        same = attribution.cue is None or cue is None or attribution.cue.span.overlaps(cue)
        if same and any(content.overlaps(span) for span in quote.spans):
            return attribution, marks
    return None, marks


def expected(marks: tuple[Mark, ...], kind: str) -> Answer:
    return next(((m.span, m.name) for m in marks if m.kind == kind), None)


def answered(found: Medium | Speaker | None) -> Answer:
    if found is None or found.span is None or found.name is None:
        return None
    return found.span, found.name


def test_the_gold_list_is_long_enough() -> None:
    assert len(GOLD) >= 160


@pytest.mark.parametrize("reader", [by_hand, by_parser])
@pytest.mark.parametrize("kind", ["M", "V"])
def test_precision_and_recall(kind: str, reader: Reader) -> None:
    """Span and name both right; the failures are listed so that a regression shows where."""
    right = wanted = given = 0
    wrong = []
    for line in GOLD:
        attribution, marks = reader(line)
        if attribution is None:
            continue
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


def test_the_parser_finds_the_marked_quotes() -> None:
    found = sum(by_parser(line)[0] is not None for line in GOLD)
    assert found >= FLOOR * len(GOLD)
