"""An article for a terminal with colours: a table of who said what, and on demand the text itself.

In flows an `Article`, out flows a string made with rich (extra ``cli``); without rich it is the
plain text of `runews.render`. The article's words pass `visible`, so that they cannot steer.
"""

from __future__ import annotations

import io
import os
from importlib.util import find_spec
from typing import TYPE_CHECKING, TextIO

from runews.models import ParagraphKind, Quote, QuoteKind
from runews.render import (
    NARROWEST,
    entity_lines,
    metadata_fields,
    quoted_words,
    render_text,
    visible,
)
from runews.view.marks import Block, MentionOf, marks_of
from runews.view.nesting import Closing, Opening, Run, nested

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType
    from rich.text import Text

    from runews.models import Article, Attribution
    from runews.view.marks import Subject

__all__ = ["render_terminal", "takes_color"]

#: Below this a table of six columns spells its words out letter by letter: quotes are listed then.
_NARROWEST_TABLE = 76
#: A longer line of text is hard to read on.
_LONGEST_LINE = 100

# The sixteen colours that every terminal has, in the shades that its user has chosen.
_STYLES = {QuoteKind.DIRECT: "bold green", QuoteKind.MIXED: "cyan", QuoteKind.INDIRECT: "magenta"}
_ASIDE = "dim"


def takes_color(stream: TextIO) -> bool:
    """Whether colours are welcome: a terminal, and nobody has set ``NO_COLOR``.

    Args:
        stream: Where the output goes.

    Returns:
        ``False`` for a file, a pipe, a dumb terminal, and where ``NO_COLOR`` is not empty.
    """
    unwanted = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return not unwanted and stream.isatty()


def render_terminal(article: Article, *, width: int, color: bool, text: bool = False) -> str:
    """An article made for reading in a terminal.

    Args:
        article: The article.
        width: Columns of the terminal; fewer than 30 count as 30.
        color: Whether to write colours and other styles; see `takes_color`.
        text: Whether to show the article's text too, its quotes numbered as in the table.

    Returns:
        Lines of at most ``width`` columns. Without the extra ``cli`` they are those of
        `render_text`, without styles and without the article's text.

    Example:
        >>> import runews
        >>> article = runews.parse_article("По словам врача, угрозы жизни нет.")
        >>> "угрозы жизни нет" in render_terminal(article, width=80, color=False)
        True
    """
    if find_spec("rich") is None:
        return render_text(article, width=width)
    from rich.console import Console

    written = io.StringIO()
    console = Console(
        file=written,
        width=max(width, NARROWEST),
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    for part in _head(article):
        console.print(part)
    for paragraph in _paragraphs(article) if text else ():
        console.print(paragraph, width=min(console.width, _LONGEST_LINE))
    for part in (*_quotes(article, console.width), *_names(article)):
        console.print(part)
    return "".join(f"{line.rstrip()}\n" for line in written.getvalue().splitlines())


def _head(article: Article) -> Iterator[RenderableType]:
    from rich.text import Text

    metadata = article.metadata
    if metadata.headline:
        yield Text(visible(metadata.headline), style="bold")
    fields = metadata_fields(metadata)
    if fields:
        yield _grid(fields)
    if fields or metadata.headline:
        yield ""


def _names(article: Article) -> Iterator[RenderableType]:
    groups = entity_lines(article)
    if groups:
        yield ""
        yield _grid(groups)


def _grid(rows: dict[str, str]) -> RenderableType:
    """Labels and values in two columns."""
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for label, value in rows.items():
        grid.add_row(Text(label, style=_ASIDE), Text(_line(value)))
    return grid


def _quotes(article: Article, width: int) -> Iterator[RenderableType]:
    if not article.quotes:
        yield "No quotes."
    elif width < _NARROWEST_TABLE:
        yield _list(article)
    else:
        yield _table(article)


def _list(article: Article) -> RenderableType:
    """The quotes one below the other."""
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 1))
    grid.add_column(justify="right", no_wrap=True, style=_ASIDE)
    grid.add_column(overflow="fold")
    for number, (quote, said) in enumerate(_said(article), 1):
        if number > 1:
            grid.add_row()
        facts = [_speaker(said), *_how(said).values(), str(quote.kind)]
        grid.add_row(f"{number}.", Text(" · ".join(filter(None, facts))))
        grid.add_row("", _words(article, quote))
    return grid


