"""How the answers of all constructions become one list: no quote twice, the surer first."""

from __future__ import annotations

import pytest
from hypothesis import given

from runews.quotes import CONFIDENCE, RULES, FoundQuote
from tests.strategies import articles, marks

from .marked import assert_found, find


def test_every_construction_has_a_confidence_between_none_and_all() -> None:
    assert all(0 < confidence <= 1 for confidence in CONFIDENCE.values())


def test_every_rule_is_named_and_shows_an_example() -> None:
    assert len({rule.__name__ for rule in RULES}) == len(RULES)
    assert all("«" in (rule.__doc__ or "") for rule in RULES)


def test_a_quote_carries_the_confidence_of_its_construction() -> None:
    quote = find("По словам врача, угрозы жизни нет.")[0]
    assert quote.confidence == pytest.approx(CONFIDENCE["source_phrase"])


def test_a_direct_quote_is_not_found_again_as_a_closing_report() -> None:
    assert_found("⟦«Мы готовы к матчу»⟧, – ⟨сказал⟩ ⟪тренер⟫.", "direct direct_cue_after")


def test_a_clause_is_not_found_again_as_its_fragment() -> None:
    assert_found(
        "⟪Он⟫ ⟨заявил⟩, что ⟦встреча была «очень полезной» и «своевременной»⟧.",
        "mixed complement_что",
    )


def test_a_first_person_s_report_in_his_own_words_is_part_of_them() -> None:
    assert_found(
        "⟦«Я считаю, что мы выиграем»⟧, – ⟨сказал⟩ ⟪тренер⟫.",
        "direct direct_cue_after",
    )


def rule_names(quotes: tuple[FoundQuote, ...]) -> set[str]:
    return {quote.rule for quote in quotes}


@given(articles() | marks())
def test_quotes_of_any_text(text: str) -> None:
    quotes = find(text)
    assert rule_names(quotes) <= set(CONFIDENCE)
    starts = [(q.spans[0].start, -q.spans[-1].stop) for q in quotes]
    assert starts == sorted(starts)
    for quote in quotes:
        assert list(quote.spans) == sorted(quote.spans)
        assert all(a.stop <= b.start for a, b in zip(quote.spans, quote.spans[1:], strict=False))
        assert all(text[s.start : s.stop].strip() for s in quote.spans)
        assert quote.cue is None or not any(quote.cue.span.overlaps(s) for s in quote.spans)


@given(articles())
def test_the_same_text_gives_the_same_quotes(text: str) -> None:
    assert find(text) == find(text)
