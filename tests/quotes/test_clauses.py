"""Where content ends: coordination, second cues, subordinate clauses, the sentence that goes on."""

from __future__ import annotations

import pytest

from .marked import assert_found

ONE_CLAUSE = [
    # Clauses coordinated under one cue stay together.
    "⟪Губернатор⟫ ⟨заявил⟩, что ⟦дорога построена и школа открыта⟧.",
    "⟪Он⟫ ⟨сказал⟩, что ⟦работа закончена, а деньги потрачены⟧.",
    "⟪Мэр⟫ ⟨заявил⟩, что ⟦парк закроют и что деревья больны⟧.",
    # So do their own subordinate clauses.
    "⟪Мэр⟫ ⟨заявил⟩, что ⟦парк, который посадили школьники, закроют⟧.",
    "⟪Мэр⟫ ⟨заявил⟩, что ⟦если дожди не прекратятся, парк закроют⟧.",
    "⟪Мэр⟫ ⟨заявил⟩, что ⟦парк закроют, потому что деревья больны⟧.",
    # The narrator goes on.
    "⟪Директор⟫ ⟨заявил⟩, что ⟦завод не остановят⟧, и отказался отвечать на вопросы.",
    "⟪Пресс-служба⟫ ⟨заявила⟩, что ⟦не станет комментировать слухи⟧, а зрители освистали тренера.",
    # An outlet closes the sentence.
    "⟪Министр⟫ ⟨заявил⟩, что ⟦мост построят⟧, сообщает РИА Новости.",
    "⟪Министр⟫ ⟨заявил⟩, что ⟦мост построят⟧, передает корреспондент агентства.",
]

TWO_CUES = [
    "⟪1,2 Директор⟫ ⟨1 заявил⟩, что ⟦1 завод не закроют⟧, и ⟨2 добавил⟩, что ⟦2 цех не продадут⟧.",
    "⟪1,2 Министр⟫ ⟨1 заявил⟩, что ⟦1 налоги снизят⟧, но ⟨2 признал⟩, что ⟦2 денег мало⟧.",
    "⟪1,2 Мэр⟫ ⟨1 заявил⟩, что ⟦1 парк закроют⟧, ⟨2 отметив⟩, что ⟦2 деревья больны⟧.",
    "⟪1 Истец⟫ ⟨1 утверждает⟩, что ⟦1 договор подписан⟧, а ⟪2 ответчик⟫ ⟨2 уверяет⟩, "
    "что ⟦2 подпись подделана⟧.",
]


@pytest.mark.parametrize("marked", ONE_CLAUSE)
def test_one_complement(marked: str) -> None:
    assert_found(marked, "indirect complement_что")


@pytest.mark.parametrize("marked", TWO_CUES)
def test_each_cue_has_a_complement_of_its_own(marked: str) -> None:
    assert_found(marked, "indirect complement_что", "indirect complement_что")


def test_a_clause_before_a_conjunction_is_not_covered() -> None:
    assert_found(
        "Мороз усилится, а ⟦ветер⟧, ⟨по прогнозу⟩ ⟪синоптиков⟫, ⟦стихнет⟧.",
        "indirect source_phrase",
    )
