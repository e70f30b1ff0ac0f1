"""The text form: what it shows, how wide it is, and that a stranger's text cannot steer it."""

from __future__ import annotations

import unicodedata

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from runews import Article, Metadata
from runews.render import render_text, visible


def test_it_shows_metadata_then_quotes_then_names(article: Article) -> None:
    assert render_text(article, width=60) == (
        "Снег сойдёт\n"
        "Published  2024-04-03\n"
        "Place      Омск\n"
        "Dated      03.04.2024\n"
        "Agency     ТАСС\n"
        "Authors    Анна Лес\n"
        "Site       Пример\n"
        "URL        https://example.org/1\n"
        "Language   ru\n"
        "Tags       погода, Омск\n"
        "\n"
        "Quotes (2)\n"
        "\n"
        "1. Олег Зимин · сказал · in: Telegram [direct]\n"
        "   «Снег сойдёт, […] Ждём тепла»\n"
        "\n"
        "2. Олег Зимин · По его словам · via: Интерфакс [indirect,\n"
        "   inside 1]\n"
        "   улицы чистят\n"
        "\n"
        "Persons        Олег Зимин (мэр)\n"
        "Organisations  Интерфакс\n"
    )


def test_what_is_not_known_is_not_shown() -> None:
    assert render_text(Article(text="", metadata=Metadata())) == "No quotes.\n"


def test_a_quote_without_a_source_says_so(article: Article) -> None:
    first = attrs.evolve(article.attributions[0], speaker=None, cue=None, medium=None)
    shown = render_text(attrs.evolve(article, attributions=(first, article.attributions[1])))
    assert "1. (no source) [direct]" in shown


@pytest.mark.parametrize("width", [30, 40, 80, 200])
def test_no_line_is_wider_than_the_terminal(article: Article, width: int) -> None:
    long = attrs.evolve(article.metadata, headline="слово " * 50, url="https://" + "a" * 300)
    shown = render_text(attrs.evolve(article, metadata=long), width=width)
    assert max(map(len, shown.splitlines())) <= width


def test_a_terminal_of_no_width_does_no_harm(article: Article) -> None:
    assert render_text(article, width=0) == render_text(article, width=30)


@given(st.text(st.characters(codec=None)))
@example("\x1b]0;заголовок\x07\x9b2J\r\n\u2028\u202eтекст\u2066\ud800\x7f\u061c")
def test_nothing_that_steers_a_terminal_passes(text: str) -> None:
    shown = visible(text)
    assert not {unicodedata.category(c) for c in shown} & {"Cc", "Cs", "Zl", "Zp"}
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200f")
    shown.encode("utf-8")


def test_a_million_letters_without_a_space_are_wrapped_in_time(article: Article) -> None:
    long = attrs.evolve(article.metadata, headline="а" * 1_000_000)
    lines = render_text(attrs.evolve(article, metadata=long)).splitlines()
    assert len(lines) > 12_500
