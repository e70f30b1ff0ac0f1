"""What holds for any text at all."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import example, given

from runews.models import EntityType, MentionKind, Span
from tests.entities.marked import entities_of
from tests.strategies import any_text, articles, marks


def check(text: str) -> None:
    index = entities_of(text)
    assert [e.id for e in index.entities] == [f"e{n + 1}" for n in range(len(index.entities))]
    firsts = [e.mentions[0].span.start for e in index.entities]
    assert firsts == sorted(firsts)
    for entity in index.entities:
        assert entity.name.strip()
        assert entity.id in index.traits
        assert entity.name not in entity.aliases
        spans = [m.span for m in entity.mentions]
        assert spans == sorted(spans)
        assert max(Counter(spans).values()) == 1
        for mention in entity.mentions:
            assert text[mention.span.start : mention.span.stop] == mention.text
            assert mention.text
    names = [(m.span, e.type) for m, e in index.mentions if m.kind is MentionKind.NAME]
    for (one, kind), (two, _) in pairwise(names):
        # Names are disjoint; only an organisation holds other names, and holds them whole.
        nested = two in one and kind is EntityType.ORG
        assert nested or not one.overlaps(two) or one in two


@given(any_text())
@example("")
@example("\ud800")
@example("«" * 50)
@example("А. Б. В. «ООО «» — он")
def test_any_text(text: str) -> None:
    check(text)


@given(marks())
def test_marks(text: str) -> None:
    check(text)


@given(articles())
def test_articles(text: str) -> None:
    check(text)


def test_same_text_same_entities() -> None:
    text = "Министр Олег Зимин и Анна Лесная приехали в Омск. Он доволен, она нет."
    first = entities_of(text)
    entities_of.cache_clear()
    assert entities_of(text).entities == first.entities


@pytest.mark.parametrize(
    "piece", ["Министр Олег Зимин сказал, что он рад. ", "А. Б. ", "«(", "министр глава директор "]
)
def test_long_texts_are_read_to_the_end(piece: str) -> None:
    check(piece * 300)


def test_at_prefers_the_exact_mention_and_the_person() -> None:
    text = "Глава МИД Литвы Олег Зимин приехал."
    index = entities_of(text)
    whole = index.at(Span(0, text.index(" приехал")))
    assert whole is not None
    assert whole.name == "Олег Зимин"
    start = text.index("Литвы")
    inner = index.at(Span(start, start + len("Литвы")))
    assert inner is not None
    assert inner.name == "Литва"
    assert index.at(Span(text.index("приехал"), len(text))) is None
