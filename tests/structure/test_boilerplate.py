"""The lexicon of boilerplate: every row does what its example shows."""

from __future__ import annotations

import pytest

from runews.lexicons import load_table
from runews.structure.boilerplate import Phrase, after_phrase, phrase_of


@pytest.mark.parametrize("row", load_table("boilerplate", Phrase), ids=lambda row: row.phrase)
def test_every_row_tells_its_example(row: Phrase) -> None:
    found = phrase_of(row.example, first=True, last=True)
    assert found is not None
    assert (found.kind, found.role) == (row.kind, row.role)


def test_a_row_with_an_unknown_matcher_is_refused() -> None:
    with pytest.raises(ValueError, match="no matcher 'nowhere'; known are "):
        Phrase("фото", "caption", "nowhere", "", "Фото: Иван Петров")


@pytest.mark.parametrize(
    "line",
    [
        "Фотография стала доказательством.",
        "Авторы доклада считают иначе.",
        "Текст закона опубликован.",
        "Видео появилось в сети.",
        "Источники рассказали об этом газете.",
        "Подробности инцидента выясняются.",
        "Подготовила доклад комиссия.",
        "Дата заседания не названа.",
        "По материалам дела, ущерб составил миллион.",
        "По информации полиции, пострадавших нет.",
        "Политика партии не изменится.",
        "Минюст признал его иностранным агентом.",
        "Сюжет показали по телевидению.",
        "Реклама была запрещена.",
    ],
)
def test_prose_that_begins_alike_is_prose(line: str) -> None:
    assert phrase_of(line, first=True, last=True) is None


def test_the_rest_of_a_line_keeps_its_spelling() -> None:
    line = "АВТОР: Иван Петров-Водкин."
    phrase = phrase_of(line)
    assert phrase is not None
    assert after_phrase(line, phrase) == "Иван Петров-Водкин"
