"""Words and phrases that can report, the form in which they stand, and where they end."""

from __future__ import annotations

import pytest

from runews.language import default_language
from runews.quotes.cues import CueMatch, find_cues
from runews.structure import Given, read_structure


def cues_of(text: str) -> tuple[CueMatch, ...]:
    layout = read_structure(text, Given())
    return find_cues(default_language().analyze(text, layout.blocks).sentences[0])


@pytest.mark.parametrize(
    ("text", "cue", "lemma", "form"),
    [
        ("Мэр заявил, что снег уберут.", "заявил", "заявить", "finite"),
        ("Мэр заявляет, что снег уберут.", "заявляет", "заявлять", "finite"),
        ("Мэры заявляют, что снег уберут.", "заявляют", "заявлять", "finite"),
        ("Мэр признался, что устал.", "признался", "признаться", "finite"),
        ("Актриса призналась, что устала.", "призналась", "признаться", "finite"),
        ("Сообщается, что снег уберут.", "Сообщается", "сообщаться", "impersonal"),
        ("Отмечалось, что снег уберут.", "Отмечалось", "отмечаться", "impersonal"),
        ("Полиции сообщено, что снег уберут.", "сообщено", "сообщить", "impersonal"),
        ("Добавив, что снег уберут, мэр ушёл.", "Добавив", "добавить", "gerund"),
        ("Мэр, заявивший о снеге, ушёл.", "заявивший", "заявить", "participle"),
        ("Мэр, заявлявший о снеге, ушёл.", "заявлявший", "заявлять", "participle"),
        ("Мэр хочет заявить, что снег уберут.", "заявить", "заявить", "infinitive"),
        ("Мэр уверен, что снег уберут.", "уверен", "уверенный", "short"),
        ("Актриса уверена, что снег уберут.", "уверена", "уверенный", "short"),
        ("Жители уверены, что снег уберут.", "уверены", "уверенный", "short"),
        ("Удивило заявление мэра о снеге.", "заявление", "заявление", "noun"),
        ("По словам мэра, снег уберут.", "По словам", "по словам", "preposition"),
        ("По его словам, снег уберут.", "По его словам", "по словам", "preposition"),
        ("По её собственным словам, снег шёл.", "По её собственным словам", "по словам",
         "preposition"),
        ("По общему мнению врачей, сон полезен.", "По общему мнению", "по мнению", "preposition"),
        ("Согласно отчёту, снег уберут.", "Согласно", "согласно", "preposition"),
        ("С точки зрения врача, сон полезен.", "С точки зрения", "с точки зрения", "preposition"),
        ("Посол дал понять, что уедет.", "дал понять", "дать понять", "finite"),
        ("Посол дал ясно понять, что уедет.", "дал ясно понять", "дать понять", "finite"),
        ("Дав понять, что уедет, посол ушёл.", "Дав понять", "дать понять", "gerund"),
        ("Врач пришёл к выводу, что пора.", "пришёл к выводу", "прийти к выводу", "finite"),
        ("Врач пришёл вчера к новому выводу, что пора.", "пришёл вчера к новому выводу",
         "прийти к выводу", "finite"),
    ],
)  # fmt: skip
def test_a_cue_has_its_words_its_lemma_and_its_form(
    text: str, cue: str, lemma: str, form: str
) -> None:
    found = next(c for c in cues_of(text) if text[c.start : c.stop] == cue)
    assert (found.lemma, found.form.value) == (lemma, form)
    assert (found.span.start, found.span.stop) == (found.start, found.stop)
    assert found.token is found.sentence.tokens[found.index]
    assert found.first <= found.index <= found.last
    described = found.found()
    assert described.span == found.span
    assert (described.lemma, described.token) == (lemma, found.index)
    assert described.sentence == found.sentence.index


@pytest.mark.parametrize(
    "text",
    [
        "Снег идёт с утра.",
        "По мосту идут люди.",
        "По",
        "По его",
        "С точки",
        "С этой точки видно море.",
        "Документы обнаружены вчера.",
    ],
)
def test_what_reports_nothing_is_no_cue(text: str) -> None:
    assert cues_of(text) == ()


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Певица обращала на себя внимание.", "обращала на себя внимание"),
        ("Посол дал, как всегда, понять всем.", "дал, как всегда, понять"),
        ("Посол дал всем своим старым коллегам понять всё.",
         "дал всем своим старым коллегам понять"),
        ("По всем его прежним словам видно всё.", "По всем его прежним словам"),
    ],
)  # fmt: skip
def test_too_much_between_its_words_breaks_a_phrase(text: str, phrase: str) -> None:
    assert phrase not in [text[c.start : c.stop] for c in cues_of(text)]


def test_cues_come_in_the_order_of_the_text() -> None:
    text = "По словам мэра, директор заявил и дал понять, что уверен в успехе."
    assert [text[c.start : c.stop] for c in cues_of(text)] == [
        "По словам",
        "заявил",
        "дал понять",
        "уверен",
    ]


@pytest.mark.parametrize(
    ("text", "personal"),
    [
        ("Напомним, что снег шёл.", True),
        ("Напомню, что снег шёл.", True),
        ("Мэр напоминает, что снег шёл.", False),
        ("Мэр напомнил, что снег шёл.", False),
        ("Скажите, что снег шёл.", True),
    ],
)
def test_the_writers_own_act_is_personal(text: str, personal: bool) -> None:
    assert [c.is_personal for c in cues_of(text)] == [personal]


@pytest.mark.parametrize(
    ("text", "verbal"),
    [
        ("Мэр заявил, что снег шёл.", True),
        ("Сообщается, что снег шёл.", True),
        ("Мэр уверен, что снег шёл.", True),
        ("Добавив, что снег шёл, мэр ушёл.", False),
        ("По словам мэра, снег шёл.", False),
    ],
)
def test_a_predicate_is_verbal(text: str, verbal: bool) -> None:
    assert [c.is_verbal for c in cues_of(text)][:1] == [verbal]
