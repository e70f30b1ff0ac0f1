"""Spark: a column of articles beside a column of texts, in a real session on this machine."""

from __future__ import annotations

import os
import runpy
import shutil
import sys
from datetime import date, datetime, timezone
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pyarrow as pa
import pytest

import runews
from runews import Article, OptionError, arrow
from runews.spark import _parse_batches, article_type, parse_column

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyspark.sql import DataFrame, Row, SparkSession

pytestmark = [
    pytest.mark.skipif(
        shutil.which("java") is None and "JAVA_HOME" not in os.environ,
        reason="Spark needs Java, and there is none on the path or in JAVA_HOME",
    ),
    # PySpark warns of the newest pandas, which it only hands batches of Arrow past.
    pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning"),
]

DOCS = Path(__file__).parents[1] / "docs"
TEXTS = [
    "По словам мэра Павла Дроздова, вход бесплатный.",
    "ОМСК, 3 апр – ТАСС. «Снег сойдёт, – сказал мэр Олег Зимин. – Ждём тепла».",
    "",
    "Дождь 😀\x00",
]


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    from pyspark.sql import SparkSession

    folder = tmp_path_factory.mktemp("spark")
    builder: Any = SparkSession.builder.master("local[2]").appName("runews-tests")
    settings = {
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.local.dir": folder / "local",
        "spark.sql.session.timeZone": "Europe/Moscow",
        "spark.sql.shuffle.partitions": 1,
        "spark.sql.warehouse.dir": folder / "warehouse",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }
    for name, value in settings.items():
        builder = builder.config(name, str(value))
    with pytest.MonkeyPatch.context() as patch:
        # The workers have to be of the interpreter that has runews.
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        found: SparkSession = builder.getOrCreate()
        found.sparkContext.setLogLevel("ERROR")
        yield found
        found.stop()


def frame(session: SparkSession, rows: list[tuple[Any, ...]], schema: str) -> DataFrame:
    return session.createDataFrame(rows, schema)


def articles_of(rows: Iterable[Row]) -> list[Article | None]:
    return [
        None if row.article is None else Article.from_dict(row.article.asDict(recursive=True))
        for row in rows
    ]


def test_a_column_of_articles_is_what_parse_article_gives(session: SparkSession) -> None:
    df = frame(session, [(text,) for text in TEXTS], "text string")
    found = parse_column(df)
    assert found.columns == ["text", "article", "error"]
    rows = found.collect()
    assert articles_of(rows) == [runews.parse_article(text) for text in TEXTS]
    assert [row.error for row in rows] == [None] * len(TEXTS)


def test_bad_rows_are_kept_with_their_error(session: SparkSession) -> None:
    df = frame(session, [(1, "Да."), (2, None), (3, "Снег сойдёт.")], "id int, text string")
    rows = parse_column(df, max_chars=5).orderBy("id").collect()
    assert [row.id for row in rows] == [1, 2, 3]
    assert [row.article is None for row in rows] == [False, True, True]
    assert rows[0].error is None
    assert rows[1].error == "NotTextError: an article's text is a str, not NoneType"
    assert rows[2].error.startswith("TextTooLongError: the text has 12 characters, the limit is 5")


def test_other_columns_keep_their_names_types_and_values(session: SparkSession) -> None:
    schema = (
        "`a.b` int, Text string, m map<string,int>, d decimal(9,2), b binary, "
        "s struct<x:array<double>>, t timestamp, n timestamp_ntz, `a.b` string"
    )
    moment = datetime(2026, 1, 31, 12, 8)
    value = ({"a": 1}, Decimal("1.50"), bytearray(b"x"), ([1.0],), moment, moment)
    df = frame(session, [(1, "Да.", *value, "я"), (2, "Нет.", *[None] * 7)], schema)
    found = parse_column(df)
    assert found.schema.fields[:-2] == df.schema.fields
    assert [tuple(row)[:-2] for row in found.collect()] == [tuple(row) for row in df.collect()]


