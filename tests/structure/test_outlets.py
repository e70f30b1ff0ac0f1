"""The lexicon of outlets, and finding an outlet by name or address."""

from __future__ import annotations

import pytest

from runews import LexiconError
from runews.structure import find_outlet, outlet_of_url
from runews.structure import outlets as lexicon
from runews.structure.outlets import Outlet, outlets


def test_the_lexicon_is_large_and_of_every_kind() -> None:
    assert len(outlets()) >= 150
    kinds = {outlet.kind for outlet in outlets()}
    assert kinds == {"agency", "newspaper", "magazine", "broadcaster", "portal", "social"}


@pytest.mark.parametrize("outlet", outlets(), ids=lambda outlet: outlet.name)
def test_every_name_alias_and_domain_leads_to_its_outlet(outlet: Outlet) -> None:
    for name in (outlet.name, *outlet.aliases):
        assert find_outlet(name) is outlet
    for domain in outlet.domains:
        assert domain == domain.lower()
        assert outlet_of_url(f"https://www.{domain}/a?b=c") is outlet


@pytest.mark.parametrize(
    ("name", "want"),
    [
        ('РИА "Новости"', "РИА Новости"),
        ("РИА «Новости»", "РИА Новости"),
        ("агентство Рейтер", "Reuters"),
        ("Рейтерс", "Reuters"),
        ("агентству «Рейтер»", "Reuters"),
        ("газета «Коммерсант»", "Коммерсантъ"),
        ("Коммерсанту", "Коммерсантъ"),
        ("«Ъ»", "Коммерсантъ"),
        ("Ведомостям", "Ведомости"),
        ("Российской газеты", "Российская газета"),
        ("информационное агентство REGNUM", "REGNUM"),
        ("телеканалу «Дождь»", "Дождь"),
        ("Би-Би-Си", "Би-би-си"),
        ("BBC", "Би-би-си"),
        ("Аль–Джазира", "Аль-Джазира"),
        ("New York Times", "The New York Times"),
        ("соцсети Х", "X"),
        ("Twitter", "X"),
        ("Телеграме", "Telegram"),
        ("Огонек", "Огонёк"),
        ("ИНТЕРФАКС", "Интерфакс"),
    ],
)
def test_spelling_case_and_type_words_do_not_matter(name: str, want: str) -> None:
    found = find_outlet(name)
    assert found is not None
    assert found.name == want


@pytest.mark.parametrize(
    "name", ["", "«»", "Москва", "стол", "агентство", "Путин", "газета", "миру"]
)
def test_what_is_no_outlet_is_not_found(name: str) -> None:
    assert find_outlet(name) is None


def test_a_name_that_is_also_a_word_for_outlets_needs_its_capital_or_marks() -> None:
    found = [find_outlet(name) for name in ("издание «Агентство»", "Агентство", "«агентство»")]
    assert [outlet and outlet.name for outlet in found] == ["Агентство"] * 3


def test_case_forms_can_be_left_out() -> None:
    assert find_outlet("Ведомостям", inflected=False) is None


@pytest.mark.parametrize(
    ("url", "want"),
    [
        ("https://www.kommersant.ru/doc/1", "Коммерсантъ"),
        ("kommersant.ru/doc/1", "Коммерсантъ"),
        ("https://rsport.ria.ru/20260131/1.html", "Р-Спорт"),
        ("https://crimea.ria.ru/1", "РИА Новости"),
        ("https://t.me/channel/1", "Telegram"),
        ("HTTPS://TASS.RU:443/politika", "ТАСС"),
    ],
)
def test_an_address_leads_to_its_outlet(url: str, want: str) -> None:
    found = outlet_of_url(url)
    assert found is not None
    assert found.name == want


@pytest.mark.parametrize(
    "url", ["", "https://", "https://example.org/ria.ru", "http://[::1", "ru", "." * 100_000]
)
def test_an_unknown_or_broken_address_leads_nowhere(url: str) -> None:
    assert outlet_of_url(url) is None


@pytest.mark.parametrize(
    ("other", "message"),
    [
        (Outlet("Юг", "portal", "«Север»", ""), "'«Север»' stands for both 'Север' and 'Юг'"),
        (Outlet("Юг", "portal", "", "sever.example"), "'sever.example' belongs to both 'Север'"),
    ],
)
def test_what_leads_to_two_outlets_is_refused(
    other: Outlet, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = (Outlet("Север", "portal", "", "sever.example"), other)
    monkeypatch.setattr(lexicon, "outlets", lambda: rows)
    for table in (lexicon._by_key, lexicon._by_stem, lexicon._by_domain):
        monkeypatch.setattr(lexicon, table.__name__, table.__wrapped__)
    with pytest.raises(LexiconError, match=message):
        (find_outlet("Север"), outlet_of_url("sever.example"))
