"""Which quotation marks belong together, in well-formed texts and in any string at all.

``⟦…⟧`` encloses each stretch that is found; one that runs over several lines has a piece on each.
"""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from runews.models import Span
from runews.quotes.marks import MARKS, Quoted, find_quoted

from .marked import find, read_marked, written

PAIRED = [
    "Он сказал: ⟦«Да»⟧.",
    "Он сказал: ⟦„Да“⟧.",
    "Он сказал: ⟦“Да”⟧.",
    'Он сказал: ⟦"Да"⟧.',
    'Газета ⟦"Труд"⟧ и журнал ⟦"Смена"⟧ закрыты.',
    "⟦«Первое»⟧, ⟦«второе»⟧ и ⟦«третье»⟧.",
    # Nested.
    "⟦«Партия ⟦«Яблоко»⟧ против»⟧, – сказал он.",
    "⟦«Партия ⟦„Яблоко“⟧ против»⟧, – сказал он.",
    "⟦«Партия ⟦“Яблоко”⟧ против»⟧, – сказал он.",
    '⟦«Партия ⟦"Яблоко"⟧ против»⟧, – сказал он.',
    '⟦"Партия ⟦"Яблоко"⟧ против"⟧, - сказал он.',
    '⟦"⟦«Яблоко»⟧ против"⟧, - сказал он.',
    # Both close with one mark, as typists do.
    "⟦«Я читаю ⟦«Труд»⟧⟧, – сказал он.",
    # Straight marks beside punctuation, brackets, hyphens.
    'Закон (⟦"о тишине"⟧) принят.',
    'Лидера-⟦"единоросса"⟧ сменили.',
    '⟦"Кто там?"⟧ - спросил он.',
    'Он сказал:⟦"Да"⟧.',
    # Over several lines.
    "⟦«Снег идет.⟧\n⟦Ветер стих»⟧.",
    "⟦«Снег идет.⟧\n⟦Ветер стих.⟧\n⟦Мороз»⟧.",
    '⟦"Снег идет.⟧\n⟦Ветер стих"⟧.',
    # One mark missing: the outer shares the last one where an utterance ends behind it.
    '⟦"Партия ⟦"Яблоко"⟧⟧, - сказал он.',
    '⟦"Партия ⟦"Яблоко"⟧⟧ - сказал он.',
    '⟦"Партия ⟦"Яблоко"⟧⟧.',
    '⟦"Снег ⟦"идет"⟧⟧? - спросил он.',
    '⟦"Снег ⟦"идет"⟧ и ⟦"тает"⟧⟧ - сказал он.',
    '⟦"Партия ⟦"Яблоко"⟧ против, сказал он.⟧',
    "⟦«Снег ⟦«идет»⟧ снова, сказал он.⟧",
    # A second paragraph of one speech.
    '⟦"Снег идет"⟧.\n⟦Ветер стих"⟧, - сказал он.',
    "⟦«Снег»⟧…\n⟦Ветер»⟧, - сказал он.",
    "⟦«Снег»⟧ идет\nВетер», - сказал он.",
    "⟦«Снег.⟧\nВетер.\n⟦«Мороз»⟧",
    "Снег»\nВетер»",
    # Marks that open and close alike, marks of other scripts, marks side by side.
    "⟦„Он ждёт ⟦„Труд“⟧“⟧.",
    "⟦“Снег ⟦“идет”⟧”⟧.",
    "Он сказал: ⟦„Да“⟧, она: ⟦“Нет”⟧.",
    "⟦‹Снег›⟧ и ⟦«⟦‹лёд›⟧»⟧",
    '⟦"Да"⟧ ⟦"Нет"⟧',
    '⟦"⟦«Яблоко»⟧"⟧',
    '⟦«⟦"Яблоко"⟧ против»⟧',
    'слово/⟦"часть"⟧ речи',
    'Кафе ⟦«Снег"⟧, ⟦«Дом»⟧',
    'Он — ⟦"снег"⟧ — да',
    '⟦"Снег"⟧ ⟦"идет⟧',
    # Never closed: as far as the line goes.
    "⟦«Снег идет, – сказал он.⟧",
    '⟦"Снег идет, - сказал он.⟧',
    # A closing mark that nothing opened.
    "Снег идет», – сказал он.",
    "",
    "Снег идет.",
]


def lines(text: str) -> list[Span]:
    """The spans of a text's lines, none of them empty."""
    spans = []
    start = 0
    for line in text.split("\n"):
        if line:
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def quoted(text: str) -> tuple[Quoted, ...]:
    return find_quoted(text, lines(text))


