"""Whole pages: one article, many articles, and the fragment that a notebook shows.

In flow articles; out flows HTML that needs nothing from elsewhere: the style sheet stands in the
page, there is no script, and the page's own policy forbids any.
"""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from runews.models import EntityType, ParagraphKind, QuoteKind
from runews.view.chart import chart_html
from runews.view.escaping import escaped, shortened
from runews.view.scene import scene_of
from runews.view.tables import entities_html, metadata_html, quotes_html
from runews.view.text import text_html
from runews.view.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from runews.models import Article
    from runews.view.scene import Scene
    from runews.view.words import Words

__all__ = ["render_fragment", "render_page", "render_pages"]

_MOST_OF_TITLE = 120


def render_page(
    article: Article,
    *,
    title: str | None = None,
    rules: Mapping[str, str] | None = None,
    language: str = "en",
) -> str:
    """One article as a page of its own.

    Args:
        article: The article.
        title: The page's title; the headline, or else the beginning of the text, if not given.
        rules: The name of the rule that found each quote by the quote's id, to show it too.
        language: The language of the page's own words, ``"en"`` or ``"ru"``.

    Returns:
        An HTML document that encodes in UTF-8 whatever the article's text is.

    Raises:
        OptionError: ``language`` is neither of the two.

    Example:
        >>> import runews
        >>> article = runews.parse_article("По словам врача, угрозы жизни нет.")
        >>> render_page(article).startswith("<!doctype html>")
        True
    """
    words = words_of(language)
    scene = scene_of(article, words=words, rules=rules)
    return "".join(
        [*_head(title or _title(article), words), *_sheet(scene, title), "</main></body></html>\n"]
    )


def render_pages(
    articles: Iterable[tuple[str, Article]], *, title: str = "runews", language: str = "en"
) -> Iterator[str]:
    """Many articles in one page, piece by piece, holding one of them at a time.

    Args:
        articles: The articles, each with the name to show above it: that of its file, say.
        title: The page's title.
        language: The language of the page's own words, ``"en"`` or ``"ru"``.

    Yields:
        Pieces of one HTML document, with links to all articles at its end.

    Raises:
        OptionError: ``language`` is neither of the two.
    """
    words = words_of(language)
    yield from _head(title, words)
    names = []
    for number, (name, article) in enumerate(articles, 1):
        names.append(shortened(name, _MOST_OF_TITLE))
        yield f'<section class="rn-one" id="a{number}"><p class="rn-file">'
        yield f'{escaped(names[-1])} <a href="#contents">{words.articles}</a></p>'
        yield from _sheet(scene_of(article, words=words, prefix=f"a{number}-", level=2), None)
        yield "</section>"
    yield f'<nav class="rn-contents" id="contents"><h2>{words.articles}</h2><ol>'
    for number, name in enumerate(names, 1):
        yield f'<li><a href="#a{number}">{escaped(name)}</a></li>'
    yield "</ol></nav></main></body></html>\n"


def render_fragment(article: Article, *, language: str = "en") -> str:
    """An article as a piece of a notebook's page, with styles that touch nothing else there.

    Args:
        article: The article.
        language: The language of the page's own words, ``"en"`` or ``"ru"``.

    Returns:
        One element of HTML. Its identifiers begin with a hash of the text, so that several articles
        can stand in one notebook.

    Raises:
        OptionError: ``language`` is neither of the two.
    """
    digest = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    scene = scene_of(article, words=words_of(language), prefix=f"rn-{digest[:8]}-", level=3)
    body = "".join(_sheet(scene, None))
    return f'<div class="runews" lang="{language}"><style>{_style()}</style>{body}</div>'


def _head(title: str, words: Words) -> Iterator[str]:
    digest = base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    yield f'<!doctype html>\n<html lang="{words.language}"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>{escaped(shortened(title, _MOST_OF_TITLE))}</title>"
    yield f'<style>{_style()}</style></head><body class="rn-page"><main class="runews rn-full">'


@lru_cache(maxsize=1)
def _style() -> str:
    return files("runews.view").joinpath("style.css").read_text("utf-8")


def _title(article: Article) -> str:
    return article.metadata.headline or shortened(article.text, _MOST_OF_TITLE) or "runews"


def _sheet(scene: Scene, title: str | None) -> Iterator[str]:
    """One article with all that is said about it."""
    words, article = scene.words, scene.article
    language = escaped(article.metadata.language or "ru")
    headline = title or article.metadata.headline
    written = any(p.kind is ParagraphKind.HEADLINE for p in article.paragraphs)
    yield '<header class="rn-head">'
    if headline and not written:
        yield f'<h{scene.level} class="rn-headline">{escaped(headline)}</h{scene.level}>'
    yield from metadata_html(scene)
    yield from _legend(words)
    yield '</header><div class="rn-columns">'
    yield f'<article class="rn-text" lang="{language}" aria-label="{words.article}">'
    yield from text_html(scene)
    yield "</article>"
    for name, heading, part in (
        ("said-what", words.who_said_what, quotes_html(scene)),
        ("speakers", words.speakers, chart_html(scene)),
        ("named", words.named, entities_html(scene)),
    ):
        if content := "".join(part):
            yield f'<section class="rn-beside rn-{name}"><div>'
            yield f"<h{scene.level + 1}>{heading}</h{scene.level + 1}>{content}</div></section>"
    yield "</div>"


def _legend(words: Words) -> Iterator[str]:
    yield f'<ul class="rn-legend" aria-label="{words.legend}">'
    for kind in QuoteKind:
        yield f'<li><span class="rn-key rn-{kind}">{words.kinds[kind]}</span></li>'
    for entity_type in EntityType:
        yield f'<li><span class="rn-m rn-{entity_type}">{words.types[entity_type]}</span></li>'
    yield "</ul>"
