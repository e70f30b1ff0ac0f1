"""What all exports have in common: the marks of an article, and a text that every tool takes."""

from __future__ import annotations

import attrs
from hypothesis import given
from hypothesis import strategies as st

import runews
from runews import Article, Mention, Span
from runews.export.marks import LAYERS, clean, marks
from tests.samples import full_article
from tests.strategies import articles


def test_the_marks_of_an_article() -> None:
    article = full_article()
    found = [
        (m.layer, m.label, m.id, [article.text[s.start : s.stop] for s in m.spans])
        for m in marks(article)
    ]
    assert found == [
        ("mentions", "PER", "e1", ["Олег Зимин"]),
        ("mentions", "PER", "e1", ["его"]),
        ("mentions", "ORG", "e2", ["Интерфакс"]),
        ("quotes", "DIRECT", "q1", ["«Снег сойдёт,", "Ждём тепла»"]),
        ("cues", "CUE", "q1", ["сказал"]),
        ("speakers", "SPEAKER", "q1", ["мэр Олег Зимин"]),
        ("media", "MEDIUM", "q1", ["Telegram"]),
        ("quotes", "INDIRECT", "q2", ["улицы чистят"]),
        ("cues", "CUE", "q2", ["По его словам"]),
        ("via", "VIA", "q2", ["Интерфакс"]),
    ]


@given(articles())
def test_nothing_that_an_article_has_is_left_out(text: str) -> None:
    article = runews.parse_article(text)
    found = list(marks(article))
    assert {m.layer for m in found} <= set(LAYERS)
    counts = {layer: sum(m.layer == layer for m in found) for layer in LAYERS}
    assert counts["mentions"] == sum(len(entity.mentions) for entity in article.entities)
    assert counts["quotes"] == len(article.quotes)
    assert counts["cues"] == sum(a.cue is not None for a in article.attributions)


def test_a_span_of_no_length_is_left_out(article: Article) -> None:
    nowhere = Mention(span=Span(3, 3), text="")
    entity = attrs.evolve(article.entities[0], mentions=(nowhere,))
    article = attrs.evolve(article, entities=(entity, article.entities[1]))
    assert [m.id for m in marks(article) if m.layer == "mentions"] == ["e2"]


@given(st.text(st.characters(codec=None)))
def test_a_clean_text_is_as_long_and_has_a_form_in_utf_8(text: str) -> None:
    assert len(clean(text)) == len(text)
    assert clean(text).encode().decode() == clean(text)
