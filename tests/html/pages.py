"""Pages in the markup of Russian news sites, all of invented news; «ЖЖЖ» must not get in.

Every function returns a page as a string; the tests encode it.
"""

from __future__ import annotations

import json
from typing import Any

HEADLINE = "Зареченск открыл новый мост через Быструю"
DECK = "Движение по нему начнётся в субботу"
FIRST = (
    "В Зареченске открыли новый мост через реку Быструю, сообщил журналистам мэр города Павел "
    "Дроздов. Строительство заняло три года."
)
SECOND = "«Мы сдали его на месяц раньше срока», — сказал Дроздов на церемонии открытия."
THIRD = (
    "По словам главного инженера Веры Климовой, мост рассчитан на сорок тысяч машин в сутки. "
    "Старую переправу закроют на ремонт до осени."
)
CAPTION = "Новый мост с высоты птичьего полёта"
CREDIT = "Фото: Илья Сомов"
HEADING = "Что будет со старой переправой"
JUNK = "ЖЖЖ"

_LINKS = "".join(f'<li><a href="/n/{i}">{JUNK} другая новость номер {i}</a></li>' for i in range(8))
_COOKIES = f'<div class="cookie-bar"><p>{JUNK} Мы используем файлы cookie. Согласны?</p></div>'
_COMMENTS = (
    f'<section class="comments-list"><h3>{JUNK} Комментарии</h3>'
    + f"<div class='comment'><p>{JUNK} Отличная новость, давно ждали этого моста!</p></div>" * 5
    + "</section>"
)
_MENU = f'<nav><ul>{_LINKS}</ul></nav><header class="site-header"><ul>{_LINKS}</ul></header>'
_FOOTER = f"<footer><p>{JUNK} Свидетельство о регистрации СМИ номер 1234567.</p></footer>"


def _document(head: str, body: str) -> str:
    return f"<!DOCTYPE html>\n<html lang='ru'><head>{head}</head><body>{body}</body></html>"


def script(data: object) -> str:
    """JSON-LD as pages carry it."""
    return f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'


def news_article(**fields: Any) -> dict[str, Any]:
    """An object of schema.org for the article."""
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": HEADLINE,
        "datePublished": "2026-01-31T12:08:00.500+03:00",
        "author": [
            {"@type": "Person", "name": "Анна Белова"},
            {"@type": "Person", "name": "Пётр Орлов"},
        ],
        "publisher": {"@type": "NewsMediaOrganization", "name": "Газета «Коммерсантъ»"},
        "keywords": "мосты, Зареченск, транспорт",
        "mainEntityOfPage": {"@type": "WebPage", "@id": "https://www.kommersant.ru/doc/1"},
        **fields,
    }


def newspaper() -> str:
    """A big newspaper: JSON-LD beside other scripts, a figure whose caption stands twice."""
    figure = (
        "<div class='ui-modal'><button>ЖЖЖ Развернуть</button><figure><img src='data:image/gif,' "
        "alt='ЖЖЖ'><figcaption class='media__caption'>"
        f"<p>{CAPTION}<br></p><p>{CREDIT}</p></figcaption></figure>"
        f"<figcaption class='media__caption'><p>{CAPTION}<br></p><p>{CREDIT}</p></figcaption></div>"
    )
    web_page = {"@type": "WebPage", "url": "https://www.kommersant.ru/doc/1", "name": "ЖЖЖ"}
    return _document(
        f"<title>Павел Дроздов об открытии моста</title><meta charset='utf-8'>{script(web_page)}"
        f"<meta property='og:title' content='{HEADLINE}'>"
        f"<meta property='og:description' content='{DECK}'>{script(news_article())}",
        f"{_COOKIES}{_MENU}<article class='doc'><div class='doc__time'>"
        "<time datetime='2026-01-31T12:08:00+03:00'>31.01.2026, 12:08</time></div>"
        f"<header><h1>\n   {HEADLINE}\n</h1><h2 class='doc__subheader'>{DECK}</h2></header>"
        f"<div class='doc__text_wrapper'><p class='doc__text'>{FIRST}</p>{figure}"
        f"<p class='doc__text'>{SECOND}</p><p>Когда же закроют старую переправу?</p>"
        f"<h3>{HEADING}</h3><p class='doc__text'>{THIRD}</p>"
        f"<div class='read-also'><h4>{JUNK} Читайте также</h4><ul>{_LINKS}</ul></div>"
        f"<p class='doc__authors'>Анна Белова, Пётр Орлов</p></div></article>"
        f"{_COMMENTS}<div class='company-news'><h2>{JUNK} Новости компаний</h2>{_LINKS}</div>"
        f"{_FOOTER}",
    )


def graph() -> str:
    """A content management system's @graph: authors and publisher by their ids."""
    nodes = [
        {"@type": "WebSite", "@id": "#site", "name": "ЖЖЖ"},
        {"@type": "Person", "@id": "#anna", "name": "Анна Белова"},
        {"@type": "Organization", "@id": "#org", "name": "Зареченский вестник"},
        news_article(
            author=[{"@id": "#anna"}],
            publisher={"@id": "#org"},
            keywords=["мосты", "Зареченск"],
            mainEntityOfPage={"@id": "https://vestnik.example/most"},
            **{"@type": ["Article", "NewsArticle"]},
        ),
    ]
    return _document(
        f"<title>{HEADLINE} | Зареченский вестник</title>"
        + script({"@context": "https://schema.org", "@graph": nodes}),
        f"{_MENU}<main><h1>{HEADLINE}</h1><div class='entry-content'>"
        f"<p>{FIRST}</p><figure class='wp-block-image'><img src='1.jpg'>"
        f"<figcaption>{CAPTION}</figcaption></figure><p>{SECOND}</p>"
        f"<blockquote class='twitter-tweet'><p>{JUNK} твит</p></blockquote><p>{THIRD}</p></div>"
        f"</main>{_COMMENTS}{_FOOTER}",
    )


