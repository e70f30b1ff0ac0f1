"""Bytes: marks of byte order, declarations that are true, false or missing."""

from __future__ import annotations

import pytest

import runews
from runews.web.encoding import decode_page
from tests.html import pages

PAGE = pages.metas()
# KOI8-R and the older encodings lack some marks of typography.
OLD = pages.bare().translate(str.maketrans("«»—", '""-'))
DECLARED = "<meta http-equiv='Content-Type' content='text/html; charset={}'>"


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "koi8-r", "cp866", "iso8859-5"])
def test_an_encoding_without_a_declaration(encoding: str) -> None:
    assert decode_page(OLD.encode(encoding)) == OLD


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "koi8-r", "x-none", "utf-16"])
@pytest.mark.parametrize("declared", ["utf-8", "windows-1251", "koi8-r", "cp1251", "x-none"])
def test_a_declaration_true_or_false(encoding: str, declared: str) -> None:
    page = OLD.replace("<body>", DECLARED.format(declared) + "<body>")
    actual = "windows-1251" if encoding == "x-none" else encoding
    assert decode_page(page.encode(actual)) == page


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_of_byte_order_is_no_part_of_the_page(encoding: str) -> None:
    assert decode_page(PAGE.encode(encoding)) == PAGE


def test_a_declaration_decides_where_the_letters_do_not() -> None:
    page = "<meta charset=koi8-r><title>ЮГРА</title>"
    assert decode_page(page.encode("koi8-r")) == page


@pytest.mark.parametrize(
    "page",
    [
        b"",
        b"\xff\xff\xff",
        b"\x80" * 50,
        b"caf\xe9",
        b"<meta charset=hex>\xe9",
        b"<meta charset=unicode_escape>\xe9\\x",
    ],
)
def test_any_bytes_decode(page: bytes) -> None:
    assert isinstance(decode_page(page), str)


def test_a_page_that_was_cut_inside_a_letter_is_still_utf_8() -> None:
    cut = PAGE.encode()[: PAGE.encode().index("Дроздов".encode()) + 5]
    assert "Павел Др" in decode_page(cut)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1251", "koi8-r"])
def test_a_page_in_bytes_is_the_page_in_characters(encoding: str) -> None:
    source = pages.newspaper().replace("<meta charset='utf-8'>", "")
    source = source.translate(str.maketrans("«»—", "  -"))
    assert runews.parse_html(source.encode(encoding)) == runews.parse_html(source)


def test_a_declaration_in_a_string_does_not_matter() -> None:
    page = "<?xml version='1.0' encoding='koi8-r'?>" + pages.bare()
    assert runews.parse_html(page) == runews.parse_html(pages.bare())
