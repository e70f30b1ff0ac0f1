"""Descriptions of people named before: «градоначальник» for the mayor, «врач» for no coach.

The source of the last quote is marked ``[…|name]S``; without a bar the description itself stands.
"""

from __future__ import annotations

import pytest

import runews
from runews.attribution.stand_ins import Match, match, stand_in
from tests.attribution.marked import read_marks


def resolved(marked: str) -> tuple[str | None, str]:
    """The name of the last quote's speaker, and the one that the mark asks for."""
    text, marks = read_marks(marked)
    name = [mark.name for mark in marks][-1]
    speaker = runews.parse_article(text).attributions[-1].speaker
    return (speaker.name if speaker is not None else None), name


SOMEBODY_KNOWN = (
    "Глава города Пётр Ильин открыл мост. «Он прочен», — сказал [градоначальник|Пётр Ильин]S.",
    "Президент федерации Роман Дёмин уехал. [Функционер|Роман Дёмин]S заявил, что вернётся.",
    "Сенатор Анна Лис ушла. [Парламентарий|Анна Лис]S подчеркнула, что закон сырой.",
    "Посол Франции Жан Дюбуа ушёл. [Дипломат|Жан Дюбуа]S заявил, что вернётся.",
    "Доцент МГУ Илья Рощин изучил пробы. По мнению [учёного|Илья Рощин]S, вода чистая.",
    "Тренер «Волги» Марко Росси недоволен. По словам [итальянца|Марко Росси]S, судья ошибся.",
    "Нападающий Пётр Ким забил. Тренер команды Иван Орлов похвалил его. "
    "[Форвард|Пётр Ким]S признался, что нервничал.",
    "Нападающий Пётр Ким забил. Тренер команды Иван Орлов похвалил его. "
    "[Наставник|Иван Орлов]S отметил, что команда старалась.",
    "Испанский тренер Хуан Рамос и российский вратарь Олег Титов вышли к прессе. "
    "[Испанец|Хуан Рамос]S сказал, что рад.",
    "Основатель компании Лев Гуров ушёл. [Предприниматель|Лев Гуров]S сказал, что устал.",
    "Пенсионерка Анна Лис сказала, что мёрзнет. Её сосед Николай Зуев увёз детей. "
    "[Мужчина|Николай Зуев]S рассказал, что не спал.",
    "Адвокат Вера Соболь пришла в суд. По словам [защитника|Вера Соболь]S, дело развалится.",
    "Губернатор Олег Кравцов приехал. [Глава региона|Олег Кравцов]S сказал, что денег хватит.",
    "Полковник Денис Рудь принял полк. [Офицер|Денис Рудь]S сказал, что гордится.",
)
SOMEBODY_NEW = (
    "Наставник гостей Хуан Риверо ушёл. [Врач команды|врач команды]S сказал, что травма лёгкая.",
    "Мэр Иван Орлов выступил. [Врач|врач]S заявил, что угрозы нет.",
    "Депутат Иван Орлов выступил. [Прокурор|прокурор]S заявил, что вина доказана.",
    "Представитель завода Иван Орлов выступил. [Дипломат|дипломат]S сказал, что визы выдают.",
)


@pytest.mark.parametrize("marked", [*SOMEBODY_KNOWN, *SOMEBODY_NEW])
def test_a_description_is_who_can_bear_it(marked: str) -> None:
    name, wanted = resolved(marked)
    assert name == wanted


UNNAMED = (
    # an unnamed source goes on speaking, whoever was named before
    "Глава порта Олег Савин сообщил, что рейс готов. Источник в порту рассказал, что груз взят. "
    "«Экипаж собран», — отметил [собеседник агентства|источник в порту]S.",
    "Депутат Иван Орлов заявил, что закон сырой. Источник в Минфине сообщил, что денег нет. "
    "[Он|источник в Минфине]S уточнил, что бюджет урезали.",
    # people in the plural
    "Эколог Иван Белых ответил, что данные есть. Учёные обследовали 1400 зданий. "
    "[Они|учёные]S выяснили, что гнёзд меньше.",
    "[Два источника в банке|два источника в банке]S рассказали изданию, что сделка близка.",
    "Два источника в банке рассказали, что сделка близка. "
    "По [их|два источника в банке]S словам, цена согласована.",
    # names that the tagger gives another case
    "Рыбаки пожаловались, что вода ушла. [Росводресурсы]S тогда объяснили это тем, что "
    "зима была сухой.",
    "Рыбаки пожаловались, что вода ушла. [Гидрологи университета|гидрологи университета]S в 2022 "
    "году пришли к выводу, что виноваты оба фактора.",
)


@pytest.mark.parametrize("marked", UNNAMED)
def test_unnamed_sources_keep_the_floor(marked: str) -> None:
    name, wanted = resolved(marked)
    assert name == wanted


def test_an_elided_subject_is_no_object_that_looks_like_a_nominative() -> None:
    text = "Иван Орлов приехал. Деньги просил вернуть, добавил, что ждёт."
    assert resolved(text.replace("Иван Орлов", "[Иван Орлов]S"))[0] == "Иван Орлов"


def test_roles_speak_for_or_against_a_person() -> None:
    row = stand_in("градоначальник")
    assert row is not None
    assert match(row, {"мэр"}) is Match.ROLE
    assert match(row, {"губернатор"}) is Match.CONTRADICTS
    assert match(row, set()) is Match.OPEN


def test_the_complement_chooses_the_row() -> None:
    row = stand_in("глава", ["государство"])
    assert row is not None
    assert match(row, {"президент", "страна"}) is Match.ROLE