def _table(article: Article) -> RenderableType:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, expand=True, show_edge=False, leading=1)
    table.header_style = _ASIDE
    table.add_column("No.", justify="right", no_wrap=True)
    for label, ratio in (("Speaker", 4), ("Cue", 3)):
        table.add_column(label, ratio=ratio, overflow="fold")
    table.add_column("Kind", no_wrap=True)
    table.add_column("Quote", ratio=10, overflow="fold")
    mediums = any(_how(said)["medium"] for _, said in _said(article))
    if mediums:
        table.add_column("Medium", ratio=4, overflow="fold")
    for number, (quote, said) in enumerate(_said(article), 1):
        how = _how(said)
        kind = Text(str(quote.kind), style=_STYLES[quote.kind])
        cells: list[RenderableType] = [str(number), Text(_speaker(said)), Text(how["cue"]), kind]
        cells += [_words(article, quote), *([Text(how["medium"])] if mediums else [])]
        table.add_row(*cells)
    return table


def _said(article: Article) -> Iterator[tuple[Quote, Attribution | None]]:
    by_quote = {attribution.quote_id: attribution for attribution in article.attributions}
    for quote in article.quotes:
        yield quote, by_quote.get(quote.id)


def _speaker(said: Attribution | None) -> str:
    return _line(said.speaker.name) if said and said.speaker else "(no source)"


def _how(said: Attribution | None) -> dict[str, str]:
    """By which words, and where: the medium, and the outlet that relays it."""
    cue = _line(said.cue.text) if said and said.cue else ""
    places = [_line(said.medium.name)] if said and said.medium else []
    if said and said.via:
        places.append(f"via {_line(said.via.name)}")
    return {"cue": cue, "medium": ", ".join(places)}


def _words(article: Article, quote: Quote) -> Text:
    from rich.text import Text

    return Text(_line(quoted_words(article, quote)), style=_STYLES[quote.kind])


def _line(text: str) -> str:
    """A text on one line that cannot steer."""
    return visible(" ".join(text.split()))


def _paragraphs(article: Article) -> Iterator[RenderableType]:
    """The text, its quotes numbered and coloured, its names underlined."""
    from rich.padding import Padding
    from rich.text import Text

    number = {quote.id: n for n, quote in enumerate(article.quotes, 1)}
    paragraph = Text()
    for piece in nested(len(article.text), marks_of(article)):
        match piece:
            case Opening(mark, True) if isinstance(mark.subject, Quote):
                paragraph.append(f"[{number[mark.subject.id]}]", style=_ASIDE)
            case Closing(mark) if isinstance(mark.subject, Block):
                paragraph.rstrip()
                yield Padding(paragraph, (0, 0, 1, 0))
                paragraph = Text()
            case Run(start, stop, marks):
                words = article.text[start:stop]
                shown = visible(" ".join(words.translate(_BREAKS).split(" ")))
                paragraph.append(shown, style=_style([mark.subject for mark in marks]))


_BREAKS = {ord(sign): " " for sign in "\t\n\v\f\r"}


def _style(subjects: list[Subject]) -> str:
    styles = []
    for subject in subjects:
        match subject:
            case Block(ParagraphKind.HEADLINE | ParagraphKind.SUBHEADING):
                styles.append("bold")
            case Block(ParagraphKind.LEAD | ParagraphKind.BODY | None):
                pass
            case Block():
                styles.append(_ASIDE)
            case Quote():
                styles.append(_STYLES[subject.kind])
            case MentionOf():
                styles.append("underline")
    return " ".join(styles)
