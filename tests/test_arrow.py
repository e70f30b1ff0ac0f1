"""Arrow and Parquet: every article comes back as it was, what cannot be stored is refused."""

from __future__ import annotations

import sys
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import attrs
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

import runews
from runews import Article, Metadata, OptionError, SerializationError, arrow
from runews.schema.fields import article_record
from tests.samples import full_article
from tests.strategies import articles

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXTS = [
    "",
    "«Да», – сказал мэр Олег Зимин.\n\nПо его словам, снег сойдёт.",
    "ОМСК, 3 апр – ТАСС. Снег сойдёт, сообщил Интерфакс. 😀\x00",
]


def bare(text: str, **metadata: Any) -> Article:
    return Article(text=text, metadata=Metadata(**metadata))


def round_trip(found: list[Article]) -> list[Article]:
    return list(arrow.articles_from_batch(arrow.articles_to_batch(found)))


def test_a_row_is_what_to_dict_writes(article: Article) -> None:
    batch = arrow.articles_to_batch([article, bare("")])
    assert batch.to_pylist() == [article.to_dict(), bare("").to_dict()]
    batch.validate(full=True)


def test_the_columns_are_the_fields_of_the_tree() -> None:
    schema = arrow.article_schema()
    assert schema.names == [field.name for field in article_record().fields]
    assert [schema.field(f.name).nullable for f in article_record().fields] == [False] * 8
    assert arrow.articles_to_batch([]).schema == schema


def test_a_full_article_and_parsed_ones_come_back_equal(article: Article) -> None:
    found = [article, *map(runews.parse_article, TEXTS)]
    assert round_trip(found) == found


@given(articles())
def test_any_article_that_looks_like_news_comes_back_equal(text: str) -> None:
    article = runews.parse_article(text)
    assert round_trip([article]) == [article]


@given(st.text())
def test_any_text_that_has_a_form_in_utf_8_comes_back_equal(text: str) -> None:
    assert round_trip([bare(text)]) == [bare(text)]


@pytest.mark.parametrize(
    "moment",
    [
        None,
        date(2026, 1, 31),
        datetime(2026, 1, 31),
        datetime(2026, 1, 31, 12, 8, 7, 15, tzinfo=timezone(timedelta(hours=3))),
    ],
)
def test_a_date_stays_a_date_and_a_time_keeps_its_zone(moment: date | datetime | None) -> None:
    [back] = round_trip([bare("", published=moment)])
    assert type(back.metadata.published) is type(moment)
    assert back == bare("", published=moment)


@pytest.mark.parametrize("text", ["\ud800", "а\udc00б", "\ud83d\ude00"])
def test_a_lone_surrogate_is_refused_and_the_article_named(text: str) -> None:
    with pytest.raises(SerializationError, match=r"articles\[1\]: '\\ud...' is a lone surrogate"):
        arrow.articles_to_batch([bare("Да."), bare(text)])
    cleaned = text.encode(errors="replace").decode()
    assert len(cleaned) == len(text)
    assert round_trip([bare(cleaned)]) == [bare(cleaned)]


def test_a_number_beyond_64_bits_is_refused(article: Article) -> None:
    assert article.metadata.dateline
    dateline = attrs.evolve(article.metadata.dateline, year=10**30)
    odd = attrs.evolve(article, metadata=attrs.evolve(article.metadata, dateline=dateline))
    with pytest.raises(SerializationError, match=r"articles\[0\]: too large for Arrow"):
        arrow.articles_to_batch([odd])


def test_an_array_holds_nulls_beside_articles(article: Article, tmp_path: Path) -> None:
    array = arrow.articles_to_array([article, None])
    assert array.type == arrow.article_type()
    pq.write_table(pa.table({"article": array, "error": [None, "?"]}), tmp_path / "a.parquet")
    back = pq.read_table(tmp_path / "a.parquet").column("article").to_pylist()
    assert back[1] is None
    assert Article.from_dict(back[0]) == article


def test_columns_of_others_are_left_alone(article: Article) -> None:
    batch = arrow.articles_to_batch([article]).append_column("file", pa.array(["a.txt"]))
    assert list(arrow.articles_from_batch(batch)) == [article]


def test_a_row_that_is_no_article_is_refused_with_its_place(article: Article) -> None:
    table = pa.Table.from_batches([arrow.articles_to_batch([article, article])])
    texts = pa.array([article.text, "другой"])
    table = table.set_column(table.schema.get_field_index("text"), "text", texts)
    [batch] = table.to_batches()
    found = arrow.articles_from_batch(batch)
    assert next(found) == article
    with pytest.raises(SerializationError, match=r"row 1: not an article: \$\."):
        next(found)


def test_a_batch_of_something_else_is_refused() -> None:
    batch = pa.RecordBatch.from_pydict({"version": [1], "title": ["Снег"]})
    with pytest.raises(SerializationError, match=r"row 0: .*missing field 'text'"):
        list(arrow.articles_from_batch(batch))


def test_parquet_is_written_as_the_articles_come(article: Article, tmp_path: Path) -> None:
    held = []

    def source() -> Iterator[Article]:
        for i in range(7):
            held.append(i)
            yield bare(f"{i}") if i else article

    path = tmp_path / "a.parquet"
    assert arrow.write_parquet(source(), path, row_group=3) == 7
    file = pq.ParquetFile(path)
    assert [file.metadata.row_group(i).num_rows for i in range(file.num_row_groups)] == [3, 3, 1]
    assert [found.text for found in arrow.read_parquet(path)] == [article.text, *"123456"]
    assert next(arrow.read_parquet(path)) == article


def test_parquet_of_no_articles_has_the_columns(tmp_path: Path) -> None:
    assert arrow.write_parquet([], tmp_path / "a.parquet") == 0
    assert pq.read_schema(tmp_path / "a.parquet").equals(arrow.article_schema())
    assert list(arrow.read_parquet(tmp_path / "a.parquet")) == []


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    arrow.write_parquet([bare("старый")], path)
    broken = [bare("а"), bare("б"), bare("\ud800")]
    with pytest.raises(SerializationError, match=r"articles\[2\]: "):
        arrow.write_parquet(broken, path, row_group=1)
    assert [found.text for found in arrow.read_parquet(path)] == ["старый"]
    assert list(tmp_path.iterdir()) == [path]


def test_a_row_of_a_file_is_counted_from_its_beginning(tmp_path: Path) -> None:
    good = [bare("а").to_dict()] * 300
    table = pa.Table.from_pylist([*good, {**good[0], "version": 99}], arrow.article_schema())
    pq.write_table(table, tmp_path / "a.parquet")
    with pytest.raises(SerializationError, match=r"row 300: .*version 99"):
        list(arrow.read_parquet(tmp_path / "a.parquet"))


def test_what_is_no_parquet_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    path.write_text("Снег", "utf-8")
    with pytest.raises(SerializationError, match=r"a\.parquet' is not a Parquet file"):
        list(arrow.read_parquet(path))


def test_a_row_group_holds_at_least_one(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="row_group is 0"):
        arrow.write_parquet([full_article()], tmp_path / "a.parquet", row_group=0)


def test_without_pyarrow_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(runews.ExtraMissingError, match=r"pip install 'runews\[arrow\]'"):
        arrow.article_schema()
