"""The one loader of lexicon files: a TSV becomes a tuple of attrs objects, every row checked.

In flow the name of a file and the class of its rows; out flow the rows. A file is UTF-8; its first
line that is not a comment (``#``) names the columns, which are the fields of the class, in order;
the first column is the key.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, TypeVar

import attrs
import regex

from runews.errors import LexiconError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["load_table", "parse_table", "word_list"]

Row = TypeVar("Row", bound=attrs.AttrsInstance)

_MIXED = regex.compile(r"\p{Cyrillic}[\p{Latin}]|[\p{Latin}]\p{Cyrillic}")


def word_list(cell: str) -> tuple[str, ...]:
    """A cell of comma-separated words as a tuple; a converter for row classes.

    Args:
        cell: The cell, maybe empty.

    Returns:
        The words, without white space around them.

    Example:
        >>> word_list("что, чтобы"), word_list("")
        (('что', 'чтобы'), ())
    """
    return tuple(word for part in cell.split(",") if (word := part.strip()))


@cache
def load_table(name: str, row: type[Row]) -> tuple[Row, ...]:
    """The rows of a lexicon file of the package, read once per process.

    Args:
        name: File name without ``.tsv``.
        row: The attrs class of a row; its converters and validators check what only it knows.

    Returns:
        The rows, in the file's order.

    Raises:
        LexiconError: A row is malformed; the message names file and line.
    """
    content = resources.files("runews.lexicons").joinpath(f"{name}.tsv").read_text("utf-8")
    return tuple(parse_table(content, row, f"{name}.tsv"))


def parse_table(content: str, row: type[Row], source: str) -> Iterator[Row]:
    """Check and convert the lines of a lexicon.

    Args:
        content: The file's text.
        row: The attrs class of a row.
        source: What to call the file in messages.

    Yields:
        One object a row.

    Raises:
        LexiconError: A row is malformed.
    """
    fields = [a.name for a in attrs.fields(row)]
    header: list[str] | None = None
    seen: dict[str, int] = {}
    for number, line in enumerate(content.split("\n"), 1):
        where = f"{source}:{number}"
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            if header != fields:
                raise LexiconError(f"{where}: the columns are {header}, not {fields}")
            continue
        if len(cells) != len(fields):
            raise LexiconError(f"{where}: {len(cells)} cells, not {len(fields)}")
        if any(cell != cell.strip() for cell in cells):
            raise LexiconError(f"{where}: white space at the edge of a cell")
        if mixed := _MIXED.search(line):
            raise LexiconError(f"{where}: Cyrillic and Latin letters in one word, {mixed[0]!r}")
        if not cells[0]:
            raise LexiconError(f"{where}: the first cell, the key, is empty")
        if cells[0] in seen:
            raise LexiconError(f"{where}: {cells[0]!r} stands already on line {seen[cells[0]]}")
        seen[cells[0]] = number
        try:
            yield row(*cells)
        except (ValueError, TypeError) as error:
            raise LexiconError(f"{where}: {error}") from error
    if header is None:
        raise LexiconError(f"{source}: no header line")
