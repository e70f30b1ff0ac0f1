"""Parquet output: one file, or a folder of part files that can be gone on with.

In flow `Row` objects whose result is an Arrow record batch of one row, as bytes; out flow files. A
Parquet file is only one when it is finished, so each is written under another name and renamed:
what bears its own name is whole.
"""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from functools import cache
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from runews.cli.console import UsageError, WriteError
from runews.cli.formats import head_of
from runews.errors import SerializationError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pyarrow as pa

    from runews.cli.formats import Row
    from runews.models import Article

__all__ = ["as_record_batch", "held_rows", "prepare_folder", "write_file", "write_parts"]

_ROW_GROUP = 256
#: Articles of a part file, a minute's work or two: what a kill may cost.
_PART = 2_048
_PART_NAME = re.compile(r"part-(\d{5,})\.parquet", re.ASCII)
# Readers of a folder of Parquet files pass over names that begin so.
_UNFINISHED = "_unfinished-"


def as_record_batch(article: Article) -> bytes:
    """An article as an Arrow record batch; what a worker sends back.

    Raises:
        SerializationError: The article has a lone surrogate, which Arrow cannot hold.
        ExtraMissingError: The extra ``arrow`` is not installed.
    """
    from runews.arrow import articles_to_batch

    try:
        return bytes(articles_to_batch([article]).serialize().to_pybytes())
    except SerializationError as error:
        # The place in this list of one tells nobody anything.
        raise SerializationError(str(error).partition(": ")[2]) from error


def write_file(rows: Iterable[Row], name: str) -> None:
    """Write one file, which is there once all is done.

    Raises:
        WriteError: It cannot be written.
    """
    path = Path(name)
    with _writing(path) as write:
        _write_groups(rows, write)


def write_parts(rows: Iterable[Row], folder: str) -> None:
    """Write part files into a folder, numbered on from those that are there.

    Raises:
        WriteError: One cannot be written.
    """
    rest = iter(rows)
    number = 1 + max((int(match[1]) for _, match in _parts(folder)), default=-1)
    for first in rest:
        part = chain([first], islice(rest, _PART - 1))
        with _writing(Path(folder, f"part-{number:05}.parquet")) as write:
            _write_groups(part, write)
        number += 1


def prepare_folder(folder: str, *, resume: bool) -> None:
    """Make the folder, and take away what a killed run has left unfinished.

    Raises:
        UsageError: There are parts already, and they are not to be gone on with.
        WriteError: The folder cannot be made.
    """
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
        if not resume and any(_parts(folder)):
            raise UsageError(f"{folder} holds articles already: add --resume, or empty it")
        for path in Path(folder).glob(f"{_UNFINISHED}*"):
            path.unlink()
    except OSError as error:
        raise WriteError(folder, error) from error


def held_rows(folder: str) -> Iterator[tuple[str, int | None]]:
    """File and row of each article that the part files hold.

    Raises:
        UsageError: A part file is not one of ours.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    for path, _ in sorted(_parts(folder)):
        try:
            with pq.ParquetFile(path) as file:
                for batch in file.iter_batches(columns=["file", "row"]):
                    yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)
        except (OSError, pa.ArrowException, ValueError) as error:
            raise UsageError(f"{path} is not a part that runews has written: {error}") from error


@contextmanager
def _writing(path: Path) -> Iterator[Any]:
    """A function that writes a table to a file, which gets its name when all has gone well."""
    import pyarrow.parquet as pq

    unfinished = path.with_name(_UNFINISHED + path.name)
    try:
        with pq.ParquetWriter(unfinished, _schema(), compression="zstd") as writer:
            yield writer.write_table
        os.replace(unfinished, path)  # noqa: PTH105 - what follows "with" must see no other method
    except OSError as error:
        raise WriteError(str(path), error) from error
    finally:
        unfinished.unlink(missing_ok=True)


def _write_groups(rows: Iterable[Row], write: Any) -> None:
    rest = iter(rows)
    while group := list(islice(rest, _ROW_GROUP)):
        write(_table(group))


def _table(rows: list[Row]) -> pa.Table:
    """Rows as a table: where they come from, then the fields of the article."""
    import pyarrow as pa

    from runews.arrow import article_schema

    schema = article_schema()
    nothing = pa.RecordBatch.from_pylist([{}], schema=_nullable(schema))
    batches = [
        nothing
        if row.error is not None
        else pa.RecordBatch.from_arrays(
            pa.ipc.read_record_batch(row.result, schema).columns, schema=_nullable(schema)
        )
        for row in rows
    ]
    articles = pa.Table.from_batches(batches).combine_chunks()
    heads = [{**head, "id": _as_text(head.get("id"))} for head in map(head_of, rows)]
    told = pa.Table.from_pylist(heads, schema=pa.schema(list(_schema())[: len(_HEAD)]))
    return pa.Table.from_arrays([*told.columns, *articles.columns], schema=_schema())


_HEAD = ("file", "row", "id", "error")


@cache
def _schema() -> pa.Schema:
    import pyarrow as pa

    from runews.arrow import article_schema

    kinds = {"file": pa.string(), "row": pa.int64(), "id": pa.string(), "error": pa.string()}
    head = [pa.field(name, kinds[name], nullable=name != "file") for name in _HEAD]
    return pa.schema([*head, *_nullable(article_schema())])


def _nullable(schema: pa.Schema) -> pa.Schema:
    """The schema of an article for a row that may hold an error instead."""
    import pyarrow as pa

    return pa.schema([field.with_nullable(True) for field in schema])


def _as_text(key: object) -> str | None:
    return None if key is None else str(key)


def _parts(folder: str) -> Iterator[tuple[Path, re.Match[str]]]:
    for path in Path(folder).iterdir():
        match = _PART_NAME.fullmatch(path.name)
        if match:
            yield path, match
