"""Dict and JSON: nothing is lost on the way out, nothing foreign gets in."""

from __future__ import annotations

import copy
import json
from datetime import date, datetime, timedelta, timezone
from typing import Any

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from runews import Article, Metadata, Paragraph, SerializationError, Span
from runews.serialize import SCHEMA_VERSION
from tests.samples import full_article

MOSCOW = timezone(timedelta(hours=3))
PUBLISHED = [
    None,
    date(2026, 1, 31),
    datetime(2026, 1, 31, 12, 8),
    datetime(2026, 1, 31, 12, 8, 7, 15, tzinfo=MOSCOW),
    datetime(2026, 1, 31, tzinfo=timezone.utc),
    datetime(2026, 1, 31),
]


def bare(text: str) -> Article:
    return Article(text=text, metadata=Metadata())


def published_at(moment: date | datetime | None) -> Article:
    return Article(text="", metadata=Metadata(published=moment))


def test_a_full_article_comes_back_equal(article: Article) -> None:
    assert Article.from_dict(article.to_dict()) == article
    assert Article.from_json(article.to_json()) == article
    assert Article.from_json(article.to_json(indent=2).encode()) == article


@pytest.mark.parametrize("moment", PUBLISHED)
def test_a_date_stays_a_date_and_a_time_keeps_its_zone(moment: date | datetime | None) -> None:
    article = published_at(moment)
    back = Article.from_json(article.to_json()).metadata.published
    assert type(back) is type(moment)
    assert back == moment
    if isinstance(moment, datetime) and isinstance(back, datetime):
        assert back.utcoffset() == moment.utcoffset()


def test_the_dict_is_made_of_plain_values_alone(article: Article) -> None:
    def check(value: object) -> None:
        assert type(value) in (dict, list, str, int, float, type(None))
        if isinstance(value, dict):
            for key, inner in value.items():
                assert type(key) is str
                check(inner)
        elif isinstance(value, list):
            for inner in value:
                check(inner)

    check(article.to_dict())


def test_the_dict_shows_words_iso_dates_and_offsets(article: Article) -> None:
    data = article.to_dict()
    assert list(data)[:2] == ["version", "text"]
    assert data["version"] == SCHEMA_VERSION
    assert data["metadata"]["published"] == "2024-04-03"
    assert data["quotes"][0]["kind"] == "direct"
    assert data["entities"][0]["type"] == "PER"
    assert data["paragraphs"][0]["span"] == {"start": 0, "stop": 11}


def test_changing_the_dict_does_not_change_the_article(article: Article) -> None:
    data = article.to_dict()
    data["quotes"].clear()
    data["metadata"]["tags"].append("лишний")
    assert article == full_article()


def test_json_keeps_cyrillic_and_is_utf_8(article: Article) -> None:
    assert "Олег Зимин" in article.to_json()
    assert json.loads(article.to_json().encode("utf-8")) == article.to_dict()


@given(st.text(st.characters(codec=None)))
@example("\ud800")
@example("a\udc00\ud800b")
@example("\ud83d\ude00 and 😀")
@example("\ud83d\ud83d\ude00\ude00")
@example('\\ud800 "quoted" \\')
@example("\x00\u2028\u2029\ufeff")
def test_any_text_survives(text: str) -> None:
    article = bare(text)
    assert Article.from_json(article.to_json()) == article
    assert Article.from_json(article.to_json().encode("utf-8", "surrogatepass")) == article


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_without_a_surrogate_pair_is_json_in_utf_8(text: str) -> None:
    article = bare(f"{text}\ud800.")
    assert Article.from_json(article.to_json().encode("utf-8")) == article


Path = tuple[str | int, ...]


def changed(path: Path, value: object) -> dict[str, Any]:
    """The full article's dict with one value replaced."""
    data = copy.deepcopy(full_article().to_dict())
    place: Any = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return data