def test_what_the_caller_knows_comes_from_columns(session: SparkSession) -> None:
    schema = "body string, u string, h string, d date, a string, w array<string>"
    day = date(2026, 4, 3)
    known = ("https://example.org", "Снег", day, "ТАСС", ["Анна Лес", None])
    df = frame(session, [(TEXTS[1], *known), (TEXTS[1], *[None] * 5), (None, *known)], schema)
    found = parse_column(df, "body", url="u", headline="h", published="d", agency="a", authors="w")
    expected = runews.parse_article(
        TEXTS[1],
        url="https://example.org",
        headline="Снег",
        published=day,
        agency="ТАСС",
        authors=["Анна Лес"],
    )
    assert articles_of(found.collect()) == [expected, runews.parse_article(TEXTS[1]), None]


@pytest.mark.parametrize(
    ("kind", "shown"),
    [("timestamp", "2026-01-31T15:08:00+03:00"), ("timestamp_ntz", "2026-01-31T12:08:00")],
)
def test_a_timestamp_keeps_its_zone(session: SparkSession, kind: str, shown: str) -> None:
    zone = timezone.utc if kind == "timestamp" else None
    moment = datetime(2026, 1, 31, 12, 8, tzinfo=zone)
    df = frame(session, [("Да.", moment)], f"text string, at {kind}")
    found = parse_column(df, published="at").select("article.metadata.published")
    assert found.collect()[0].published == shown


def test_a_worker_answers_a_batch_in_parts_with_two_columns_more() -> None:
    rows = [(i, "Мэр Олег Зимин сказал, что рад.", ["Анна Лес", None]) for i in range(70)]
    rows[1], rows[69] = (1, None, None), (69, "Снег.", None)  # type: ignore[assignment] # as Spark
    number, text, names = zip(*rows, strict=True)
    batch = pa.RecordBatch.from_pydict({"c0": number, "c1": text, "c2": names})
    found = list(
        _parse_batches(
            [batch],
            places={"text": 1, "authors": 2},
            names=["c0", "c1", "c2", "c3", "c4"],
            max_chars=100,
        )
    )
    assert [part.num_rows for part in found] == [64, 6]
    table = pa.Table.from_batches(found)
    assert table.select(["c0", "c1", "c2"]).to_batches()[0].equals(batch.slice(0, 64))
    articles, errors = table["c3"].to_pylist(), table["c4"].to_pylist()
    assert articles[0]["metadata"]["authors"] == ["Анна Лес"]
    assert articles[69]["metadata"]["authors"] == []
    assert [i for i, article in enumerate(articles) if article is None] == [1]
    assert [i for i, error in enumerate(errors) if error is not None] == [1]
    assert errors[1] == "NotTextError: an article's text is a str, not NoneType"
    [part] = _parse_batches([batch.slice(0, 1)], places={"text": 1}, names="abcde", max_chars=100)
    assert part["d"].to_pylist()[0]["metadata"]["authors"] == []


def test_more_rows_than_a_part_of_a_batch_come_in_order(session: SparkSession) -> None:
    rows = [(i, f"Дождь {i}.") for i in range(150)]
    df = frame(session, rows, "id int, text string").coalesce(1)
    found = parse_column(df).select("id", "article.text").collect()
    assert [tuple(row) for row in found] == rows


def test_parquet_in_and_out(session: SparkSession, tmp_path: Path) -> None:
    df = frame(session, [(text,) for text in TEXTS] + [(None,)], "text string")
    df.write.parquet(str(tmp_path / "in"))
    parse_column(session.read.parquet(str(tmp_path / "in"))).write.parquet(str(tmp_path / "out"))
    back = session.read.parquet(str(tmp_path / "out"))
    assert back.where("article is null").select("error").count() == 1
    texts = {
        text for row in back.select("article.quotes.text").collect() for text in row.text or ()
    }
    assert texts == {"вход бесплатный", "Снег сойдёт Ждём тепла"}
    exploded = back.selectExpr("explode(article.quotes) as quote").select("quote.kind")
    assert sorted(row.kind for row in exploded.collect()) == ["direct", "indirect"]
    assert set(filter(None, articles_of(back.collect()))) == set(map(runews.parse_article, TEXTS))


