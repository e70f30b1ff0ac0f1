"""Speakers: the name that a source phrase, a pronoun, a description or the context stands for."""

from __future__ import annotations

import pytest

from runews.attribution import attribute
from runews.attribution.confidence import WEIGHTS, confidence_of
from runews.attribution.resolution import Resolution, Way
from runews.entities import EntityIndex
from runews.models import Attribution, Metadata
from runews.structure import Layout
from tests.attribution.marked import attribute_marked, language


def speakers(marked: str) -> list[str | None]:
    return [a.speaker.name if a.speaker else None for a in attribute_marked(marked)[0]]


def last(marked: str) -> Attribution:
    return attribute_marked(marked)[0][-1]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("[Глава МИД Сергей Лавров]S <заявил>, что {визит отложен}.", "Сергей Лавров"),
        ("[Сергей Лавров, глава МИД]S, <заявил>, что {визит отложен}.", "Сергей Лавров"),
        ("<По словам> [главы ведомства Антона Силуанова]S, {денег хватит}.", "Антон Силуанов"),
        ("[Адвокат Немцова Вадим Прохоров]S <заявил>, что {суд отложен}.", "Вадим Прохоров"),
        ("{«Мы рады»}, – <сказал> [один из зрителей]S, 62-летний Пётр Орлов.", "Пётр Орлов"),
        ("[Пресс-служба завода]S <сообщила>, что {цех цел}.", "пресс-служба завода"),
        ("<По словам> [осведомлённого источника в полиции]S, {он ушёл}.",
         "осведомлённый источник в полиции"),
        ("<По сведениям> [некоторых изданий]S, {сделка сорвалась}.", "некоторые издания"),
        ("[Эксперты]S <считают>, что {ставку снизят}.", "эксперты"),
        ("[Одни]S <считают>, что {ставку снизят}.", "одни"),
        ("<По мнению> [аналитиков, которые следят за рынком]S, {рост близок}.", "аналитики"),
        ("[Киев]S <заявил>, что {готов к переговорам}.", "Киев"),
        ("[Газета «Приневский край»]S <пишет>, что {мост закрыт}.", "Приневский край"),
    ],
)  # fmt: skip
def test_source_phrase(marked: str, name: str) -> None:
    assert speakers(marked) == [name]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        # who has just spoken goes on speaking
        ("[Иван Орлов]S <сказал>, что {план готов}. {Деньги есть}2, <добавил>2 [он]S2.",
         "Иван Орлов"),
        ("[Иван Орлов]S <сказал>, что {видел Петра Ли}. По [его]S2 <словам>2, {тот болен}2.",
         "Иван Орлов"),
        # unless somebody else has become the subject since
        ("[Иван Орлов]S <сказал>, что {план готов}. Пётр Лебедев приехал в Тулу. "
         "По [его]S2 <словам>2, {там идёт снег}2.", "Пётр Лебедев"),
        # gender and number
        ("[Ольга Белова]S <сказала>, что {видела Ивана Ли}. [Она]S2 <добавила>2, что {рада}2.",
         "Ольга Белова"),
        # an outlet is no «он»
        ("{Иван Орлов уехал}, <сообщает> [ТАСС]S. [Он]S2 <сказал>2, что {рад}2.", "Иван Орлов"),
    ],
)  # fmt: skip
def test_pronoun(marked: str, name: str) -> None:
    assert speakers(marked)[-1] == name


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Капитан судна Иван Орлов вернулся. [Капитан]S <рассказал>, что {шторма не было}.",
         "Иван Орлов"),
        ("[Капитан судна]S <пожаловался>, что {устал}. Капитан судна Иван Орлов вернулся в порт.",
         "Иван Орлов"),
        ("[Иван Орлов]S <заявил>, что {уходит}. [Политик]S2 <добавил>2, что {вернётся}2.",
         "Иван Орлов"),
        ("После беседы с Иваном Орловым, где [политик]S <сказал>, что {уходит}, все ушли.",
         "Иван Орлов"),
        ("[Губернатор Иван Орлов]S <сказал>, что {снег уберут}. "
         "[Глава региона]S2 <добавил>2, что {дороги чисты}2.", "Иван Орлов"),
        ("[РИА Новости]S <сообщает>, что {мост цел}. По <данным>2 [агентства]S2, {раненых нет}2.",
         "РИА Новости"),
        # somebody new keeps the description
        ("[Иван Орлов]S <заявил>, что {уходит}. [Прокурор]S2 <просил>2, чтобы {суд был строг}2.",
         "прокурор"),
        ("[Иван Орлов]S <заявил>, что {уходит}. [Другой политик]S2 <возразил>2, что {рано}2.",
         "другой политик"),
    ],
)  # fmt: skip
def test_description_of_somebody_known(marked: str, name: str) -> None:
    assert speakers(marked)[-1] == name


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("[Иван Орлов]S <сказал>, что {готов}, <добавив>2, что {рад}2.", "Иван Орлов"),
        ("Иван Орлов приехал и <заявил>, что {рад}.", "Иван Орлов"),
        ("[Он|Иван Орлов]S <сказал>, что {готов}. И <подчеркнул>2, что {рад}2.", None),
        ("[Иван Орлов]S <сказал>, что {готов}. И <подчеркнул>2, что {рад}2.", "Иван Орлов"),
        # the last speaker does not agree with the form
        ("[Ольга Белова]S <сказала>, что {рада}. [Иван Орлов]S2 <сказал>2, что {готов}2. "
         "<Отметила>3, что {ждёт}3.", "Ольга Белова"),
        ("[Иван Орлов]S <сказал>: {«Мы готовы»}. {«Завтра начнём»}2.", "Иван Орлов"),
        ("Мэр Иван Орлов был краток: {«Нет»}.", "Иван Орлов"),
        # documents
        ("{Сбой устранён}, <говорится> в заявлении компании.", "заявление компании"),
        ("Фонд опубликовал справку, в которой <говорилось>, что {денег нет}.", "справка"),
        # nobody
        ("<Сообщается>, что {мост закрыт}.", None),
        ("[Иван Орлов]S <сказал>, что {готов}. <По неполным данным>2, {раненых нет}2.", None),
    ],
)  # fmt: skip
def test_context(marked: str, name: str | None) -> None:
    assert speakers(marked)[-1] == name


