"""Sentences and tokens: bounds, blocks, and what becomes of sentences that never end."""

from __future__ import annotations

import pytest
from hypothesis import example, given

from runews.language import Analysis, default_language
from runews.language.analysis import (
    LONGEST_NAMES_INPUT,
    LONGEST_SEGMENTER_INPUT,
    LONGEST_SENTENCE,
)
from runews.models import EntityType, Span
from runews.structure import Block
from tests.strategies import any_text


def analyze(text: str, *bounds: tuple[int, int]) -> Analysis:
    """The analysis of a text, as one block unless blocks are given."""
    blocks = [Block(Span(a, b), i) for i, (a, b) in enumerate(bounds or [(0, len(text))])]
    return default_language().analyze(text, blocks)


def sentences(text: str, *bounds: tuple[int, int]) -> list[str]:
    return [text[s.start : s.stop] for s in analyze(text, *bounds).sentences]


def test_sentences_stand_without_the_white_space_around_them() -> None:
    text = "  Минтранс предложил проект.\n Его поддержали!  "
    assert sentences(text) == ["Минтранс предложил проект.", "Его поддержали!"]


@pytest.mark.parametrize(
    "text",
    [
        "В 2024 г. построили мост.",
        "Об этом сообщил А. С. Иванов в эфире.",
        "Ставка выросла на 0.5 проц. за год.",
    ],
)
def test_a_full_stop_of_an_abbreviation_ends_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


def test_a_sentence_ends_behind_a_year_or_a_sum_where_a_new_one_surely_begins() -> None:
    first = "Глава банка оставит свой пост летом 2031 г."
    assert sentences(f"{first} По его словам, так лучше.") == [first, "По его словам, так лучше."]
    assert len(sentences(f"{first} Москва ждёт нового главу.")) == 1
    assert len(sentences("В 2031 г. По нему пойдут поезда.")) == 1
    first = "Новый мост через реку Быструю обойдётся в 15 млн."
    assert sentences(f"{first} Москва даст половину.") == [first, "Москва даст половину."]


def test_no_sentence_crosses_the_end_of_a_block_and_nothing_is_read_between_them() -> None:
    text = "Снег сошёл | ПРОПУСК | и река вскрылась"
    second = text.index("и река")
    assert sentences(text, (0, 10), (second, len(text))) == ["Снег сошёл", "и река вскрылась"]


def test_a_sentence_knows_its_paragraph_and_whether_it_is_prose() -> None:
    text = "Снег. Фото: ТАСС"
    blocks = [Block(Span(0, 5), 3), Block(Span(6, len(text)), 4, prose=False)]
    found = default_language().analyze(text, blocks).sentences
    assert [(s.index, s.paragraph, s.prose) for s in found] == [(0, 3, True), (1, 4, False)]


def test_a_sentence_of_too_many_words_is_cut_and_no_word_is_lost() -> None:
    text = "слово " * (LONGEST_SENTENCE + 10)
    found = analyze(text).sentences
    assert [len(s.tokens) for s in found] == [LONGEST_SENTENCE, 10]
    assert [(s.start, s.stop) for s in found] == [
        (0, LONGEST_SENTENCE * 6 - 1),
        (LONGEST_SENTENCE * 6, len(text) - 1),
    ]


def test_a_block_longer_than_the_segmenter_is_given_is_cut_between_sentences() -> None:
    sentence = "Министр А. П. Иванов приехал в Омск и сказал, что снег сойдёт в мае. "
    text = sentence * (3 * LONGEST_SEGMENTER_INPUT // len(sentence))
    assert sentences(text) == [sentence.strip()] * (len(text) // len(sentence))


@pytest.mark.parametrize("unit", ["а", "«", "снег ", "– ", "(да)"])
def test_a_block_without_a_sentence_end_is_read_to_its_last_character(unit: str) -> None:
    length = 2 * LONGEST_SEGMENTER_INPUT + 7
    text = (unit * length)[:length].rstrip()
    found = analyze(text).sentences
    assert "".join(text[s.start : s.stop] for s in found).replace(" ", "") == text.replace(" ", "")


def test_words_that_stand_where_a_long_block_is_cut_stay_whole() -> None:
    text = "снегопад " * (2 * LONGEST_SEGMENTER_INPUT // 9)
    assert {t.text for s in analyze(text).sentences for t in s.tokens} == {"снегопад"}


def test_names_are_found_in_every_part_of_a_long_text() -> None:
    filler = "Снег сошёл, и река вскрылась. " * (LONGEST_NAMES_INPUT // 30)
    text = f"Владимир Путин приехал. {filler} Сергей Лавров уехал."
    names = [text[n.span.start : n.span.stop] for n in analyze(text).names]
    assert names == ["Владимир Путин", "Сергей Лавров"]


def test_a_name_knows_its_type_and_sentence() -> None:
    analysis = analyze("Снег сошёл. Олег Зимин прилетел в Омск.")
    assert [(n.type, n.sentence) for n in analysis.names] == [
        (EntityType.PER, 1),
        (EntityType.LOC, 1),
    ]


def test_what_holds_no_word_is_punctuation_without_a_tree() -> None:
    (sentence,) = analyze("«…»").sentences
    assert {t.pos for t in sentence.tokens} == {"PUNCT"}
    assert {t.head for t in sentence.tokens} == {-1}


def test_the_tree_of_a_sentence_is_the_same_alone_and_among_others() -> None:
    text = "Министр заявил, что снег сойдёт."
    others = "Да. " + "Река вскрылась раньше срока, и лёд ушёл за неделю, сообщили в МЧС. " * 12

    def tree(analysis: Analysis) -> list[tuple[str, str, int, str]]:
        return [(t.text, t.pos, t.head, t.rel) for t in analysis.sentences[0].tokens]

    assert tree(analyze(f"{text} {others}")) == tree(analyze(text))


@given(any_text())
@example("")
@example(" \n\t\u00a0\u200b\ufeff")
@example("\x1c\x1f\x85\u2028")
@example("Да.\x00Нет.\ud800")
def test_any_text_is_cut_into_sentences_and_tokens_that_stand_where_they_say(text: str) -> None:
    analysis = analyze(text)
    end = 0
    for number, sentence in enumerate(analysis.sentences):
        assert sentence.index == number
        assert end <= sentence.start < sentence.stop <= len(text)
        end = sentence.stop
        position = sentence.start
        for index, token in enumerate(sentence.tokens):
            assert text[token.start : token.stop] == token.text
            assert position <= token.start < token.stop <= sentence.stop
            assert token.index == index
            assert -1 <= token.head < len(sentence.tokens)
            assert token.head != index
            position = token.stop
    for name in analysis.names:
        assert analysis.sentences[name.sentence].start <= name.span.start
        assert text[name.span.start : name.span.stop].strip()
