"""The entry points: `Parser`, and `parse_article` and `parse_html` on one of the process's own.

In flows one text or page; out flows one `Article`. The stages (`runews.pipeline`) are imported on
the first parse, so that ``import runews`` costs little.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

import attrs

from runews.errors import NotTextError, TextTooLongError
from runews.html import read_page
from runews.models import Article

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runews.language import Language
    from runews.structure import Given

__all__ = ["MAX_CHARS", "Explanation", "Parser", "parse_article", "parse_html"]

#: The longest text that a parser takes unless told otherwise, in code points.
MAX_CHARS = 1_000_000


@attrs.frozen(kw_only=True)
class Explanation:
    """An article with the reason for each quote, for those who debug or extend the constructions.

    Args:
        article: The parsed article.
        rules: The id of each quote and the name of the construction that found it, in text order.
    """

    article: Article
    rules: tuple[tuple[str, str], ...]

    def to_html(self, *, title: str | None = None, language: str = "en") -> str:
        """The page of `Article.to_html`, with the construction on the card of each quote.

        Args:
            title: The page's title; the headline, or else the beginning of the text, if not given.
            language: The language of the page's own words, ``"en"`` or ``"ru"``.

        Returns:
            An HTML document.

        Raises:
            OptionError: ``language`` is neither of the two.

        Example:
            >>> explanation = Parser().explain("По словам врача, угрозы жизни нет.")
            >>> "source_phrase" in explanation.to_html()
            True
        """
        from runews.view import render_page

        return render_page(self.article, title=title, rules=dict(self.rules), language=language)


class Parser:
    """Holds the loaded language models; safe to share between threads.

    Args:
        language: The models; the process's own by default, loaded on the first parse.
        max_chars: The longest text to accept, in code points.

    Example:
        >>> parser = Parser()
        >>> article = parser.parse("«Мы готовы», – сказал министр Иван Петров.")
        >>> article.quotes[0].text
        'Мы готовы'
    """

    def __init__(self, *, language: Language | None = None, max_chars: int = MAX_CHARS) -> None:
        self._language = language
        self.max_chars = max_chars

    @property
    def language(self) -> Language:
        """The language models, loaded when first asked for."""
        if self._language is None:
            from runews.pipeline import default_language

            self._language = default_language()
        return self._language

    def parse(
        self,
        text: str,
        *,
        url: str | None = None,
        headline: str | None = None,
        published: date | datetime | None = None,
        agency: str | None = None,
        authors: Sequence[str] = (),
    ) -> Article:
        """Parse one article; arguments, result and errors are those of `parse_article`."""
        from runews.pipeline import Given

        given = Given(
            url=url, headline=headline, published=published, agency=agency, authors=tuple(authors)
        )
        return self._read(text, given).article

    def parse_html(self, html: str | bytes, *, url: str | None = None) -> Article:
        """Parse the article of a web page; needs the extra ``html``.

        Args:
            html: The page, as in the function `parse_html`.
            url: Its address, where known.

        Returns:
            The article, its ``text`` taken from the page.

        Raises:
            InputError: The page cannot be read, as in the function `parse_html`.
            ExtraMissingError: The extra ``html`` is not installed.
        """
        page = read_page(html, url=url)
        return self._read(page.text, page.given).article

    def explain(self, text: str) -> Explanation:
        """Parse one article and tell which construction found each quote.

        Args:
            text: The article as plain text.

        Returns:
            The article with the names of the constructions.

        Raises:
            NotTextError: ``text`` is not a ``str``.
            TextTooLongError: ``text`` is longer than ``max_chars``.

        Example:
            >>> Parser().explain("По словам врача, угрозы жизни нет.").rules
            (('q1', 'source_phrase'),)
        """
        from runews.pipeline import Given

        return self._read(text, Given())

    def _read(self, text: str, given: Given) -> Explanation:
        from runews.pipeline import read_article

        check_text(text, self.max_chars)
        article, rules = read_article(text, given, self.language)
        return Explanation(article=article, rules=rules)


def check_text(text: object, max_chars: int) -> None:
    """Whether a parser takes a text.

    Args:
        text: What was given for a text.
        max_chars: The longest text to accept, in code points.

    Raises:
        NotTextError: It is not a ``str``.
        TextTooLongError: It is longer than ``max_chars``.
    """
    if not isinstance(text, str):
        hint = "; decode bytes first" if isinstance(text, bytes | bytearray) else ""
        raise NotTextError(f"an article's text is a str, not {type(text).__name__}{hint}")
    if len(text) > max_chars:
        raise TextTooLongError(
            f"the text has {len(text):,} characters, the limit is {max_chars:,}: split it "
            "into articles, or pass a greater max_chars to Parser"
        )


@lru_cache(maxsize=1)
def default_parser() -> Parser:
    """The process's own parser."""
    return Parser()


def parse_article(
    text: str,
    *,
    url: str | None = None,
    headline: str | None = None,
    published: date | datetime | None = None,
    agency: str | None = None,
    authors: Sequence[str] = (),
) -> Article:
    """Parse one Russian news article.

    Args:
        text: The article as plain text; any string parses.
        url: Its address, where known. What the caller knows wins over what the text says.
        headline: Its headline.
        published: When it came out; it also gives the dateline its year.
        agency: The news agency that it comes from.
        authors: Who wrote it.

    Returns:
        The article; its ``text`` is exactly the string that was passed in.

    Raises:
        NotTextError: ``text`` is not a ``str``.
        TextTooLongError: ``text`` is longer than a million code points.
        ModelError: The language models are missing or damaged.

    Example:
        >>> article = parse_article("Глава МИД Сергей Лавров заявил, что переговоры продолжатся.")
        >>> article.quotes[0].text
        'переговоры продолжатся'
    """
    return default_parser().parse(
        text, url=url, headline=headline, published=published, agency=agency, authors=authors
    )


def parse_html(html: str | bytes, *, url: str | None = None) -> Article:
    """Parse the article of a web page; needs the extra ``html``.

    The page's metadata (JSON-LD, OpenGraph, microdata, meta and markup, in this order) wins over
    what the text says, and ``url`` wins over both. Nothing is fetched.

    Args:
        html: The page, as a string or as the bytes that the server sent, in any of the encodings of
            Russian pages, declared or not.
        url: Its address, where known.

    Returns:
        The article. Its ``text``, in which all offsets count, is the plain text that was taken from
        the page: headline, deck, captions and paragraphs, with an empty line between them.

    Raises:
        NotTextError: ``html`` is neither a string nor bytes.
        TextTooLongError: The page has more than ten million bytes, or its article more than a
            million code points.
        NoArticleError: The page holds no article.
        ExtraMissingError: The extra ``html`` is not installed.
        ModelError: The language models are missing or damaged.
    """
    return default_parser().parse_html(html, url=url)
