"""The JSON Schema: derived from the models, shipped as a file, true of what is written."""

from __future__ import annotations

import copy
import json
import re
import subprocess
import sys
from datetime import date, datetime, timedelta, timezone
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given
from jsonschema import Draft202012Validator, FormatChecker

import runews
import runews.schema
from runews import Article, Metadata, arrow, export, spark, tables
from runews.schema import json_schema
from runews.schema.fields import Kind, Record, article_record, record_of
from runews.serialize import SCHEMA_VERSION
from tests.samples import full_article
from tests.strategies import any_text

if TYPE_CHECKING:
    from types import ModuleType

VALIDATOR = Draft202012Validator(json_schema(), format_checker=FormatChecker())

TEXTS = [
    "",
    "«Да», – сказал мэр Олег Зимин.\n\nПо его словам, снег сойдёт.",
    "ОМСК, 3 апр – ТАСС. Снег сойдёт, сообщил Интерфакс со ссылкой на источник в мэрии.",
    "No Russian at all \ud800 😀",
]

Steps = tuple[str | int, ...]


def changed(path: Steps, value: object) -> Any:
    data: Any = copy.deepcopy(full_article().to_dict())
    place = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return data


def records(record: Record) -> dict[str, Record]:
    found = {record.name: record}
    for field in record.fields:
        if field.record is not None:
            found |= records(field.record)
    return found


def test_the_shipped_file_is_what_the_models_give() -> None:
    shipped = files("runews.schema").joinpath("article.schema.json").read_bytes()
    printed = subprocess.check_output([sys.executable, "-m", "runews.schema"])
    assert shipped.replace(b"\r\n", b"\n") == printed
    assert json.loads(printed) == json_schema()


def test_the_schema_is_one_of_draft_2020_12() -> None:
    assert json_schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(json_schema())


def test_changing_a_schema_does_not_change_the_next() -> None:
    schema = json_schema()
    schema["properties"].clear()
    schema["$defs"]["Metadata"]["properties"]["published"]["anyOf"][0]["format"] = "x"
    schema["$defs"]["Quote"]["properties"]["kind"]["enum"].append("shouted")
    assert json_schema() == VALIDATOR.schema


def test_every_class_and_field_is_described() -> None:
    schema = json_schema()
    for shape in (schema, *schema["$defs"].values()):
        assert shape["description"].endswith(".")
        for name, field in shape["properties"].items():
            assert field["description"].endswith("."), name


def test_the_schema_has_every_class_that_is_written() -> None:
    defined = {"Article", *json_schema()["$defs"]}
    results = {name for name in runews.__all__ if attrs.has(getattr(runews, name))}
    assert defined == results - {"Explanation"}


@pytest.mark.parametrize("text", TEXTS)
def test_what_the_parser_finds_is_valid(text: str) -> None:
    article = runews.parse_article(text, published=date(2026, 4, 3))
    VALIDATOR.validate(article.to_dict())
    VALIDATOR.validate(json.loads(article.to_json()))
    assert json.loads(article.to_json())["version"] == SCHEMA_VERSION


@given(any_text())
def test_whatever_the_text_the_article_is_valid(text: str) -> None:
    VALIDATOR.validate(runews.parse_article(text).to_dict())


def test_a_full_article_is_valid(article: Article) -> None:
    VALIDATOR.validate(article.to_dict())


@pytest.mark.parametrize(
    "moment",
    [
        date(26, 1, 31),
        datetime(2026, 1, 31, 12, 8),
        datetime(2026, 1, 31, 12, 8, 7, 15),
        datetime(2026, 1, 31, 12, 8, tzinfo=timezone.utc),
        datetime(2026, 1, 31, 12, 8, 7, 15, tzinfo=timezone(timedelta(hours=-3))),
        datetime(1900, 1, 31, 12, 8, tzinfo=timezone(timedelta(hours=2, minutes=30, seconds=17))),
    ],
)
def test_every_form_of_a_date_is_valid(moment: date | datetime) -> None:
    article = Article(text="", metadata=Metadata(published=moment))
    VALIDATOR.validate(article.to_dict())


INVALID: list[tuple[Steps, object]] = [
    (("version",), 2),
    (("version",), "1"),
    (("text",), None),
    (("author",), "Лес"),
    (("quotes",), {}),
    (("quotes", 0), None),
    (("quotes", 0, "kind"), "shouted"),
    (("quotes", 0, "kind"), "DIRECT"),
    (("quotes", 0, "spans"), []),
    (("quotes", 0, "spans", 0, "start"), -1),
    (("quotes", 0, "spans", 0, "start"), 1.5),
    (("quotes", 0, "speaker"), "Зимин"),
    (("metadata",), None),
    (("metadata", "published"), "вчера"),
    (("metadata", "published"), "2024-02-30"),
    (("metadata", "published"), 20240403),
    (("metadata", "tags"), None),
    (("metadata", "tags", 0), 7),
    (("metadata", "dateline", "span"), None),
    (("attributions", 0, "confidence"), 2.0),
    (("attributions", 0, "confidence"), None),
    (("attributions", 0, "cue", "lemma"), None),
    (("sentences", 0, "paragraph"), -1),
    (("sentences", 0, "paragraph"), "0"),
    (("entities", 0, "type"), "PERSON"),
    (("entities", 0, "mentions", 0, "kind"), None),
]


@pytest.mark.parametrize(("path", "value"), INVALID)
def test_what_from_dict_refuses_for_its_form_is_invalid(path: Steps, value: object) -> None:
    data = changed(path, value)
    assert not VALIDATOR.is_valid(data)
    if path != ("version",) or value == "1":
        with pytest.raises(runews.SerializationError):
            Article.from_dict(data)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ((name, 0) if field.repeated else (name,), inner.name)
        for field in article_record().fields
        if field.record
        for name in [field.name]
        for inner in field.record.fields
    ],
)
def test_every_field_is_required(path: Steps, name: str) -> None:
    data: Any = copy.deepcopy(full_article().to_dict())
    place = data
    for step in path:
        place = place[step]
    del place[name]
    assert not VALIDATOR.is_valid(data)


def test_the_tree_has_the_fields_of_the_classes_in_their_order() -> None:
    for name, record in records(article_record()).items():
        version = ["version"] if name == "Article" else []
        fields = [field.name for field in attrs.fields(getattr(runews, name))]
        assert [field.name for field in record.fields] == version + fields


def test_nullable_is_what_may_be_none() -> None:
    speaker = {field.name: field.nullable for field in record_of(runews.Speaker).fields}
    assert speaker == {"span": True, "text": True, "name": False, "entity_id": True}
    published = record_of(Metadata).fields[1]
    assert (published.kind, published.nullable) == (Kind.MOMENT, True)


@pytest.mark.parametrize("module", [arrow, export, runews.schema, spark, tables])
def test_every_public_name_stands_in_the_reference(module: ModuleType) -> None:
    pages = (Path(__file__).parents[1] / "docs" / "reference").glob("*.md")
    reference = "".join(page.read_text("utf-8") for page in pages)
    found = re.findall(rf"^\.\. auto\w+:: {module.__name__}\.(\w+)$", reference, re.MULTILINE)
    assert sorted(found) == sorted(module.__all__)


def test_a_model_with_a_type_that_no_schema_knows_is_refused() -> None:
    @attrs.frozen
    class Odd:
        weights: dict[str, float]

    @attrs.frozen
    class Odder:
        value: int | str

    for model in (Odd, Odder):
        with pytest.raises(TypeError, match="has a type that no schema knows"):
            record_of(model)