def test_first_person_inside_a_quote_is_its_speaker() -> None:
    marked = "{«[Я]S2 <считаю>2, что {срок велик}2»}, – <сказал> [Иван Орлов]S."
    assert speakers(marked) == ["Иван Орлов", "Иван Орлов"]


def test_coordinated_speakers_are_named_together_and_have_no_single_entity() -> None:
    speaker = last("[Иван Орлов и Пётр Лебедев]S <заявили>, что {готовы}.").speaker
    assert speaker is not None
    assert speaker.name == "Иван Орлов и Пётр Лебедев"
    assert speaker.entity_id is None


def test_an_elided_speaker_has_no_span_or_that_of_the_subject() -> None:
    speaker = last("[Иван Орлов]S <сказал>, что {готов}. И <подчеркнул>2, что {рад}2.").speaker
    assert speaker is not None
    assert speaker.span is None
    assert speaker.text is None


def test_the_surer_the_way_the_higher_the_confidence() -> None:
    named = last("[Иван Орлов]S <сказал>, что {готов}.")
    elided = last("[Иван Орлов]S <сказал>, что {готов}. И <подчеркнул>2, что {рад}2.")
    nobody = last("<Сообщается>, что {мост закрыт}.")
    assert named.confidence > elided.confidence > nobody.confidence


def test_confidence_stays_between_zero_and_one() -> None:
    resolution = Resolution("Иван Орлов", None, Way.NAMED)
    assert confidence_of(7.0, resolution) == WEIGHTS[Way.NAMED]
    assert confidence_of(-1.0, resolution) == 0.0


def test_no_quotes_no_attributions() -> None:
    analysis = language().analyze("", [])
    layout = Layout(text="", paragraphs=(), metadata=Metadata(), blocks=())
    assert attribute([], analysis, layout, EntityIndex(entities=())) == ()
