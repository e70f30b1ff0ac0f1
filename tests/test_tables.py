"""The tables: documented columns, right values, dtypes that do not depend on the rows."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given

import runews
from runews import Article, Metadata, OptionError, tables
from tests.samples import TEXT, full_article
from tests.strategies import articles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DOCS = Path(__file__).parents[1] / "docs"
TABLES = {
    "quotes": tables.quotes,
    "entities": tables.entities,
    "mentions": tables.mentions,
    "articles": tables.articles,
}

every_table = pytest.mark.parametrize("make", TABLES.values(), ids=TABLES)


def bare(text: str = "", **metadata: Any) -> Article:
    return Article(text=text, metadata=Metadata(**metadata))


def test_a_quote_has_its_speaker_and_its_place() -> None:
    first, second = tables.quotes([full_article()])
    assert first == {
        "article": 0,
        "key": None,
        "quote_id": "q1",
        "kind": "direct",
        "text": "Снег сойдёт, Ждём тепла",
        "speaker": "Олег Зимин",
        "speaker_id": "e1",
        "speaker_type": "PER",
        "speaker_roles": ["мэр"],
        "speaker_text": "мэр Олег Зимин",
        "speaker_start": TEXT.index("мэр"),
        "speaker_stop": TEXT.index(" в Telegram"),
        "cue": "сказал",
        "cue_lemma": "сказать",
        "cue_start": TEXT.index("сказал"),
        "cue_stop": TEXT.index(" мэр"),
        "medium": "Telegram",
        "via": None,
        "via_id": None,
        "confidence": 0.95,
        "parent_id": None,
        "pieces": 2,
        "start": TEXT.index("«"),
        "stop": TEXT.index("»") + 1,
        "paragraph": 1,
        "paragraph_kind": "lead",
        "sentence": 1,
        "headline": "Снег сойдёт",
        "published": "2024-04-03",
        "date": date(2024, 4, 3),
        "agency": "ТАСС",
        "site": "Пример",
        "url": "https://example.org/1",
    }
    assert (second["speaker"], second["speaker_text"], second["speaker_start"]) == (
        "Олег Зимин",
        None,
        None,
    )
    assert (second["via"], second["via_id"], second["parent_id"]) == ("Интерфакс", "e2", "q1")


def test_a_quote_that_nobody_is_named_for_has_nulls(article: Article) -> None:
    nobody = [attrs.evolve(a, speaker=None, cue=None) for a in article.attributions]
    row = next(iter(tables.quotes([attrs.evolve(article, attributions=tuple(nobody))])))
    assert row["speaker"] is row["speaker_type"] is row["cue"] is row["cue_start"] is None
    assert row["speaker_roles"] == []


def test_an_entity_has_its_counts() -> None:
    rows = list(tables.entities([full_article()]))
    assert [(r["name"], r["roles"], r["mentions"], r["quotes"]) for r in rows] == [
        ("Олег Зимин", ["мэр"], 2, 2),
        ("Интерфакс", [], 1, 0),
    ]


def test_a_mention_has_its_entity_and_its_place() -> None:
    rows = list(tables.mentions([full_article()]))
    assert [(r["entity_id"], r["text"], r["kind"], r["paragraph"]) for r in rows] == [
        ("e1", "Олег Зимин", "name", 1),
        ("e1", "его", "pronoun", 2),
        ("e2", "Интерфакс", "name", 2),
    ]


def test_an_article_has_its_metadata_and_counts() -> None:
    [row] = tables.articles([full_article()])
    assert (row["authors"], row["tags"], row["place"]) == (["Анна Лес"], ["погода", "Омск"], "Омск")
    assert [row[name] for name in ("characters", "paragraphs", "sentences", "quotes")] == [
        len(TEXT),
        3,
        3,
        2,
    ]


def test_a_time_gives_its_day_as_it_is_written() -> None:
    moment = datetime.fromisoformat("2026-01-31T23:30:00-05:00")
    [row] = tables.articles([bare(published=moment)])
    assert (row["published"], row["date"]) == ("2026-01-31T23:30:00-05:00", date(2026, 1, 31))


@every_table
def test_every_row_has_the_columns_in_their_order(make: Callable[..., tables.Table]) -> None:
    table = make([full_article(), runews.parse_article(TEXT)])
    names = [column.name for column in table.columns]
    rows = list(table)
    assert rows
    for row in rows:
        assert list(row) == names
        for column in table.columns:
            assert column.nullable or row[column.name] is not None


@given(articles())
def test_what_a_row_tells_is_what_the_text_has(text: str) -> None:
    article = runews.parse_article(text)
    rows = list(tables.quotes([article]))
    assert [row["quote_id"] for row in rows] == [quote.id for quote in article.quotes]
    for row in rows:
        for name in ("speaker", "cue"):
            if row[f"{name}_start"] is not None:
                words = row["speaker_text" if name == "speaker" else "cue"]
                assert text[row[f"{name}_start"] : row[f"{name}_stop"]] == words
        paragraph = article.paragraphs[row["paragraph"]]
        assert paragraph.span.start <= row["start"] < paragraph.span.stop
    for row in tables.mentions([article]):
        assert text[row["start"] : row["stop"]] == row["text"]


@every_table
def test_all_frames_hold_the_same_rows(make: Callable[..., tables.Table]) -> None:
    table = make([full_article(), ("k", full_article()), bare("Да.")])
    rows = list(table)
    assert table.to_arrow().to_pylist() == rows
    assert table.to_polars().to_dicts() == rows
    frame = table.to_pandas()
    assert list(frame.columns) == [column.name for column in table.columns]
    for name, cells in frame.items():
        for cell, row in zip(cells, rows, strict=True):
            value = row[str(name)]
            if value is None:
                assert pd.isna(cell)
            else:
                assert (cell.date() if name == "date" else cell) == value


@every_table
def test_the_dtypes_are_the_same_without_rows(make: Callable[..., tables.Table]) -> None:
    # All fields are filled in one, all that can be empty are empty in another.
    for found in ([], [bare("Да.")], [full_article()]):
        table = make(found)
        assert table.to_arrow().schema == make([]).to_arrow().schema
        assert table.to_polars().schema == make([]).to_polars().schema
        assert dict(table.to_pandas().dtypes) == dict(make([]).to_pandas().dtypes)


def test_the_dtypes_are_those_of_the_documentation() -> None:
    table = tables.quotes([full_article()])
    wanted = {
        "key": ("string", pl.String, pa.string()),
        "article": ("int64", pl.Int64, pa.int64()),
        "cue_start": ("Int64", pl.Int64, pa.int64()),
        "confidence": ("float64", pl.Float64, pa.float64()),
        "date": ("datetime64[s]", pl.Date, pa.date32()),
        "speaker_roles": ("object", pl.List(pl.String), None),
    }
    for name, (of_pandas, of_polars, of_arrow) in wanted.items():
        assert table.to_pandas()[name].dtype == of_pandas
        assert table.to_polars().schema[name] == of_polars
        assert of_arrow in (None, table.to_arrow().schema.field(name).type)


def test_keys_are_kept_as_text_and_places_are_counted() -> None:
    found: list[Any] = [("a.txt", bare()), bare(), (Path("b") / "c.txt", bare()), (7, bare())]
    rows = list(tables.articles(found))
    assert [(row["article"], row["key"]) for row in rows] == [
        (0, "a.txt"),
        (1, None),
        (2, str(Path("b") / "c.txt")),
        (3, "7"),
    ]


def test_articles_are_read_one_at_a_time() -> None:
    read = []

    def source() -> Iterator[Article]:
        for i in range(5):
            read.append(i)
            yield bare()

    rows = iter(tables.articles(source()))
    assert read == []
    next(rows)
    assert read == [0]
    reader = tables.articles(source()).to_arrow_reader(rows=2)
    assert reader.read_next_batch().num_rows == 2
    assert len(read) <= 4
    assert [batch.num_rows for batch in reader] == [2, 1]


def test_a_list_is_read_again_and_a_generator_once() -> None:
    again = tables.articles([bare()])
    assert list(again) == list(again)
    once = tables.articles(iter([bare()]))
    assert len(list(once)) == 1
    with pytest.raises(OptionError, match="is read already"):
        list(once)


@pytest.mark.parametrize("item", ["Да.", None, ("key", "Да."), runews.NotTextError("?")])
def test_what_is_no_article_is_refused_with_its_place(item: Any) -> None:
    with pytest.raises(OptionError, match="item 1 is not an article but"):
        list(tables.quotes([bare(), item]))
    with pytest.raises(OptionError, match="item 1 is not an article but"):
        tables.quotes([bare(), item]).to_arrow()


def test_batches_have_at_least_one_row() -> None:
    with pytest.raises(OptionError, match="rows is 0"):
        tables.quotes([]).to_arrow_reader(rows=0)


def test_a_lone_surrogate_is_replaced_in_the_frames_alone() -> None:
    table = tables.articles([bare(headline="а\ud800б", authors=("\udc00",))])
    assert next(iter(table))["headline"] == "а\ud800б"
    assert table.to_pandas()["headline"][0] == "а\ufffdб"
    assert table.to_polars()["headline"][0] == "а\ufffdб"
    assert table.to_arrow()["authors"][0].as_py() == ["\ufffd"]


@pytest.mark.parametrize(
    ("module", "method", "extra"),
    [
        ("pandas", "to_pandas", "pandas"),
        ("polars", "to_polars", "polars"),
        ("pyarrow", "to_arrow", "arrow"),
    ],
)
def test_without_the_library_the_message_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, module: str, method: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(runews.ExtraMissingError, match=rf"pip install 'runews\[{extra}\]'"):
        getattr(tables.quotes([]), method)()


def test_rows_need_no_library_and_pandas_needs_no_pyarrow() -> None:
    code = (
        "import sys\n"
        "from runews import Article, Metadata, tables\n"
        "table = tables.articles([Article(text='', metadata=Metadata(headline='Снег'))])\n"
        "assert next(iter(table))['headline'] == 'Снег'\n"
        "assert not {'pandas', 'pyarrow', 'polars'} & set(sys.modules)\n"
        "import pandas\n"  # It looks for pyarrow itself, where it can.
        "for name in ('pyarrow', 'polars'): sys.modules[name] = None\n"
        "assert table.to_pandas()['headline'].tolist() == ['Снег']\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, encoding="utf-8")


@every_table
def test_the_reference_has_every_column(make: Callable[..., tables.Table]) -> None:
    [name] = [name for name, other in TABLES.items() if other is make]
    page = (DOCS / "reference" / "tables.md").read_text("utf-8")
    [section] = re.findall(rf"^## {name}\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    listed = re.findall(r"^\| `(\w+)` \| ([^|]+) \| (.*) \|$", section, re.MULTILINE)
    assert listed == [
        (c.name, c.kind.value + (" or null" if c.nullable else ""), c.description)
        for c in make([]).columns
    ]
