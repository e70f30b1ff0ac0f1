"""`parse_articles`: order, streaming, errors in their place, processes that end when asked to."""

from __future__ import annotations

import multiprocessing
import os
import signal
from itertools import count, islice
from typing import TYPE_CHECKING, Any

import pytest

import runews
from runews import Article, NotTextError, OptionError, TextTooLongError, WorkerError, parse_articles

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXTS = [f"Глава МИД Иван Петров заявил, что ждёт {n} гостей." for n in range(7)]


def test_articles_come_one_for_each_text_in_order_and_as_parsed_alone() -> None:
    assert list(parse_articles(TEXTS)) == [runews.parse_article(text) for text in TEXTS]


def test_nothing_in_nothing_out() -> None:
    assert list(parse_articles([])) == []


def test_one_worker_reads_an_endless_input_no_further_than_it_is_asked() -> None:
    read = []

    def endless() -> Iterator[str]:
        for n in count():
            read.append(n)
            yield f"Новость {n}."

    articles = parse_articles(endless())
    assert read == []
    assert [a.text for a in islice(articles, 3)] == ["Новость 0.", "Новость 1.", "Новость 2."]
    assert read == [0, 1, 2]


def test_a_bad_text_raises_its_error_with_its_place() -> None:
    articles = parse_articles(["Да.", None, "Нет."])  # type: ignore[list-item] # the mistake tested
    assert next(articles).text == "Да."
    with pytest.raises(NotTextError, match=r"^texts\[1\]: an article's text is a str, not None"):
        next(articles)
    assert list(articles) == []


def test_a_bad_text_is_returned_in_its_place_on_request() -> None:
    texts: list[Any] = ["Да.", b"x", "Слишком длинно.", "Нет."]
    found = list(parse_articles(texts, on_error="return", max_chars=6))
    assert [type(f) for f in found] == [Article, NotTextError, TextTooLongError, Article]
    assert str(found[2]).startswith("texts[2]: the text has 15 characters, the limit is 6")


@pytest.mark.parametrize(
    ("texts", "options", "message"),
    [
        ("Да.", {}, "one string"),
        (b"Da.", {}, "one string"),
        ([], {"workers": 0}, "workers is 0"),
        ([], {"batch_size": 0}, "batch_size is 0"),
        ([], {"max_chars": -1}, "max_chars is -1"),
        ([], {"on_error": "ignore"}, "'raise' or 'return'"),
    ],
)
def test_misuse_is_refused_at_once(texts: Any, options: dict[str, Any], message: str) -> None:
    with pytest.raises(OptionError, match=message):
        parse_articles(texts, **options)


def test_workers_give_the_same_in_the_same_order_reading_a_bounded_way_ahead() -> None:
    read = []

    def endless() -> Iterator[Any]:
        for n in count():
            read.append(n)
            yield None if n == 3 else TEXTS[n % len(TEXTS)]

    articles = parse_articles(endless(), workers=2, batch_size=2, on_error="return")
    found = list(islice(articles, 7))
    assert [f for f in found if isinstance(f, Article)] == [
        runews.parse_article(text) for n, text in enumerate(TEXTS) if n != 3
    ]
    assert str(found[3]).startswith("texts[3]: ")
    assert len(read) <= 7 + 2 * 2 * 2 + 2
    assert multiprocessing.active_children()
    articles.close()  # type: ignore[attr-defined] # a generator, though only an iterator is promised
    assert not multiprocessing.active_children()


def test_a_worker_that_dies_is_an_error_of_ours_and_takes_the_others_along() -> None:
    articles = parse_articles(("Да." for _ in count()), workers=2, batch_size=1)
    next(articles)
    for process in multiprocessing.active_children():
        assert process.pid is not None
        os.kill(process.pid, signal.SIGKILL)
    with pytest.raises(WorkerError, match="a worker process died"):
        list(articles)
    assert not multiprocessing.active_children()
