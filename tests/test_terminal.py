"""The view of the terminal: what it shows, how wide, in which colours, and that nothing steers."""

from __future__ import annotations

import importlib.util
import io
import re
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import example, given
from rich.cells import cell_len

from runews import Article, Metadata, Quote, QuoteKind, Span
from runews.render import render_text
from runews.terminal import render_terminal, takes_color
from tests.samples import full_article
from tests.view.articles import any_article, crossing_article, hostile_article

if TYPE_CHECKING:
    from collections.abc import Callable
    from importlib.machinery import ModuleSpec

_STYLE = re.compile(r"\x1b\[[\d;]*m")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_it_shows_metadata_then_a_table_of_quotes_then_names(article: Article) -> None:
    assert render_terminal(article, width=80, color=False) == (
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
        " No.   Speaker      Cue       Kind       Quote                        Medium\n"
        + "─"
        * 80
        + "\n"
        "   1   Олег Зимин   сказал    direct     «Снег сойдёт, […] Ждём       Telegram\n"
        "                                         тепла»\n"
        "\n"
        "   2   Олег Зимин   По его    indirect   улицы чистят                 via\n"
        "                    словам                                            Интерфакс\n"
        "\n"
        "Persons        Олег Зимин (мэр)\n"
        "Organisations  Интерфакс\n"
    )


def test_a_narrow_terminal_gets_a_list(article: Article) -> None:
    shown = render_terminal(article, width=40, color=False)
    assert (
        "1. Олег Зимин · сказал · Telegram ·\n"
        "   direct\n"
        "   «Снег сойдёт, […] Ждём тепла»\n"
        "\n"
        "2. Олег Зимин · По его словам · via\n"
        "   Интерфакс · indirect\n"
        "   улицы чистят\n"
    ) in shown


def test_on_demand_it_shows_the_text_with_its_quotes_numbered(article: Article) -> None:
    shown = render_terminal(article, width=120, color=False, text=True)
    assert (
        "Снег сойдёт\n"
        "\n"
        "ОМСК, 3 апр – ТАСС. [1]«Снег сойдёт, – сказал мэр Олег Зимин в Telegram. – "
        "[1]Ждём тепла».\n"
        "\n"
        "По его словам, [2]улицы чистят, передаёт Интерфакс.\n"
    ) in shown


def test_the_text_has_lines_that_can_be_read(article: Article) -> None:
    text = "слово " * 100
    long = attrs.evolve(article, text=text, paragraphs=(), quotes=(), entities=())
    lines = render_terminal(long, width=300, color=False, text=True).splitlines()
    assert max(len(line) for line in lines if line.startswith("слово")) <= 100


def test_kinds_have_colours_of_their_own() -> None:
    shown = render_terminal(crossing_article(), width=80, color=True, text=True)
    assert "\x1b[1;32m" in shown
    assert "\x1b[35m" in shown
    assert re.search(r"\x1b\[[\d;]*4;?[\d;]*mОлег Зимин", shown), "a name is underlined"


@pytest.mark.parametrize("width", [0, 30, 50, 76, 80, 200])
@pytest.mark.parametrize("make", [full_article, crossing_article, hostile_article])
def test_no_line_is_wider_than_the_terminal(make: Callable[[], Article], width: int) -> None:
    shown = render_terminal(make(), width=width, color=False, text=True)
    assert max(map(cell_len, shown.splitlines())) <= max(width, 30)


@given(any_article())
@example(hostile_article())
@example(Article(text="", metadata=Metadata()))
def test_nothing_but_styles_passes_and_without_colours_not_even_these(article: Article) -> None:
    plain = render_terminal(article, width=80, color=False, text=True)
    colored = render_terminal(article, width=80, color=True, text=True)
    for shown in (plain, _STYLE.sub("", colored)):
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e]", shown)
    assert "Quote" in plain or "No quotes." in plain


def test_markup_of_rich_is_text() -> None:
    article = Article(text="[bold]да[/bold] :smile:", metadata=Metadata(headline="[red]Нет[/red]"))
    shown = render_terminal(article, width=80, color=True, text=True)
    assert "[bold]да[/bold] :smile:" in shown
    assert "[red]Нет[/red]" in shown


def test_what_is_not_known_is_not_shown() -> None:
    nothing = Article(text="", metadata=Metadata())
    assert render_terminal(nothing, width=80, color=False, text=True).strip() == "No quotes."


def test_a_quote_without_a_source_says_so(article: Article) -> None:
    bare = attrs.evolve(article, attributions=())
    shown = render_terminal(bare, width=80, color=False)
    assert shown.count("(no source)") == 2
    assert "Medium" not in shown


def test_without_rich_it_is_the_plain_text(
    article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    find = importlib.util.find_spec

    def without_rich(name: str, package: str | None = None) -> ModuleSpec | None:
        return None if name == "rich" else find(name, package)

    monkeypatch.setattr("runews.terminal.find_spec", without_rich)
    shown = render_terminal(article, width=60, color=True, text=True)
    assert shown == render_text(article, width=60)


def test_a_hundred_thousand_letters_without_a_space_are_wrapped() -> None:
    text = "а" * 100_000
    quote = Quote(id="q1", kind=QuoteKind.DIRECT, spans=(Span(0, len(text)),), text=text)
    article = Article(text=text, metadata=Metadata(), quotes=(quote,))
    assert render_terminal(article, width=80, color=True, text=True).count("а") == 200_000


@pytest.mark.parametrize(
    ("environment", "expected"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_colours_are_for_terminals_that_want_them(
    environment: dict[str, str], expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert takes_color(Terminal()) is expected
    assert takes_color(io.StringIO()) is False
