"""Metadata: what the text says about itself, and what the caller knows better."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from runews.models import Metadata
from runews.structure import Given, read_structure
from runews.structure.script import guess_language


def metadata(text: str, given: Given | None = None) -> Metadata:
    return read_structure(text, given or Given()).metadata


STORY = "Суд начался\n\nВ Москве начался суд.\n\nПрошло два заседания."


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (" date 2026-01-31 Суд начался в Москве.\n\nОн продлится год.", date(2026, 1, 31)),
        ("31.01.2026 12:08 Суд начался в Москве.", datetime(2026, 1, 31, 12, 8)),
        ("31 января 2026 года суд начался в Москве.", None),
        ("31.01.2026 суд начался в Москве.", None),
        (f"31.01.2026, 12:08\n\n{STORY}", datetime(2026, 1, 31, 12, 8)),
        (f"{STORY}\n\n31 января 2026", date(2026, 1, 31)),
        (f"{STORY}\n\nОпубликовано: 31 января 2026", date(2026, 1, 31)),
        (f"{STORY}\n\nОбновлено: 31 января 2026", None),
        (f"{STORY}\n\nсегодня в 14:05", None),
        (f"{STORY}\n\nИсточник: https://example.ru/09Jan2015/a.html", date(2015, 1, 9)),
        ("МОСКВА, 5 мая 2012 г. - РИА Новости. Суд начался.", date(2012, 5, 5)),
        ("МОСКВА, 5 мая - РИА Новости. Суд начался.", None),
        (STORY, None),
        ("", None),
    ],
)
def test_the_publication_date_is_read_and_never_invented(text: str, published: date | None) -> None:
    assert metadata(text).published == published


def test_the_address_and_the_outlet_come_from_the_source_line() -> None:
    found = metadata(f"{STORY}\n\nИсточник: https://www.kommersant.ru/doc/1")
    assert (found.url, found.site) == ("https://www.kommersant.ru/doc/1", "Коммерсантъ")


def test_of_two_addresses_none_is_the_article_s_own() -> None:
    text = f"{STORY}\n\nИсточник: https://example.ru/1\n\nhttps://example.ru/2"
    assert metadata(text).url is None


def test_agency_authors_and_tags() -> None:
    found = metadata(
        "Суд начался\n\nМОСКВА, 5 мая - РИА Новости, Анна Белова. В Москве начался суд.\n\n"
        "Прошло два заседания.\n\nАвтор: Иван Петров, Анна Белова\n\nТеги: суд, Москва\n\n#право"
    )
    assert found.agency == "РИА Новости"
    assert found.authors == ("Анна Белова", "Иван Петров")
    assert found.tags == ("суд", "Москва", "право")
    assert found.headline == "Суд начался"


@pytest.mark.parametrize("line", ["ТАСС", "Источник: ТАСС", "По материалам агентства ТАСС"])
def test_a_line_that_names_an_agency_gives_it(line: str) -> None:
    assert metadata(f"{STORY}\n\n{line}").agency == "ТАСС"


def test_a_dateline_after_a_summary_is_found() -> None:
    text = "Суд начался\n\nКоротко о суде.\n\nМОСКВА, 5 мая. /ТАСС/. В Москве начался суд."
    found = metadata(text).dateline
    assert found is not None
    assert (found.place, found.agency) == ("Москва", "ТАСС")


def test_what_the_caller_knows_wins() -> None:
    text = f"31.01.2026\n\n{STORY}\n\nАвтор: Иван Петров\n\nИсточник: https://tass.ru/1"
    given = Given(
        url="https://www.kommersant.ru/doc/1",
        headline="Другой заголовок",
        published=date(2020, 1, 1),
        agency="Интерфакс",
        authors=("Анна Белова",),
    )
    found = metadata(text, given)
    assert found.url == given.url
    assert found.site == "Коммерсантъ"
    assert found.headline == given.headline
    assert found.published == given.published
    assert found.agency == given.agency
    assert found.authors == given.authors


def test_a_translator_or_editor_is_no_author() -> None:
    text = f"{STORY}\n\nАвтор: Иван Петров\nПеревод: Анна Белова\nРедактор: Олег Ли"
    assert metadata(text).authors == ("Иван Петров",)


def test_the_publication_date_gives_the_dateline_its_year() -> None:
    text = "МОСКВА, 31 дек - РИА Новости. Суд начался."
    found = metadata(text, Given(published=date(2026, 1, 1))).dateline
    assert found is not None
    assert found.year == 2025


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Президент подписал указ о выборах.", "ru"),
        ("Президент Volkswagen Group посетил завод в Калуге.", "ru"),
        ("Президент підписав указ про вибори, повідомляє УНІАН.", "uk"),
        ("Прэзідэнт падпісаў указ аб выбарах у суботу.", "be"),
        ("Президентът подписа указа за изборите в събота.", "bg"),
        ("Президент Қазақстанның жаңа үкіметін тағайындады.", None),
        ("The president signed the decree.", None),
        ("", None),
        ("12:05", None),
    ],
)
def test_the_letters_tell_the_language(text: str, language: str | None) -> None:
    assert guess_language(text) == language
