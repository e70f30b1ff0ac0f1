"""The pipeline at a glance: structure, language, entities, quotes, attribution in turn.

In flow a text, what the caller knows of it and the language models; out flow the article and the
constructions that found its quotes. `runews.parser` imports this on the first parse, so that
``import runews`` costs little.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.attribution import attribute
from runews.entities import resolve_entities
from runews.language import default_language
from runews.models import Article, Sentence
from runews.quotes import assemble, find_quotes
from runews.structure import Given, read_structure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from runews.language import Analysis, Language
    from runews.structure import Layout

__all__ = ["Given", "default_language", "read_article", "read_articles"]

Rules = tuple[tuple[str, str], ...]


def read_article(text: str, given: Given, language: Language) -> tuple[Article, Rules]:
    """Read an article; each stage is a function of what came before it.

    Args:
        text: The article as plain text.
        given: What the caller knows; it wins over what the text says.
        language: The loaded models.

    Returns:
        The article, and the id of each quote with the name of the construction that found it.
    """
    return next(read_articles([(text, given)], language))


def read_articles(
    articles: Sequence[tuple[str, Given]], language: Language
) -> Iterator[tuple[Article, Rules]]:
    """The same for several articles, which go through the language models together.

    Args:
        articles: The text of each article, and what the caller knows of it.
        language: The loaded models.

    Yields:
        What `read_article` returns, for each article in turn.
    """
    layouts = [read_structure(text, given) for text, given in articles]
    analyses = language.analyze_many(
        [(text, layout.blocks) for (text, _), layout in zip(articles, layouts, strict=True)]
    )
    for layout, analysis in zip(layouts, analyses, strict=True):
        yield _read(layout, analysis)


def _read(layout: Layout, analysis: Analysis) -> tuple[Article, Rules]:
    text = analysis.text
    index = resolve_entities(analysis, layout)
    found = find_quotes(analysis, layout)
    quotes = assemble(found, text)
    attributions = attribute(
        [(quote.id, f) for quote, f in zip(quotes, found, strict=True)], analysis, layout, index
    )
    article = Article(
        text=text,
        metadata=layout.metadata,
        paragraphs=layout.paragraphs,
        sentences=_sentences(analysis),
        entities=index.entities,
        quotes=quotes,
        attributions=attributions,
    )
    return article, tuple((quote.id, f.rule) for quote, f in zip(quotes, found, strict=True))


def _sentences(analysis: Analysis) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(span=s.span, text=analysis.text[s.start : s.stop], paragraph=s.paragraph)
        for s in analysis.sentences
    )
