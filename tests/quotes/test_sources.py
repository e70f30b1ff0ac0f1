"""Who the source of a cue is: subjects near and far, asides, rows, quantities, places, relatives."""

from __future__ import annotations

import pytest

from .marked import assert_found

SOURCES = [
    "⟪Министр Олег Зимин⟫, выступая в Омске, ⟨сказал⟩, что ⟦мост сдадут в срок⟧.",
    "⟪Петров⟫, глава штаба, ⟨заявил⟩, что ⟦кандидат не снимется⟧.",
    "⟪Источник⟫, близкий к следствию, ⟨сообщил⟩, что ⟦задержаны двое⟧.",
    "⟪Он⟫ не назвал сумму, но ⟨уточнил⟩, что ⟦контракт подписан⟧.",
    "⟪Иванов и Петров⟫ ⟨заявили⟩, что ⟦вины не признают⟧.",
    "⟪Большинство опрошенных⟫ ⟨считает⟩, что ⟦жить стало лучше⟧.",
    "⟪Глава МИД Сергей Лавров⟫ ⟨заявил⟩, что ⟦визит отложен⟧.",
    "⟪Газета «Труд»⟫ ⟨пишет⟩, что ⟦завод закрыт⟧.",
    "⟪Тренер⟫ в интервью газете «Спорт» ⟨рассказал⟩, что ⟦команду ждут перемены⟧.",
    # The medium in the locative is no source where the verb has a subject.
    "В интервью газете «Спорт» ⟪тренер⟫ ⟨рассказал⟩, что ⟦команду ждут перемены⟧.",
    "В ⟪пресс-службе завода⟫ ⟨уточнили⟩, что ⟦станок исправен⟧.",
    # A time in the same case is no source.
    "В среду в ⟪мэрии⟫ ⟨сообщили⟩, что ⟦мост закрыт⟧.",
    # The subject stands behind its verb.
    "Во вторник ⟨заявил⟩ ⟪министр⟫, что ⟦пошлины отменят⟧.",
    # The post is masculine, the verb feminine.
    "⟪Министр культуры⟫ ⟨сказала⟩, что ⟦театр откроют⟧.",
]


@pytest.mark.parametrize("marked", SOURCES)
def test_the_source_of_a_complement(marked: str) -> None:
    assert_found(marked, "indirect complement_что")
