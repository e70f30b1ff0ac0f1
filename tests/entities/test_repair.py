"""What becomes of the recogniser's slips: each case marks what it might have found."""

from __future__ import annotations

import pytest

from runews.entities.repair import repair
from tests.entities.marked import given_names, shown


@pytest.mark.parametrize(
    ("found", "repaired"),
    [
        # Several names in one.
        ("На лёд вышли [Зимин, Серов]PER.", ["PER Зимин", "PER Серов"]),
        ("Выступил [Халед эль-Масри (Khaled el-Masri)]PER.",
         ["PER Халед эль-Масри", "PER Khaled el-Masri"]),
        ("Сыграют [Йемен • Замбия]LOC.", ["LOC Йемен", "LOC Замбия"]),
        ("Приехала внучка [Зимина Ольга]PER.", ["PER Зимина", "PER Ольга"]),
        ("Убит лидер [Аль-Каиды Усама бен Ладен]PER.", ["ORG Аль-Каиды", "PER Усама бен Ладен"]),
        # One name in two.
        ("Кабинет возглавил [Романо]PER [Проди]PER.", ["PER Романо Проди"]),
        # Too much.
        ("На снимке [Мишель —]PER.", ["PER Мишель"]),
        ("Ушёл [предшественник Кравцова]PER.", ["PER Кравцова"]),
        ("Приехал [Папа Франциск]PER.", ["PER Франциск"]),
        ("Ушёл [Кравцов вчера]PER.", ["PER Кравцов"]),
        ("Об этом пишет [««Голос Омска»»]ORG утром.", ["ORG «Голос Омска»"]),
        # Too little.
        ("Пишет [Русская служба «Голоса Омска]ORG» утром.", ["ORG Русская служба «Голоса Омска»"]),
        ("Доклад [Иванов]PER А.Б. читал.", ["PER Иванов А.Б."]),
        ("Доклад сделал А. Б. [Иванов]PER вчера.", ["PER А. Б. Иванов"]),
        ("Доклад [Иванов]PER [А]PER.Б. читал.", ["PER Иванов А.Б."]),
        # Of no one person: a family, and marks alone.
        ("Ушли [Ивановы]PER домой.", []),
        ("Дальше стоит [•]LOC без слов.", []),
    ],
)  # fmt: skip
def test_a_slip_is_mended(found: str, repaired: list[str]) -> None:
    assert shown(repair(given_names(found)), found) == repaired


@pytest.mark.parametrize(
    "found",
    [
        "Решил [Европейский союз (ЕС) в Брюсселе]ORG.",
        "Пишет [«Голос» Омска]ORG.",
        "На снимке [«Мишель» Серов]PER.",
        "[Зимина Ольга]PER приехала.",
        "Приехал [Олег Зимин]PER, [Павел Серов]PER тоже.",
        "Ушёл [Олег Зимин]PER [Павел]PER.",
    ],
)
def test_what_may_be_right_stays(found: str) -> None:
    names = given_names(found)
    assert shown(repair(names), found) == shown(names, found)
