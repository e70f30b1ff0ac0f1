"""Texts made to be slow: time grows with their length and no faster, and memory stays bounded."""

from __future__ import annotations

import subprocess
import sys
from time import perf_counter

import pytest

import runews

MEGABYTE = 1_000_000
#: Kilobytes that a megabyte of the worst text may take above the loaded models: one object of each
#: kind for every few characters.
MOST_KILOBYTES = 3_000_000

#: No word in them, or but one: what the language models need not see costs next to nothing.
WORDLESS = ['"', "«", "(", "– ", "…", "\n", "1", "а", "«\n", "\ud800", " ", "[", "»", "0123456789"]
#: Their words go through every stage.
WORDY = [
    "что ", "Иванов ", "«Да», – сказал он. ", "сказал, что ", "По словам Иванова, ", "А. ",
    "Об этом сообщил Иванов. ", '"а ', "«а ", "(а ", "он ", "Иванов, ", "и ", "а\n", "ТАСС\n",
    "МОСКВА, 3 апр – ТАСС. ", "«Да\n", "– Да?\n", "Иванов: да\n", "Анна Лесная ", "12:30 ", "А.Б.",
    "газета «Труд» ", "Снег сойдёт и ", "не ", "Глава МИД ", "а-", "т. е. ", "https://а.рф/ ",
]  # fmt: skip


def seconds(text: str) -> float:
    start = perf_counter()
    runews.parse_article(text)
    return perf_counter() - start


def fill(unit: str, length: int) -> str:
    return (unit * (length // len(unit) + 1))[:length]


@pytest.mark.parametrize("unit", ["«", "\n", "что "])
def test_a_megabyte_is_parsed(unit: str) -> None:
    text = fill(unit, MEGABYTE)
    assert runews.parse_article(text).text == text


@pytest.mark.parametrize(
    ("unit", "length"), [*((unit, 20_000) for unit in WORDLESS), *((unit, 5_000) for unit in WORDY)]
)
def test_time_grows_with_the_length_of_a_text(unit: str, length: int) -> None:
    # The shortest of several runs is the one that the rest of the machine disturbed least.
    short = min(seconds(fill(unit, length)) for _ in range(3))
    long = min(seconds(fill(unit, 4 * length)) for _ in range(2))
    # Four times the length; sixteen times the time would be the square of it.
    assert long < 8 * short + 0.2


def test_one_sentence_without_an_end_is_parsed() -> None:
    text = "Мэр сказал, " + "что дорога, " * 8_000 + "закрыта."
    assert runews.parse_article(text).text == text


def test_the_limit_has_an_error_of_its_own() -> None:
    with pytest.raises(runews.TextTooLongError, match="1,000,001 characters, the limit is 1,000,0"):
        runews.parse_article("а" * (MEGABYTE + 1))
    with pytest.raises(runews.TextTooLongError, match="max_chars"):
        runews.Parser(max_chars=3).parse("Снег")


@pytest.mark.parametrize("unit", ["«", "Да.\n", "«Да», – сказал Иванов. "])
def test_memory_is_bounded_by_the_length_of_a_text(unit: str) -> None:
    code = (
        "import resource, sys, runews\n"
        "used = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "runews.parse_article('Да.')\n"
        "before = used()\n"
        "unit = sys.argv[1]\n"
        "runews.parse_article((unit * 200_000)[:200_000])\n"
        "print(used() - before)\n"
    )
    said = subprocess.check_output([sys.executable, "-c", code, unit], encoding="utf-8")
    assert int(said) < MOST_KILOBYTES / 5
