"""Pronouns and role nouns lead to those for whom they stand."""

from __future__ import annotations

import pytest

from tests.entities.marked import check_references, entities_of

CASES = {
    "subject before object": "[Олег Зимин]PER1 встретил Павла Серова. [Он]1 остался доволен.",
    "gender": "[Анна Лесная]PER1 встретила Олега Зимина. [Она]1 осталась довольна.",
    "speaker after a quote": (
        "В свою очередь [Зимин]PER1 ответил на письмо Павла Серова и добавил, что согласен.\n\n"
        "«Мы продолжим работу», – написал [он]1."
    ),
    "elided details": (
        "«Россия готова к миру», – заявил [Зимин]PER1.\n\n"
        "Подробностей [он]1 не привёл, но уточнил, что на встрече был Павел Серов."
    ),
    "possessive source": "[Олег Зимин]PER1 вернулся из Омска. По [его]1 словам, снега много.",
    "object is not the subject": "[Олег Зимин]PER1 приехал. Павел Серов обнял [его]1.",
    "post": "Министр [Олег Зимин]PER1 приехал. [Министр]1 осмотрел завод.",
    "former post": "Экс-президент [Олег Зимин]PER1 приехал. [Президент]1 осмотрел завод.",
    "generic noun": "Депутат [Олег Зимин]PER1 приехал. [Политик]1 осмотрел завод.",
    "post with its owner": "Глава МИД [Олег Зимин]PER1 приехал. [Глава МИД]1 осмотрел завод.",
    "somebody new": "Министр Олег Зимин ушёл. [Новый министр] приступил к работе.",
    "several persons": "[Олег Зимин]PER1 приехал. К [ним] вышли. [Им] дали хлеб.",
    "calling of a woman and no woman": (
        "[Олег Зимин]PER1 приехал. [Зимин]1 рад. [Чиновница] опоздала."
    ),
    "newspaper": "Об этом пишет [газета «Северный край»]ORG1. [Газета]1 ссылается на источник.",
    "ministry": "Письмо отправило [Министерство культуры Литвы]ORG1. [Ведомство]1 ждёт ответа.",
}


@pytest.mark.parametrize("marked", CASES.values(), ids=CASES.keys())
def test_reference(marked: str) -> None:
    check_references(marked)


def test_a_woman_is_no_male_minister() -> None:
    index = entities_of("Министр Олег Зимин приехал. Министр пообещала деньги.")
    assert [m.text for m in index.entities[0].mentions] == ["Олег Зимин"]


def test_nobody_to_stand_for() -> None:
    index = entities_of("Он пришёл домой, и она обрадовалась.")
    assert index.entities == ()
