"""Complement clauses: что, чтобы, ли, как, a colon, a fronted clause, under verbs, nouns, short forms, phrases."""

from __future__ import annotations

import pytest

from .marked import assert_found

THAT = [
    "⟪Минтранс⟫ ⟨заявил⟩, что ⟦рейсы не отменят⟧.",
    "⟪Синоптик⟫ ⟨предупредил⟩, что ⟦ночью ударит мороз⟧.",
    "⟪Эксперты⟫ ⟨считают⟩, что ⟦рубль укрепится⟧.",
    "⟪Суд⟫ ⟨постановил⟩, что ⟦договор недействителен⟧.",
    "⟪Врач⟫ ⟨сообщил⟩ родителям, что ⟦операция прошла успешно⟧.",
    "⟪Депутат⟫ ⟨возмутился⟩, что ⟦закон приняли без обсуждения⟧.",
    "⟪Журналистка⟫ ⟨написала⟩ в Telegram, что ⟦редакцию закрывают⟧.",
    "⟪Игорь⟫ ⟨сказал⟩ жене, что ⟦вернется поздно⟧.",
    "⟪Сосед⟫ ⟨сказал⟩, мол, ⟦видел все сам⟧.",
    # Negated and denying.
    "⟪Министр⟫ не ⟨исключил⟩, что ⟦налог вырастет⟧.",
    "⟪Премьер⟫ ⟨отрицал⟩, что ⟦знал о сделке⟧.",
    "⟪Посольство⟫ ⟨опровергло⟩, что ⟦граждан задержали⟧.",
    "⟪Мэр⟫ не ⟨говорил⟩, что ⟦парк вырубят⟧.",
    # Short forms and fixed expressions.
    "⟪Врачи⟫ ⟨уверены⟩, что ⟦эпидемии не будет⟧.",
    "⟪Аналитик⟫ ⟨убежден⟩, что ⟦цены упадут⟧.",
    "⟪Министр⟫ ⟨дал понять⟩, что ⟦в отставку не уйдет⟧.",
    "⟪Комиссия⟫ ⟨пришла к выводу⟩, что ⟦виноват пилот⟧.",
    "⟪Министр⟫ ⟨выступил с заявлением⟩, что ⟦реформа завершена⟧.",
    # The institution stands in the locative, the document with «из».
    "В ⟪МЧС⟫ ⟨сообщили⟩, что ⟦пожар потушен⟧.",
    "В ⟪документе⟫ ⟨говорится⟩, что ⟦срок истек⟧.",
    "Из ⟪доклада⟫ ⟨следует⟩, что ⟦озеро мелеет⟧.",
    "⟨Сообщается⟩, что ⟦погибших нет⟧.",
    # «о том, что» and its kin.
    "⟪Министр⟫ ⟨говорил⟩ о том, что ⟦запасов хватит на год⟧.",
    "⟪Прокурор⟫ ⟨обвинил⟩ чиновника в том, что ⟦тот брал взятки⟧.",
    "⟪Эксперты⟫ ⟨сходятся⟩ в том, что ⟦рынок оживет⟧.",
    # Nouns.
    "⟨Заявление⟩ ⟪министра⟫ о том, что ⟦бюджет принят⟧, удивило депутатов.",
    "⟪Его⟫ ⟨слова⟩ о том, что ⟦война окончена⟧, никого не успокоили.",
    # Gerunds, participles, relatives, infinitives.
    "⟪Тренер⟫ подал в отставку, ⟨заявив⟩, что ⟦устал от критики⟧.",
    "⟪Свидетель⟫, ⟨утверждавший⟩, что ⟦видел машину⟧, исчез.",
    "⟪Свидетель⟫, который ⟨утверждал⟩, что ⟦видел машину⟧, исчез.",
    "⟪Сотрудник⟫ поспешил ⟨заявить⟩, что ⟦отчет готов⟧.",
    "⟪Представителю фирмы⟫ пришлось ⟨признать⟩, что ⟦данные утекли⟧.",
]

TO = [
    "⟪Жители⟫ ⟨требуют⟩, чтобы ⟦мэр ушел в отставку⟧.",
    "⟪Тренер⟫ ⟨попросил⟩, чтобы ⟦игроков не беспокоили⟧.",
    "⟪Сенатор⟫ ⟨настаивает⟩ на том, чтобы ⟦закон отменили⟧.",
]

WHETHER = [
    "⟪Журналист⟫ ⟨спросил⟩, ⟦готов ли министр к отставке⟧.",
    "⟪Депутат⟫ ⟨поинтересовался⟩, ⟦будет ли построена школа⟧.",
]

HOW = [
    "⟪Повар⟫ ⟨рассказал⟩, ⟦как готовят настоящий плов⟧.",
    "⟪Следователь⟫ ⟨объяснил⟩, ⟦почему дело закрыли⟧.",
    "⟪Адвокат⟫ не ⟨уточнил⟩, ⟦когда подадут жалобу⟧.",
]

MIXED = [
    "⟪Министр⟫ ⟨заявил⟩, что ⟦встреча была «очень полезной»⟧.",
    "⟪Министр⟫ ⟨заявил⟩, что ⟦«встреча прошла успешно»⟧.",
    '⟪Министр⟫ ⟨заявил⟩, что ⟦встреча была "очень полезной"⟧.',
]


@pytest.mark.parametrize("marked", THAT)
def test_a_clause_with_chto(marked: str) -> None:
    assert_found(marked, "indirect complement_что")


@pytest.mark.parametrize("marked", TO)
def test_a_clause_with_chtoby(marked: str) -> None:
    assert_found(marked, "indirect complement_чтобы")


@pytest.mark.parametrize("marked", WHETHER)
def test_an_indirect_question_with_li(marked: str) -> None:
    assert_found(marked, "indirect complement_ли")


@pytest.mark.parametrize("marked", HOW)
def test_a_clause_with_an_interrogative(marked: str) -> None:
    assert_found(marked, "indirect complement_как")


@pytest.mark.parametrize("marked", MIXED)
def test_verbatim_words_make_a_clause_mixed(marked: str) -> None:
    assert_found(marked, "mixed complement_что")


def test_a_name_in_marks_does_not_make_a_clause_mixed() -> None:
    assert_found("⟪Она⟫ ⟨сказала⟩, что ⟦газета „Труд“ закрыта⟧.", "indirect complement_что")


@pytest.mark.parametrize(
    "marked",
    [
        "⟪Эксперты⟫ ⟨предупреждают⟩: ⟦без дождей урожай погибнет⟧.",
        "⟪Синоптики⟫ ⟨уточняют⟩: ⟦снег растает к среде⟧.",
    ],
)
def test_a_clause_behind_a_colon(marked: str) -> None:
    assert_found(marked, "indirect complement_colon")


@pytest.mark.parametrize(
    "marked",
    [
        "О том, что ⟦нужно быть осторожней⟧, ⟨предупреждал⟩ ⟪регулятор⟫.",
        "О том, что ⟦мост закроют⟧, ⟨сообщила⟩ ⟪мэрия⟫.",
    ],
)
def test_a_clause_before_its_cue(marked: str) -> None:
    assert_found(marked, "indirect complement_fronted")


def test_a_report_inside_a_report() -> None:
    assert_found(
        "⟪1 Газета⟫ ⟨1 пишет⟩, что ⟦1 ранее ⟪2 президент⟫ ⟨2 заявил⟩, что ⟦2 выборы состоятся⟧⟧.",
        "indirect complement_что",
        "indirect complement_что",
    )
