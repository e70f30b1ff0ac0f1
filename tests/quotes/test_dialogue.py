"""Speech without marks: lines that begin with a dash, answers, turns of a named speaker."""

from __future__ import annotations

import pytest

from .marked import assert_found, find

DASH_LINES = [
    "— ⟦Мы все здесь выросли⟧, — ⟨вспоминает⟩ ⟪жительница Ольга⟫.",
    "— ⟦Мы все здесь выросли⟧, — ⟨вспоминает⟩ ⟪жительница⟫. — ⟦Никто не уедет⟧.",
    "- ⟦Воды нет третий день⟧, - ⟨жалуется⟩ ⟪пенсионерка⟫.",
    "– ⟦Где врач?⟧ – ⟨спросила⟩ ⟪мать⟫.",
    "– ⟦Дорогу перекрыли в пять утра⟧, – ⟨рассказывает⟩ ⟪водитель⟫. – ⟦Объезда не было⟧.",
    "— ⟦Горел только чердак!⟧ — ⟨уверяет⟩ ⟪сторож⟫.",
]

LISTS = [
    "В продаже есть:\n- мука высшего сорта;\n- сахар и соль;\n- крупы разных видов.",
    "Повестка дня:\n— Отчет о работе за год;\n— Выборы председателя;\n— Разное.",
    "Состав: Петров, Белов, Зимин.\nСчет: 2:1.",
    "Телефон: 22-33-44.\nАдрес: улица Садовая, дом 5.",
]


@pytest.mark.parametrize("marked", DASH_LINES)
def test_a_line_with_a_dash_and_author_s_words(marked: str) -> None:
    assert_found(marked, "direct dash_line")


@pytest.mark.parametrize("text", LISTS)
def test_a_list_is_nobody_s_speech(text: str) -> None:
    assert find(text) == ()


def test_an_answer_follows_a_question() -> None:
    assert_found(
        "– Что удивило вас в Сибири?\n– ⟦Люди. Они ничего не боятся.⟧", "direct interview_answer"
    )


def test_every_answer_of_an_interview_is_a_quote_and_no_question_is() -> None:
    assert_found(
        "— Когда выйдет новый фильм?\n"
        "— ⟦1 Осенью, если успеем.⟧\n"
        "— А сколько он стоил?\n"
        "— ⟦2 Дорого, точную сумму назвать не могу.⟧",
        "direct interview_answer",
        "direct interview_answer",
    )


def test_the_turns_of_named_speakers() -> None:
    assert_found(
        "⟪1 Иван Петров⟫: ⟦1 Мы начали с нуля.⟧\n⟪2 Анна Лесная⟫: ⟦2 Денег не было совсем.⟧",
        "direct named_turn",
        "direct named_turn",
    )


def test_one_turn_of_a_named_speaker_needs_quotation_marks() -> None:
    assert_found("⟪Гарри Каспаров⟫: ⟦«Топалов не фаворит матча»⟧", "direct named_turn")


def test_a_turn_that_is_labelled_as_an_answer() -> None:
    assert_found(
        "Вопрос: Когда откроют мост?\n"
        "Ответ: ⟦1 Мост откроют в мае.⟧\n"
        "Вопрос: А дорогу?\n"
        "Ответ: ⟦2 Дорогу строят до осени.⟧",
        "direct named_turn",
        "direct named_turn",
    )
