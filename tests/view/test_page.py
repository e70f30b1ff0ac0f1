"""Pages: what they say beside the text, in which language, and that many can be streamed."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

import attrs
import pytest

import runews
from runews import Article, Explanation, Metadata, OptionError, Quote, QuoteKind, Span
from runews.view import render_fragment, render_page, render_pages
from runews.view.chart import chart_html, shares
from runews.view.scene import scene_of
from runews.view.tables import entities_html, metadata_html, quotes_html
from runews.view.words import words_of
from tests.view.articles import crossing_article, hostile_article
from tests.view.test_text import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runews.view.scene import Scene

NOTHING = Article(text="", metadata=Metadata())


@pytest.fixture
def scene(article: Article) -> Scene:
    return scene_of(article, words=words_of("en"))


def words(html: Iterator[str]) -> str:
    """The words of a piece of HTML, a bar between those of two elements."""
    return re.sub(r"(\s*\|\s*)+", "|", re.sub(r"<[^>]*>", "|", "".join(html))).strip("|")


def test_the_table_tells_who_said_what(scene: Scene) -> None:
    assert words(quotes_html(scene)) == (
        "No.|Speaker|Quote"
        "|1|Олег Зимин|direct · сказал · Telegram|Снег сойдёт, Ждём тепла"
        "|2|Олег Зимин|indirect · По его словам · via|Интерфакс|улицы чистят"
    )


def test_the_chart_counts_quotes_and_words(scene: Scene) -> None:
    [share] = shares(scene.article)
    assert (share.quotes, share.words) == (2, 6)
    assert words(chart_html(scene)) == "Speaker|Quotes|Share of words|Олег Зимин|2|100%"


def test_speakers_without_a_bar_share_the_last_one() -> None:
    quotes = tuple(
        Quote(id=f"q{n}", kind=QuoteKind.DIRECT, spans=(Span(0, 1),), text="да нет")
        for n in range(20)
    )
    said = tuple(
        runews.Attribution(quote_id=quote.id, speaker=runews.Speaker(name=f"Свидетель {n}"))
        for n, quote in enumerate(quotes[:-1])
    )
    article = Article(text="а", metadata=Metadata(), quotes=quotes, attributions=said)
    shown = words(chart_html(scene_of(article, words=words_of("en"))))
    assert shown.count("|5%") == 12
    assert shown.endswith("|others (8)|8|40%")


def test_names_link_to_all_their_mentions(scene: Scene) -> None:
    html = "".join(entities_html(scene))
    assert re.findall(r'href="#([\w-]+)"', html) == ["e1-1", "e1-2", "e2-1"]
    assert "Persons|Олег Зимин|мэр, Зимин|mentions:|1|2|Organisations|Интерфакс" in words(
        iter([html])
    )


def test_the_metadata_stand_on_top(scene: Scene) -> None:
    shown = words(metadata_html(scene))
    assert shown.startswith("Published|2024-04-03|Dateline|ОМСК, 3 апр – ТАСС.|Agency|ТАСС|")
    assert 'href="https://example.org/1" rel="noopener noreferrer nofollow"' in "".join(
        metadata_html(scene)
    )


def test_what_is_not_known_is_not_shown() -> None:
    scene = scene_of(NOTHING, words=words_of("en"))
    assert not [*metadata_html(scene), *chart_html(scene), *entities_html(scene)]
    assert words(quotes_html(scene)) == "Nobody is quoted."


def test_the_headline_stands_there_once(article: Article) -> None:
    assert len(re.findall("<h1", article.to_html())) == 1
    bare = attrs.evolve(article, paragraphs=article.paragraphs[1:])
    assert re.findall("<h1.*?>(.*?)</h1>", bare.to_html()) == ["Снег сойдёт"]


@pytest.mark.parametrize(
    ("title", "expected"), [(None, "Снег сойдёт"), ("Мой <файл>", "Мой &lt;файл&gt;")]
)
def test_the_title_is_the_headline_unless_given(
    article: Article, title: str | None, expected: str
) -> None:
    assert re.findall("<title>(.*?)</title>", article.to_html(title=title)) == [expected]


def test_a_title_is_found_for_every_article() -> None:
    assert "<title>runews</title>" in NOTHING.to_html()
    assert "<title>Лёд сошёл.</title>" in Article(text="Лёд сошёл.", metadata=Metadata()).to_html()


def test_the_page_speaks_the_language_asked_for(article: Article) -> None:
    page = article.to_html(language="ru")
    assert '<html lang="ru">' in page
    assert "Кто что сказал" in page
    assert "Who said what" not in page
    assert '<article class="rn-text" lang="ru"' in article.to_html()


@pytest.mark.parametrize("language", ["", "de", "EN"])
def test_another_language_is_refused(article: Article, language: str) -> None:
    with pytest.raises(OptionError, match='"en" or "ru"'):
        article.to_html(language=language)


def test_both_languages_have_all_the_words() -> None:
    english, russian = words_of("en"), words_of("ru")
    for field in attrs.fields(type(english)):
        one, other = getattr(english, field.name), getattr(russian, field.name)
        assert one
        assert one != other
        if isinstance(one, dict):
            assert one.keys() == other.keys()


def test_the_policy_allows_the_style_sheet_and_nothing_else(article: Article) -> None:
    page = article.to_html()
    [policy] = re.findall(r'Content-Security-Policy" content="(.*?)"', page)
    [style] = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy.split("; ")[:2] == ["default-src 'none'", f"style-src 'sha256-{digest}'"]
    assert "url(" not in style
    assert "@import" not in style


def test_an_explanation_shows_the_rules(article: Article) -> None:
    explanation = Explanation(article=article, rules=(("q1", "direct_cue_inside"),))
    assert "direct_cue_inside" in explanation.to_html()
    assert "direct_cue_inside" not in article.to_html()


def test_several_articles_stand_in_one_page(article: Article) -> None:
    page = "".join(render_pages([("a.txt", article), ("<b>.txt", crossing_article())]))
    elements = Page(page).elements
    ids = [named["id"] for _, named in elements if "id" in named]
    assert len(ids) == len(set(ids))
    assert {"a1", "a2", "a1-q1", "a2-q1", "contents"} <= set(ids)
    assert page.count("<!doctype html>") == page.count("</html>") == 1
    assert '<a href="#a2">&lt;b&gt;.txt</a>' in page


def test_a_page_of_no_articles_is_a_page() -> None:
    assert Page("".join(render_pages([]))).elements


def test_articles_are_asked_for_one_at_a_time(article: Article) -> None:
    asked = []

    def articles() -> Iterator[tuple[str, Article]]:
        for n in range(3):
            asked.append(n)
            yield f"{n}.txt", article

    pieces = render_pages(articles())
    for n in range(3):
        next(piece for piece in pieces if f"{n}.txt" in piece)
        assert asked == [*range(n + 1)]


def test_a_notebook_shows_a_fragment_whose_names_are_its_own(article: Article) -> None:
    fragment = article._repr_html_()
    elements = Page(fragment).elements
    assert elements[0][0] == "div"
    assert not {tag for tag, _ in elements} & {"html", "head", "body", "script", "h1", "h2"}
    for _, named in elements:
        for name in ("id", "class"):
            for word in (named.get(name) or "").split():
                assert word == "runews" or word.startswith("rn-")
    other = re.findall(r' id="(.*?)"', render_fragment(crossing_article()))
    assert not set(other) & set(re.findall(r' id="(.*?)"', fragment))


def test_every_rule_of_the_style_sheet_stays_within_the_view() -> None:
    [style] = re.findall("<style>(.*?)</style>", NOTHING.to_html(), re.DOTALL)
    style = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    for selectors in re.findall(r"([^{};]+)\{", style):
        if not selectors.strip().startswith("@media"):
            for selector in re.split(r",(?![^(]*\))", selectors):
                assert re.search(r"\.runews\b|^body\.rn-page$", selector.strip()), selector


def test_the_style_sheet_has_every_class_that_a_page_uses() -> None:
    page = crossing_article().to_html() + "".join(render_pages([("a", hostile_article())]))
    [style, *_] = re.findall("<style>(.*?)</style>", page, re.DOTALL)
    used = {word for names in re.findall(r' class="(.*?)"', page) for word in names.split()}
    plain = {"rn-number", "rn-value", "rn-body", "rn-loose", "rn-PER", "rn-contents"}
    plain |= {"rn-speakers", "rn-named", "rn-what"}
    assert not {name for name in used - plain if f".{name}" not in style}
    assert not {name for name in re.findall(r"\.(rn-[\w-]+)", style) if name in plain - {"rn-what"}}


def test_a_page_grows_with_the_article_and_no_faster() -> None:
    def size(many: int) -> int:
        text = "«да" * many
        quotes = tuple(
            Quote(id=f"q{n}", kind=QuoteKind.DIRECT, spans=(Span(n, len(text)),), text=text[n:])
            for n in range(many)
        )
        return len(render_page(Article(text=text, metadata=Metadata(), quotes=quotes)))

    assert size(800) - size(400) < 2.2 * (size(400) - size(200))
