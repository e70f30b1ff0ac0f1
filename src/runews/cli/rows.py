"""Files that hold an article in each row: JSON lines and Parquet.

In flows a name; out flows an `Item` for each row, numbered from 1. A row that cannot be used is an
item with the reason; so is a file that cannot be read on.
"""

from __future__ import annotations

import gzip
import json
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from runews.cli.console import reason
from runews.cli.files import standard_input
from runews.cli.inputs import STDIN, Item
from runews.cli.known import FIELDS, source_of_row
from runews.errors import ExtraMissingError, InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from contextlib import AbstractContextManager

    from runews.cli.inputs import Reading

__all__ = ["count_rows", "items_of_jsonl", "items_of_parquet"]

#: A line with an article, all that is known of it and everything escaped is shorter, in bytes.
_LONGEST_LINE = 64_000_000
_ROWS_AT_ONCE = 64


def items_of_jsonl(name: str, reading: Reading) -> Iterator[Item]:
    """The articles of a file with one JSON object in each line; empty lines do not count for any.

    Args:
        name: The file, compressed if its name ends in ``.gz``, or `STDIN`.
        reading: Which fields are wanted and which rows are not.
    """
    row = 0
    try:
        with _opened(name) as file:
            while line := file.readline(_LONGEST_LINE):
                row += 1
                if len(line) == _LONGEST_LINE and not line.endswith(b"\n"):
                    yield Item(file=name, row=row, error="the line is too long for an article")
                    _skip_line(file)
                elif line.strip() and not reading.is_done(name, row):
                    yield _item_of_line(line, name, row, reading)
    except (OSError, EOFError) as error:
        # A file cut off in the middle of its compressed data is an EOFError.
        cause = reason(error) if isinstance(error, OSError) else "the compressed data is cut off"
        yield Item(file=name, error=f"{cause} (after {row:,} rows)" if row else cause)


def items_of_parquet(name: str, reading: Reading) -> Iterator[Item]:
    """The articles of a Parquet file, read a few rows at a time.

    Args:
        name: The file.
        reading: Which columns are wanted and which rows are not.
    """
    if name == STDIN:
        yield Item(file=name, error="a Parquet file is read from its end: give a file's name")
        return
    try:
        rows = _parquet_rows(name, reading)
        for row, fields in enumerate(rows, 1):
            if not reading.is_done(name, row):
                yield _item_of_row(fields, name, row, reading)
    except (OSError, InputError, ExtraMissingError) as error:
        yield Item(file=name, error=reason(error))


def count_rows(name: str) -> int | None:
    """How many rows a Parquet file has; ``None`` where that cannot be told."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        return None
    try:
        return int(pq.read_metadata(name).num_rows)
    except (OSError, pa.ArrowException):
        return None


def _opened(name: str) -> AbstractContextManager[BinaryIO]:
    if name == STDIN:
        return nullcontext(standard_input())
    if name.lower().endswith(".gz"):
        return cast("AbstractContextManager[BinaryIO]", gzip.open(name, "rb"))
    return Path(name).open("rb")


def _skip_line(file: BinaryIO) -> None:
    while (rest := file.readline(_LONGEST_LINE)) and not rest.endswith(b"\n"):
        pass


def _item_of_line(line: bytes, name: str, row: int, reading: Reading) -> Item:
    try:
        fields = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return Item(file=name, row=row, error=reason(error))
    except (ValueError, RecursionError) as error:
        return Item(file=name, row=row, error=f"the line is not JSON: {error}")
    if not isinstance(fields, dict):
        return Item(file=name, row=row, error="the line is not a JSON object")
    return _item_of_row(fields, name, row, reading)


def _item_of_row(fields: Mapping[str, Any], name: str, row: int, reading: Reading) -> Item:
    told = fields.get("id")
    key = told if isinstance(told, str | int) else None
    try:
        source = source_of_row(fields, reading.text_field, text_only=reading.text_only)
    except InputError as error:
        return Item(file=name, row=row, id=key, error=str(error))
    return Item(file=name, row=row, id=key, source=source)


def _parquet_rows(name: str, reading: Reading) -> Iterator[dict[str, Any]]:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise ExtraMissingError("Parquet needs pyarrow: pip install 'runews[arrow]'") from error
    try:
        with pq.ParquetFile(name) as file:
            names = file.schema_arrow.names
            if reading.text_field not in names:
                raise InputError(
                    f"has no column {reading.text_field!r} (but {', '.join(names)}): name the one "
                    "with the text, as --text-field body"
                )
            known = () if reading.text_only else FIELDS
            wanted = [name for name in names if name in (reading.text_field, "id", *known)]
            for batch in file.iter_batches(_ROWS_AT_ONCE, columns=wanted):
                yield from _with_microseconds(pa, batch).to_pylist()
    except pa.ArrowException as error:
        raise InputError(f"cannot be read as Parquet: {error}") from error


def _with_microseconds(pa: Any, batch: Any) -> Any:
    """Times in the precision that a ``datetime`` has."""
    schema = batch.schema
    for i, field in enumerate(schema):
        if pa.types.is_timestamp(field.type):
            schema = schema.set(i, field.with_type(pa.timestamp("us", field.type.tz)))
    return batch.cast(schema, safe=False) if schema != batch.schema else batch
