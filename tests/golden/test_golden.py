"""Whole articles: what a parse finds in them is what the golden files say, no more and no less.

The notation is explained in `markup`. A row that is marked as missed fails its test as soon as it
is found, so that the mark gets removed.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import runews

from .markup import GoldenArticle, GoldenFact, GoldenQuote, MarkupError, parse_golden, strip_marks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from _pytest.mark.structures import ParameterSet

GOLDEN = [parse_golden(path) for path in sorted(Path(__file__).parent.glob("*.txt"))]

#: What may be in or out at the edge of a content: white space, quotation marks, dashes, stops.
EDGE = set(" \t\r\n\u00a0«»\"“”„‟'’‘—–-.,")
#: A content is right when the common characters are this share of both.
SAME_CONTENT = 0.9
#: What overlaps no golden content by this share is a quote that the article has not.
RELATED_CONTENT = 0.3


@cache
def parsed(article: GoldenArticle) -> runews.Article:
    return runews.parse_article(article.text)


def characters(text: str, pieces: Iterable[tuple[int, int]]) -> set[int]:
    found = set[int]()
    for start, stop in pieces:
        while start < stop and text[start] in EDGE:
            start += 1
        while stop > start and text[stop - 1] in EDGE:
            stop -= 1
        found.update(range(start, stop))
    return found


def overlap(a: set[int], b: set[int]) -> float:
    return len(a & b) / len(a | b) if a and b else 0.0


def content(article: runews.Article, quote: runews.Quote) -> set[int]:
    return characters(article.text, ((s.start, s.stop) for s in quote.spans))


def fold(name: str) -> str:
    marks = str.maketrans("", "", '«»"“”„')
    return " ".join(name.translate(marks).casefold().replace("ё", "е").split())


def what_is_wrong(article: runews.Article, golden: GoldenQuote) -> str | None:
    """How the likest quote differs from a golden one, ``None`` where it does not."""
    wanted = characters(article.text, golden.content)
    ranked = [(overlap(content(article, q), wanted), q) for q in article.quotes]
    share, best = max(ranked, key=lambda pair: pair[0], default=(0.0, None))
    if best is None or share < RELATED_CONTENT:
        return "not found"
    if share < SAME_CONTENT:
        return f"its content is {best.text!r}"
    if best.kind.value != golden.kind:
        return f"its kind is {best.kind.value}"
    attribution = article.attribution_of(best)
    cue, speaker = attribution.cue, attribution.speaker
    if golden.cue and (cue is None or not cue.span.overlaps(runews.Span(*golden.cue))):
        return f"its cue is {cue.text if cue is not None else None!r}"
    name = speaker.name if speaker is not None else None
    if golden.names and (name is None or fold(name) not in map(fold, golden.names)):
        return f"its speaker is {name!r}"
    return None


def expected(verdict: str, reason: str) -> list[pytest.MarkDecorator]:
    if verdict == "must":
        return []
    return [pytest.mark.xfail(reason=reason, strict=True, raises=AssertionError)]


def rows(field: str) -> list[ParameterSet]:
    """The checked rows of a section of all articles."""
    return [
        pytest.param(
            article,
            row,
            id=f"{article.name}-{row.number if isinstance(row, GoldenQuote) else row.name}",
            marks=expected(row.verdict, row.reason),
        )
        for article in GOLDEN
        for row in getattr(article, field)
        if row.verdict != "optional"
    ]


@pytest.mark.parametrize(("article", "golden"), rows("quotes"))
def test_quote_is_found_with_its_kind_and_speaker(
    article: GoldenArticle, golden: GoldenQuote
) -> None:
    assert what_is_wrong(parsed(article), golden) is None


@pytest.mark.parametrize("article", GOLDEN, ids=lambda article: article.name)
def test_nothing_else_is_taken_for_a_quote(article: GoldenArticle) -> None:
    found = parsed(article)
    golden = [characters(article.text, q.content) for q in article.quotes]
    # What a speaker reports inside his own direct speech may be found, but need not.
    speeches = [g for g, q in zip(golden, article.quotes, strict=True) if q.kind == "direct"]
    spurious = set[str]()
    for quote in found.quotes:
        mine = content(found, quote)
        unrelated = max(overlap(mine, g) for g in golden) < RELATED_CONTENT
        if unrelated and not any(mine < speech for speech in speeches):
            spurious.add(quote.text)
    unlisted = {text for text in spurious if not text.startswith(tuple(article.spurious))}
    gone = {s for s in article.spurious if not any(text.startswith(s) for text in spurious)}
    assert (unlisted, gone) == (set(), set())


def metadata_field(article: runews.Article, field: str) -> str | None:
    metadata = article.metadata
    line = metadata.dateline
    if field == "place":
        return line.place if line is not None else None
    if field == "date":
        return f"{line.day}.{line.month}" if line is not None else None
    if field == "published":
        return metadata.published.isoformat() if metadata.published is not None else None
    if field == "authors":
        return "; ".join(metadata.authors)
    value: str | None = getattr(metadata, field)
    return value


@pytest.mark.parametrize(("article", "golden"), rows("metadata"))
def test_metadata_are_read(article: GoldenArticle, golden: GoldenFact) -> None:
    assert metadata_field(parsed(article), golden.name) == golden.value


@pytest.mark.parametrize("article", GOLDEN, ids=lambda article: article.name)
def test_persons_are_found_by_their_full_names(article: GoldenArticle) -> None:
    people = {e.name for e in parsed(article).entities if e.type is runews.EntityType.PER}
    wanted = {p.name for p in article.persons if p.verdict in ("must", "spurious")}
    optional = {p.name for p in article.persons if p.verdict == "optional"}
    assert people - optional == wanted


def test_every_kind_of_quote_is_well_represented() -> None:
    kinds = [quote.kind for article in GOLDEN for quote in article.quotes]
    assert {kind: kinds.count(kind) >= 10 for kind in ("direct", "mixed", "indirect")} == {
        "direct": True,
        "mixed": True,
        "indirect": True,
    }


def test_golden_cues_and_speakers_stand_outside_their_own_content() -> None:
    for article in GOLDEN:
        for quote in article.quotes:
            inside = characters(article.text, quote.content)
            for piece in (quote.cue, quote.speaker):
                assert piece is None or inside.isdisjoint(range(*piece)), (article.name, quote)


@pytest.mark.parametrize("broken", ["⟦1 Да", "⟦1 Да⟩", "Да⟧", "⟦1 Да, ⟨1 сказал⟧ он⟩"])
def test_broken_marks_are_told(broken: str) -> None:
    with pytest.raises(MarkupError):
        strip_marks(broken)
