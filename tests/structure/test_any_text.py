"""Any string has a structure: what holds for arbitrary text, and the time that it takes."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from runews.structure import Given, read_structure
from runews.structure.layout import Layout
from runews.structure.paragraphs import BLANKS

LINES = st.sampled_from(
    [
        "Суд начался",
        "В Москве начался суд.",
        "МОСКВА, 5 мая - РИА Новости. Суд начался.",
        "date 2026-01-31 Суд начался.",
        "31.01.2026 12:08 МОСКВА, 5 мая. /ТАСС/.",
        "Фото: Иван Петров / ТАСС",
        "Читайте также:",
        "- Суд отложил заседание",
        "Источник: https://tass.ru/20260131/1",
        "Иван Петров",
        "Теги: суд, Москва",
        "* Запрещён в РФ",
        "İstanbul, Фото",
        "...",
        "«",
    ]
)
ENDS = st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\u2028", " \n\t\n", "\x0c", ""])
ARTICLES = st.lists(st.tuples(LINES, ENDS), max_size=12).map(
    lambda parts: "".join(line + end for line, end in parts)
)
TEXTS = st.one_of(
    st.text(), st.text(alphabet='аБв 1.,-—/()«»"*#:\n\r\t\xa0\u200b\ufeff\ud800İ'), ARTICLES
)


def check(layout: Layout) -> None:
    text = layout.text
    position = 0
    for paragraph in layout.paragraphs:
        start, stop = paragraph.span.start, paragraph.span.stop
        assert not text[position:start].strip(BLANKS)
        assert start < stop
        assert text[start:stop] == paragraph.text == paragraph.text.strip(BLANKS)
        position = stop
    assert not text[position:].strip(BLANKS)
    position = 0
    for block in layout.blocks:
        span = layout.paragraphs[block.paragraph].span
        assert block.span in span
        assert position <= block.span.start < block.span.stop
        assert not text[position : block.span.start].strip(BLANKS)
        position = block.span.stop
    assert not text[position:].strip(BLANKS)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
@example("")
@example("date 2026-01-31 ")
@example("date 2026-01-31 МОСКВА, 5 мая - РИА Новости.")
@example("\ud800")
@example("İ: Фото")
def test_paragraphs_and_blocks_cover_the_text(text: str) -> None:
    layout = read_structure(text, Given())
    assert layout.text == text
    check(layout)
    assert layout == read_structure(text, Given())


@pytest.mark.parametrize(
    "text",
    [
        "\n" * 1_000_000,
        "а" * 1_000_000,
        "слово " * 170_000,
        "(" * 1_000_000,
        "«»" * 500_000,
        "." * 1_000_000,
        "- " * 500_000,
        "МОСКВА, " * 125_000,
        "#а " * 330_000,
        "http://" + "a" * 1_000_000,
        ("(" + ")" * 790 + "\n") * 1200,
        "слово слово слово слово слово слово\n" * 28_000,
        "Иван Петров\n" * 40_000,
        "Читайте также\n" * 40_000,
        "\ud800" * 1_000_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_a_megabyte_takes_seconds_at_most(text: str) -> None:
    start = time.perf_counter()
    check(read_structure(text, Given()))
    assert time.perf_counter() - start < 20
