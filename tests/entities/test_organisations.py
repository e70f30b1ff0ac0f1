"""Organisations whole: what grows from a name that is given, and what does not."""

from __future__ import annotations

import pytest

from runews.entities.organisations import grow_organisations
from tests.entities.marked import given_names, shown


@pytest.mark.parametrize(
    ("found", "grown"),
    [
        # The descriptor before quotation marks, where it may be singular.
        ("Сайт движения «[Левый берег]ORG» закрыт.", ["ORG движения «Левый берег»"]),
        ("Сайты движений «[Левый берег]ORG» закрыты.", ["ORG Левый берег"]),
        # An organisation's field of work, which no other name has.
        ("Решила [Рабочая группа]ORG по экономическим вопросам.",
         ["ORG Рабочая группа по экономическим вопросам"]),
        ("Решила [Рабочая группа]ORG по правам человека",
         ["ORG Рабочая группа по правам человека"]),
        ("Сообщил [Олимп]ORG по делу.", ["ORG Олимп"]),
        ("Комиссия ждёт [Олега Зимина]PER по делу.", ["PER Олега Зимина"]),
        # The office before its place, and the adjective that says which.
        ("Ответило правительство [Китая]LOC.", ["ORG правительство Китая", "LOC Китая, inside"]),
        ("Решила верхняя палата парламента [Японии]LOC.",
         ["ORG верхняя палата парламента Японии"]),
        ("Решила комиссия правительства [Китая]LOC.", ["ORG комиссия правительства Китая"]),
        ("Решили правительства [Китая]LOC.", ["LOC Китая"]),
        ("Решило министерство обороны [Китая]LOC по [Омской области]LOC.",
         ["ORG министерство обороны Китая по Омской области"]),
        # Quotation marks make an organisation of what stands in them.
        ("Вышла газета «Путь [Грузии]LOC».", ["ORG газета «Путь Грузии»"]),
        ("Вчера ушла партия «[Зимин]PER».", ["ORG партия «Зимин»"]),
        ("Вышел «Путь [Грузии]LOC».", ["ORG Путь Грузии"]),
        ("Вышел «путь [Грузии]LOC».", ["LOC Грузии"]),
        ("Вышел путь [Грузии]LOC».", ["LOC Грузии"]),
        ("Работает в [Омске]LOC институт «Коллективное действие».",
         ["LOC Омске", "ORG институт «Коллективное действие»"]),
        ("Работает в [Омске]LOC институт «коллективное действие».", ["LOC Омске"]),
        # An outlet that holds a place needs no marks.
        ("Так пишет Голос [Америки]LOC.", ["ORG Голос Америки"]),
        # A name of marks alone has no head, so that no office is its.
        ("Решило министерство [«»]LOC.", ["LOC «»"]),
        # A name that another one takes in is inside it.
        ("Так пишет [Голос]ORG [Америки]LOC.", ["ORG Голос Америки", "ORG Голос, inside"]),
    ],
)  # fmt: skip
def test_grown(found: str, grown: list[str]) -> None:
    assert shown(grow_organisations(given_names(found)), found) == grown
