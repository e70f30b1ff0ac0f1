"""`parse_articles`: order, streaming, errors in their place, processes, progress."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
from itertools import count, islice
from typing import TYPE_CHECKING, Any

import pytest

import runews
from runews import (
    Article,
    ExtraMissingError,
    NotTextError,
    OptionError,
    TextTooLongError,
    WorkerError,
    parse_articles,
)
from runews.batch import stream
from tests.batch import answers

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXTS = [f"Глава МИД Иван Петров заявил, что ждёт {n} гостей." for n in range(7)]


def test_articles_come_one_for_each_text_in_order_and_as_parsed_alone() -> None:
    alone = [runews.parse_article(text) for text in TEXTS]
    for batch_size in 1, 3, 100:
        assert list(parse_articles(TEXTS, batch_size=batch_size)) == alone


@pytest.mark.parametrize("running", [True, False])
def test_the_search_for_cycles_runs_afterwards_as_it_did_before(*, running: bool) -> None:
    try:
        if not running:
            gc.disable()
        list(parse_articles(["Да."], workers=1))
        assert gc.isenabled() is running
    finally:
        gc.enable()


def test_nothing_in_nothing_out() -> None:
    assert list(parse_articles([])) == []


def test_one_worker_reads_an_endless_input_one_batch_ahead_and_not_before_it_is_asked() -> None:
    read = []

    def endless() -> Iterator[str]:
        for n in count():
            read.append(n)
            yield f"Новость {n}."

    articles = parse_articles(endless(), batch_size=2)
    assert read == []
    assert [a.text for a in islice(articles, 3)] == ["Новость 0.", "Новость 1.", "Новость 2."]
    assert read == [0, 1, 2, 3]


def test_what_the_input_raises_comes_unchanged_after_the_articles_before_it() -> None:
    error = OSError("the disk is gone")

    def broken() -> Iterator[str]:
        yield from TEXTS[:3]
        raise error

    articles = parse_articles(broken())
    assert [a.text for a in islice(articles, 3)] == TEXTS[:3]
    with pytest.raises(OSError, match="the disk is gone") as caught:
        next(articles)
    assert caught.value is error


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
        ([], {"start_method": "thread"}, "'thread', and must be one of .*spawn"),
    ],
)
def test_misuse_is_refused_at_once(texts: Any, options: dict[str, Any], message: str) -> None:
    with pytest.raises(OptionError, match=message):
        parse_articles(texts, **options)


def test_a_worker_of_another_pool_is_told_that_it_may_not_start_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(multiprocessing.current_process()._config, "daemon", True)  # type: ignore[attr-defined] # no other way to be one
    with pytest.raises(OptionError, match="pass workers=1"):
        parse_articles([], workers=2)


def test_workers_give_the_same_in_order_also_when_one_of_them_is_killed() -> None:
    read = []

    def endless() -> Iterator[Any]:
        for n in count():
            read.append(n)
            yield None if n == 3 else TEXTS[n % len(TEXTS)]

    articles = parse_articles(endless(), workers=2, batch_size=2, on_error="return")
    found = [next(articles)]
    killed = multiprocessing.active_children()[0]
    assert killed.pid is not None
    os.kill(killed.pid, signal.SIGKILL)
    found += islice(articles, 20)
    alone = [runews.parse_article(text) for text in TEXTS]
    assert str(found[3]).startswith("texts[3]: ")
    assert [f for f in found if isinstance(f, Article)] == [
        alone[n % len(TEXTS)] for n in range(21) if n != 3
    ]
    assert len(read) <= 21 + 2 * 4 * 2
    articles.close()  # type: ignore[attr-defined] # a generator, though only an iterator is promised
    assert not multiprocessing.active_children()


def test_a_text_that_kills_its_workers_is_an_error_in_its_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stream, "load_reader", answers.mortal_reader)
    texts = [*TEXTS[:3], answers.KILLER, *TEXTS[3:]]
    found = list(parse_articles(texts, workers=2, batch_size=8, on_error="return"))
    assert isinstance(found[3], WorkerError)
    assert str(found.pop(3)).startswith("texts[3]: parsing it kills its worker process (signal 9)")
    assert found == [runews.parse_article(text) for text in TEXTS]
    articles = parse_articles([answers.KILLER], workers=2)
    with pytest.raises(WorkerError, match=r"^texts\[0\]: parsing it kills"):
        next(articles)
    assert not multiprocessing.active_children()


def test_progress_calls_a_function_after_each_text() -> None:
    calls: list[int] = []
    articles = parse_articles(TEXTS[:3], progress=calls.append)
    next(articles)
    assert calls == [1]
    list(articles)
    assert calls == [1, 2, 3]


def test_progress_shows_a_bar_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    list(parse_articles(TEXTS, progress=True))
    out, err = capsys.readouterr()
    assert out == ""
    assert "7 articles" in err


def test_a_bar_without_rich_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rich", None)
    with pytest.raises(ExtraMissingError, match=r"pip install 'runews\[cli\]'"):
        next(parse_articles(TEXTS, progress=True))
