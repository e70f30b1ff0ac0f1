"""Sources set off by commas: по словам, как сообщает, closing reports; in front, in the middle, at the end."""

from __future__ import annotations

import pytest

from .marked import assert_found

SOURCE_PHRASES = [
    "⟨По словам⟩ ⟪врача⟫, ⟦угрозы жизни нет⟧.",
    "⟨По словам⟩ ⟪главы МИД Олега Зимина⟫, ⟦переговоры продолжатся⟧.",
    "⟦Мост⟧, ⟨по словам⟩ ⟪строителей⟫, ⟦откроют в мае⟧.",
    "⟦Мост откроют в мае⟧, ⟨по словам⟩ ⟪строителей⟫.",
    # A possessive inside the phrase is the source.
    "⟦Певец⟧, ⟨по ⟪его⟫ словам⟩, ⟦вернется на сцену⟧.",
    "⟨По ⟪ее⟫ словам⟩, ⟦спектакль готов⟧.",
    "⟨По мнению⟩ ⟪экономистов⟫, ⟦кризис закончился⟧.",
    "⟨По данным⟩ ⟪полиции⟫, ⟦ущерб составил миллион рублей⟧.",
    "⟨По информации⟩ ⟪«Интерфакса»⟫, ⟦сделка сорвалась⟧.",
    "⟨Согласно⟩ ⟪докладу ООН⟫, ⟦население растет⟧.",
    "⟨По версии⟩ ⟪следствия⟫, ⟦деньги похитил бухгалтер⟧.",
    "⟨С точки зрения⟩ ⟪юристов⟫, ⟦договор ничтожен⟧.",
    "⟨Как следует из⟩ ⟪отчета⟫, ⟦прибыль упала⟧.",
    # What introduces the sentence stays in the content.
    "⟦Кроме того⟧, ⟨по словам⟩ ⟪мэра⟫, ⟦отремонтируют школу⟧.",
    "⟦Однако⟧, ⟨по оценке⟩ ⟪банка⟫, ⟦инфляция замедлится⟧.",
    # What belongs to the source does not.
    "⟨По словам⟩ ⟪мэра⟫, выступавшего на площади, ⟦бюджет спасен⟧.",
    "⟨По словам⟩ ⟪мэра⟫, который вернулся из отпуска, ⟦бюджет спасен⟧.",
    "⟨По словам⟩ ⟪Ивана Петрова⟫, главы района, ⟦бюджет спасен⟧.",
    # An outlet that closes the sentence only relays.
    "⟨По словам⟩ ⟪врача⟫, ⟦угрозы нет⟧, сообщает ТАСС.",
]

AS_REPORTED = [
    "Как ⟨сообщил⟩ ⟪режиссер⟫, ⟦съемки закончены⟧.",
    "Как ⟨пишет⟩ ⟪газета «Труд»⟫, ⟦завод закрыт⟧.",
    "⟦Завод⟧, как ⟨пишет⟩ ⟪газета «Труд»⟫, ⟦закрыт⟧.",
    "⟦Завод закрыт⟧, как ⟨пишет⟩ ⟪газета «Труд»⟫.",
    "Как ⟨отметили⟩ в ⟪ведомстве⟫, ⟦проверка продолжается⟧.",
    "Как ⟨сообщается⟩, ⟦пострадавших нет⟧.",
]

CLOSING_REPORTS = [
    "⟦Начато расследование⟧, ⟨сообщило⟩ ⟪министерство⟫.",
    "⟦Поезда идут по расписанию⟧, ⟨сообщает⟩ ⟪«Интерфакс»⟫.",
    "⟦Говорить о победе рано⟧, – ⟨заявил⟩ ⟪прокурор⟫.",
    "⟦Ставка снизится весной⟧, ⟨считает⟩ ⟪аналитик банка⟫.",
    "⟦Дом⟧, ⟨уверяет⟩ ⟪хозяин⟫, ⟦построен на совесть⟧.",
    "⟦Дом снесут⟧, ⟨говорится⟩ в ⟪решении суда⟫.",
    "⟦Дорогу закрыли из-за оползня⟧, ⟨передает⟩ ⟪корреспондент агентства⟫.",
    "⟦Выплаты начнутся в марте⟧, ⟨сообщили⟩ в ⟪пресс-службе фонда⟫.",
]


@pytest.mark.parametrize("marked", SOURCE_PHRASES)
def test_a_source_phrase(marked: str) -> None:
    assert_found(marked, "indirect source_phrase")


@pytest.mark.parametrize("marked", AS_REPORTED)
def test_a_kak_clause(marked: str) -> None:
    assert_found(marked, "indirect as_reported")


@pytest.mark.parametrize("marked", CLOSING_REPORTS)
def test_an_inverted_report(marked: str) -> None:
    assert_found(marked, "indirect closing_report")


def test_verbatim_words_make_what_is_covered_mixed() -> None:
    assert_found(
        "⟨По словам⟩ ⟪министра⟫, ⟦дорогу построили «с большим трудом»⟧.", "mixed source_phrase"
    )


def test_what_is_covered_is_direct_where_all_of_it_stands_in_marks() -> None:
    assert_found("⟨По словам⟩ ⟪министра⟫, ⟦«дорога построена»⟧.", "direct source_phrase")
    assert_found("Как ранее ⟨заявил⟩ ⟪министр⟫, ⟦«налоги не вырастут»⟧.", "direct as_reported")
