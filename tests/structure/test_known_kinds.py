"""What is known of paragraphs beforehand: their kinds by span, the site, the tags."""

from __future__ import annotations

from runews.models import ParagraphKind, Span
from runews.structure import Given, Layout, read_structure

TEXT = (
    "Мост открыли\n\nОн стоит на реке.\n\nРабочие у моста\n\nОткроют ли старый мост?\n\n"
    "Старый мост закроют на ремонт, сообщил мэр Иван Петров.\n\nТеги: мосты"
)
HEADLINE, DECK, CAPTION, QUESTION = (
    (TEXT.index(line), TEXT.index(line) + len(line))
    for line in ("Мост открыли", "Он стоит на реке.", "Рабочие у моста", "Откроют ли старый мост?")
)


def read(*kinds: tuple[tuple[int, int], ParagraphKind]) -> Layout:
    return read_structure(TEXT, Given(kinds=tuple((Span(*span), kind) for span, kind in kinds)))


def kinds(layout: Layout) -> list[str]:
    return [str(paragraph.kind) for paragraph in layout.paragraphs]


def test_without_knowledge_the_form_decides() -> None:
    assert kinds(read()) == ["headline", "lead", "subheading", "body", "body", "reference"]


def test_known_kinds_win_and_the_rest_is_decided_round_them() -> None:
    layout = read(
        (DECK, ParagraphKind.SUBHEADING),
        (CAPTION, ParagraphKind.CAPTION),
        (QUESTION, ParagraphKind.BODY),
    )
    assert kinds(layout) == ["headline", "subheading", "caption", "body", "lead", "reference"]


def test_a_known_headline_is_the_only_one_wherever_it_stands() -> None:
    layout = read((CAPTION, ParagraphKind.HEADLINE))
    assert kinds(layout).count("headline") == 1
    assert layout.metadata.headline == "Рабочие у моста"


def test_a_span_may_hold_several_paragraphs_and_must_hold_all_of_one() -> None:
    assert kinds(read(((DECK[0], QUESTION[1]), ParagraphKind.CAPTION)))[1:4] == ["caption"] * 3
    half = (DECK[0], DECK[1] - 3)
    assert kinds(read((half, ParagraphKind.CAPTION))) == kinds(read())


def test_a_known_site_and_known_tags_win_over_address_and_text() -> None:
    given = Given(url="https://tass.ru/1", site="Вестник", tags=("реки",))
    metadata = read_structure(TEXT, given).metadata
    assert (metadata.site, metadata.tags) == ("Вестник", ("реки",))
    metadata = read_structure(TEXT, Given(url="https://tass.ru/1")).metadata
    assert (metadata.site, metadata.tags) == ("ТАСС", ("мосты",))
