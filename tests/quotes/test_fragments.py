"""What a stretch in marks is: somebody's words or a name, a title, a term."""

from __future__ import annotations

import pytest

from runews.language import default_language
from runews.quotes.reading import Reading
from runews.structure import Given, read_structure

UTTERANCES = [
    "Он назвал это «ошибкой».",
    "Он назвал это «грубой и непростительной ошибкой».",
    "«Мы никуда не уйдем», – сказал он.",
    "«Где деньги?» – спросил он.",
    "Он уверен, что дела «идут в гору».",
    "Он признал, что «не готов к отставке».",
]

NAMES = [
    "Газета «Труд» закрыта.",
    "Фильм «Мы из будущего» вышел в прокат.",
    "Роман «Что делать» переиздан.",
    "Завод «Рубин» закрыт.",
    "Группа «Bad Boys» распалась.",
    "«Динамо» проиграло.",
    "Самолет «Ан-24» сел.",
    "Партия «ABC» и знак «5».",
    # The same words again and again are a term.
    "Курс «теневой» биржи. Курс «теневой» валюты. Курс «теневой» зарплаты.",
]


def utterances(text: str) -> list[bool]:
    layout = read_structure(text, Given())
    reading = Reading(default_language().analyze(text, layout.blocks), layout)
    return [reading.is_utterance(quoted) for quoted in reading.quoted]


@pytest.mark.parametrize("text", UTTERANCES)
def test_somebody_s_words(text: str) -> None:
    assert utterances(text) == [True]


@pytest.mark.parametrize("text", NAMES)
def test_names_titles_and_terms(text: str) -> None:
    found = utterances(text)
    assert found
    assert not any(found)
