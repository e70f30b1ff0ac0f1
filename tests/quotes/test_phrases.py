"""The bounds of noun phrases: the head in braces, its phrase in brackets."""

from __future__ import annotations

import pytest
import regex

from runews.language import ParsedSentence, default_language
from runews.models import Span
from runews.quotes.phrases import (
    antecedent,
    noun_phrase,
    oblique_phrase,
    phrase_top,
    preposition_of,
    span_of,
)
from runews.structure import Block

_MARK = regex.compile(r"[][{}|]")


def read(marked: str) -> tuple[ParsedSentence, dict[str, int]]:
    """The parsed sentence, and the index of the token at each mark.

    Args:
        marked: A sentence with marks: ``[``, ``{``, ``|`` before a token, ``]``, ``}`` behind one.

    Returns:
        The sentence and, for each mark, the index of the token before which it stands.
    """
    text = _MARK.sub("", marked)
    analysis = default_language().analyze(text, [Block(Span(0, len(text)), 0)])
    assert len(analysis.sentences) == 1
    sentence = analysis.sentences[0]
    places = {}
    for found in _MARK.finditer(marked):
        offset = len(_MARK.sub("", marked[: found.start()]))
        places[found.group()] = next(
            (t.index for t in sentence.tokens if t.start >= offset), len(sentence.tokens)
        )
    return sentence, places


def written(sentence: ParsedSentence, first: int, last: int) -> str:
    return " ".join(t.text for t in sentence.tokens[first:last])


@pytest.mark.parametrize(
    "marked",
    [
        "Вчера [новый {глава} МИД России Иван Седов] приехал в Тулу.",
        "Потом [эти три {свидетеля}] ушли.",
        "Об этом заявила [молодая {учительница} школы номер пять] вчера вечером.",
        "Но [{министр} транспорта] уехал.",
        "Именно [{министр}] уехал.",
        "Приехал [{директор} завода «Заря»] вчера.",
        "Приехал [{директор} завода (бывший токарь)] вчера.",
        "Приехал [{директор} завода], сын рыбака.",
        "Приехал [{директор} завода] и запел.",
        "Приехал [{директор} завода], чтобы петь.",
        "Приехал [{директор} завода в Туле].",
        "Сегодня [{он}] сам приехал.",
        "Приехал [{Иван} Петрович Седов].",
        "Об этом рассказала [{учительница}] газете.",
        "Об этом рассказала [{учительница}] местной газете.",
        "Вышла [{газета} «Северный край»].",
        "Вышел [«Северный {край}»].",
        "Вышла [большая «Северная {газета}»] вчера.",
        "Приехала [{группа} врачей], учителей и шахтёров.",
        "Приехали [{врачи} и учителя].",
        "Приехал [{директор}] петь.",
        "Приехал [{директор}], поющий песни.",
        "Об этом рассказал [{сайт} 59.RU] вчера.",
    ],
)
def test_a_noun_phrase_keeps_its_modifiers_and_its_names(marked: str) -> None:
    sentence, at = read(marked)
    first, last = noun_phrase(sentence, at["{"])
    assert written(sentence, first, last) == written(sentence, at["["], at["]"])


def test_a_noun_phrase_ends_where_it_must() -> None:
    sentence, at = read("Приехал [{директор} нового] завода вчера.")
    assert noun_phrase(sentence, at["{"], at["]"]) == (at["["], at["]"])
    sentence, at = read("Приехал [{директор} завода] «Заря» вчера.")
    assert noun_phrase(sentence, at["{"], at["]"]) == (at["["], at["]"])


@pytest.mark.parametrize(
    "marked",
    [
        "По словам [нового директора завода], порт готов.",
        "По словам [директора завода «Новая, старая заря» Ивана Седова], порт готов.",
        'По словам [директора завода "Новая, старая заря" Ивана Седова], порт готов.',
        "По словам [директора завода (он же токарь)], порт готов.",
        "По словам [директора] порт готов.",
        "По словам [директора] новый порт готов.",
        "По словам [директора] этот порт готов.",
        "По словам [директора] вчера порт закрыли.",
        "По словам [директора] он уехал.",
        "По мнению [директора], он уехал.",
        "По данным [РИА Новости], порт готов.",
        "По словам [П. Седова], порт готов.",
        "По словам [директора] закрыли порт.",
        "По словам [директора], хотя он и болен, порт готов.",
        "По словам [вице-премьера правительства], порт готов.",
        "По словам [главы района Иван-озеро Ивана Седова], порт готов.",
    ],
)
def test_an_oblique_phrase_ends_at_a_comma_or_at_what_the_source_says(marked: str) -> None:
    sentence, at = read(marked)
    first, last = oblique_phrase(sentence, at["["], len(sentence.tokens))
    assert written(sentence, first, last) == written(sentence, at["["], at["]"])


