"""Articles in Arrow and Parquet, without loss; needs the extra ``arrow``.

In flow articles, out flow record batches and Parquet files, and the other way. A row is what
`Article.to_dict` writes, field by field, so that any reader of Parquet sees typed columns and
`Article.from_dict` takes each row back. Dates and times are strings in ISO 8601, because one column
holds both. Arrow's strings are UTF-8: a text with a lone surrogate is refused.
"""

from __future__ import annotations

import os
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from runews.errors import ExtraMissingError, OptionError, SerializationError
from runews.models import Article
from runews.schema.fields import Field, Kind, Record, article_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import pyarrow as pa

__all__ = [
    "article_schema",
    "article_type",
    "articles_from_batch",
    "articles_to_array",
    "articles_to_batch",
    "read_parquet",
    "write_parquet",
]


#: Articles that are read or written at once; each takes many times its text in memory.
_ROWS = 256


@cache
def article_type() -> pa.StructType:
    """The Arrow type of one article, for a column that holds whole articles.

    Returns:
        A struct with the fields of `article_schema`.

    Raises:
        ExtraMissingError: The extra ``arrow`` is not installed.

    Example:
        >>> article_type().field("quotes").type.value_type.field("kind").type
        DataType(string)
    """
    return _struct(_pyarrow(), article_record())


def article_schema() -> pa.Schema:
    """The Arrow schema of articles: one row an article, one column a field.

    Returns:
        The fields of `Article.to_dict`, ``version`` first; what cannot be ``None`` is not nullable.

    Raises:
        ExtraMissingError: The extra ``arrow`` is not installed.

    Example:
        >>> schema = article_schema()
        >>> schema.names[:3]
        ['version', 'text', 'metadata']
        >>> schema.field("text").type, schema.field("text").nullable
        (DataType(string), False)
    """
    return _pyarrow().schema(article_type())


def articles_to_array(articles: Sequence[Article | None]) -> pa.StructArray:
    """Articles as one column of structs, for those who put other columns beside it.

    Args:
        articles: The articles; ``None`` becomes a null.

    Returns:
        An array of `article_type`, as long as ``articles``.

    Raises:
        SerializationError: A text has a lone surrogate, or a number is beyond 64 bits; the message
            gives the article's place, ``articles[3]``.
        ExtraMissingError: The extra ``arrow`` is not installed.

    Example:
        >>> from runews import Metadata
        >>> article = Article(text="Да.", metadata=Metadata())
        >>> array = articles_to_array([article, None])
        >>> array.null_count, array[0]["text"].as_py()
        (1, 'Да.')
    """
    return _array(articles, first=0)


def articles_to_batch(articles: Sequence[Article]) -> pa.RecordBatch:
    """Articles as a record batch.

    Args:
        articles: The articles.

    Returns:
        A batch of `article_schema` with a row for each, in order.

    Raises:
        SerializationError: A text has a lone surrogate, or a number is beyond 64 bits; the message
            gives the article's place, ``articles[3]``.
        ExtraMissingError: The extra ``arrow`` is not installed.

    Example:
        >>> from runews import Metadata
        >>> batch = articles_to_batch([Article(text="Да.", metadata=Metadata(language="ru"))])
        >>> batch.num_rows, batch.column("text").to_pylist()
        (1, ['Да.'])
    """
    return _batch(articles, first=0)


def articles_from_batch(batch: pa.RecordBatch) -> Iterator[Article]:
    """The articles of a record batch.

    Args:
        batch: Rows that `articles_to_batch` wrote, perhaps read back from a file of another
            program; columns that are not an article's are left alone.

    Returns:
        An iterator of the articles, in order.

    Raises:
        SerializationError: While they are read: a row does not describe an article, as in
            `Article.from_dict`; the message gives its place, ``row 3``.
        ExtraMissingError: The extra ``arrow`` is not installed.

    Example:
        >>> from runews import Metadata
        >>> article = Article(text="Да.", metadata=Metadata())
        >>> list(articles_from_batch(articles_to_batch([article]))) == [article]
        True
    """
    return _articles(batch, 0)


