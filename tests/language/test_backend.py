"""The backend reads natasha's files with parts of its own: it must say what natasha says.

natasha's public classes are the reference for tags, arcs, names and dictionary forms.
"""

from __future__ import annotations

import random
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from runews.language.backend import default_backend
from runews.language.backend.network import LONGEST_BATCH
from runews.language.backend.viterbi import Viterbi

if TYPE_CHECKING:
    from collections.abc import Sequence

BACKEND = default_backend()
TEXTS = [
    path.read_text("utf-8")
    for folder in ("examples", "docs/articles")
    for path in sorted((Path(__file__).parents[2] / folder).glob("*.txt"))
] + [
    "ЛОНДОН, 3 мар — РИА Новости. Премьер-министр Великобритании Кир Стармер заявил в эфире BBC, "
    "что Париж и Берлин поддержали план. Ранее в Telegram-канале Минобороны РФ писали об этом.",
    "Иван Петров-Водкин, Анна Мария де Соуза и Ким Чен Ын встретились в ООО «Ромашка» (г. Орёл).",
    "ABC 123 3,5% -- !!! … № 7 :) 😀 Ёлка; ёж, ЁЖ. д’Артаньян О'Нил",
]
WORDS = sorted({word for text in TEXTS for _, _, word in BACKEND.tokens(text)})


@cache
def reference() -> Any:
    """natasha as it comes, but for the place of its dictionary."""
    import natasha
    import pymorphy2_dicts_ru
    from natasha.morph.vocab import MorphForm, PymorphyAnalyzer

    class Vocab(natasha.MorphVocab):  # type: ignore[misc] # natasha has no types
        def __init__(self) -> None:
            path = pymorphy2_dicts_ru.get_path()
            PymorphyAnalyzer.__init__(self, path=path, result_type=MorphForm)

    class Natasha:
        embedding = natasha.NewsEmbedding()
        morphology = natasha.NewsMorphTagger(embedding)
        syntax = natasha.NewsSyntaxParser(embedding)
        names = natasha.NewsNERTagger(embedding)
        vocabulary = Vocab()

    return Natasha


def words_of(text: str) -> list[tuple[str, ...]]:
    return [
        tuple(word for _, _, word in BACKEND.tokens(text[start:stop]))
        for start, stop in BACKEND.sentences(text)
    ]


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_tags_and_arcs_are_those_of_natasha(text: str) -> None:
    sentences = words_of(text)
    found = list(BACKEND.parse(sentences))
    tagged = reference().morphology.map(sentences)
    parsed = reference().syntax.map(sentences)
    for words, markup, tags, arcs in zip(sentences, found, tagged, parsed, strict=True):
        wanted = [
            (word, tag.pos, tag.feats, int(arc.head_id) - 1, arc.rel)
            for word, tag, arc in zip(words, tags.tokens, arcs.tokens, strict=True)
        ]
        assert [(w, *m) for w, m in zip(words, markup, strict=True)] == wanted


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_names_are_those_of_natasha(text: str) -> None:
    tokens = list(BACKEND.tokens(text))
    (found,) = BACKEND.names([tuple(word for _, _, word in tokens)])
    wanted = [(span.start, span.stop, span.type) for span in reference().names(text).spans]
    assert [(tokens[a][0], tokens[b - 1][1], kind) for a, b, kind in found] == wanted


def described(analyses: Sequence[Any]) -> list[tuple[object, ...]]:
    return [(*a[:4], str(a.tag), a.normal, a.pos, a.feats, a.is_known) for a in analyses]


def inflected_word(analysis: Any, grammeme: str) -> str | None:
    from pymorphy2.analyzer import Parse

    # By way of the class: natasha's analyses answer to other names of the grammemes.
    found = Parse.inflect(analysis, {grammeme})
    return found.word if found else None


def test_dictionary_forms_are_those_of_natasha() -> None:
    for word in [*WORDS, "ежик", "Всё-таки", "ее", "нее", "счет", "еёе", "псевдокошка", ""]:
        found, wanted = BACKEND.forms(word), reference().vocabulary(word)
        assert described(found) == described(wanted), word
        for ours, theirs in zip(found, wanted, strict=True):
            for grammeme in ("gent", "plur"):
                assert inflected_word(ours, grammeme) == inflected_word(theirs, grammeme), word


def test_the_letter_e_is_tried_as_yo_wherever_it_stands() -> None:
    assert {form.word for form in BACKEND.forms("еще")} == {"ещё"}
    assert {form.word for form in BACKEND.forms("все")} == {"все", "всё"}


def test_what_a_sentence_gives_does_not_depend_on_its_batch() -> None:
    sentences = [words for text in TEXTS for words in words_of(text)]
    alone = [next(BACKEND.parse([words])) for words in sentences]
    # More than one batch, in another order.
    order = [i for _ in range(20) for i in range(len(sentences))]
    random.Random(7).shuffle(order)  # noqa: S311 - no secret depends on it
    assert sum(len(sentences[i]) for i in order) > LONGEST_BATCH
    together = BACKEND.parse([sentences[i] for i in order])
    assert all(found == alone[i] for i, found in zip(order, together, strict=True))


@given(st.lists(st.lists(st.text(max_size=6), max_size=5).map(tuple), max_size=5))
@example([()])
@example([("\ud800",), (), ("",)])
def test_any_words_are_tagged_parsed_and_looked_at_for_names(
    sentences: list[tuple[str, ...]],
) -> None:
    assert [len(found) for found in BACKEND.parse(sentences)] == [len(s) for s in sentences]
    for words, names in zip(sentences, BACKEND.names(sentences), strict=True):
        assert all(0 <= start < stop <= len(words) for start, stop, _ in names)


def best_by_trying(scores: list[list[float]], transitions: list[list[float]]) -> float:
    """The score of the best sequence of tags, by the textbook's recurrence."""
    best = scores[0]
    for here in scores[1:]:
        best = [
            max(b + row[tag] for b, row in zip(best, transitions, strict=True)) + score
            for tag, score in enumerate(here)
        ]
    return max(best)


WHOLE = st.integers(-8, 8)


@given(
    arrays.arrays(np.float32, st.tuples(st.integers(1, 12), st.just(3)), elements=WHOLE),
    arrays.arrays(np.float32, (3, 3), elements=WHOLE),
    st.integers(0, 2),
)
def test_the_tags_of_a_chain_are_a_best_sequence(
    scores: Any, transitions: Any, outside: int
) -> None:
    tags = Viterbi(transitions, outside=outside)(scores)
    found = sum(scores[i][tag] for i, tag in enumerate(tags))
    found += sum(transitions[a][b] for a, b in pairwise(tags))
    assert found == best_by_trying(scores.tolist(), transitions.tolist())


def test_a_chain_without_words_has_no_tags() -> None:
    assert Viterbi(np.zeros((2, 2), np.float32), outside=0)(np.zeros((0, 2), np.float32)) == []
