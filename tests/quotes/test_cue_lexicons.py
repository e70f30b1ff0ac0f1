"""Every row of the cue lexicons: it loads, its words are dictionary forms, its example shows it."""

from __future__ import annotations

from collections import Counter

import pytest
import regex

from runews.language import default_language
from runews.lexicons import load_table
from runews.models import Span
from runews.quotes.cues import find_cues
from runews.quotes.lexicon import (
    NOUN_START,
    CueLexicon,
    CuePhraseRow,
    CueRow,
    SourcePhraseRow,
    cue_lexicon,
)
from runews.structure import Block

CUES = load_table("cues", CueRow)
PHRASES = load_table("cue_phrases", CuePhraseRow)
SOURCES = load_table("source_phrases", SourcePhraseRow)

WORD = regex.compile(r"\p{L}+(?:-\p{L}+)*")
#: The dictionary counts short participles as verbs.
PARTS = {"verb": {"VERB"}, "noun": {"NOUN"}, "short": {"ADJ", "VERB"}}
#: How many words may part those of a fixed expression.
LONGEST_GAP = 3


def fold(word: str) -> str:
    return word.lower().replace("ё", "е")


def lemmas(word: str, parts: set[str] | None = None) -> set[str]:
    """Every dictionary form that a word may have, of the given parts of speech."""
    forms = default_language().morphology.forms(word)
    found = {fold(form.lemma) for form in forms if parts is None or form.pos in parts}
    return found | ({fold(word)} if parts is None else set())


def in_order(wanted: tuple[str, ...], sentence: str) -> bool:
    """Whether the words of a fixed expression follow one another, few words between."""
    words = [lemmas(word) for word in WORD.findall(sentence)]
    reach = range(len(words))
    for lemma in wanted:
        position = next((i for i in reach if lemma in words[i]), None)
        if position is None:
            return False
        reach = range(position + 1, min(position + 2 + LONGEST_GAP, len(words)))
    return True


def found_in(sentence: str) -> set[str]:
    """The lemmas and phrases of the cues that the reader finds in a sentence."""
    analysis = default_language().analyze(sentence, [Block(Span(0, len(sentence)), 0)])
    return {cue.lemma for parsed in analysis.sentences for cue in find_cues(parsed)}


def test_cues_are_dictionary_forms() -> None:
    assert [r.lemma for r in CUES if fold(r.lemma) not in lemmas(r.lemma, PARTS[r.pos])] == []


def test_cues_stand_in_their_examples() -> None:
    assert [
        (row.lemma, row.example)
        for row in CUES
        if not any(fold(row.lemma) in lemmas(w, PARTS[row.pos]) for w in WORD.findall(row.example))
    ] == []


def test_cues_govern_something_once() -> None:
    assert [r.lemma for r in CUES if not r.governs or len(set(r.governs)) < len(r.governs)] == []


def test_nouns_are_no_asides_and_give_no_names() -> None:
    nouns = [row for row in CUES if row.pos == "noun"]
    assert [row.lemma for row in nouns if {"вводное", "назвать"} & set(row.governs)] == []


def test_phrases_stand_in_their_examples_in_order() -> None:
    assert [(r.phrase, r.example) for r in PHRASES if not in_order(r.words, r.example)] == []


def test_phrases_are_made_of_the_words_of_their_citation_form() -> None:
    assert [row.phrase for row in PHRASES if not in_order(row.words, row.phrase)] == []


def test_source_phrases_stand_in_their_examples() -> None:
    assert [
        (row.phrase, row.example)
        for row in SOURCES
        if not regex.search(rf"\b{fold(row.phrase)}\b", fold(row.example))
    ] == []


def test_source_phrases_ask_for_one_case() -> None:
    assert [r.phrase for r in SOURCES if len({"gen", "dat"} & set(r.form)) != 1] == []


def test_no_two_rows_differ_only_in_the_letter_yo() -> None:
    keys = [("cue", fold(row.lemma)) for row in CUES]
    keys += [("phrase", fold(row.phrase)) for row in PHRASES]
    keys += [("source", fold(row.phrase)) for row in SOURCES]
    assert [key for key, count in Counter(keys).items() if count > 1] == []


def test_every_example_is_written_for_one_row() -> None:
    examples = Counter(row.example for row in (*CUES, *PHRASES, *SOURCES))
    assert [example for example, count in examples.items() if count > 1] == []


def test_fixed_expressions_are_found_in_running_text() -> None:
    rows = [(r.phrase, r.example) for r in (*PHRASES, *SOURCES)]
    assert [(phrase, text) for phrase, text in rows if phrase not in found_in(text)] == []


def test_every_form_of_a_noun_begins_as_its_lemma() -> None:
    morphology = default_language().morphology
    for row in (row for row in CUES if row.pos == "noun"):
        form = next(f for f in morphology.forms(row.lemma) if f.pos == "NOUN")
        for number in ("sing", "plur"):
            for case in ("nomn", "gent", "datv", "accs", "ablt", "loct"):
                word = form.inflect(number, case)
                assert word is None or fold(word)[:NOUN_START] == fold(row.lemma)[:NOUN_START]


@pytest.fixture
def lexicon() -> CueLexicon:
    """The lexicon as read anew, whatever read it before."""
    cue_lexicon.cache_clear()
    return cue_lexicon()


def test_verbs_nouns_and_short_forms_are_found_by_their_lemmas(lexicon: CueLexicon) -> None:
    tables = {"verb": lexicon.verbs, "noun": lexicon.nouns, "short": lexicon.shorts}
    for row in CUES:
        assert tables[row.pos][fold(row.lemma)] == row
    assert sum(map(len, tables.values())) == len({(row.pos, fold(row.lemma)) for row in CUES})


def test_expressions_are_found_by_their_first_words(lexicon: CueLexicon) -> None:
    for row in PHRASES:
        assert row in lexicon.phrases[row.words[0]]
    assert sum(map(len, lexicon.phrases.values())) == len(PHRASES)


def test_source_phrases_are_found_by_their_first_words_the_longest_first(
    lexicon: CueLexicon,
) -> None:
    for row in SOURCES:
        assert row in lexicon.sources[row.words[0]]
    assert sum(map(len, lexicon.sources.values())) == len(SOURCES)
    for rows in lexicon.sources.values():
        lengths = [len(row.words) for row in rows]
        assert lengths == sorted(lengths, reverse=True)


def test_words_are_folded(lexicon: CueLexicon) -> None:
    words = {*lexicon.verbs, *lexicon.nouns, *lexicon.shorts, *lexicon.phrases, *lexicon.sources}
    assert not any("ё" in word for word in words)
