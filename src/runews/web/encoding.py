"""The characters of a page: from bytes to a string.

In flow the bytes of a page; out flows its text. A mark of byte order tells the encoding for
certain, and so do bytes that are valid UTF-8; a declaration is believed unless the text that it
gives is no Russian and another encoding's is; without one the most Russian reading wins.
"""

from __future__ import annotations

import codecs
import re

__all__ = ["decode_page"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # UTF-32 first: its mark of little-endian order begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
_SINGLE_BYTE = re.compile(r"cp\d{3,4}|iso8859-\d+|koi8-[rtu]|mac-[a-z]+|kz1048|ptcp154")
#: The single-byte encodings that Russian pages have been written in, the most frequent first.
_CYRILLIC = ("windows-1251", "koi8-r", "cp866", "iso8859-5")
_OTHER = "windows-1252"
# How far a declaration may stand from the start, and how much of a page tells its encoding.
_HEAD = 8192
_SAMPLE = 200_000
_MIN_SAMPLE = 200
_ASCII = bytes(range(128))
# The ten most frequent letters make up about two thirds of Russian, and capitals are rare: read in
# a wrong encoding, a text has few of them.
_FREQUENT = frozenset("оеаинтсрвл")
_RUSSIAN = 0.4
# A page of UTF-8 that was cut off, or that quotes a broken one, has few invalid bytes.
_MAX_BROKEN = 0.02


def decode_page(page: bytes) -> str:
    """Decode a page.

    Args:
        page: The bytes of an HTML page.

    Returns:
        The page's text; what no encoding reads is replaced by U+FFFD.

    Example:
        >>> decode_page("<p>Суд начался, сообщили в мэрии.".encode("koi8-r"))
        '<p>Суд начался, сообщили в мэрии.'
        >>> decode_page('<meta charset="windows-1251"><p>Да'.encode("windows-1251"))
        '<meta charset="windows-1251"><p>Да'
    """
    for mark, encoding in _MARKS:
        if page.startswith(mark):
            return page.decode(encoding, "replace").removeprefix("\ufeff")
    if _is_utf8(page):
        return page.decode("utf-8", "replace")
    declared = _declared(page)
    if declared and not _is_wrong(page, declared):
        return page.decode(declared, "replace")
    return page.decode(_likeliest(page), "replace")


def _is_utf8(page: bytes) -> bool:
    """Whether the bytes are UTF-8: no other encoding looks like it by accident."""
    text = page.decode("utf-8", "replace")
    broken = text.count("\ufffd") - page.count(b"\xef\xbf\xbd")
    beyond = sum(map(len, re.findall(r"[^\x00-\x7f]+", text)))
    return broken <= _MAX_BROKEN * beyond


def _declared(page: bytes) -> str | None:
    """The encoding that the page declares, where Python knows it and it fits bytes like these."""
    match = _DECLARED.search(page[:_HEAD])
    if match is None:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii", "replace")).name
    except LookupError:
        return None
    # The bytes were found not to be UTF-8, and a declaration in ASCII is not UTF-16.
    return name if _SINGLE_BYTE.fullmatch(name) else None


def _is_wrong(page: bytes, declared: str) -> bool:
    """Whether another encoding reads the page as Russian, and the declared one does not.

    The small letters of one encoding are the capitals of another, so that only a text that is long
    enough not to be all in capitals tells.
    """
    if len(page.translate(None, _ASCII)) < _MIN_SAMPLE:
        return False
    share = _russian(page, declared)
    return share < _RUSSIAN and _russian(page, _likeliest(page)) > max(_RUSSIAN, 2 * share)


def _likeliest(page: bytes) -> str:
    best = max(_CYRILLIC, key=lambda encoding: _russian(page, encoding))
    return best if _russian(page, best) >= _RUSSIAN else _OTHER


def _russian(page: bytes, encoding: str) -> float:
    """The share of frequent small letters among what is not ASCII."""
    sample = page.translate(None, _ASCII)[:_SAMPLE]
    text = sample.decode(encoding, "replace")
    return sum(text.count(letter) for letter in _FREQUENT) / len(text) if text else 0.0