REFUSED: list[tuple[Path, object, str]] = [
    # types
    (("text",), None, r"\$\.text: expected a string, not null"),
    (("text",), 5, r"\$\.text: expected a string, not int 5"),
    (("quotes",), "q1", r"\$\.quotes: expected a list, not a string 'q1'"),
    (("quotes",), {"q1": {}}, r"\$\.quotes: expected a list, not an object"),
    (("quotes", 0), None, r"\$\.quotes\[0\]: expected an object, not null"),
    (("metadata", "tags"), "погода", r"\$\.metadata\.tags: expected a list"),
    (("metadata", "tags", 1), 7, r"\$\.metadata\.tags\[1\]: expected a string, not int 7"),
    (("metadata", "published"), "вчера", r"\$\.metadata\.published: expected a date or time"),
    (("metadata", "published"), "2024-02-30", r"\$\.metadata\.published: expected a date"),
    (("metadata", "published"), 20240403, r"\$\.metadata\.published: expected a date"),
    (("quotes", 1, "kind"), "shouted", r"quotes\[1\]\.kind: expected one of direct, mixed, ind"),
    (("quotes", 1, "kind"), ["direct"], r"quotes\[1\]\.kind: expected one of"),
    (("sentences", 0, "paragraph"), True, r"paragraph: expected a whole number, not a truth"),
    (("sentences", 0, "paragraph"), 0.0, r"paragraph: expected a whole number, not float 0\.0"),
    (("attributions", 0, "confidence"), "0.9", r"\.confidence: expected a number"),
    (("attributions", 0, "confidence"), 2.0, r"\$\.attributions\[0\]: 'confidence' must be"),
    (("attributions", 0, "confidence"), float("nan"), r"\$\.attributions\[0\]: 'confidence'"),
    # spans
    (("paragraphs", 2, "span", "stop"), 999, r"paragraphs\[2\]\.span: \d+ to 999 lies outside"),
    (("paragraphs", 2, "span", "start"), -1, r"\$\.paragraphs\[2\]\.span: a span needs"),
    (("quotes", 0, "spans", 1, "stop"), 999, r"\$\.quotes\[0\]\.spans\[1\]: \d+ to 999 lies"),
    (("quotes", 0, "spans"), [], r"\$\.quotes\[0\]: Length of 'spans'"),
    (("entities", 0, "mentions", 0, "text"), "Зима", r"mentions\[0\]\.text: differs from"),
    (("metadata", "dateline", "text"), "МОСКВА", r"\$\.metadata\.dateline\.text: differs"),
    (("attributions", 0, "speaker", "span"), None, r"attributions\[0\]\.speaker: span and text"),
    (("sentences", 0, "paragraph"), 3, r"\$\.sentences\[0\]\.paragraph: there is no paragraph 3"),
    (("sentences", 0, "paragraph"), -1, r"\$\.sentences\[0\]\.paragraph: there is no"),
    # ids
    (("quotes", 1, "parent_id"), "q7", r"\$\.quotes\[1\]\.parent_id: there is no quote 'q7'"),
    (("quotes", 1, "parent_id"), "q2", r"\$\.quotes\[1\]\.parent_id: the quote is nested in"),
    (("quotes", 0, "parent_id"), "q2", r"\$\.quotes\[0\]\.parent_id: the quote is nested in"),
    (("quotes", 1, "id"), "q1", r"\$\.quotes\[1\]\.id: 'q1' is taken"),
    (("entities", 1, "id"), "e1", r"\$\.entities\[1\]\.id: 'e1' is taken"),
    (("attributions", 0, "quote_id"), "q7", r"\$\.attributions: not one for each quote"),
    (("attributions",), [], r"\$\.attributions: not one for each quote"),
    (("attributions", 0, "speaker", "entity_id"), "e7", r"speaker\.entity_id: there is no entity"),
    (("attributions", 1, "via", "entity_id"), "e7", r"\[1\]\.via\.entity_id: there is no entity"),
    # fields
    (("author",), "Лес", r"\$: unknown field 'author'"),
    (("quotes", 0, "speaker"), "Зимин", r"\$\.quotes\[0\]: unknown field 'speaker'"),
    # versions
    (("version",), "1", r"\$\.version: expected a version, not a string '1'"),
    (("version",), 0, r"\$\.version: expected a version"),
    (("version",), True, r"\$\.version: expected a version"),
    (("version",), SCHEMA_VERSION + 1, r"version 2 of the format.*upgrade runews"),
]


