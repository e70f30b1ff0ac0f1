"""Parsing one batch: the one place that hands articles to the parser, here and in a worker.

In flow `Source` objects: a text or a web page with what the caller knows of it; out flows, for
each, what the caller's ``finish`` makes of its article, or the error that it gave.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from runews.errors import ExtraMissingError, InputError, RunewsError, SerializationError
from runews.html import read_page
from runews.parser import check_text, default_parser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date, datetime

    from runews.language import Language
    from runews.models import Article
    from runews.structure import Given

__all__ = ["Source", "load_reader", "whole_article"]

Result = TypeVar("Result")

#: Errors that are the one article's own; any other ends the work.
_OWN_ERRORS = (InputError, SerializationError, ExtraMissingError)


@attrs.frozen(kw_only=True)
class Source:
    """An article to parse.

    Args:
        content: Its text, or the HTML of its page; what is neither gives an error in its place.
        is_page: Whether it is a page.
        url: Its address, where known, as all that follows.
        headline: Its headline.
        published: When it came out.
        agency: The agency that it comes from.
        authors: Who wrote it.
    """

    content: Any
    is_page: bool = False
    url: str | None = None
    headline: str | None = None
    published: date | datetime | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()

    @property
    def length(self) -> int:
        """Characters of the text, bytes of a page."""
        return len(self.content) if isinstance(self.content, str | bytes) else 0


def load_reader(
    max_chars: int, finish: Callable[[Article], Result]
) -> Callable[[Sequence[Source]], list[Result | RunewsError]]:
    """Load the models and give the function that parses a batch with them.

    Args:
        max_chars: The longest text to accept, in code points.
        finish: Makes of an article what is wanted of it, such as a line of JSON.

    Returns:
        A function from a batch to as many results, in the same order.

    Raises:
        ModelError: The language models are missing or damaged.

    Example:
        >>> read = load_reader(1000, lambda article: article.quotes[0].text)
        >>> read([Source(content="«Да», – сказал Иванов."), Source(content=None)])
        ['Да', NotTextError("an article's text is a str, not NoneType")]
    """
    # The process's own models, which `parse_article` has too.
    language = default_parser().language
    return partial(_parse_batch, language=language, max_chars=max_chars, finish=finish)


def whole_article(article: Article) -> Article:
    """The ``finish`` of those who want the article itself."""
    return article


def _parse_batch(
    sources: Sequence[Source],
    *,
    language: Language,
    max_chars: int,
    finish: Callable[[Article], Result],
) -> list[Result | RunewsError]:
    from runews.pipeline import read_articles

    readable: list[tuple[str, Given]] = []
    errors: dict[int, RunewsError] = {}
    for position, source in enumerate(sources):
        try:
            readable.append(_readable(source, max_chars))
        except _OWN_ERRORS as error:
            errors[position] = error
    found: list[Result | RunewsError] = []
    with _collector_paused():
        articles = read_articles(readable, language)
        for position in range(len(sources)):
            try:
                found.append(errors.get(position) or finish(next(articles)[0]))
            except _OWN_ERRORS as error:
                found.append(error)
    return found


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Without Python's search for cycles, a tenth of the time where so many objects are made."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _readable(source: Source, max_chars: int) -> tuple[str, Given]:
    """The text of an article, and what is known of it from elsewhere."""
    if source.is_page:
        page = read_page(source.content, url=source.url)
        text, given = page.text, page.given
    else:
        from runews.structure import Given

        text = source.content
        given = Given(
            url=source.url,
            headline=source.headline,
            published=source.published,
            agency=source.agency,
            authors=source.authors,
        )
    check_text(text, max_chars)
    return text, given
