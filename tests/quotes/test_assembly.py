"""Quotes as the article holds them: ids, text without marks, nesting."""

from __future__ import annotations

import pytest

from runews.language import default_language
from runews.models import QuoteKind, Span
from runews.quotes import FoundQuote, assemble, find_quotes
from runews.quotes.assembly import content
from runews.structure import Given, read_structure

from .marked import read_marked

CONTENT = [
    ("⟦«Мы идем»⟧, – сказал он.", "Мы идем"),
    ("⟦„Мы идем“⟧, – сказал он.", "Мы идем"),
    ("⟦“Мы идем”⟧, – сказал он.", "Мы идем"),
    ('⟦"Мы идем"⟧, - сказал он.', "Мы идем"),
    ("⟦«Мы идем!»⟧ – сказал он.", "Мы идем!"),
    ("⟦«Мы идем⟧, – сказал он. – ⟦Домой»⟧.", "Мы идем Домой"),
    ('⟦"Мы идем⟧, - сказал он. - ⟦Домой"⟧.', "Мы идем Домой"),
    ("⟦«Мы идем»⟧, – сказал он. – ⟦«Домой»⟧.", "Мы идем Домой"),
    ('⟦"Мы идем⟧, - сказал он.', "Мы идем"),
    # Marks that do not enclose the whole stay.
    ("Он назвал проект ⟦«Луч» и «Заря»⟧.", "«Луч» и «Заря»"),
    ("Он сказал, что ⟦завод «Луч» закрыт⟧.", "завод «Луч» закрыт"),
    ("⟦«Завод «Луч» закрыт»⟧, – сказал он.", "Завод «Луч» закрыт"),
    ('⟦"Завод "Луч" закрыт"⟧, - сказал он.', 'Завод "Луч" закрыт'),
    ("Он заявил, что ⟦решение «готово»⟧.", "решение «готово»"),
    ("По словам врача, ⟦угрозы нет⟧.", "угрозы нет"),
]


@pytest.mark.parametrize(("marked", "expected"), CONTENT)
def test_content_has_no_marks_of_its_own(marked: str, expected: str) -> None:
    read = read_marked(marked)
    spans = [Span(*bounds) for bounds in read.marks["⟦", "1"]]
    assert content(spans, read.text) == expected


def found(*spans: Span, kind: QuoteKind = QuoteKind.INDIRECT) -> FoundQuote:
    return FoundQuote(kind=kind, spans=spans, cue=None, source=None, rule="complement_что")


def test_ids_count_from_one_in_text_order() -> None:
    text = "а" * 30
    quotes = assemble([found(Span(0, 5)), found(Span(7, 9)), found(Span(10, 20))], text)
    assert [q.id for q in quotes] == ["q1", "q2", "q3"]
    assert [q.text for q in quotes] == ["ааааа", "аа", "а" * 10]
    assert {q.parent_id for q in quotes} == {None}


def test_the_parent_is_the_nearest_quote_that_holds_every_piece() -> None:
    quotes = assemble(
        [
            found(Span(0, 30)),
            found(Span(2, 20)),
            found(Span(4, 6), Span(8, 9)),
            found(Span(25, 28)),
        ],
        "а" * 30,
    )
    assert [q.parent_id for q in quotes] == [None, "q1", "q2", "q1"]


def test_a_quote_between_the_pieces_of_another_is_not_nested_in_it() -> None:
    quotes = assemble([found(Span(0, 5), Span(20, 25)), found(Span(8, 12))], "а" * 30)
    assert [q.parent_id for q in quotes] == [None, None]


def test_no_quotes() -> None:
    assert assemble([], "") == ()


def test_a_reported_report_is_nested_in_what_reports_it() -> None:
    text = "Газета пишет, что ранее президент заявил, что выборы состоятся."
    layout = read_structure(text, Given())
    quotes = assemble(find_quotes(default_language().analyze(text, layout.blocks), layout), text)
    assert [(q.id, q.parent_id, q.text) for q in quotes] == [
        ("q1", None, "ранее президент заявил, что выборы состоятся"),
        ("q2", "q1", "выборы состоятся"),
    ]