@pytest.mark.parametrize(("path", "value", "message"), REFUSED)
def test_what_is_not_ours_is_refused_with_its_path(path: Path, value: object, message: str) -> None:
    with pytest.raises(SerializationError, match=message):
        Article.from_dict(changed(path, value))


@pytest.mark.parametrize("field", ["version", *(a.name for a in attrs.fields(Article))])
def test_a_missing_field_is_refused(field: str) -> None:
    data = full_article().to_dict()
    del data[field]
    with pytest.raises(SerializationError, match=rf"\$: missing field '{field}'"):
        Article.from_dict(data)


def test_a_missing_field_further_down_is_refused_where_it_is() -> None:
    data = full_article().to_dict()
    del data["quotes"][1]["parent_id"]
    with pytest.raises(SerializationError, match=r"\$\.quotes\[1\]: missing field 'parent_id'"):
        Article.from_dict(data)


def test_pieces_of_a_quote_out_of_order_are_refused() -> None:
    data = full_article().to_dict()
    data["quotes"][0]["spans"].reverse()
    with pytest.raises(SerializationError, match=r"\$\.quotes\[0\]\.spans: the pieces overlap"):
        Article.from_dict(data)


def test_a_message_lists_a_few_problems_and_counts_the_rest() -> None:
    data = full_article().to_dict()
    for row in (*data["quotes"], *data["paragraphs"]):
        row["kind"] = "?"
    with pytest.raises(SerializationError, match=r"and 2 more$") as caught:
        Article.from_dict(data)
    assert str(caught.value).count("expected one of") == 3


@pytest.mark.parametrize("data", [None, [], "text", 5])
def test_what_is_no_object_is_refused(data: Any) -> None:
    with pytest.raises(SerializationError, match=r"\$: expected an object"):
        Article.from_dict(data)
    with pytest.raises(SerializationError, match=r"\$: expected an object"):
        Article.from_json(json.dumps(data))


@pytest.mark.parametrize(
    "data", ["", "{", b"\xff\xfe\x00", "[" * 200_000, "9" * 5000, "{'text': 1}", "\ufeff{}"]
)
def test_what_is_no_json_is_refused(data: str | bytes) -> None:
    with pytest.raises(SerializationError):
        Article.from_json(data)


def test_neither_text_nor_bytes_is_refused() -> None:
    with pytest.raises(SerializationError, match="not a JSON document"):
        Article.from_json(5)  # type: ignore[arg-type] # that it is an error is what is tested


def test_a_long_chain_of_nested_quotes_is_read_in_one_go() -> None:
    text = "а" * 20_000
    data = bare(text).to_dict()
    data["quotes"] = [
        {
            "id": f"q{i}",
            "kind": "indirect",
            "spans": [{"start": i, "stop": i + 1}],
            "text": "а",
            "parent_id": f"q{i - 1}" if i else None,
        }
        for i in range(len(text))
    ]
    empty = {"cue": None, "speaker": None, "medium": None, "via": None, "confidence": 1.0}
    data["attributions"] = [{"quote_id": f"q{i}", **empty} for i in range(len(text))]
    assert len(Article.from_dict(data).quotes) == len(text)


def test_an_integer_is_taken_for_a_confidence() -> None:
    assert Article.from_dict(changed(("attributions", 0, "confidence"), 1)).attributions[
        0
    ].confidence == pytest.approx(1.0)


def test_spans_count_code_points_beyond_the_basic_plane() -> None:
    text = "😀 Да."
    paragraph = Paragraph(span=Span(2, 5), text="Да.")
    article = attrs.evolve(bare(text), paragraphs=(paragraph,))
    assert Article.from_json(article.to_json()) == article
