"""A `Table`: rows that are made while they are read, and the data frames that they fill.

In flow articles and the function that makes their rows; out flow dicts, or a frame of pandas,
polars or pyarrow whose dtypes follow from the columns and not from the values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from runews.errors import ExtraMissingError, OptionError
from runews.models import Article
from runews.tables.columns import Column, ColumnKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from runews.tables.rows import Row

__all__ = ["Table"]

_SURROGATE = re.compile("[\ud800-\udfff]")


class Table:
    """A table of articles; iterating over it gives its rows as dicts.

    A table over a list can be read again and again, one over a generator once. In the data frames a
    lone surrogate, which UTF-8 cannot hold, is replaced by U+FFFD; the rows have it as it is.

    Args:
        columns: Its columns, in order.
        articles: Articles, or pairs of a key and an article.
        rows: Makes the rows of one article.

    Example:
        >>> from runews import tables
        >>> table = tables.quotes([])
        >>> list(table), [column.name for column in table.columns][:4]
        ([], ['article', 'key', 'quote_id', 'kind'])
    """

    def __init__(
        self,
        columns: tuple[Column, ...],
        articles: Iterable[Article | tuple[object, Article]],
        rows: Callable[[Row, Article], Iterator[Row]],
    ) -> None:
        self.columns = columns
        self._articles = articles
        self._rows = rows
        self._spent = False

    def __iter__(self) -> Iterator[Row]:
        if self._spent:
            raise OptionError(
                "the rows of this table were made from an iterator, which is read already: make "
                "the table anew, or from a list"
            )
        self._spent = isinstance(self._articles, Iterator)
        return self._made()

    def _made(self) -> Iterator[Row]:
        for place, item in enumerate(self._articles):
            key, article = item if isinstance(item, tuple) else (None, item)
            if not isinstance(article, Article):
                raise OptionError(
                    f"item {place} is not an article but {type(article).__name__}: tables take "
                    "articles, or pairs of a key and an article; leave out what was not parsed"
                )
            which = {"article": place, "key": None if key is None else str(key)}
            yield from self._rows(which, article)

    def to_pandas(self) -> pd.DataFrame:
        """All rows as a data frame of pandas; it needs no pyarrow.

        Returns:
            Text as ``string``, whole numbers as ``int64`` (``Int64`` where some may be missing),
            dates as ``datetime64[s]``, lists as ``object``.

        Raises:
            ExtraMissingError: The extra ``pandas`` is not installed.
            OptionError: An item is not an article, or an iterator was read already.

        Example:
            >>> from runews import tables
            >>> tables.entities([]).to_pandas().dtypes["mentions"]
            dtype('int64')
        """
        try:
            import pandas as pd
        except ImportError as error:
            raise _missing("pandas", error) from error
        cells = _columns(self.columns, self)
        frame: pd.DataFrame = pd.DataFrame(
            {
                column.name: pd.Series(cells[column.name], dtype=_pandas_dtype(column))
                for column in self.columns
            }
        )
        return frame

    def to_polars(self) -> pl.DataFrame:
        """All rows as a data frame of polars.

        Returns:
            Text as ``String``, whole numbers as ``Int64``, dates as ``Date``, lists as
            ``List(String)``.

        Raises:
            ExtraMissingError: The extra ``polars`` is not installed.
            OptionError: An item is not an article, or an iterator was read already.

        Example:
            >>> from runews import tables
            >>> tables.entities([]).to_polars().schema["roles"]
            List(String)
        """
        try:
            import polars as pl
        except ImportError as error:
            raise _missing("polars", error) from error
        kinds: dict[ColumnKind, Any] = {
            ColumnKind.TEXT: pl.String,
            ColumnKind.INTEGER: pl.Int64,
            ColumnKind.NUMBER: pl.Float64,
            ColumnKind.DATE: pl.Date,
            ColumnKind.TEXTS: pl.List(pl.String),
        }
        schema = {column.name: kinds[column.kind] for column in self.columns}
        return pl.DataFrame(_columns(self.columns, self), schema=schema)

    def to_arrow(self) -> pa.Table:
        """All rows as a table of pyarrow.

        Returns:
            Text as ``string``, whole numbers as ``int64``, dates as ``date32``, lists as
            ``list<string>``; what cannot be ``None`` is not nullable.

        Raises:
            ExtraMissingError: The extra ``arrow`` is not installed.
            OptionError: An item is not an article, or an iterator was read already.

        Example:
            >>> from runews import tables
            >>> tables.entities([]).to_arrow().schema.field("name").nullable
            False
        """
        return self.to_arrow_reader().read_all()

    def to_arrow_reader(self, *, rows: int = 10_000) -> pa.RecordBatchReader:
        """The rows as batches of pyarrow, made while they are read: for what fits no memory.

        Args:
            rows: Rows in a batch.

        Returns:
            A reader, as ``pyarrow.dataset.write_dataset`` or DuckDB take it.

        Raises:
            ExtraMissingError: The extra ``arrow`` is not installed.
            OptionError: ``rows`` is less than 1; while reading: an item is not an article.

        Example:
            >>> from runews import tables
            >>> tables.entities([]).to_arrow_reader().read_all().num_rows
            0
        """
        try:
            import pyarrow as pa
        except ImportError as error:
            raise _missing("arrow", error) from error
        if rows < 1:
            raise OptionError(f"rows is {rows}, and must be at least 1")
        kinds = {
            ColumnKind.TEXT: pa.string(),
            ColumnKind.INTEGER: pa.int64(),
            ColumnKind.NUMBER: pa.float64(),
            ColumnKind.DATE: pa.date32(),
            ColumnKind.TEXTS: pa.list_(pa.field("element", pa.string(), nullable=False)),
        }
        schema = pa.schema(
            [pa.field(c.name, kinds[c.kind], nullable=c.nullable) for c in self.columns]
        )
        rest = iter(self)

        def batches() -> Iterator[pa.RecordBatch]:
            while some := list(islice(rest, rows)):
                yield pa.RecordBatch.from_pydict(_columns(self.columns, some), schema=schema)

        return pa.RecordBatchReader.from_batches(schema, batches())


def _missing(extra: str, error: ImportError) -> ExtraMissingError:
    return ExtraMissingError(
        f"this table needs {error.name or extra}: pip install 'runews[{extra}]'"
    )


def _columns(columns: tuple[Column, ...], rows: Iterable[Row]) -> dict[str, list[Any]]:
    """The rows turned round: a list of cells for each column."""
    cells: dict[str, list[Any]] = {column.name: [] for column in columns}
    for row in rows:
        for name, value in row.items():
            cells[name].append(_clean(value))
    return cells


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    return [_clean(item) for item in value] if isinstance(value, list) else value


def _pandas_dtype(column: Column) -> Any:
    import pandas as pd

    kinds: dict[ColumnKind, Any] = {
        # The storage in Python's own strings: the other one would need pyarrow.
        ColumnKind.TEXT: pd.StringDtype("python"),
        ColumnKind.INTEGER: pd.Int64Dtype() if column.nullable else "int64",
        ColumnKind.NUMBER: "float64",
        ColumnKind.DATE: "datetime64[s]",
        ColumnKind.TEXTS: "object",
    }
    return kinds[column.kind]
