"""The typed views: trees walk, offsets find, cycles in a predicted tree do no harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from runews.language import Analysis, ParsedSentence, Token, default_language
from runews.models import Span
from runews.structure import Block

if TYPE_CHECKING:
    from collections.abc import Sequence


def analyze(text: str) -> Analysis:
    return default_language().analyze(text, [Block(Span(0, len(text)), 0)])


def sentence_with(heads: Sequence[int]) -> ParsedSentence:
    """A sentence of one-letter words with the given heads."""
    morphology = default_language().morphology
    tokens = tuple(
        Token(
            start=2 * i, stop=2 * i + 1, text="а", pos="NOUN", feats={}, index=i, head=head,
            rel="dep", morphology=morphology,
        )
        for i, head in enumerate(heads)
    )  # fmt: skip
    return ParsedSentence(
        index=0, start=0, stop=2 * len(tokens), paragraph=0, prose=True, tokens=tokens
    )


def test_a_verb_governs_its_subject_and_its_clause() -> None:
    sentence = analyze("Министр заявил, что снег сойдёт.").sentences[0]
    verb = sentence.tokens[1]
    children = {t.rel: t.text for t in sentence.children(verb.index)}
    assert children["nsubj"] == "Министр"
    assert children["ccomp"] == "сойдёт"
    clause = next(t for t in sentence.children(verb.index) if t.rel == "ccomp")
    words = [sentence.tokens[i].text for i in sentence.subtree(clause.index)]
    assert words == [",", "что", "снег", "сойдёт"]
    assert [t.text for t in sentence.ancestors(sentence.tokens[4].index)] == ["сойдёт", "заявил"]


def test_a_cycle_in_the_tree_ends_every_walk() -> None:
    sentence = sentence_with([1, 2, 0, -1])
    assert sentence.subtree(0) == (0, 1, 2)
    assert [t.index for t in sentence.ancestors(0)] == [1, 2]


def test_tokens_are_found_by_what_they_overlap() -> None:
    sentence = sentence_with([-1, 0, 0])
    assert [t.index for t in sentence.tokens_in(Span(2, 5))] == [1, 2]
    assert [t.index for t in sentence.tokens_in(Span(1, 2))] == []
    assert [t.index for t in sentence.tokens_in(Span(0, 99))] == [0, 1, 2]


def test_sentences_and_tokens_of_a_text_are_found_by_offset() -> None:
    text = "Снег сошёл.  Река вскрылась."
    analysis = analyze(text)
    assert analysis.sentence_at(0) is analysis.sentences[0]
    assert analysis.sentence_at(11) is None
    assert analysis.sentence_at(13) is analysis.sentences[1]
    assert analysis.sentence_at(len(text)) is None
    assert [t.text for t in analysis.tokens_in(Span(5, 17))] == ["сошёл", ".", "Река"]


@pytest.mark.parametrize(
    ("word", "lemma"), [("заявил", "заявить"), ("Ещё", "еще"), ("детей", "ребенок")]
)
def test_a_lemma_is_lower_case_with_e_for_yo(word: str, lemma: str) -> None:
    token = analyze(f"{word}.").sentences[0].tokens[0]
    assert token.lemma == lemma


def test_a_token_tells_its_features() -> None:
    tokens = analyze("Она сказала, что уедет.").sentences[0].tokens
    assert (tokens[0].case, tokens[0].gender, tokens[0].number) == ("Nom", "Fem", "Sing")
    assert tokens[1].verb_form == "Fin"
    assert tokens[0].is_word
    assert not tokens[2].is_word
    assert tokens[0].span == Span(0, 3)
    assert tokens[0].lower == "она"
