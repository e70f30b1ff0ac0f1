"""What must not matter: what else is parsed, a paragraph behind, the style of quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import runews
from runews import Article
from tests.robustness.texts import STYLES, any_input, own_articles

UNRELATED = (
    "Осенью в парке посадили двести лип, весной посадят ещё столько же.",
    "Ночью ожидается небольшой дождь, ветер слабый, температура около нуля.",
    "Длина маршрута составляет двенадцать километров.",
)


def quotes(article: Article) -> list[tuple[object, ...]]:
    """Each quote with who said it, as far as it does not depend on what stands behind."""
    return [
        (quote.kind, quote.spans, said.cue and said.cue.span, said.speaker and said.speaker.name)
        for quote in article.quotes
        for said in [article.attribution_of(quote)]
    ]


@given(st.lists(any_input(), max_size=4))
@example(["", "Да.", "\ud800", "«Да», – сказал Иванов."])
def test_many_articles_are_parsed_as_each_alone(texts: list[str]) -> None:
    assert list(runews.parse_articles(texts)) == [runews.parse_article(text) for text in texts]


def test_workers_parse_as_this_process_does() -> None:
    texts = own_articles()
    here = [runews.parse_article(text) for text in texts]
    assert list(runews.parse_articles(texts, workers=2, batch_size=3)) == here


@pytest.mark.parametrize("text", own_articles(), ids=lambda text: text[:20])
@pytest.mark.parametrize("paragraph", UNRELATED)
def test_an_unrelated_paragraph_at_the_end_changes_no_quote(text: str, paragraph: str) -> None:
    before = runews.parse_article(text)
    after = runews.parse_article(f"{text.rstrip()}\n\n{paragraph}\n")
    assert quotes(after) == quotes(before)


@given(st.data())
@settings(max_examples=20)
def test_a_paragraph_is_parsed_alike_whatever_unrelated_ones_follow(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(own_articles())).rstrip()
    more = data.draw(st.lists(st.sampled_from(UNRELATED), min_size=1, unique=True))
    after = runews.parse_article("\n\n".join([text, *more]))
    assert quotes(after) == quotes(runews.parse_article(text))


@pytest.mark.parametrize("text", own_articles(), ids=lambda text: text[:20])
@pytest.mark.parametrize("style", STYLES)
def test_the_style_of_the_marks_changes_no_speaker(text: str, style: str) -> None:
    plain = text.translate(str.maketrans("„“”", "«»»"))
    other = plain.translate(str.maketrans("«»", style))
    assert quotes(runews.parse_article(other)) == quotes(runews.parse_article(plain))
