"""One `Parser` in many threads gives what it gives in one."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TYPE_CHECKING

import pytest

from runews import Article, Parser
from runews.language import Language
from tests.samples import full_article

if TYPE_CHECKING:
    from collections.abc import Iterator

THREADS = 8
NAMES = ["Иван Петров", "Мария Сидорова", "Олег Зимин", "Анна Кузнецова", "Пётр Громов"]
TEXTS = [
    f"МОСКВА, 3 мая – РИА Новости. Глава МИД {name} заявил, что переговоры продолжатся {n} мая.\n\n"
    f"«Мы ждём {n} гостей, – сказал {name.split()[1]}. – Они приедут в Казань». По его словам, "
    "решение примут в «Газпроме». Об этом сообщает ТАСС со ссылкой на источник в правительстве."
    for n, name in enumerate(NAMES)
]


@pytest.fixture
def eager_switching() -> Iterator[None]:
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("eager_switching")
def test_threads_get_what_one_thread_gets_also_with_empty_caches() -> None:
    texts = [*TEXTS, full_article().text]
    expected = [Parser().parse(text) for text in texts]
    # Models of its own, so that all caches fill while the threads run.
    parser = Parser(language=Language())
    start = Barrier(THREADS)

    def parse_all(first: int) -> list[Article]:
        start.wait()
        order = [*range(first, len(texts)), *range(first)]
        found = {n: parser.parse(texts[n]) for n in order}
        return [found[n] for n in range(len(texts))]

    with ThreadPoolExecutor(THREADS) as pool:
        for found in pool.map(parse_all, [n % len(texts) for n in range(THREADS)]):
            assert found == expected
