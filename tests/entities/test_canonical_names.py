"""Canonical names: nominative, the right gender, the fullest form; who is one and who is two."""

from __future__ import annotations

import pytest

import runews
from tests.entities.marked import entities_of, the_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Он встретился с Натальей Петровной Абдурахмановой.", "Наталья Петровна Абдурахманова"),
        ("Он встретился с Кириллом Дмитриевым.", "Кирилл Дмитриев"),
        ("Он встретился с Анной Шмидт.", "Анна Шмидт"),
        ("Он встретился с Олегом Шевченко.", "Олег Шевченко"),
        ("Книгу Александра Дюма издали снова.", "Александр Дюма"),
        ("Книгу Юрия Живаго издали снова.", "Юрий Живаго"),
        ("Это слова Джареда Кушнера.", "Джаред Кушнер"),
        ("Роль Константина Хабенского хвалят.", "Константин Хабенский"),
        ("Песни Жанны Агузаровой слушают снова.", "Жанна Агузарова"),
        ("Король Нидерландов отрёкся.", "Нидерланды"),
        ("Паром через Вельгу вернётся в мае.", "Вельга"),
        ("Склад стоит на берегу Вельги.", "Вельга"),
        ("Он вернулся из Нижнего Новгорода.", "Нижний Новгород"),
        ("Сотрудники МИДа отказались говорить.", "МИД"),
        ("Он вышел из партии «Левый берег».", "Левый берег"),
        ("Он судился с ООО «Ромашка».", "ООО «Ромашка»"),
    ],
)
def test_canonical_name(text: str, name: str) -> None:
    assert the_name(text) == name


def names(text: str) -> list[str]:
    return [e.name for e in entities_of(text).entities]


def test_the_fullest_name_wins() -> None:
    text = "Зимин ушёл. Мэр Олег Зимин устал. О. Зимин болел. За Зимина рады."
    assert names(text) == ["Олег Зимин"]
    assert "Зимин" in entities_of(text).entities[0].aliases


def test_spouses_are_two() -> None:
    text = "Пришли Олег Лесной и Анна Лесная. Лесная спела. Потом Лесной сыграл."
    index = entities_of(text)
    assert [e.name for e in index.entities] == ["Олег Лесной", "Анна Лесная"]
    assert [[m.text for m in e.mentions] for e in index.entities] == [
        ["Олег Лесной", "Лесной"],
        ["Анна Лесная", "Лесная"],
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Это Галина Черных. Черных пояснила, что рада.", "Галина Черных"),
        ("Сторож Пётр Агранович ранен. Агранович выздоравливает.", "Пётр Агранович"),
        ("Он увидел Китай. О Китае пишут. Из Китая едут.", "Китай"),
    ],
)
def test_names_that_hide_what_they_share(text: str, wanted: str) -> None:
    assert names(text) == [wanted]


def test_brothers_are_two() -> None:
    assert names("Приехали Олег Зимин и Павел Зимин.") == ["Олег Зимин", "Павел Зимин"]


def test_two_spellings_of_a_given_name_are_one() -> None:
    assert len(names("Бриджит Бардо выступила. Позже Брижит Бардо ушла.")) == 1


def test_country_and_its_short_name() -> None:
    assert names("РФ ответила. В России удивились. Российская Федерация ждёт.") == ["Россия"]


def test_abbreviation_and_expansion() -> None:
    text = "Выступил Союз независимых перевозчиков (СНП). СНП требует перемен."
    index = entities_of(text)
    assert [len(e.mentions) for e in index.entities] == [3]


def test_places_in_brackets_stay_apart() -> None:
    assert names("Матч прошёл в Цюрихе (Швейцария).") == ["Цюрих", "Швейцария"]


def test_a_man_stays_one_beside_a_woman_of_the_same_surname() -> None:
    text = "Суд ждал Олега Панфилова. Панфилова уточнила, что рада."
    assert names(text) == ["Олег Панфилов", "Панфилова"]


def test_a_republic_and_its_short_name() -> None:
    assert names("Республика Коми ждёт. Коми рада.") == ["Республика Коми"]


def test_ministries_of_two_countries_are_two() -> None:
    text = "МВД Украины ответило. МВД Белоруссии промолчало."
    organisations = [e.name for e in entities_of(text).entities if e.type.value == "ORG"]
    assert organisations == ["МВД Украины", "МВД Белоруссии"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Приехала Светлана КОНЕВА. Конева рада.", ["Светлана Конева"]),
        (
            "Александра Панфилова назначили судьёй. Панфилова уточнила, что рада.",
            ["Александра Панфилова"],
        ),
        ("По словам Мартина Хольм, она рада. Певица Мартина Хольм приехала.", ["Мартина Хольм"]),
        ("Дарья Ким ушла. Ким сказала, что рада.", ["Дарья Ким"]),
    ],
)
def test_one_person_by_one_name(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


def test_a_place_in_the_capitals_of_a_dateline_is_spelt_as_usual() -> None:
    article = runews.parse_article("КИЕВ, 3 мая. /ТАСС/. Делегация приехала в Киев из СССР.")
    places = [entity.name for entity in article.entities if entity.type.value == "LOC"]
    assert places == ["Киев", "СССР"]
