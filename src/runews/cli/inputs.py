"""What the arguments name, one article after the other.

In flow names of files and folders; out flow `Item` objects, each an article to parse or the reason
why there is none. Nothing is read before it is asked for.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from runews.batch.reading import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["STDIN", "Item", "Reading", "is_read_in_folder", "is_single", "items_of", "kind_of"]

STDIN = "-"

_ROW_ENDINGS = {
    "jsonl": (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz"),
    "parquet": (".parquet", ".pq"),
}
_PAGE_ENDINGS = (".html", ".htm")
_FOLDER_ENDINGS = {
    "auto": (".txt", *_PAGE_ENDINGS),
    "text": (".txt",),
    "html": _PAGE_ENDINGS,
    **_ROW_ENDINGS,
}

_NOTHING = Source(content=None)


@attrs.frozen(kw_only=True)
class Item:
    """An article of the input.

    Args:
        file: The name of its file, as given or found.
        row: The number of its row there, from 1; ``None`` where the file is one article.
        id: What the row's field ``id`` holds.
        source: The article; one without content where there is none.
        error: Why there is none.
    """

    file: str
    row: int | None = None
    id: str | int | None = None
    source: Source = _NOTHING
    error: str | None = None

    @property
    def place(self) -> str:
        """Where it stands, for a person."""
        return self.file if self.row is None else f"{self.file}:{self.row}"


@attrs.frozen(kw_only=True)
class Reading:
    """How the input is read.

    Args:
        kind: ``auto``, ``text``, ``html``, ``jsonl`` or ``parquet``.
        text_field: The field or column that holds the text.
        text_only: Whether to take nothing else from a row.
        is_done: Tells of a file and a row whether it is to be left out, unread.
    """

    kind: str = "auto"
    text_field: str = "text"
    text_only: bool = False
    is_done: Callable[[str, int | None], bool] = lambda file, row: False


def items_of(names: Sequence[str], reading: Reading) -> Iterator[Item]:
    """The articles of the arguments.

    Args:
        names: Files, folders, and `STDIN`.
        reading: How they are read.

    Yields:
        The articles, in the order of the arguments, a folder's files sorted by name.
    """
    for name in names:
        if name != STDIN and Path(name).is_dir():
            found = False
            for path in _walk(name, _FOLDER_ENDINGS[reading.kind]):
                found = True
                yield from _items_of_file(path, reading)
            if not found:
                endings = ", ".join(_FOLDER_ENDINGS[reading.kind])
                yield Item(file=name, error=f"the folder holds no file with the ending {endings}")
        else:
            yield from _items_of_file(name, reading)


def is_read_in_folder(name: str, folder: str, kind: str) -> bool:
    """Whether a file is, or would be, one of those that are read of a folder.

    Args:
        name: The file, which need not be there.
        folder: What the arguments name, perhaps no folder.
        kind: How the input is read.
    """
    return (
        folder != STDIN
        and Path(folder).is_dir()
        and name.lower().endswith(_FOLDER_ENDINGS[kind])
        and Path(name).resolve().is_relative_to(Path(folder).resolve())
    )


def is_single(names: Sequence[str], reading: Reading) -> bool:
    """Whether the arguments name one article, neither a folder nor a table of them."""
    return (
        len(names) == 1
        and kind_of(names[0], reading.kind) not in _ROW_ENDINGS
        and (names[0] == STDIN or not Path(names[0]).is_dir())
    )


def kind_of(name: str, kind: str) -> str:
    """How a file is read: as said, or else by the ending of its name."""
    if kind != "auto":
        return kind
    for found, endings in _ROW_ENDINGS.items():
        if name.lower().endswith(endings):
            return found
    return "html" if name.lower().endswith(_PAGE_ENDINGS) else "auto"


def _items_of_file(name: str, reading: Reading) -> Iterator[Item]:
    kind = kind_of(name, reading.kind)
    if kind == "jsonl":
        from runews.cli.rows import items_of_jsonl

        yield from items_of_jsonl(name, reading)
    elif kind == "parquet":
        from runews.cli.rows import items_of_parquet

        yield from items_of_parquet(name, reading)
    elif not reading.is_done(name, None):
        from runews.cli.files import item_of_file

        yield item_of_file(name, kind)


def _walk(folder: str, endings: tuple[str, ...]) -> Iterator[str]:
    """The files of a folder and the folders in it; links to folders are not followed."""
    for place, folders, files in os.walk(folder):
        folders.sort()
        for file in sorted(files):
            if file.lower().endswith(endings):
                yield str(Path(place, file))
