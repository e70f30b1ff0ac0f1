"""A column of texts in Spark parsed into a column of articles; needs the extra ``spark``.

In flows a Spark data frame, out flows the same with two columns more: the article as a typed
struct, and the error of a row that could not be parsed. Spark hands the Python workers record
batches of Arrow (`DataFrame.mapInArrow`); each worker loads the language models once.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from runews.arrow import articles_to_array
from runews.batch.reading import Source, whole_article
from runews.batch.stream import parse_sources
from runews.errors import ExtraMissingError, OptionError, RunewsError
from runews.parser import MAX_CHARS
from runews.schema.fields import Field, Kind, Record, article_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import pyarrow as pa
    from pyspark.sql import DataFrame
    from pyspark.sql.types import DataType, StructField, StructType

    from runews.models import Article

__all__ = ["article_type", "parse_column"]

#: Rows that a worker parses at a time. Spark's own batches have 10,000 rows; their articles, as
#: Python objects, would together take many times the memory of their texts.
_ROWS = 64


def article_type() -> StructType:
    """The Spark type of an article: what `parse_column` gives its new column.

    Returns:
        A struct with the fields of `Article.to_dict`; each has its meaning as a comment.

    Raises:
        ExtraMissingError: The extra ``spark`` is not installed.

    Example:
        >>> article_type()["quotes"].dataType.elementType.fieldNames()
        ['id', 'kind', 'spans', 'text', 'parent_id']
    """
    _check_installed()
    return _struct(article_record())


def parse_column(
    df: DataFrame,
    text: str = "text",
    *,
    output: str = "article",
    error: str = "error",
    url: str | None = None,
    headline: str | None = None,
    published: str | None = None,
    agency: str | None = None,
    authors: str | None = None,
    max_chars: int = MAX_CHARS,
) -> DataFrame:
    """Parse a column of texts; the other columns and all rows are kept.

    Args:
        df: Any data frame.
        text: Name of the column of texts.
        output: Name of the new column of articles, null where the text could not be parsed.
        error: Name of the new column of errors, null where it could: the error's class and
            message. A null and a text over ``max_chars`` are what cannot be parsed.
        url: Name of the column of addresses, where there is one; likewise the next four. What they
            give wins over what the text says, as in `parse_article`.
        headline: Name of the column of headlines, strings.
        published: Name of the column of dates: a date, or a timestamp with or without zone.
        agency: Name of the column of agencies, strings.
        authors: Name of the column of authors, arrays of strings.
        max_chars: The longest text to accept, in code points.

    Returns:
        ``df`` with the columns ``output`` and ``error`` behind its own.

    Raises:
        OptionError: A column is missing, taken or of another type, or ``max_chars`` is below 1.
        ExtraMissingError: The extra ``spark`` is not installed.

    Example::

        parsed = parse_column(spark.read.parquet("news"), "text", published="day")
        parsed.where("error is null").selectExpr("explode(article.quotes) as quote")
    """
    _check_installed()
    from pyspark.sql.types import StringType, StructField, StructType

    if max_chars < 1:
        raise OptionError(f"max_chars is {max_chars}, and must be at least 1")
    given = {
        "url": url,
        "headline": headline,
        "published": published,
        "agency": agency,
        "authors": authors,
    }
    columns = {"text": text, **{role: name for role, name in given.items() if name is not None}}
    places = {role: _place(df, role, name) for role, name in columns.items()}
    taken = [name.lower() for name in df.columns]
    for name in (output, error):
        if name.lower() in taken:
            raise OptionError(f"the data frame has a column {name!r}: pass another name")
        taken.append(name.lower())
    fields = [
        *df.schema.fields,
        StructField(output, article_type()),
        StructField(error, StringType()),
    ]
    # On the way through the workers the columns have numbers for names: Spark's exchange of Arrow
    # batches stumbles over a name with a dot and over one that comes twice.
    numbers = [f"c{place}" for place in range(len(fields))]
    schema = StructType(
        [
            StructField(number, field.dataType, field.nullable, field.metadata)
            for number, field in zip(numbers, fields, strict=True)
        ]
    )
    numbered = df.toDF(*numbers[: len(df.columns)])
    work = partial(_parse_batches, places=places, names=numbers, max_chars=max_chars)
    return numbered.mapInArrow(work, schema).toDF(*(field.name for field in fields))


def _check_installed() -> None:
    try:
        # Spark itself asks for the other two so late that the reader would not know why.
        import pandas  # noqa: F401 - only whether it is there
        import pyarrow  # noqa: F401 - likewise
        import pyspark  # noqa: F401 - likewise
    except ImportError as error:
        raise ExtraMissingError(
            f"Spark needs {error.name or 'more libraries'}: pip install 'runews[spark]'"
        ) from error


def _place(df: DataFrame, role: str, name: str) -> int:
    """Where a column stands, once its type is known to be right."""
    found = [place for place, column in enumerate(df.columns) if column.lower() == name.lower()]
    if len(found) != 1:
        problem = "more than one column" if found else "no column"
        raise OptionError(
            f"{role}: the data frame has {problem} {name!r}; it has {', '.join(df.columns)}"
        )
    [place] = found
    kind = df.schema.fields[place].dataType
    wanted, fits = _wanted(role, kind)
    if not fits:
        raise OptionError(
            f"{role}: the column {name!r} is of type {kind.simpleString()}, and must be {wanted}"
        )
    return place


def _wanted(role: str, kind: DataType) -> tuple[str, bool]:
    from pyspark.sql import types

    if role == "published":
        moments = (types.DateType, types.TimestampType, types.TimestampNTZType)
        return "a date or timestamp: use to_date or to_timestamp", isinstance(kind, moments)
    if role == "authors":
        fits = isinstance(kind, types.ArrayType) and isinstance(kind.elementType, types.StringType)
        return "an array of strings: use array or split", fits
    return "a string", isinstance(kind, types.StringType)


def _struct(record: Record) -> StructType:
    from pyspark.sql.types import StructType

    return StructType([_spark_field(field) for field in record.fields])


def _spark_field(field: Field) -> StructField:
    from pyspark.sql import types

    kind: DataType
    if field.record is not None:
        kind = _struct(field.record)
    else:
        simple: dict[Kind, DataType] = {
            Kind.INTEGER: types.LongType(),
            Kind.NUMBER: types.DoubleType(),
        }
        kind = simple.get(field.kind, types.StringType())
    if field.repeated:
        kind = types.ArrayType(kind, containsNull=False)
    comment = {"comment": field.description} if field.description else {}
    return types.StructField(field.name, kind, field.nullable, comment)


def _parse_batches(
    batches: Iterable[pa.RecordBatch],
    *,
    places: Mapping[str, int],
    names: Sequence[str],
    max_chars: int,
) -> Iterator[pa.RecordBatch]:
    """What a Python worker does: batches in, smaller batches with two columns more out."""
    import pyarrow as pa

    for batch in batches:
        for start in range(0, batch.num_rows, _ROWS):
            part = batch.slice(start, _ROWS)
            cells = {role: part.column(place).to_pylist() for role, place in places.items()}
            found = list(_parse_rows(cells, max_chars))
            articles = [None if isinstance(x, RunewsError) else x for x in found]
            errors = [_told(x) if isinstance(x, RunewsError) else None for x in found]
            new = [articles_to_array(articles), pa.array(errors, type=pa.string())]
            yield pa.RecordBatch.from_arrays([*part.columns, *new], names=list(names))


def _parse_rows(
    cells: Mapping[str, Sequence[Any]], max_chars: int
) -> Iterator[Article | RunewsError]:
    """Parse rows, given the cells of their columns by what these are to the parser."""
    columns = dict(cells)
    columns["content"] = columns.pop("text")
    if "authors" in columns:
        columns["authors"] = [
            tuple(name for name in names or () if name is not None) for names in columns["authors"]
        ]
    rows = zip(*columns.values(), strict=True)
    sources = (Source(**dict(zip(columns, row, strict=True))) for row in rows)
    return parse_sources(sources, finish=whole_article, max_chars=max_chars)


def _told(error: RunewsError) -> str:
    return f"{type(error).__name__}: {error}"
