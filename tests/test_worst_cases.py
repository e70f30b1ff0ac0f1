"""Texts made to be slow: a megabyte of one thing is parsed in time that grows with its length."""

from __future__ import annotations

from time import perf_counter

import pytest

import runews
from runews import Article

MEGABYTE = 1_000_000

#: No word in them, or but one: what the language models need not see costs next to nothing.
WORDLESS = ['"', "«", "(", "– ", "…", "\n", "1", "а", "«\n", "\ud800"]
#: Their words go through every stage.
WORDY = ["что ", "Иванов ", "«Да», – сказал он. ", "сказал, что ", "По словам Иванова, ", "А. ",
         "Об этом сообщил Иванов. ", '"а ', "«а ", "(а ", "он ", "Иванов, ", "и ", "а\n", "ТАСС\n",
         "МОСКВА, 3 апр – ТАСС. ", "«Да\n"]  # fmt: skip


def seconds(text: str) -> tuple[float, Article]:
    start = perf_counter()
    article = runews.parse_article(text)
    return perf_counter() - start, article


def fill(unit: str, length: int) -> str:
    return (unit * (length // len(unit) + 1))[:length]


@pytest.mark.parametrize("unit", WORDLESS)
def test_a_megabyte_without_words_is_parsed(unit: str) -> None:
    runews.parse_article("Да.")
    taken, article = seconds(fill(unit, MEGABYTE))
    assert len(article.text) == MEGABYTE
    assert taken < 120


@pytest.mark.parametrize("unit", WORDY)
def test_time_grows_with_the_length_of_a_text(unit: str) -> None:
    # The shortest of several runs is the one that the rest of the machine disturbed least.
    short = min(seconds(fill(unit, 10_000))[0] for _ in range(3))
    long = min(seconds(fill(unit, 40_000))[0] for _ in range(2))
    # Four times the length; sixteen times the time would be the square of it.
    assert long < 8 * short + 0.5
