"""The result types: frozen, slotted, hashable, with look-ups that say what they did not find."""

from __future__ import annotations

import inspect
import pickle
from enum import Enum

import attrs
import pytest

import runews
from runews import Article, Metadata, NotFoundError, Quote, QuoteKind, Span, models

RESULT_CLASSES = [cls for _, cls in inspect.getmembers(models, inspect.isclass) if attrs.has(cls)]
ENUMS = [
    runews.EntityType,
    runews.MentionKind,
    runews.ParagraphKind,
    runews.QuoteKind,
]


@pytest.mark.parametrize("cls", RESULT_CLASSES)
def test_result_classes_are_slotted_and_their_sequences_are_tuples(cls: type) -> None:
    assert "__slots__" in vars(cls)
    for field in attrs.fields(cls):
        assert "list" not in str(field.type)


def test_an_article_cannot_be_changed(article: Article) -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        article.text = "другой"  # type: ignore[misc] # that it is an error is what is tested


def test_an_article_is_equal_and_hashable_by_value(article: Article) -> None:
    twin = pickle.loads(pickle.dumps(article))  # noqa: S301 - our own pickle
    assert twin == article
    assert twin is not article
    assert hash(twin) == hash(article)
    assert attrs.evolve(article, quotes=()) != article


@pytest.mark.parametrize("enum", ENUMS)
def test_an_enum_is_its_word(enum: type[Enum]) -> None:
    for member in enum:
        assert isinstance(member, str)
        assert member == member.value == str(member)
        assert enum(member.value) is member


def test_the_words_of_the_enums_are_those_of_the_contract() -> None:
    assert [k.value for k in runews.QuoteKind] == ["direct", "mixed", "indirect"]
    assert [k.value for k in runews.EntityType] == ["PER", "ORG", "LOC"]
    assert [k.value for k in runews.MentionKind] == ["name", "role", "pronoun"]
    assert [k.value for k in runews.ParagraphKind] == [
        "headline", "subheading", "lead", "body", "caption", "byline", "reference", "source",
        "disclaimer",
    ]  # fmt: skip


@pytest.mark.parametrize(("start", "stop"), [(-1, 2), (3, 2)])
def test_a_span_refuses_bounds_that_bound_nothing(start: int, stop: int) -> None:
    with pytest.raises(ValueError, match="0 <= start <= stop"):
        Span(start, stop)


def test_spans_sort_by_place_and_know_overlap_and_containment() -> None:
    assert sorted([Span(3, 4), Span(0, 9), Span(0, 2)]) == [Span(0, 2), Span(0, 9), Span(3, 4)]
    assert Span(0, 3).overlaps(Span(2, 5))
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(1, 2) in Span(0, 3)
    assert Span(1, 4) not in Span(0, 3)


def test_an_empty_span_is_true() -> None:
    assert Span(2, 2)
    assert len(Span(2, 2)) == 0


def test_results_take_keywords_only() -> None:
    with pytest.raises(TypeError):
        Metadata("Заголовок")  # type: ignore[call-arg] # that it is an error is what is tested


def test_a_quote_has_at_least_one_piece_and_spans_from_the_first_to_the_last() -> None:
    with pytest.raises(ValueError, match="spans"):
        Quote(id="q1", kind=QuoteKind.DIRECT, spans=(), text="")
    quote = Quote(id="q1", kind=QuoteKind.DIRECT, spans=(Span(2, 4), Span(7, 9)), text="а б")
    assert quote.span == Span(2, 9)


@pytest.mark.parametrize("confidence", [-0.1, 1.1])
def test_confidence_lies_between_0_and_1(confidence: float) -> None:
    with pytest.raises(ValueError, match="confidence"):
        runews.Attribution(quote_id="q1", confidence=confidence)


def test_look_up_by_id(article: Article) -> None:
    assert article.entity("e1") is article.entities[0]
    assert article.quote("q2") is article.quotes[1]
    assert article.attribution_of("q1") is article.attributions[0]
    assert article.attribution_of(article.quotes[1]) is article.attributions[1]


def test_a_look_up_in_vain_says_what_to_do(article: Article) -> None:
    with pytest.raises(NotFoundError, match=r"no entity 'e9'.*article\.entities"):
        article.entity("e9")
    with pytest.raises(NotFoundError, match=r"no quote 'q9'.*article\.quotes"):
        article.quote("q9")
    with pytest.raises(KeyError):
        article.attribution_of("q9")


@pytest.mark.parametrize("speaker", ["Олег Зимин", "олег зимин", "Зимин"])
def test_quotes_by_a_name_or_an_alias_in_any_case(article: Article, speaker: str) -> None:
    assert [q.id for q in article.quotes_by(speaker)] == ["q1", "q2"]


def test_quotes_by_an_entity(article: Article) -> None:
    assert [q.id for q in article.quotes_by(article.entities[0])] == ["q1", "q2"]
    assert article.quotes_by(article.entities[1]) == ()
    assert article.quotes_by("Никто") == ()
