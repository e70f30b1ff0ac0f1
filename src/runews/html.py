"""The door to web pages: what comes in is checked here, and the extra ``html`` is asked for.

In flow bytes or a string of HTML; out flows the `runews.web.page.Page`. The libraries of the extra
are imported on the first page, so that ``import runews`` needs none of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from runews.errors import ExtraMissingError, NotTextError, TextTooLongError
from runews.web.encoding import decode_page

if TYPE_CHECKING:
    from runews.web.page import Page

__all__ = ["MAX_PAGE_BYTES", "looks_like_html", "read_page"]

#: The largest page that is read, in bytes (of UTF-8, for a string).
MAX_PAGE_BYTES = 10_000_000

_OPENING = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,1000}?-->\s*)?(?:<!doctype\s+html|<html)\b",
    re.IGNORECASE | re.DOTALL,
)


def read_page(page: str | bytes, *, url: str | None = None) -> Page:
    """Read a web page.

    Args:
        page: The HTML, as a string or as the bytes that the server sent.
        url: Its address, where known; it wins over the one that the page gives.

    Returns:
        The plain text of its article and what the page tells about it.

    Raises:
        NotTextError: ``page`` is neither a string nor bytes.
        TextTooLongError: The page is larger than `MAX_PAGE_BYTES`.
        NoArticleError: The page holds no article.
        ExtraMissingError: The extra ``html`` is not installed.
    """
    if not isinstance(page, str | bytes | bytearray):
        raise NotTextError(f"a page is HTML as str or bytes, not {type(page).__name__}")
    size = len(page.encode("utf-8", "replace")) if isinstance(page, str) else len(page)
    if size > MAX_PAGE_BYTES:
        raise TextTooLongError(
            f"the page has {size:,} bytes, the limit is {MAX_PAGE_BYTES:,}: cut out its article, "
            "or pass the article's text to parse_article"
        )
    try:
        from runews.web.page import read_page_text
    except ImportError as error:
        raise ExtraMissingError(
            f"reading web pages needs {error.name or 'more libraries'}: pip install 'runews[html]'"
        ) from error
    return read_page_text(page if isinstance(page, str) else decode_page(bytes(page)), url)


def looks_like_html(text: str) -> bool:
    r"""Whether a text begins like a web page.

    Args:
        text: The text, or its beginning.

    Returns:
        ``True`` where it opens with a doctype or the element ``html``.

    Example:
        >>> looks_like_html("<!DOCTYPE html>\n<html>"), looks_like_html("Суд <html> начался")
        (True, False)
    """
    return _OPENING.match(text) is not None
