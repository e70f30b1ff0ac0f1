"""The contract of an article, held against any string and against Russian-like articles."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import runews
from runews import Article, Quote, Span
from tests.strategies import any_text, articles


def parts(value: object) -> list[Any]:
    """A result and all the objects of ours inside it."""
    if isinstance(value, tuple):
        return [part for item in value for part in parts(item)]
    kind = type(value)
    if not attrs.has(kind):
        return []
    fields = [getattr(value, field.name) for field in attrs.fields(kind)]
    return [value, *(part for field in fields for part in parts(field))]


def check_contract(article: Article, text: str) -> None:
    assert article.text == text
    for part in parts(article):
        assert hash(part) == hash(part)
        for field in attrs.fields(type(part)):
            assert not isinstance(getattr(part, field.name), list | set | dict)
        if isinstance(part, Quote):
            check_quote(part, text)
        elif hasattr(part, "span") and part.span is not None:
            assert text[part.span.start : part.span.stop] == part.text
            assert len(part.text) == len(part.span)
    check_order(article)
    check_ids(article)


def check_quote(quote: Quote, text: str) -> None:
    assert quote.spans
    assert all(0 <= s.start < s.stop <= len(text) for s in quote.spans)
    assert all(a.stop <= b.start for a, b in pairwise(quote.spans))


def check_order(article: Article) -> None:
    sequences: list[tuple[Any, ...]] = [article.paragraphs, article.sentences]
    for sequence in sequences:
        assert all(a.span.stop <= b.span.start for a, b in pairwise(sequence))
        assert all(len(part.span) > 0 for part in sequence)
    covered = set[int]()
    for paragraph in article.paragraphs:
        assert paragraph.text == paragraph.text.strip()
        covered.update(range(paragraph.span.start, paragraph.span.stop))
    assert not [i for i, c in enumerate(article.text) if c.isalnum() and i not in covered]
    for sentence in article.sentences:
        assert sentence.span in article.paragraphs[sentence.paragraph].span
    starts = [quote.spans[0].start for quote in article.quotes]
    assert starts == sorted(starts)
    firsts = [entity.mentions[0].span for entity in article.entities]
    assert firsts == sorted(firsts)
    for entity in article.entities:
        assert entity.name.strip()
        spans = [mention.span for mention in entity.mentions]
        assert spans == sorted(set(spans))


def check_ids(article: Article) -> None:
    assert [quote.id for quote in article.quotes] == [
        f"q{n}" for n in range(1, len(article.quotes) + 1)
    ]
    assert [entity.id for entity in article.entities] == [
        f"e{n}" for n in range(1, len(article.entities) + 1)
    ]
    assert [a.quote_id for a in article.attributions] == [quote.id for quote in article.quotes]
    for quote in article.quotes:
        assert article.attribution_of(quote).quote_id == quote.id
        seen = set[str]()
        above: str | None = quote.id
        while above is not None:
            assert above not in seen
            seen.add(above)
            above = article.quote(above).parent_id
    for attribution in article.attributions:
        for source in (attribution.speaker, attribution.via):
            if source is not None:
                assert source.name.strip()
                if source.entity_id is not None:
                    article.entity(source.entity_id)


NASTY = [
    "",
    " \n\t\r\n",
    "\ufeff",
    "\x00",
    "\ud800",
    "«Да\ud800», – сказал Иванов.",
    "«««»»»",
    '"" "" "',
    '"партия "Яблоко" против", - сказал он',
    "» – сказал он. «",
    "«Да, – сказал он. – Нет",
    "– Да? – Нет! –",
    ", – сказал",
    "сказал, что",
    "По словам",
    "По его словам, ",
    "Об этом сообщил",
    "(((((((",
    "что что что что",
    "e\u0301ё\u0308й\u0306",
    "Hello, world! “Yes”, he said.",
    "今日は。「はい」と彼は言った。",
    "قال الوزير: «نعم».",
    "МОСКВА, 27 фев - РИА Новости.",
    "МОСКВА, 31 фев – ТАСС. Снег.",
    "Фото: ТАСС\nФото: ТАСС",
    "1. 2. 3. 4.",
    "Снег\u2028сошёл\u2029\x85вчера",
    "А\u00adбв\u200b\u200d",
    "Т.\u00a0е. «да»",
    "«Да», – сказал министр Иванов.\r«Нет», – ответил он.",
]


@given(any_text())
def test_any_text_parses_and_keeps_the_contract(text: str) -> None:
    check_contract(runews.parse_article(text), text)


@pytest.mark.parametrize("text", NASTY)
def test_a_nasty_text_parses_and_keeps_the_contract(text: str) -> None:
    article = runews.parse_article(text)
    check_contract(article, text)
    assert Article.from_json(article.to_json()) == article


@given(articles())
def test_an_article_keeps_the_contract_and_comes_back_from_json(text: str) -> None:
    article = runews.parse_article(text)
    check_contract(article, text)
    assert Article.from_dict(article.to_dict()) == article
    assert Article.from_json(article.to_json()) == article


@given(any_text())
@example("«Да\ud83d\ude00», – сказал Иванов.")
def test_the_parse_of_any_text_comes_back_from_json(text: str) -> None:
    article = runews.parse_article(text)
    assert Article.from_json(article.to_json()) == article


@given(articles(), articles())
def test_the_same_text_gives_the_same_article_whatever_was_parsed_before(
    text: str, other: str
) -> None:
    first = runews.parse_article(text)
    runews.parse_article(other)
    assert runews.parse_article(text) == first


@given(
    articles(),
    st.fixed_dictionaries(
        {},
        optional={
            "headline": st.text(),
            "url": st.text(),
            "agency": st.text(),
            "authors": st.lists(st.text()),
            "published": st.dates() | st.datetimes(),
        },
    ),
)
def test_what_the_caller_knows_breaks_nothing(text: str, known: dict[str, Any]) -> None:
    article = runews.parse_article(text, **known)
    check_contract(article, text)
    assert Article.from_json(article.to_json()) == article


def test_a_span_of_a_result_is_a_span() -> None:
    article = runews.parse_article("«Да», – сказал министр Иванов.")
    assert {type(p.span) for p in parts(article) if getattr(p, "span", None)} == {Span}