def write_parquet(
    articles: Iterable[Article],
    path: str | os.PathLike[str],
    *,
    row_group: int = _ROWS,
) -> int:
    """Write articles to a Parquet file as they come.

    Args:
        articles: The articles; a generator is never held whole.
        path: The file. It is there, or replaced, only when everything is written.
        row_group: Articles in a row group, which is what is held in memory at once.

    Returns:
        How many articles were written.

    Raises:
        OptionError: ``row_group`` is less than 1.
        SerializationError: An article cannot be stored, as in `articles_to_batch`; the message
            gives its place among all.
        ExtraMissingError: The extra ``arrow`` is not installed.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> from runews import Metadata
        >>> article = Article(text="Да.", metadata=Metadata())
        >>> with TemporaryDirectory() as folder:
        ...     written = write_parquet([article], f"{folder}/a.parquet")
        ...     written, list(read_parquet(f"{folder}/a.parquet")) == [article]
        (1, True)
    """
    _pyarrow()
    import pyarrow.parquet as pq

    if row_group < 1:
        raise OptionError(f"row_group is {row_group}, and must be at least 1")
    rest = iter(articles)
    written = 0
    target = Path(path)
    # Closing a file of Parquet makes it whole, also after an error.
    part = target.with_name(f"{target.name}.part")
    try:
        with pq.ParquetWriter(part, article_schema(), compression="zstd") as writer:
            while group := list(islice(rest, row_group)):
                writer.write_batch(_batch(group, first=written))
                written += len(group)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return written


def read_parquet(path: str | os.PathLike[str]) -> Iterator[Article]:
    """Read the articles of a Parquet file, a few at a time.

    Args:
        path: A file that `write_parquet` wrote, or another program with the same columns.

    Yields:
        The articles, in order.

    Raises:
        SerializationError: A row does not describe an article; the message gives its place,
            ``row 3``. Or the file is not Parquet.
        ExtraMissingError: The extra ``arrow`` is not installed.

    Example:
        >>> next(read_parquet(__file__))  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        ...
        runews.errors.SerializationError: ... is not a Parquet file: ...
    """
    pa = _pyarrow()
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(path)
    except pa.ArrowInvalid as error:
        raise SerializationError(f"{os.fspath(path)!r} is not a Parquet file: {error}") from error
    first = 0
    with file:
        for batch in file.iter_batches(batch_size=_ROWS):
            yield from _articles(batch, first)
            first += batch.num_rows


def _pyarrow() -> Any:
    try:
        import pyarrow as pa
    except ImportError as error:
        raise ExtraMissingError("Arrow needs pyarrow: pip install 'runews[arrow]'") from error
    return pa


def _array(articles: Sequence[Article | None], *, first: int) -> pa.StructArray:
    """The articles as structs; errors count them from ``first``."""
    pa = _pyarrow()
    rows = [None if article is None else article.to_dict() for article in articles]
    try:
        return pa.array(rows, type=article_type())
    except (UnicodeEncodeError, OverflowError, pa.ArrowInvalid):
        # Arrow does not say which row it was.
        for place, row in enumerate(rows, start=first):
            _check_storable(pa, row, f"articles[{place}]")
        raise


def _batch(articles: Sequence[Article], *, first: int) -> pa.RecordBatch:
    columns = _array(articles, first=first).flatten()
    return _pyarrow().RecordBatch.from_arrays(columns, schema=article_schema())


def _articles(batch: pa.RecordBatch, first: int) -> Iterator[Article]:
    names = [name for name in article_schema().names if name in batch.schema.names]
    for place, row in enumerate(batch.select(names).to_pylist(), start=first):
        try:
            yield Article.from_dict(row)
        except SerializationError as error:
            raise SerializationError(f"row {place}: {error}") from error


def _struct(pa: Any, record: Record) -> pa.StructType:
    return pa.struct([_arrow_field(pa, field) for field in record.fields])


def _arrow_field(pa: Any, field: Field) -> pa.Field:
    if field.record is not None:
        kind = _struct(pa, field.record)
    else:
        simple = {Kind.INTEGER: pa.int64(), Kind.NUMBER: pa.float64()}
        kind = simple.get(field.kind, pa.string())
    if field.repeated:
        kind = pa.list_(pa.field("element", kind, nullable=False))
    return pa.field(field.name, kind, nullable=field.nullable)


def _check_storable(pa: Any, row: dict[str, Any] | None, place: str) -> None:
    try:
        pa.array([row], type=article_type())
    except UnicodeEncodeError as error:
        raise SerializationError(
            f"{place}: {error.object[error.start]!a} is a lone surrogate, which UTF-8 cannot "
            "hold: clean the text before the parse, text.encode(errors='replace').decode()"
        ) from error
    except (OverflowError, pa.ArrowInvalid) as error:
        raise SerializationError(f"{place}: too large for Arrow: {error}") from error
