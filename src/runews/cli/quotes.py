"""The format that is a table: the quotes of all articles as CSV.

In flow articles; out flow rows of `runews.tables.quotes`, one for each quote, with the file that
the article comes from in front.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from runews.cli.formats import Row
    from runews.models import Article

__all__ = ["csv_of_rows", "quotes_of"]

_SURROGATE = re.compile("[\ud800-\udfff]")


def quotes_of(article: Article) -> list[list[str]]:
    """The cells of an article's quotes, as text; a list's parts are separated by semicolons."""
    from runews.tables import quotes

    return [[_cell(row[name]) for name in _columns()] for row in quotes([article])]


def csv_of_rows(rows: Iterable[Row]) -> Iterator[str]:
    """The table, article by article, below the names of its columns."""
    yield _line(["file", "row", "id", *_columns()])
    for row in rows:
        place = [_cell(cell) for cell in (row.item.file, row.item.row, row.item.id)]
        yield "".join(_line([*place, *cells]) for cells in row.result)


def _columns() -> list[str]:
    """The columns that tell about a quote: its article is told by the file."""
    from runews.tables.columns import QUOTES

    return [column.name for column in QUOTES if column.name not in ("article", "key")]


def _cell(value: Any) -> str:
    if value is None:
        return ""
    text = "; ".join(value) if isinstance(value, list) else str(value)
    return _SURROGATE.sub("\ufffd", text)


def _line(cells: list[str]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerow(cells)
    return written.getvalue()
