"""Pages in a real Chromium: they ask for nothing, fit a phone, answer mouse, keyboard and links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from runews.view import render_page, render_pages
from tests.samples import full_article
from tests.view.articles import crossing_article, hostile_article
from tests.view.browser import Browser, chromium
from tests.view.test_text import treated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    chromium() is None, reason="needs Chromium: no chromium or google-chrome on the PATH"
)

ARTICLES = {"full": full_article, "crossing": crossing_article, "hostile": hostile_article}
CARDS = """[...document.querySelectorAll(".rn-card")]
    .filter(card => card.checkVisibility()).map(card => card.innerText.split("\\n")[0])"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    program = chromium()
    assert program
    tab = Browser(program, tmp_path_factory.mktemp("profile"))
    yield tab
    tab.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    html = {name: render_page(make()) for name, make in ARTICLES.items()}
    html["all"] = "".join(render_pages((name, make()) for name, make in ARTICLES.items()))
    html["notebook"] = (
        '<!doctype html><meta charset="utf-8"><p class="card">Свой абзац</p><h1>Заголовок</h1>'
        '<table><tr><td>Своя</td></tr></table><mark class="q">Своё</mark>'
        f"<div id='cell'>{full_article()._repr_html_()}</div>"
    )
    written = {}
    for name, page in html.items():
        written[name] = folder / f"{name}.html"
        written[name].write_text(page, "utf-8")
    return written


@pytest.mark.parametrize("name", ["full", "crossing", "hostile", "all"])
def test_a_page_asks_for_nothing_and_complains_of_nothing(
    browser: Browser, pages: dict[str, Path], name: str
) -> None:
    browser.show(pages[name])
    assert browser.run("document.readyState") == "complete"
    methods = browser.methods()
    assert methods.count("Network.requestWillBeSent") == 1
    for bad in ("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown"):
        assert bad not in methods
    assert "Page.javascriptDialogOpening" not in methods
    assert browser.run("getComputedStyle(document.body).margin") == "0px", "the style is refused"


@pytest.mark.parametrize("width", [320, 375, 768, 1280])
@pytest.mark.parametrize("name", ["full", "crossing", "hostile", "all"])
def test_no_page_is_wider_than_the_screen(
    browser: Browser, pages: dict[str, Path], name: str, width: int
) -> None:
    browser.show(pages[name], width=width)
    assert browser.run("innerWidth") == width
    assert browser.run("document.scrollingElement.scrollWidth") <= width
    # Nor when a card is open.
    browser.run('document.querySelector(".rn-q").focus()')
    assert browser.run(CARDS)
    assert browser.run("document.scrollingElement.scrollWidth") <= width
    left, right = browser.run(
        """(box => [box.left, box.right])(
            document.querySelector(".rn-q:focus > .rn-card").getBoundingClientRect())"""
    )
    assert 0 <= left < right <= width


@pytest.mark.parametrize("name", ["crossing", "hostile"])
def test_the_browser_reads_the_articles_own_words(
    browser: Browser, pages: dict[str, Path], name: str
) -> None:
    browser.show(pages[name])
    read = browser.run(
        """(() => {
            const text = document.querySelector(".rn-text").cloneNode(true);
            text.querySelectorAll(".rn-card").forEach(card => card.remove());
            return text.textContent;
        })()"""
    )
    assert read == treated(ARTICLES[name]().text).replace("\r\n", "\n")


def test_pointing_at_a_quote_shows_its_card(browser: Browser, pages: dict[str, Path]) -> None:
    browser.show(pages["crossing"])
    assert browser.run(CARDS) == []
    browser.point_at("#q1")
    assert browser.run(CARDS) == ["1 · direct"]
    # The card is drawn where the eye is: below the quote's piece, over everything else.
    assert browser.run(
        """(() => {
            const card = [...document.querySelectorAll("#q1 > .rn-card")].pop();
            const box = card.getBoundingClientRect();
            return card.contains(document.elementFromPoint(box.left + 9, box.top + 9));
        })()"""
    )
    browser.point_at("#q2")
    assert browser.run(CARDS) == ["2 · indirect"], "the quote within, and it alone"


def test_a_tap_on_any_piece_shows_the_card(browser: Browser, pages: dict[str, Path]) -> None:
    browser.show(pages["full"], width=375, height=800)
    browser.point_at("mark:not([id])", click=True)
    assert "1 · direct" in browser.run(CARDS)
    assert browser.run("document.activeElement.dataset.rn") == "1"


