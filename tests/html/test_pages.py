"""Pages as sites mark them up: what gets into the text, which kind it has, what is known of it."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

import runews
from tests.html import pages
from tests.html.pages import CAPTION, CREDIT, DECK, FIRST, HEADING, HEADLINE, SECOND, THIRD

if TYPE_CHECKING:
    from collections.abc import Callable

NOON = datetime(2026, 1, 31, 12, 8, tzinfo=timezone(timedelta(hours=3)))
STYLES = [
    pages.newspaper, pages.graph, pages.agency, pages.microdata, pages.metas, pages.bare
]  # fmt: skip


def kinds(article: runews.Article) -> list[tuple[str, str]]:
    return [(str(paragraph.kind), paragraph.text) for paragraph in article.paragraphs]


@pytest.mark.parametrize("page", STYLES)
def test_the_story_is_whole_and_nothing_else_gets_in(page: Callable[[], str]) -> None:
    article = runews.parse_html(page())
    assert pages.JUNK not in article.text
    assert article.paragraphs[0].text == article.metadata.headline == HEADLINE
    assert article.paragraphs[0].kind is runews.ParagraphKind.HEADLINE
    story = [text for kind, text in kinds(article) if kind in ("lead", "body")]
    assert story[0].endswith(FIRST)
    assert story[1:2] + story[-1:] == [SECOND, THIRD]
    assert [q.text for q in article.quotes if q.kind is runews.QuoteKind.DIRECT]
    for paragraph in article.paragraphs:
        assert article.text[paragraph.span.start : paragraph.span.stop] == paragraph.text


def test_a_newspaper_with_json_ld_decks_captions_and_headings() -> None:
    article = runews.parse_html(pages.newspaper())
    assert kinds(article) == [
        ("headline", HEADLINE),
        ("subheading", DECK),
        ("lead", FIRST),
        ("caption", CAPTION),
        ("caption", CREDIT),
        ("body", SECOND),
        ("body", "Когда же закроют старую переправу?"),
        ("subheading", HEADING),
        ("body", THIRD),
        ("byline", "Анна Белова, Пётр Орлов"),
    ]
    assert article.metadata == runews.Metadata(
        headline=HEADLINE,
        published=NOON,
        authors=("Анна Белова", "Пётр Орлов"),
        url="https://www.kommersant.ru/doc/1",
        site="Коммерсантъ",
        language="ru",
        tags=("мосты", "Зареченск", "транспорт"),
    )


def test_objects_of_a_graph_are_found_by_their_ids() -> None:
    article = runews.parse_html(pages.graph())
    assert ("caption", CAPTION) in kinds(article)
    assert article.metadata == runews.Metadata(
        headline=HEADLINE,
        published=NOON,
        authors=("Анна Белова",),
        url="https://vestnik.example/most",
        site="Зареченский вестник",
        language="ru",
        tags=("мосты", "Зареченск"),
    )


def test_open_graph_of_an_agency_beside_the_dateline() -> None:
    article = runews.parse_html(pages.agency())
    # The picture stands over the headline on the page.
    assert kinds(article)[1] == ("caption", "© РИА Новости / Илья Сомов")
    found = article.metadata
    assert (found.published, found.site, found.agency) == (
        NOON.replace(tzinfo=None), "РИА Новости", "РИА Новости"
    )  # fmt: skip
    assert found.url == "https://ria.ru/20260131/most-1.html"
    assert found.tags == ("Зареченск", "мосты", "транспорт")
    # The metas name the agency itself and an address; the dateline names the correspondent.
    assert found.authors == ("Анна Белова",)
    assert found.dateline is not None
    assert (found.dateline.place, found.dateline.year) == ("Зареченск", 2026)


def test_microdata_with_a_marked_body() -> None:
    article = runews.parse_html(pages.microdata())
    assert kinds(article) == [
        ("headline", HEADLINE), ("subheading", DECK), ("lead", FIRST), ("body", SECOND),
        ("body", THIRD),
    ]  # fmt: skip
    found = article.metadata
    assert (found.published, found.authors) == (date(2026, 1, 31), ("Анна Белова",))
    assert (found.site, found.url) == ("Зареченский курьер", "https://kurier.example/news/7")
    assert found.tags == ("мосты", "Зареченск")


def test_metas_alone() -> None:
    article = runews.parse_html(pages.metas())
    assert kinds(article) == [
        ("headline", HEADLINE), ("subheading", DECK), ("caption", CAPTION), ("lead", FIRST),
        ("body", SECOND), ("subheading", HEADING), ("body", THIRD),
    ]  # fmt: skip
    found = article.metadata
    assert (found.published, found.authors, found.site) == (NOON, ("Анна Белова",), "Пример.Онлайн")
    assert (found.url, found.tags) == (
        "https://primer.example/2026/most.html", ("мосты", "Зареченск")
    )  # fmt: skip


def test_no_metadata_at_all_leaves_what_the_text_tells() -> None:
    found = runews.parse_html(pages.bare()).metadata
    assert found == runews.Metadata(headline=HEADLINE, published=date(2026, 1, 31), language="ru")


@pytest.mark.parametrize("page", [pages.front_page, pages.error_page])
def test_a_page_without_an_article_is_refused(page: Callable[[], str]) -> None:
    with pytest.raises(runews.NoArticleError, match=r"holds no article.*parse_article"):
        runews.parse_html(page())


@pytest.mark.parametrize("page", ["", "   ", b"", "\x00", "<!-- -->", "<html></html>"])
def test_an_empty_page_is_refused(page: str | bytes) -> None:
    with pytest.raises(runews.NoArticleError):
        runews.parse_html(page)


def test_a_text_that_a_script_would_show_is_taken_from_json_ld() -> None:
    body = f"{FIRST}\n\n{SECOND}\n{THIRD}"
    source = pages.script(pages.news_article(articleBody=body))
    article = runews.parse_html(f"<head>{source}</head><body><div id='root'></div>")
    assert [text for _, text in kinds(article)] == [HEADLINE, FIRST, SECOND, THIRD]


def story(*lines: str) -> list[tuple[str, str]]:
    """The kinds of a page whose body holds these lines of HTML between the usual ones."""
    body = "".join(lines)
    page = (
        f"<article><h1>{HEADLINE}</h1><p>{FIRST}</p>{body}<p>{SECOND}</p><p>{THIRD}</p></article>"
    )
    found = kinds(runews.parse_html(page))
    assert found[:2] == [("headline", HEADLINE), ("lead", FIRST)]
    assert found[-2:] == [("body", SECOND), ("body", THIRD)]
    return found[2:-2]


def test_a_line_beside_an_image_is_its_caption_and_a_paragraph_beside_one_is_not() -> None:
    assert story(f"<p><img src=1.jpg> <em>{CAPTION}</em></p>") == [("caption", CAPTION)]
    assert story("<p><img src=1.jpg>Мост ждали долго.</p>") == [("body", "Мост ждали долго.")]


def test_a_bold_line_may_be_a_heading_and_a_plain_question_is_none() -> None:
    assert story(f"<p><b>{HEADING}</b></p>") == [("subheading", HEADING)]
    assert story("<p>Что же будет дальше?</p>") == [("body", "Что же будет дальше?")]


def test_a_line_of_boilerplate_is_told_by_its_words_also_where_it_is_a_heading() -> None:
    assert story("<h3>Нашли ошибку?</h3>") == [("disclaimer", "Нашли ошибку?")]


def test_a_heading_with_nothing_under_it_stays_out() -> None:
    page = f"<h1>{HEADLINE}</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p><h3>{HEADING}</h3>"
    for rest in ("", f"<p>{HEADLINE}</p>"):
        article = runews.parse_html(f"<article>{page}{rest}</article>")
        assert [text for _, text in kinds(article)] == [HEADLINE, FIRST, SECOND, THIRD]


def test_items_of_a_list_belong_to_the_story() -> None:
    items = story("<p>Закроют:</p><ul><li>Старую переправу</li><li>Дорогу к ней</li></ul>")
    assert items == [("body", "Закроют:"), ("body", "Старую переправу"), ("body", "Дорогу к ней")]


@pytest.mark.parametrize(
    "line",
    [
        "<p><b>Читайте также:</b> <a href=/1>ЖЖЖ Другая новость</a></p>",
        "<p><a href=/1>ЖЖЖ Другая новость дня</a></p>",
        "<aside>ЖЖЖ Подпишитесь на канал.</aside>",
        "<div class='js-telegram-post'>ЖЖЖ Пост в канале.</div>",
        "<blockquote class='instagram-media'><p>ЖЖЖ Снимок.</p></blockquote>",
        "<div class='b-readAlso'><p>ЖЖЖ Другая новость дня.</p></div>",
        "<p style='display: none'>ЖЖЖ скрыто.</p>",
        "<iframe src=/x>ЖЖЖ</iframe><noscript>ЖЖЖ</noscript><form>ЖЖЖ<input></form>",
        "<table><tr><td>ЖЖЖ</td><td>2025</td></tr></table>",
    ],
)
def test_what_is_set_into_the_story_stays_out(line: str) -> None:
    assert story(line) == []


def test_names_of_furniture_do_not_take_the_story_away() -> None:
    page = f"<div class='has-sidebar'><h1>{HEADLINE}</h1><div class='text related'>"
    page += f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div></div>"
    assert [text for _, text in kinds(runews.parse_html(page))] == [HEADLINE, FIRST, SECOND, THIRD]
