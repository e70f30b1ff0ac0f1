"""The article's text as HTML: the same words, marked, and nothing that could run."""

from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser

import attrs
import pytest
from hypothesis import example, given

from runews import Article, Metadata, Paragraph, ParagraphKind, Span
from runews.view import render_page
from runews.view.escaping import escaped, linkable, shortened
from runews.view.scene import scene_of
from runews.view.text import text_html
from runews.view.words import words_of
from tests.view.articles import HOSTILE, any_article, crossing_article, hostile_article

VOID = {"meta", "rect"}


class Page(HTMLParser):
    """What a page holds: its elements, checked to nest, and the words outside of cards."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.elements.append((tag, named))
        if tag == "a":
            assert not any(outer == "a" for outer, _ in self.open), "a link in a link"
        if tag not in VOID:
            self.open.append((tag, named))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if not any(named.get("role") == "tooltip" for _, named in self.open):
            self.words += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data!r}")


def text_of(article: Article) -> str:
    return "".join(text_html(scene_of(article, words=words_of("en"))))


def treated(text: str) -> str:
    """Control characters but white space, and lone surrogates, as the replacement character."""
    return "".join(
        "\ufffd" if unicodedata.category(c) in ("Cc", "Cs") and c not in "\t\n\f\r" else c
        for c in text
    )


@given(any_article())
@example(hostile_article())
@example(crossing_article())
@example(Article(text="", metadata=Metadata()))
@example(Article(text=" \n\v", metadata=Metadata()))
def test_the_words_of_a_view_are_the_articles_own(article: Article) -> None:
    assert Page(text_of(article)).words == treated(article.text)


@given(any_article())
@example(hostile_article())
def test_a_page_of_any_article_nests_encodes_and_has_its_targets(article: Article) -> None:
    page = render_page(article)
    page.encode("utf-8")
    elements = Page(page).elements
    ids = [named["id"] for _, named in elements if "id" in named]
    assert len(ids) == len(set(ids))
    for tag, named in elements:
        assert tag not in ("script", "img", "iframe", "link", "object", "base")
        assert not [name for name in named if name.startswith("on") or name in ("style", "src")]
        for name in ("href", "aria-describedby"):
            target = named.get(name) or ""
            assert target.startswith("http") or target.removeprefix("#") in ("", *ids)


def test_marks_cross_as_html_can_hold_them() -> None:
    html = re.sub(
        r'<span[^>]* role="tooltip".*?</span></mark>', "</mark>", text_of(crossing_article())
    )
    html = re.sub(r' (?:title|tabindex|data-rn|aria-describedby)="[^"]*"', "", html)
    assert html == (
        '<h1 class="rn-p rn-headline">Лёд сошёл\n\n</h1>'
        '<p class="rn-p rn-lead"><mark id="q1" class="rn-q rn-direct">«'
        '<span id="e1-1" class="rn-m rn-PER"><a href="#e1">Мэр </a>'
        '<span id="e2-1" class="rn-m rn-LOC"><a href="#e2">Омска</a></span></span> '
        '<span id="e1-2" class="rn-m rn-PER"><a href="#e1">Олег Зимин</a></span> '
        '<span class="rn-cue">сказал</span>, что '
        '<mark id="q2" class="rn-q rn-indirect">лёд сошёл</mark>, – передаёт источник\n\n'
        "</mark></p>"
        '<p class="rn-p rn-body"><mark class="rn-q rn-direct">Город ждёт '
        '<span id="e2-2" class="rn-m rn-LOC"><a href="#e2">тепла»</a></span></mark>'
        '<span class="rn-m rn-LOC"><a href="#e2"> в Омске</a></span></p>'
    )


def test_words_between_paragraphs_are_shown_too() -> None:
    article = Article(
        text="Раз два три",
        metadata=Metadata(),
        paragraphs=(
            Paragraph(span=Span(8, 11), text="три", kind=ParagraphKind.CAPTION),
            Paragraph(span=Span(0, 3), text="Раз", kind=ParagraphKind.SUBHEADING),
        ),
    )
    assert text_of(article) == (
        '<h2 class="rn-p rn-subheading">Раз</h2><p class="rn-p rn-loose"> два </p>'
        '<p class="rn-p rn-caption">три</p>'
    )


def test_a_card_tells_speaker_cue_medium_via_confidence_and_rule(article: Article) -> None:
    [said, by_whom] = article.attributions
    via = attrs.evolve(said, via=by_whom.via)
    article = attrs.evolve(article, attributions=(via, by_whom))
    scene = scene_of(article, words=words_of("en"), rules={"q1": "direct_cue_inside"})
    [card, *_] = re.findall(r'<span id="c1".*?</span></span></span>', "".join(text_html(scene)))
    assert re.findall(r'rn-key">(.*?)</span> <span class="rn-value">(.*?)</span>', card) == [
        ("Speaker", "Олег Зимин"),
        ("Cue", "сказал (сказать)"),
        ("Medium", "Telegram"),
        ("Via", "Интерфакс"),
        ("Confidence", "95%"),
        ("Rule", "direct_cue_inside"),
    ]


def test_a_quote_of_two_pieces_has_one_identifier_and_a_card_for_each(article: Article) -> None:
    elements = Page(text_of(article)).elements
    pieces = [named for tag, named in elements if tag == "mark" and named["data-rn"] == "1"]
    assert [piece.get("id") for piece in pieces] == ["q1", None]
    assert [piece["tabindex"] for piece in pieces] == ["0", "-1"]
    assert [piece["aria-describedby"] for piece in pieces] == ["c1", "c1"]


@pytest.mark.parametrize(
    ("address", "may"),
    [
        ("https://example.org/1", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        ("\x01javascript:alert(1)", False),
        (" https://example.org", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("", False),
    ],
)
def test_only_web_addresses_become_links(address: str, may: bool) -> None:
    assert linkable(address) is may


def test_escaping_keeps_white_space_and_count() -> None:
    assert escaped("а\tб\r\nв") == "а\tб\r\nв"
    assert escaped("\x00\x0b\x85\udfff") == "\ufffd" * 4
    assert "<" not in escaped(HOSTILE)


@pytest.mark.parametrize("most", [1, 5, 100])
def test_a_shortened_text_is_no_longer_than_asked(most: int) -> None:
    for text in ("", "а", "слово " * 1000, " " * 1000, "ш" * 1000):
        assert len(shortened(text, most)) <= most
        assert len(text.split()) < 2 or shortened(text, most).endswith("…")