def agency() -> str:
    """A news agency: OpenGraph, article:*, a dateline, the same text hidden once more."""
    return _document(
        f"<title>{HEADLINE} - РИА Новости, 31.01.2026</title>"
        f"<meta property='og:type' content='article'>"
        f"<meta property='og:title' content='{HEADLINE} - РИА Новости, 31.01.2026'>"
        "<meta property='og:site_name' content='РИА Новости'>"
        "<meta property='og:url' content='https://ria.ru/20260131/most-1.html'>"
        "<meta property='article:published_time' content='20260131T1208'>"
        "<meta property='article:author' content='https://ria.ru/author/1'>"
        "<meta name='author' content='РИА Новости'>"
        "<meta property='article:tag' content='Зареченск'>"
        "<meta property='article:tag' content='мосты, транспорт'>",
        f"{_MENU}<div class='article'><div class='schema_org'>{JUNK} {FIRST} {SECOND}</div>"
        f"<div class='article__announce'><div class='media'><img src='1.jpg'>"
        f"<div class='media__copyright'>© РИА Новости / Илья Сомов</div></div></div>"
        f"<h1 class='article__title'>{HEADLINE}</h1>"
        f"<div class='article__body'><div class='article__block'><div class='article__text'>"
        f"<strong>ЗАРЕЧЕНСК, 31 янв — РИА Новости, Анна Белова.</strong> {FIRST}</div></div>"
        f"<div class='article__block'><div class='article__text'>{SECOND}</div></div>"
        f"<div class='article__block'><div class='article__article related'>"
        f"<a href='/n/2'>{JUNK} Другая новость</a></div></div>"
        f"<div class='article__block'><div class='article__text'>{THIRD}</div></div></div>"
        f"<div class='article__tags'><a rel='tag' href='/t'>{JUNK}</a></div></div>{_FOOTER}",
    )


def microdata() -> str:
    """A regional paper: microdata with an item for the author, the body marked."""
    return _document(
        f"<title>{HEADLINE}</title>",
        f"{_MENU}<div itemscope itemtype='https://schema.org/Organization'>"
        f"<span itemprop='name'>{JUNK}</span></div>"
        "<div itemscope itemtype='http://schema.org/NewsArticle'>"
        "<link itemprop='mainEntityOfPage' href='https://kurier.example/news/7'>"
        f"<h1 itemprop='headline name'>{HEADLINE}</h1>"
        "<meta itemprop='datePublished' content='2026-01-31'>"
        "<span itemprop='author' itemscope itemtype='http://schema.org/Person'>"
        "<a itemprop='name' href='/a'>Анна Белова</a></span>"
        "<div itemprop='publisher' itemscope itemtype='http://schema.org/Organization'>"
        "<meta itemprop='name' content='Зареченский курьер'></div>"
        "<meta itemprop='keywords' content='мосты;Зареченск'>"
        f"<p itemprop='alternativeHeadline'>{DECK}</p>"
        f"<div itemprop='articleBody'>{FIRST}<br><br>{SECOND}<br /><br>\n{THIRD}"
        f"<div class='share-buttons'>{JUNK} Поделиться</div></div></div>"
        f"<ul>{_LINKS}</ul>{_FOOTER}",
    )


def metas() -> str:
    """A portal with metas alone, its paragraphs in plain divs."""
    return _document(
        f"<title>{HEADLINE} - Пример.Онлайн</title>"
        "<meta name='mediator_author' content='Анна Белова'>"
        "<meta name='mediator_published_time' content='2026-01-31T12:08:00+0300'>"
        "<meta name='news_keywords' content='мосты, Зареченск'>"
        f"<meta name='keywords' content='{JUNK}'><meta name='description' content='{DECK}'>"
        "<meta name='application-name' content='Пример.Онлайн'>"
        "<link rel='canonical' href='https://primer.example/2026/most.html'>",
        f"{_MENU}<div class='content'><h1>{HEADLINE}</h1><div>{DECK}</div>"
        f"<div class='photo'><img src='1.jpg'><span class='photo__title'>{CAPTION}</span></div>"
        f"<div class='text'><p>{FIRST}</p><p>{SECOND}</p><h2>{HEADING}</h2><p>{THIRD}</p></div>"
        f"</div><aside><ul>{_LINKS}</ul></aside>{_FOOTER}",
    )


def bare() -> str:
    """A page of the nineties: a layout of tables, no metadata, no paragraphs."""
    return (
        f"<html><body><table><tr><td width=150><a href=/>{JUNK} Главная</a><br>"
        f"<a href=/a>{JUNK} Архив</a></td><td><h1>{HEADLINE}</h1><i>31 января 2026 года</i><br><br>"
        f"{FIRST}<br><br>{SECOND}<br><br>{THIRD}</td></tr></table>"
    )


def front_page() -> str:
    """No article: links to articles."""
    return _document(
        "<title>Новости Зареченска</title><meta property='og:type' content='website'>",
        f"{_MENU}<h1>Новости</h1><ul>{_LINKS * 10}</ul>{_COOKIES}{_FOOTER}",
    )


def error_page() -> str:
    """No article: an address that is not there any more."""
    return _document(
        "<title>404</title>",
        f"{_MENU}<h1>Страница не найдена</h1><p>Возможно, она была удалена или перенесена.</p>"
        f"<p>Вернитесь на <a href='/'>главную страницу</a>.</p>{_FOOTER}",
    )