def test_an_oblique_phrase_ends_at_its_stop_and_has_one_token_at_least() -> None:
    sentence, at = read("По словам [директора] завода, порт готов.")
    assert oblique_phrase(sentence, at["["], at["]"]) == (at["["], at["]"])
    sentence, at = read("По словам [, порт готов].")
    assert oblique_phrase(sentence, at["["], at["]"]) == (at["["], at["["] + 1)


@pytest.mark.parametrize(
    "marked",
    [
        "Приехал [свидетель], |который утверждает обратное.",
        "Приехала мать свидетеля и [соседка] свидетеля, |которая утверждает обратное.",
        "Приехали [соседи] свидетеля, |которые утверждают обратное.",
        "Приехал [министр] обороны, |который утверждает обратное.",
        "Приехал [глава] МИД Седов, |который утверждает обратное.",
        "Приехали [врачи] больницы, |которые утверждают обратное.",
    ],
)
def test_a_relative_pronoun_stands_for_the_nearest_noun_that_agrees(marked: str) -> None:
    sentence, at = read(marked)
    assert antecedent(sentence, at["|"]) == at["["]


def test_a_relative_pronoun_may_stand_for_nothing() -> None:
    sentence, at = read("Там, |которая утверждает обратное.")
    assert antecedent(sentence, at["|"]) == at["|"]


@pytest.mark.parametrize(
    "marked",
    [
        "Приехал [глава] МИД |Лавров.",
        "Приехал [министр] Иван |Седов.",
        "Приехал [Иван] |Седов.",
        "Приехал [друг] |Лаврова.",
        "Он видел друга [|Лаврова].",
        "Для журнала «Порт» [|Седов] пишет.",
    ],
)
def test_a_name_in_apposition_has_the_noun_for_its_top(marked: str) -> None:
    sentence, at = read(marked)
    assert phrase_top(sentence, at["|"], 0) == at["["]


def test_a_top_does_not_lie_before_the_start() -> None:
    sentence, at = read("Приехал министр Иван |Седов.")
    assert phrase_top(sentence, at["|"], at["|"]) == at["|"]


@pytest.mark.parametrize(
    ("marked", "preposition"),
    [
        ("Об этом сообщили в |министерстве.", "в"),
        ("Об этом сообщили в нашем новом |министерстве.", "в"),
        ("Об этом сообщили во всех трёх |министерствах.", "во"),
        ("Об этом сообщили в «|Известиях».", "в"),
        ("Об этом сообщило |министерство.", None),
        ("Об этом министерство сообщило |мэру.", None),
        ("Сообщили мэру |города.", None),
        ("|Министерство сообщило об этом.", None),
    ],
)
def test_the_preposition_of_a_phrase(marked: str, preposition: str | None) -> None:
    sentence, at = read(marked)
    assert preposition_of(sentence, at["|"]) == preposition


@pytest.mark.parametrize(
    "marked",
    [
        "Приехал «[Порт]» вчера.",
        "Приехал «[Порт» вчера].",
    ],
)
def test_a_span_leaves_out_unbalanced_guillemets(marked: str) -> None:
    sentence, at = read(marked)
    text = _MARK.sub("", marked)
    for first in (at["["], at["["] - 1):
        span = span_of(sentence, (first, at["]"]))
        assert text[span.start : span.stop].strip("«") == written(
            sentence, at["["], at["]"]
        ).replace(" »", "»")


@pytest.mark.parametrize(
    ("marked", "kept"),
    [
        ('Вышла [газета "Порт"] вчера.', 'газета "Порт"'),
        ('Вышла газета ["Порт] вчера".', "Порт"),
        ('Вышла "[газета Порт"] вчера.', "газета Порт"),
        ("Вышла [) газета Порт] вчера.", "газета Порт"),
        ("Вышла [газета Порт (] вчера).", "газета Порт"),
        ("Вышла [газета «] вчера.", "газета"),
        ("Вышла [», газета Порт] вчера.", "газета Порт"),
        ("Вышла [»] вчера.", "»"),
    ],
)
def test_a_span_leaves_out_what_opens_or_closes_nothing(marked: str, kept: str) -> None:
    sentence, at = read(marked)
    text = _MARK.sub("", marked)
    span = span_of(sentence, (at["["], at["]"]))
    assert text[span.start : span.stop] == kept
