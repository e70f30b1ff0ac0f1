"""Pages that nobody should trust: bounded time, no network, no files, errors of ours."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

import runews
from runews.html import MAX_PAGE_BYTES, looks_like_html, read_page
from tests.html import pages

if TYPE_CHECKING:
    from pathlib import Path

SENTENCE = "Министр заявил журналистам, что переговоры продолжатся на следующей неделе. "
MEGABYTES = {
    "deep": "<div>" * 100_000 + f"<p>{SENTENCE}",
    "deep after the story": pages.newspaper() + "<div>" * 100_000,
    "one level of open paragraphs": "<div>" * 200 + f"<p>{SENTENCE}" * 30_000,
    "paragraphs": f"<p>{SENTENCE * 3}</p>" * 12_000,
    "tiny paragraphs": "<p>Да.</p>" * 300_000,
    "inline elements": f"<article><p>{SENTENCE}" + "<b hidden>x</b>y " * 250_000,
    "links": "<ul>" + "<li><a href=x>Новость дня</a>" * 120_000,
    "figures": "<figure>" * 100_000 + "подпись",
    "properties": "<i itemprop=author itemscope>" * 100_000 + SENTENCE,
    "names": "<div class='" + "ad " * 500_000 + f"'>{SENTENCE * 4}</div>",
    "scripts": "<script type='application/ld+json'>[]</script>" * 80_000 + SENTENCE * 4,
    "comments": f"<!-- {SENTENCE} -->" * 30_000,
    "headings and times": "<h1>Да</h1><time datetime=x></time>" * 100_000,
}


@pytest.mark.parametrize("page", MEGABYTES.values(), ids=MEGABYTES.keys())
def test_a_page_of_megabytes_is_read_in_bounded_time(page: str) -> None:
    start = time.perf_counter()
    with suppress(runews.NoArticleError):
        read_page(page)
    assert time.perf_counter() - start < 20


def test_a_page_over_the_limit_is_refused() -> None:
    with pytest.raises(runews.TextTooLongError, match=r"10,000,001 bytes, the limit is 10,000,000"):
        runews.parse_html(b" " * (MAX_PAGE_BYTES + 1))
    with pytest.raises(runews.TextTooLongError, match="bytes"):
        runews.parse_html("ы" * (MAX_PAGE_BYTES // 2 + 1))


def test_the_text_of_a_page_is_held_to_the_limit_of_the_parser() -> None:
    with pytest.raises(runews.TextTooLongError, match="max_chars"):
        runews.Parser(max_chars=100).parse_html(pages.newspaper())


@pytest.mark.parametrize("page", [None, 5, ["<p>"]])
def test_what_is_no_page_is_refused(page: object) -> None:
    with pytest.raises(runews.NotTextError, match="HTML as str or bytes"):
        runews.parse_html(page)  # type: ignore[arg-type] # that it is an error is the test


@pytest.mark.parametrize(
    "page",
    ["\ud800" * 10, "<p>\udcff</p>", "<" * 10_000, "<p" * 10_000, "&#x110000;&#0;&zwnj;" * 100,
     "<![CDATA[" * 100, "<svg><math><table><td><p>", "]]>-->", "<html><frameset><frame src=x>"],
)  # fmt: skip
def test_any_string_is_a_page_or_holds_no_article(page: str) -> None:
    with pytest.raises(runews.NoArticleError):
        runews.parse_html(page)
    assert runews.parse_html(pages.newspaper() + page).metadata.headline == pages.HEADLINE


def test_neither_network_nor_files_are_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    secret = tmp_path / "secret.txt"
    secret.write_text("ТАЙНА", encoding="utf-8")
    doctype = (
        f"<!DOCTYPE html SYSTEM 'http://127.0.0.1/x.dtd' [<!ENTITY a SYSTEM '{secret.as_uri()}'>"
        "<!ENTITY b '&a;&a;&a;'>]>"
    )
    page = pages.bare().replace("Дроздов", "&a;&b; Дроздов")
    links = f"<link rel='canonical' href='{secret.as_uri()}'><iframe src='{secret.as_uri()}'>"
    assert "ТАЙНА" not in runews.parse_html(f"{doctype}{page}{links}").text


def test_without_the_extra_one_line_tells_what_to_install() -> None:
    code = (
        "import sys; sys.modules['trafilatura'] = None\n"
        "import runews\n"
        "try: runews.parse_html('<p>Да.')\n"
        "except runews.ExtraMissingError as error: print(error)"
    )
    said = subprocess.check_output([sys.executable, "-W", "error", "-c", code], encoding="utf-8")
    assert said == "reading web pages needs trafilatura: pip install 'runews[html]'\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!doctype html>", True),
        ("\ufeff\n <!DOCTYPE HTML PUBLIC '-//W3C//DTD'>", True),
        ("<?xml version='1.0'?>\n<html lang=ru>", True),
        ("<!-- saved --><html>", True),
        ("<htmlx>", False),
        ("Суд <html>", False),
        ("", False),
    ],
)
def test_what_looks_like_a_page(text: str, expected: bool) -> None:
    assert looks_like_html(text) is expected
