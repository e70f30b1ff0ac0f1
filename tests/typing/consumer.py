"""What a user of the types writes; mypy in strict mode is the test, nothing here is run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from typing_extensions import assert_type

import runews
from runews import (
    Article,
    Attribution,
    Dateline,
    Entity,
    EntityType,
    InputError,
    Mention,
    Parser,
    Quote,
    QuoteKind,
    Span,
    Speaker,
    WorkerError,
)


def read(text: str) -> None:
    article = runews.parse_article(
        text, url="https://example.org", published=date(2024, 1, 31), authors=["Анна Лес"]
    )
    assert_type(article, Article)
    assert_type(article.quotes, tuple[Quote, ...])
    assert_type(article.quotes[0].kind, QuoteKind)
    assert_type(article.quotes[0].spans, tuple[Span, ...])
    assert_type(article.quotes[0].parent_id, str | None)
    assert_type(article.entities[0].type, EntityType)
    assert_type(article.entities[0].mentions, tuple[Mention, ...])
    assert_type(article.metadata.published, date | datetime | None)
    assert_type(article.metadata.dateline, Dateline | None)
    attribution = article.attribution_of("q1")
    assert_type(attribution, Attribution)
    assert_type(attribution.speaker, Speaker | None)
    assert_type(attribution.confidence, float)
    assert_type(article.entity("e1"), Entity)
    assert_type(article.quotes_by("Олег Зимин"), tuple[Quote, ...])
    assert_type(Article.from_json(article.to_json(indent=2)), Article)
    assert_type(Article.from_dict(article.to_dict()), Article)
    assert_type(Parser(max_chars=10).parse(text), Article)


def read_many(texts: list[str]) -> None:
    assert_type(runews.parse_articles(texts, workers=2), Iterator[Article])
    assert_type(
        runews.parse_articles(texts, on_error="return", progress=print, start_method="fork"),
        Iterator[Article | InputError | WorkerError],
    )


def misuse(article: Article) -> None:
    runews.parse_article(b"bytes")  # type: ignore[arg-type] # only str
    runews.parse_articles([], on_error="skip")  # type: ignore[call-overload] # no such word
    article.quotes.append(article.quotes[0])  # type: ignore[attr-defined] # a tuple
    article.metadata.headline.strip()  # type: ignore[union-attr] # may be None