def test_articles_pass_from_spark_to_arrow_and_back(session: SparkSession, tmp_path: Path) -> None:
    df = frame(session, [(text,) for text in TEXTS], "text string").coalesce(1)
    parse_column(df).select("article.*").write.parquet(str(tmp_path / "out"))
    [file] = (tmp_path / "out").glob("*.parquet")
    assert list(arrow.read_parquet(file)) == [runews.parse_article(text) for text in TEXTS]
    arrow.write_parquet(map(runews.parse_article, TEXTS), tmp_path / "own.parquet")
    own = session.read.parquet(str(tmp_path / "own.parquet"))
    assert [row.text for row in own.select("text").collect()] == TEXTS


def test_the_type_is_the_arrow_type_with_comments() -> None:
    from pyspark.sql.types import StructField, StructType

    kind = article_type()
    assert kind["quotes"].metadata == {"comment": "Reported speech, in text order."}
    from pyspark.sql.pandas.types import to_arrow_schema

    ours = StructType([StructField("article", kind)])
    theirs = to_arrow_schema(ours).field("article").type
    assert str(theirs).replace("item:", "element:") == str(arrow.article_type())


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"text": "body"}, "text: the data frame has no column 'body'; it has id, text, twice"),
        ({"text": "twice"}, "text: the data frame has more than one column 'twice'"),
        ({"text": "id"}, "text: the column 'id' is of type int, and must be a string"),
        ({"url": "id"}, "url: the column 'id' is of type int, and must be a string"),
        ({"published": "text"}, "must be a date or timestamp: use to_date or to_timestamp"),
        ({"authors": "text"}, "must be an array of strings: use array or split"),
        ({"output": "Text"}, "has a column 'Text': pass another name"),
        ({"error": "article"}, "has a column 'article': pass another name"),
        ({"max_chars": 0}, "max_chars is 0"),
    ],
)
def test_misuse_is_told_before_anything_runs(
    session: SparkSession, options: dict[str, Any], message: str
) -> None:
    df = frame(session, [], "id int, text string, twice string, Twice string")
    with pytest.raises(OptionError, match=message):
        parse_column(df, **options)


@pytest.mark.parametrize("module", ["pyspark", "pandas", "pyarrow"])
def test_without_a_library_the_message_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(runews.ExtraMissingError, match=r"pip install 'runews\[spark\]'"):
        article_type()


def test_the_script_of_the_guide_writes_quotes(session: SparkSession, tmp_path: Path) -> None:
    script = runpy.run_path(str(DOCS / "howto" / "spark_job.py"))
    source = frame(session, [(text, "2026-04-03") for text in TEXTS] + [(None, None)],
                   "text string, day string")  # fmt: skip
    source.selectExpr("text", "cast(day as date) as published").write.parquet(str(tmp_path / "in"))
    script["run"](session, str(tmp_path / "in"), str(tmp_path / "out"))
    quotes = session.read.parquet(str(tmp_path / "out" / "quotes")).collect()
    assert {(row.speaker, row.text) for row in quotes} == {
        ("Павел Дроздов", "вход бесплатный"),
        ("Олег Зимин", "Снег сойдёт Ждём тепла"),
    }
    failed = session.read.parquet(str(tmp_path / "out" / "failed")).collect()
    assert [row.text for row in failed] == [None]


def test_a_struct_has_the_fields_of_the_class() -> None:
    names = [field.name for field in attrs.fields(Article)]
    assert article_type().fieldNames() == ["version", *names]
