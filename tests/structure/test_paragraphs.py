"""Cutting the text: line ends, white space, hard wrapping."""

from __future__ import annotations

import pytest

from runews.structure.paragraphs import split_paragraphs

WRAPPED = """\
Президент страны провёл во вторник совещание с членами кабинета,
на котором обсудили бюджет будущего года и меры поддержки
регионов. Об этом сообщает пресс-служба.

По словам министра финансов, дефицит бюджета составит не более
двух процентов. Министр добавил, что расходы на социальную сферу
сокращать не станут.
"""


def texts(text: str) -> list[str]:
    return [raw.text for raw in split_paragraphs(text)]


@pytest.mark.parametrize(
    "end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\f", "\v", "\n\n", "\r\n \t\r\n"]
)
def test_every_line_end_parts_paragraphs(end: str) -> None:
    assert texts(f"Заголовок{end}Первый абзац.{end}Второй.") == [
        "Заголовок",
        "Первый абзац.",
        "Второй.",
    ]


@pytest.mark.parametrize("blank", [" ", "\t", "\xa0", "\u200b", "\ufeff", "\u202f", "\u2060"])
def test_white_space_at_the_edges_is_left_out(blank: str) -> None:
    text = f"{blank}Первый{blank}абзац.{blank}\n{blank}\nВторой.{blank}"
    raws = split_paragraphs(text)
    assert [raw.text for raw in raws] == [f"Первый{blank}абзац.", "Второй."]
    assert all(text[raw.start : raw.stop] == raw.text for raw in raws)
    assert [raw.gap for raw in raws] == [False, True]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\ufeff", "\u200b\n\xa0"])
def test_a_blank_text_has_no_paragraphs(text: str) -> None:
    assert texts(text) == []


def test_the_lines_of_a_wrapped_text_are_joined() -> None:
    found = texts(WRAPPED)
    assert len(found) == 2
    assert found[0].startswith("Президент страны")
    assert found[1].endswith("не станут.")
    assert "\n" in found[0]


def test_a_wrapped_text_may_end_paragraphs_with_a_short_line() -> None:
    assert len(texts(WRAPPED.replace("\n\n", "\n"))) == 2


def test_an_unwrapped_headline_stays_apart() -> None:
    headline = "Президент страны провёл совещание, на котором обсудили бюджет и поддержку регионов"
    assert texts(f"{headline}\n{WRAPPED}") == [headline, *texts(WRAPPED)]


def test_an_indented_line_of_a_wrapped_text_begins_a_paragraph() -> None:
    first, second = WRAPPED.split("\n\n")
    assert len(texts(f"   {first}\n   {second}")) == 2


def test_short_paragraphs_on_lines_of_their_own_stay_apart() -> None:
    lines = ["Он ушёл.", "Она осталась дома.", "Дождь не кончился.", "Все ждали новостей."]
    assert texts("\n".join(lines)) == lines


def test_the_items_of_a_list_stay_apart() -> None:
    lines = [
        "- отключения в западном округе",
        "- отключения в южном округе",
        "- прочие районы города",
    ]
    assert texts("\n".join(lines)) == lines
