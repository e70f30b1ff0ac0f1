"""Faults that fuzzing and generated articles brought to light, each in its shortest form."""

from __future__ import annotations

import pytest

import runews
from runews import Article
from tests.html import pages
from tests.robustness.contract import check_contract


def said(text: str) -> list[tuple[str, str | None, str | None]]:
    """Each quote's text, its cue, and the name of its speaker."""
    article = runews.parse_article(text)
    check_contract(article, text)
    return [
        (
            quote.text,
            found.cue.text if found.cue else None,
            found.speaker.name if found.speaker else None,
        )
        for quote in article.quotes
        for found in [article.attribution_of(quote)]
    ]


@pytest.mark.parametrize("mark", ["\x01", "\x0b", "\x1f", "&#1;", "&#xfffe;", "\x7f", "\uffff"])
def test_a_page_may_hold_characters_that_xml_may_not(mark: str) -> None:
    page = pages.newspaper().replace("мост", f"мо{mark}ст").replace("class='", f"class='{mark}")
    article = runews.parse_html(page)
    check_contract(article, article.text)


@pytest.mark.parametrize("text", ["Ответ: ‹", "Ответ: «»\nОтвет: …", "«Да\nОтвет:  ‹\n«"])
def test_marks_alone_are_nobodys_words(text: str) -> None:
    assert said(text) == []


def test_marks_that_the_recogniser_takes_for_a_name_break_nothing() -> None:
    text = "Â«Â\U000ea642TÂ«\n«\nглава кабинет Â«Â\U000ea642TÂ«\n«\n\u2028«\n" * 3
    check_contract(runews.parse_article(text), text)


@pytest.mark.parametrize("marks", ["„“", "“”", '""'])
def test_a_source_is_named_alike_in_marks_of_any_style(marks: str) -> None:
    text = "Фирма «Альтаир» закрыла офис. В «Альтаире» заявили: «Мы выплатим долг до осени»."
    assert said(text.translate(str.maketrans("«»", marks))) == said(text)


def test_an_abbreviation_without_cases_is_a_subject() -> None:
    assert said("МЧС в среду сообщило, что площадку сдадут.") == [
        ("площадку сдадут", "сообщило", "МЧС")
    ]


def test_a_speaker_with_initials_is_named_whole() -> None:
    article = runews.parse_article("По словам мэра П. С. Щукина, урожай соберут.")
    speaker = article.attributions[0].speaker
    assert speaker is not None
    assert (speaker.text, speaker.name) == ("мэра П. С. Щукина", "П. С. Щукин")


def test_a_line_of_dialogue_is_not_the_authors_words_for_the_quotation_before_it() -> None:
    text = (
        "Директор Анна Сафина добавила: «Денег хватит на всех».\n\n"
        "— Я не жалею об этом решении, — подтвердил губернатор Михаил Щукин."
    )
    assert said(text) == [
        ("Денег хватит на всех", "добавила", "Анна Сафина"),
        ("Я не жалею об этом решении", "подтвердил", "Михаил Щукин"),
    ]


def test_sentences_with_a_verb_before_the_colon_are_not_turns_of_an_interview() -> None:
    text = (
        "Министр Олег Дроздов прибыл в город.\n\n"
        "Дроздов объяснил: «Мы к этому готовы». По его словам, новую школу построят.\n\n"
        "Дроздов напомнил: «Денег хватит на всех». При этом он сообщил, что мост откроют."
    )
    assert [words for words, _, _ in said(text)] == [
        "Мы к этому готовы", "новую школу построят", "Денег хватит на всех", "мост откроют"
    ]  # fmt: skip


def test_a_womans_surname_after_a_dative_is_not_a_mans_in_the_genitive() -> None:
    text = (
        "«Мы готовы», – сообщила министр Анна Климова. "
        "«Мы к этому пришли», – сообщила журналистам Климова."
    )
    assert {name for _, _, name in said(text)} == {"Анна Климова"}
    article = runews.parse_article(text)
    assert Article.from_json(article.to_json()) == article
