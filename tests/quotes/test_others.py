"""Reports that point or stand apart: об этом, headlines, blocks, topics, fragments."""

from __future__ import annotations

import pytest

from .marked import assert_found

POINTING_BACK = [
    "⟦Клуб снимется с розыгрыша⟧. Об этом ⟨заявил⟩ ⟪тренер⟫.",
    "⟦В порту начался пожар⟧. Об этом ⟨сообщили⟩ в ⟪МЧС⟫.",
    "⟦В порту начался пожар⟧. Об этом ⟨сообщает⟩ ⟪агентство⟫.",
    "⟦В порту начался пожар⟧. ⟪Капитан⟫ ⟨сообщил⟩ об этом в среду.",
    "⟦Завод «Рубин» закроют⟧. ⟪Директор⟫ ⟨рассказал⟩ об этом журналистам.",
]

HEADLINES = [
    "⟪Роскомнадзор⟫: ⟦запрет не связан с законом⟧\n\n"
    "Служба объяснила решение в среду вечером. Сайт закрыли по решению суда.",
    "⟪Иван Петров⟫: ⟦город готов к зиме⟧\n\n"
    "Глава города провел совещание. В нем участвовали двадцать человек.",
]

BLOCKS = [
    "⟪Она⟫ ⟨сказала⟩:\n⟦Мы уезжаем завтра утром и больше сюда не вернемся никогда.⟧",
    "⟪Министр Олег Зимин⟫ ⟨написал⟩ в своем блоге:\n"
    "⟦Мы сделали все, что могли. Теперь я жду решения суда.⟧",
]

TOPICS = [
    "⟪Коммунисты⟫ ⟨говорят⟩ ⟦о «широкой кампании» против главы области⟧.",
    "⟪Адвокат⟫ ⟨заявил⟩ ⟦о «грубых нарушениях» в деле⟧.",
]

FRAGMENTS = [
    "⟪Она⟫ ⟨назвала⟩ решение ⟦«ошибкой»⟧.",
    '⟪Она⟫ ⟨назвала⟩ решение ⟦"ошибкой"⟧.',
    "⟪Сенатор⟫ ⟨назвал⟩ санкции ⟦«бессмысленными»⟧ и ⟦«вредными»⟧.",
    '⟪Критики⟫ ⟨называют⟩ фильм ⟦"провалом года"⟧.',
    "⟪МИД⟫ ⟨расценил⟩ письмо как ⟦«провокацию»⟧.",
    "⟪Посол⟫ ⟨охарактеризовал⟩ встречу как ⟦„полезную и своевременную“⟧.",
    "⟪Ольга⟫ ⟨считает⟩ себя ⟦«человеком мира»⟧.",
    "⟪Мэр⟫ ⟨пообещал⟩ ⟦«разобраться с виновными»⟧.",
    "⟪Глава фонда⟫ ⟨призвал⟩ власти ⟦«прекратить охоту»⟧.",
    "⟪Глава комитета⟫ ⟨обвинил⟩ банки в ⟦«жадности»⟧.",
    "⟪Прокурор⟫ ⟨усмотрел⟩ в действиях мэра ⟦«признаки халатности»⟧.",
    "⟪Толпа⟫ вышла на площадь с ⟨криками⟩ ⟦«долой власть»⟧.",
]


@pytest.mark.parametrize("marked", POINTING_BACK)
def test_a_sentence_that_reports_the_one_before(marked: str) -> None:
    assert_found(marked, "indirect pointing_back")


def test_the_sentence_before_may_be_direct_speech() -> None:
    assert_found("⟦«Мы уходим»⟧. Об этом ⟨сказал⟩ ⟪капитан⟫.", "direct pointing_back")


@pytest.mark.parametrize("marked", HEADLINES)
def test_a_source_before_the_colon_of_a_headline(marked: str) -> None:
    assert_found(marked, "indirect headline_colon")


@pytest.mark.parametrize(
    "marked",
    [
        "⟦Вода в реке прибывает⟧ – ⟪МЧС⟫\n\n"
        "Спасатели ждут пика паводка в среду. Село уже отрезано от дороги.",
        "⟦Завод продали за бесценок⟧ — ⟪СМИ⟫\n\n"
        "Сделку закрыли в понедельник вечером. Цену стороны не раскрывают.",
    ],
)
def test_a_source_behind_the_dash_of_a_headline(marked: str) -> None:
    assert_found(marked, "indirect headline_dash")


@pytest.mark.parametrize("marked", BLOCKS)
def test_a_paragraph_of_speech_after_a_colon(marked: str) -> None:
    assert_found(marked, "direct block_after_colon")


@pytest.mark.parametrize("marked", TOPICS)
def test_a_topic_with_verbatim_words(marked: str) -> None:
    assert_found(marked, "mixed topic")


@pytest.mark.parametrize("marked", FRAGMENTS)
def test_a_verbatim_fragment(marked: str) -> None:
    assert_found(marked, "mixed fragment")
