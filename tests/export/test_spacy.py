"""spaCy: the same text, every span exact, everything kept when a document is stored."""

from __future__ import annotations

import sys

import attrs
import pytest
import spacy
from hypothesis import example, given
from spacy.tokens import Doc, DocBin

import runews
from runews import Article
from runews.export import to_spacy
from runews.export.marks import LAYERS, clean, marks
from tests.samples import TEXT, full_article
from tests.strategies import any_text, articles

NLP = spacy.blank("ru")


def check(article: Article) -> None:
    doc = to_spacy(article, NLP)
    text = clean(article.text)
    assert doc.text == text
    for layer in LAYERS:
        wanted = [
            (text[s.start : s.stop], s.start, m.label, m.id)
            for m in marks(article)
            if m.layer == layer
            for s in m.spans
        ]
        found = [(s.text, s.start_char, s.label_, s.id_) for s in doc.spans[layer]]
        assert sorted(found) == sorted(wanted)


@given(articles())
@example(TEXT)
def test_every_span_covers_its_text(text: str) -> None:
    check(runews.parse_article(text))


@given(any_text())
@example("\ud800«Да»,– сказал Иванов.")
@example("  «Да»  –\tсказал  Иванов \n")
def test_any_text_goes_through(text: str) -> None:
    check(runews.parse_article(text))


def test_spans_that_begin_inside_a_token_cut_it() -> None:
    text = "Кафе Ромашка/Лютик."
    article = Article(
        text=text,
        metadata=runews.Metadata(),
        entities=(
            runews.Entity(
                id="e1",
                type=runews.EntityType.ORG,
                name="Омашка",
                mentions=(runews.Mention(span=runews.Span(6, 10), text=text[6:10]),),
            ),
        ),
    )
    doc = to_spacy(article)
    assert doc.text == text
    assert [ent.text for ent in doc.ents] == [text[6:10]]


def test_names_sentences_and_details() -> None:
    doc = to_spacy(full_article())
    assert [(ent.text, ent.label_, ent.id_) for ent in doc.ents] == [
        ("Олег Зимин", "PER", "e1"),
        ("Интерфакс", "ORG", "e2"),
    ]
    assert [sent.text.strip() for sent in doc.sents] == TEXT.split("\n")
    assert doc.spans["mentions"].attrs["e1"]["roles"] == ["мэр"]
    assert doc.spans["quotes"].attrs["q2"] == {
        "kind": "indirect",
        "text": "улицы чистят",
        "parent_id": "q1",
        "speaker": "Олег Зимин",
        "entity_id": "e1",
        "cue": "по словам",
        "medium": None,
        "via": "Интерфакс",
        "confidence": 0.5,
    }


def test_ids_and_names_from_elsewhere_go_through() -> None:
    article = full_article()
    entity = attrs.evolve(article.entities[0], id="\ud800", name="\ud800")
    doc = to_spacy(attrs.evolve(article, entities=(entity, article.entities[1])))
    assert doc.ents[0].id_ == "\ufffd"
    assert doc.spans["mentions"].attrs["\ufffd"]["name"] == "\ufffd"
    assert doc.to_bytes()


def test_a_stored_document_has_everything() -> None:
    doc = to_spacy(full_article())
    [binned] = DocBin(docs=[doc]).from_bytes(DocBin(docs=[doc]).to_bytes()).get_docs(doc.vocab)
    for back in (binned, Doc(doc.vocab).from_bytes(doc.to_bytes())):
        assert back.text == TEXT
        assert [ent.id_ for ent in back.ents] == ["e1", "e2"]
        assert [(s.text, s.id_) for s in back.spans["quotes"]] == [
            (s.text, s.id_) for s in doc.spans["quotes"]
        ]
        assert back.spans["quotes"].attrs == doc.spans["quotes"].attrs


def test_without_spacy_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(runews.ExtraMissingError, match=r"pip install 'runews\[spacy\]'"):
        to_spacy(full_article())
