"""A file that is one article: plain text or a web page.

In flows a name; out flows the `Item`, with the text or the page's bytes, or the reason why not.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

from runews.batch.reading import Source
from runews.cli.console import reason
from runews.cli.inputs import STDIN, Item
from runews.errors import TextTooLongError
from runews.html import MAX_PAGE_BYTES, looks_like_html
from runews.web.encoding import decode_page

__all__ = ["item_of_file", "standard_input"]

# How many bytes of a file tell whether it is a web page.
_OPENING = 4096


def item_of_file(name: str, kind: str) -> Item:
    """Read a file.

    Args:
        name: Its name, or `STDIN`.
        kind: ``text``, ``html``, or ``auto`` to tell them apart by how the file begins.

    Returns:
        The article, or the reason why there is none.
    """
    try:
        raw = _read(name)
        if kind == "html" or (kind == "auto" and looks_like_html(decode_page(raw[:_OPENING]))):
            return Item(file=name, source=Source(content=raw, is_page=True))
        # A mark of byte order is the encoding's signature and no part of the text.
        return Item(file=name, source=Source(content=raw.decode("utf-8-sig")))
    except (OSError, UnicodeDecodeError, TextTooLongError) as error:
        return Item(file=name, error=reason(error))


def standard_input() -> BinaryIO:
    """Standard input.

    Raises:
        OSError: It is closed.
    """
    if sys.stdin is None:
        raise OSError("standard input is closed")
    return sys.stdin.buffer


def _read(name: str) -> bytes:
    if name == STDIN:
        raw = standard_input().read(MAX_PAGE_BYTES + 1)
    else:
        with Path(name).open("rb") as file:
            raw = file.read(MAX_PAGE_BYTES + 1)
    if len(raw) > MAX_PAGE_BYTES:
        raise TextTooLongError(
            f"has more than {MAX_PAGE_BYTES:,} bytes, which no article has: split it into articles"
        )
    return raw
