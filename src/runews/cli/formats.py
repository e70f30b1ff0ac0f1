"""The formats that are text: for reading, JSON, JSON lines, a table of quotes, a web page.

A format is two functions. One makes of an article what is written of it, and runs in the worker
that parsed it, so that the work is spread over the cores too. The other puts the results together:
in flow `Row` objects, out flow pieces of text, each written as soon as it is there.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import attrs

from runews.cli.quotes import csv_of_rows, quotes_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from runews.cli.inputs import Item
    from runews.models import Article

__all__ = ["FORMATS", "KEEPING", "Form", "Layout", "Row", "form_of", "head_of"]

FORMATS = ("text", "json", "jsonl", "csv", "html", "parquet")
#: Those in which an error has a place of its own.
KEEPING = ("json", "jsonl", "parquet")


@attrs.frozen(kw_only=True)
class Row:
    """An article as it is to be written.

    Args:
        item: Where it comes from.
        result: What the format made of it.
        error: Why there is nothing.
    """

    item: Item
    result: Any = None
    error: str | None = None


@attrs.frozen(kw_only=True)
class Layout:
    """What a format is to look like.

    Args:
        is_single: Whether the input is one article.
        width: Columns of the terminal.
        color: Whether colours are wanted.
    """

    is_single: bool
    width: int = 80
    color: bool = False


@attrs.frozen(kw_only=True)
class Form:
    """A format.

    Args:
        finish: Makes of an article what is written of it; can be pickled.
        pieces: Puts the results together.
    """

    finish: Callable[[Article], Any]
    pieces: Callable[[Iterable[Row]], Iterator[str]]


def form_of(name: str, layout: Layout) -> Form:
    """The format of a name; Parquet, which is no text, is `runews.cli.parquet`'s."""
    if name == "text":
        return Form(
            finish=partial(_colored if layout.color else _plain, width=layout.width),
            pieces=partial(_text, is_single=layout.is_single),
        )
    if name == "html":
        return Form(finish=_page if layout.is_single else _whole, pieces=_HTML[layout.is_single])
    if name == "csv":
        return Form(finish=quotes_of, pieces=csv_of_rows)
    indent = 2 if name == "json" else None
    pieces = _lines if name == "jsonl" else (_one_document if layout.is_single else _array)
    return Form(finish=partial(_json, indent=indent), pieces=partial(pieces, indent=indent))


def head_of(row: Row) -> dict[str, Any]:
    """What a row tells beside the article: its file, and what else there is of row, id, error."""
    told = {"row": row.item.row, "id": row.item.id, "error": row.error}
    return {"file": row.item.file, **{k: v for k, v in told.items() if v is not None}}


def _plain(article: Article, *, width: int) -> str:
    from runews.render import render_text

    return render_text(article, width=width)


def _colored(article: Article, *, width: int) -> str:
    from runews.terminal import render_terminal

    return render_terminal(article, width=width, color=True)


def _page(article: Article) -> str:
    from runews.view import render_page

    return render_page(article)


def _whole(article: Article) -> Article:
    return article


def _json(article: Article, *, indent: int | None) -> str:
    return article.to_json(indent=indent)


def _text(rows: Iterable[Row], *, is_single: bool) -> Iterator[str]:
    from runews.render import visible

    for number, row in enumerate(rows):
        is_page = row.item.source.is_page
        if is_page or not is_single:
            note = " (web page)" if is_page else ""
            yield "\n" * (number > 0) + f"==> {visible(row.item.place)}{note} <==\n"
        yield row.result


def _one_page(rows: Iterable[Row]) -> Iterator[str]:
    for row in rows:
        yield row.result


def _pages(rows: Iterable[Row]) -> Iterator[str]:
    from runews.view import render_pages

    return render_pages((row.item.place, row.result) for row in rows)


_HTML = {True: _one_page, False: _pages}


def _one_document(rows: Iterable[Row], *, indent: int | None) -> Iterator[str]:
    for row in rows:
        yield (row.result if row.error is None else _with_head(row, indent)) + "\n"


def _array(rows: Iterable[Row], *, indent: int | None) -> Iterator[str]:
    before = "["
    for row in rows:
        yield f"{before}\n{_with_head(row, indent)}"
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def _lines(rows: Iterable[Row], *, indent: int | None) -> Iterator[str]:
    for row in rows:
        yield _with_head(row, indent) + "\n"


def _with_head(row: Row, indent: int | None) -> str:
    """A row's JSON object: its head, then the fields of the article, which are JSON already."""
    from runews.serialize import dumps

    head = dumps(head_of(row), indent=indent)
    if row.error is not None:
        return head
    gap = ", " if indent is None else ","
    return f"{head[:-1].rstrip()}{gap}{row.result[1:]}"