@pytest.mark.parametrize("marked", PAIRED)
def test_pairs(marked: str) -> None:
    text = marked.replace("⟦", "").replace("⟧", "")
    pieces = tuple((p.start, p.stop) for q in quoted(text) for p in q.pieces)
    assert written(text, {("⟦", "1"): pieces}) == marked


def test_depth_and_whether_it_is_closed() -> None:
    found = quoted("«А „Б“ В» и «Г")
    assert [(q.depth, q.closed) for q in found] == [(0, True), (1, True), (0, False)]


def test_marks_deeper_than_four_are_passed_over() -> None:
    found = quoted("«а «б «в «г «д» е» ж» з» и»")
    assert [q.depth for q in found] == [0, 1, 2, 3]


def test_a_quotation_runs_over_eight_more_lines() -> None:
    text = "«Снег идет.\n" + "Ветер стих.\n" * 7 + "Мороз»."
    assert [(len(q.pieces), q.closed) for q in quoted(text)] == [(9, True)]


def test_a_quotation_that_stays_open_ends_with_its_line_after_eight_more() -> None:
    text = "«Снег идет.\n" + "Ветер стих.\n" * 9 + "Мороз»."
    assert [q.pieces for q in quoted(text)] == [(Span(0, 11),)]


MARKED_TEXT = st.text(st.sampled_from([*MARKS, "а", "Б", " ", ".", ",", "-", "\n"]), max_size=200)


@given(MARKED_TEXT | st.text(max_size=60))
@example('"""')
@example("«„“»”")
@example("“\n«”\n»")
def test_any_string_gives_pieces_inside_its_lines(text: str) -> None:
    paragraphs = lines(text)
    for found in find_quoted(text, paragraphs):
        assert list(found.pieces) == sorted(found.pieces)
        assert all(any(piece in line for line in paragraphs) for piece in found.pieces)


@given(MARKED_TEXT)
def test_stretches_are_in_order_and_known_by_their_opening_mark(text: str) -> None:
    found = quoted(text)
    assert [q.start for q in found] == sorted(q.start for q in found)
    assert all(text[q.start] in MARKS or q.start in {s.start for s in lines(text)} for q in found)


@given(MARKED_TEXT)
def test_stretches_nest_or_stand_apart(text: str) -> None:
    found = quoted(text)
    for i, outer in enumerate(found):
        for inner in found[i + 1 :]:
            assert inner.start >= outer.stop or inner.stop <= outer.stop


@pytest.mark.parametrize(
    "pattern", [*MARKS, MARKS, '"«', '" "', "«а», ", '"а" ', "«а»\n" * 3 + "«\n"]
)
def test_half_a_megabyte_of_marks_takes_seconds_at_most(pattern: str) -> None:
    text = pattern * (500_000 // len(pattern))
    paragraphs = lines(text)
    start = time.process_time()
    find_quoted(text, paragraphs)
    assert time.process_time() - start < 3


@pytest.mark.parametrize("line", ["«\n", '"\n', "»\n", '"»«\n'])
def test_a_hundred_thousand_lines_take_seconds_at_most(line: str) -> None:
    text = line * 100_000
    paragraphs = lines(text)
    start = time.process_time()
    find_quoted(text, paragraphs)
    assert time.process_time() - start < 3


TEMPLATES = st.sampled_from(
    [
        "(Снег сойдет в апреле), – сказал синоптик.",
        "Синоптик сказал: (Снег сойдет в апреле).",
        "(Снег сойдет, – сказал синоптик. – Ждать недолго).",
        "Синоптик заявил, что снег (сойдет быстро).",
        "Критик назвал роман (скучным).",
        "По словам синоптика, (снег сойдет в апреле).",
        "Завод (Рубин) закрыт.",
        "Поезда (Сапсан) и (Стриж) отменены.",
        "(Мы едем домой). Об этом сообщил капитан.",
        "Снег сойдет в апреле.",
    ]
)


@given(st.lists(TEMPLATES, min_size=1, max_size=4))
def test_the_style_of_the_marks_changes_no_number_of_quotes(sentences: list[str]) -> None:
    text = " ".join(sentences)
    counts = {
        style: len(find(text.replace("(", style[0]).replace(")", style[1])))
        for style in ("«»", "„“", "“”", '""')
    }
    assert len(set(counts.values())) == 1, counts


def test_the_notation_of_these_tests_is_read_back() -> None:
    marked = "⟦1 «А⟧, – ⟨1 сказал⟩ ⟪1,2 он⟫, ⟨2 добавив⟩: ⟦2 «Б»⟧"
    assert read_marked(str(read_marked(marked))) == read_marked(marked)
