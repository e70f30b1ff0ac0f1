"""Whatever is passed in: no exception, the contract kept, the same answer again, JSON and back."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import runews
from runews import Article
from tests.robustness.contract import check_contract
from tests.robustness.texts import any_input, damaged_news, decoded_bytes, hostile_unicode
from tests.strategies import any_text, articles

#: Texts that once broke something, or that break other libraries.
NASTY = [
    "",
    " \n\t\r\n",
    "\ufeff",
    "\x00",
    "\ud800",
    "«Да\ud800», – сказал Иванов.",
    "«Да\ud83d\ude00», – сказал Иванов.",
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
    "Ответ: ‹",
    "Ответ: «»\nОтвет: …",
]


def parsed(text: str, **known: Any) -> Article:
    """The article of a text, held against the contract, through JSON too."""
    article = runews.parse_article(text, **known)
    check_contract(article, text)
    assert Article.from_json(article.to_json()) == article
    return article


@given(any_text())
def test_any_string_at_all(text: str) -> None:
    parsed(text)


@given(hostile_unicode())
def test_characters_that_break_naive_programs(text: str) -> None:
    parsed(text)


@given(decoded_bytes())
def test_bytes_decoded_in_any_way(text: str) -> None:
    parsed(text)


@given(damaged_news())
def test_news_with_faults(text: str) -> None:
    parsed(text)


@given(articles())
def test_what_looks_like_news(text: str) -> None:
    article = parsed(text)
    assert Article.from_dict(article.to_dict()) == article


@pytest.mark.parametrize("text", NASTY)
def test_texts_that_broke_something_once(text: str) -> None:
    parsed(text)


@given(any_input(), any_input())
@example("«Да», – сказал Иванов.", "Иванова сказала: «Нет».")
def test_the_same_text_gives_the_same_article_whatever_was_parsed_before(
    text: str, other: str
) -> None:
    first = runews.parse_article(text)
    runews.parse_article(other)
    assert runews.parse_article(text) == first


@given(
    any_input(),
    st.fixed_dictionaries(
        {},
        optional={
            "headline": any_text(),
            "url": any_text(),
            "agency": any_text(),
            "authors": st.lists(any_text(), max_size=3),
            "published": st.dates() | st.datetimes() | st.datetimes(timezones=st.timezones()),
        },
    ),
)
def test_what_the_caller_knows_breaks_nothing(text: str, known: dict[str, Any]) -> None:
    article = runews.parse_article(text, **known)
    check_contract(article, text)
    assert article.metadata.published == known.get("published", article.metadata.published)
