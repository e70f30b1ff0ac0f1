"""JSON that claims to be an article: ours comes back unchanged, all else is refused clearly."""

from __future__ import annotations

import json
import math
from functools import cache
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import runews
from runews import Article, SerializationError
from runews.serialize import SCHEMA_VERSION
from tests.robustness.contract import check_contract
from tests.robustness.documents import mutated_document, places
from tests.robustness.texts import any_input, own_articles
from tests.samples import full_article


@cache
def written() -> tuple[str, ...]:
    """Documents of ours: one with every field filled, and parsed articles."""
    texts = [text[:700] for text in own_articles()[:6]]
    return (full_article().to_json(), *(runews.parse_article(text).to_json() for text in texts))


def same(one: Any, other: Any) -> bool:
    """Whether two documents are equal, with 1 and 1.0 alike, as JSON has it."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True) or bool(
        one == other
    )


def read(document: str | bytes) -> Article | None:
    """The article of a document; ``None`` where it is refused, with a message."""
    refusal = None
    try:
        article = Article.from_json(document)
    except SerializationError as error:
        refusal = str(error)
    if refusal is not None:
        assert refusal.strip()
        assert len(refusal) < 5_000
        return None
    assert Article.from_json(article.to_json()) == article
    return article


@given(st.data(), st.integers(0, 2**32))
def test_a_changed_document_is_refused_or_is_what_to_dict_writes(
    data: st.DataObject, seed: int
) -> None:
    document = json.loads(data.draw(st.sampled_from(written())))
    changed = mutated_document(document, seed)
    article = read(json.dumps(changed))
    if article is not None:
        assert same(article.to_dict(), changed)


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
                    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))  # fmt: skip
def test_any_json_is_refused(document: Any) -> None:
    assert read(json.dumps(document)) is None


@given(st.binary() | st.text())
@example(b"\xff")
@example("[" * 100_000)
@example('{"version": 1, "version": 1}')
@example('{"version": NaN}')
@example("9" * 10_000)
@example("")
@example(b"\xef\xbb\xbf{}")
def test_any_bytes_or_text_are_refused(document: bytes | str) -> None:
    assert read(document) is None


@given(any_input())
def test_what_was_parsed_comes_back(text: str) -> None:
    article = runews.parse_article(text)
    back = read(article.to_json())
    assert back == article
    check_contract(back, text)
    assert read(article.to_json().encode("utf-8", "surrogatepass")) == article


def _every_place() -> list[tuple[str, str | int]]:
    return [(name, key) for name, (_, key) in _named_places(full_article().to_dict())]


def _named_places(document: Any) -> list[tuple[str, tuple[Any, Any]]]:
    return [(str(number), place) for number, place in enumerate(places(document))]


@pytest.mark.parametrize("name", [name for name, _ in _every_place()])
def test_every_field_of_the_wrong_type_or_missing_is_refused(name: str) -> None:
    wrong: Any
    for wrong in (object, None, [[]], {"x": 1}, 10**9, -1, True, 0.5, "\x00wrong", math.inf):
        document = full_article().to_dict()
        holder, key = dict(_named_places(document))[name]
        if wrong is object:
            del holder[key]
        else:
            holder[key] = wrong
        article = read(json.dumps(document))
        if article is not None:
            # A value of the right type, or a list that is one item shorter.
            assert same(article.to_dict(), document)


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (lambda d: d.update(extra=1), "unknown field 'extra'"),
        (lambda d: d["quotes"][0].update(mood="sad"), "$.quotes[0]: unknown field 'mood'"),
        (lambda d: d.pop("text"), "missing field 'text'"),
        (lambda d: d["metadata"].pop("url"), "$.metadata: missing field 'url'"),
        (lambda d: d.update(text=5), "$.text: expected a string"),
        (lambda d: d["entities"][0].update(type="per"), "$.entities[0].type: expected one of"),
        (lambda d: d["sentences"][0].update(paragraph=True), "expected a whole number"),
        (lambda d: d["sentences"][0].update(paragraph=7), "there is no paragraph 7"),
        (lambda d: d["paragraphs"][0]["span"].update(stop=10**6), "lies outside the text"),
        (lambda d: d["paragraphs"][0]["span"].update(start=-1), "$.paragraphs[0].span"),
        (lambda d: d["paragraphs"][0]["span"].update(start=9, stop=5), "$.paragraphs[0].span"),
        (lambda d: d["paragraphs"][0].update(text="Снег"), "differs from the article's text"),
        (lambda d: d["quotes"][1].update(parent_id="q9"), "there is no quote 'q9'"),
        (lambda d: d["quotes"][1].update(parent_id="q2"), "nested in itself"),
        (lambda d: d["quotes"][1].update(id="q1"), "'q1' is taken"),
        (lambda d: d["attributions"].pop(), "not one for each quote"),
        (lambda d: d["attributions"][0]["speaker"].update(entity_id="e9"), "no entity 'e9'"),
        (lambda d: d["attributions"][0].update(confidence=2), "confidence"),
        (lambda d: d["metadata"].update(published="вчера"), "expected a date or time"),
        (lambda d: d.update(version=SCHEMA_VERSION + 1), "upgrade runews"),
        (lambda d: d.update(version="1"), "$.version: expected a version"),
        (lambda d: d.pop("version"), "missing field 'version'"),
    ],
)
def test_a_refusal_names_the_place_and_what_is_wrong(change: Any, path: str) -> None:
    document = full_article().to_dict()
    change(document)
    with pytest.raises(SerializationError) as refused:
        Article.from_dict(document)
    assert path in str(refused.value)
