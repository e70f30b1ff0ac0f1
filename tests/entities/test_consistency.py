"""One article, one reading: types that contradict each other, places that were missed."""

from __future__ import annotations

import pytest

from runews.entities.names import Name
from runews.entities.originals import add_originals
from runews.entities.spread import mend_types, spread
from runews.language import default_language
from runews.structure import Given, read_structure
from tests.entities.marked import given_names, shown, unmarked


def spread_names(found: str) -> list[Name]:
    text, _ = unmarked(found)
    blocks = read_structure(text, Given()).blocks
    return spread(given_names(found), default_language().analyze(text, blocks))


@pytest.mark.parametrize(
    ("found", "mended"),
    [
        ("[Егор Серов]PER ушёл, [Серов]LOC рад.", ["PER Егор Серов", "PER Серов"]),
        ("[Егор Серов]PER ушёл, [Мэр Егор Серов]ORG рад.", ["PER Егор Серов", "PER Егор Серов"]),
        ("[Серов]LOC ждёт, [Серов]LOC рад, [Серов]ORG ушёл.",
         ["LOC Серов", "LOC Серов", "ORG Серов"]),
    ],
)  # fmt: skip
def test_types_that_compete(found: str, mended: list[str]) -> None:
    assert shown(mend_types(given_names(found)), found) == mended


@pytest.mark.parametrize(
    ("found", "everywhere"),
    [
        ("[Олег Зимин]PER ушёл. Дом купил О. П. Зимин вчера.",
         ["PER Олег Зимин", "PER О. П. Зимин"]),
        ("[Олег Зимин]PER ушёл. Дом купил Олег Зимин вчера.", ["PER Олег Зимин", "PER Олег Зимин"]),
        ("[МЧС]ORG ждёт. Вчера МЧС ушло.", ["ORG МЧС", "ORG МЧС"]),
        ("[Омск]LOC ждёт. Вчера Омск ушёл.", ["LOC Омск"]),
    ],
)  # fmt: skip
def test_a_known_name_is_found_where_it_was_missed(found: str, everywhere: list[str]) -> None:
    assert shown(spread_names(found), found) == everywhere


@pytest.mark.parametrize(
    ("found", "named"),
    [
        ("Приехал [Ван Цзюнь]PER (Wang Jun).", ["PER Ван Цзюнь", "PER Wang Jun"]),
        ("Учится в «[Колледже]ORG» (King’s College, KC).",
         ["ORG Колледже", "ORG King’s College", "ORG KC"]),
        ("Приехал [Ван Цзюнь]PER (, Wang Jun).", ["PER Ван Цзюнь", "PER Wang Jun"]),
        ("Приехал [Ван Цзюнь]PER (j. wang).", ["PER Ван Цзюнь"]),
        ("Приехал [Ван Цзюнь]PER (one two three four five six seven eight nine ten eleven).",
         ["PER Ван Цзюнь"]),
    ],
)  # fmt: skip
def test_brackets_hold_the_original(found: str, named: list[str]) -> None:
    assert shown(add_originals(given_names(found)), found) == named