def test_the_keyboard_goes_from_quote_to_quote(browser: Browser, pages: dict[str, Path]) -> None:
    browser.show(pages["full"])
    seen = []
    for _ in range(12):
        browser.press_tab()
        if browser.run("document.activeElement.matches('mark')"):
            seen.append(browser.run("document.activeElement.id"))
            assert len(browser.run(CARDS)) == 1
            assert browser.run("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert seen == ["q1", "q2"]
    described = browser.run(
        """[...document.querySelectorAll("mark")].map(
            mark => document.getElementById(mark.getAttribute("aria-describedby")).textContent)"""
    )
    assert all("Speaker Олег Зимин" in words for words in described)


def test_links_lead_where_they_say(browser: Browser, pages: dict[str, Path]) -> None:
    browser.show(pages["all"], height=300)
    targets = browser.run(
        """[...document.querySelectorAll('a[href^="#"]')].map(
            link => document.querySelectorAll("#" + CSS.escape(link.hash.slice(1))).length)"""
    )
    assert targets
    assert set(targets) == {1}
    for link, target in (("#a1 .rn-what a", "a1-q1"), ("#a2-e2 .rn-places a", "a2-e2-1")):
        browser.point_at(link, click=True)
        assert browser.run("location.hash") == f"#{target}"
        assert browser.run("document.querySelector(':target').id") == target
        top = browser.run("document.querySelector(':target').getBoundingClientRect().top")
        assert 0 <= top < 300


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG reckons it."""

    def luminance(color: str) -> float:
        parts = [int(n) / 255 for n in re.findall(r"\d+", color)[:3]]
        red, green, blue = (
            p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted(map(luminance, (one, other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True])
def test_words_and_marks_stand_out(browser: Browser, pages: dict[str, Path], dark: bool) -> None:
    browser.show(pages["full"], dark=dark)

    def color(name: str) -> str:
        return str(
            browser.run(
                f"""(() => {{
                    const probe = document.createElement("i");
                    document.querySelector(".runews").append(probe);
                    probe.attributeStyleMap.set("color", "var(--{name})");
                    return getComputedStyle(probe).color;
                }})()"""
            )
        )

    paper = color("paper")
    assert (contrast(paper, "rgb(0, 0, 0)") < 2) is dark
    for ground in ("paper", "raised", "direct", "mixed", "indirect"):
        assert contrast(color("ink"), color(ground)) >= 7
        assert contrast(color("soft"), color(ground)) >= 4.5
        assert contrast(color("link"), color(ground)) >= 4.5 or ground in ("direct", "mixed")
    for drawn in ("direct-edge", "mixed-edge", "indirect-edge", "mark", "link"):
        assert contrast(color(drawn), paper) >= 3


def test_a_page_prints_without_cards_on_white(browser: Browser, pages: dict[str, Path]) -> None:
    browser.show(pages["full"], dark=True, medium="print")
    browser.run('document.querySelector(".rn-q").focus()')
    assert browser.run(CARDS) == []
    assert browser.run("getComputedStyle(document.querySelector('.runews')).colorScheme") == "light"
    assert browser.print().startswith(b"%PDF")


def test_a_fragment_leaves_the_notebook_alone(browser: Browser, pages: dict[str, Path]) -> None:
    browser.show(pages["notebook"], width=700)
    looks = """JSON.stringify([...document.querySelectorAll("body, .card, h1, td, .q")]
        .filter(element => !element.closest(".runews")).map(element => getComputedStyle(element))
        .map(style => [...style]
            .filter(name => !/height|block-size|origin|width|inline-size/.test(name))
            .map(name => [name, style.getPropertyValue(name)])))"""
    before = browser.run(looks)
    assert browser.run('getComputedStyle(document.querySelector(".rn-text")).maxWidth') == "608px"
    browser.run('document.querySelector("#cell").remove()')
    assert browser.run(looks) == before
    assert browser.run("document.scrollingElement.scrollWidth") <= 700


@pytest.mark.parametrize("host", ['data-jp-theme-light="false"', 'class="vscode-dark"'])
def test_a_fragment_follows_the_theme_of_its_host(
    browser: Browser, pages: dict[str, Path], host: str
) -> None:
    browser.show(pages["notebook"])
    name, _, value = host.partition("=")
    ground = "getComputedStyle(document.querySelector('.runews')).backgroundColor"
    assert contrast(browser.run(ground), "rgb(0, 0, 0)") > 15
    browser.run(f"document.body.setAttribute('{name}', {value})")
    assert contrast(browser.run(ground), "rgb(0, 0, 0)") < 2
