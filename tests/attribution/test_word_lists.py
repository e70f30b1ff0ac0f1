"""The word lists of attribution: every row loads and its example shows its word."""

from __future__ import annotations

import pytest

from runews.attribution import lexicon, stand_ins
from runews.attribution.lexicon import (
    ImpersonalCue,
    MediumNoun,
    RelayVerb,
    is_impersonal,
    medium_noun,
    relay_verb,
)
from runews.attribution.stand_ins import StandIn, stand_in
from runews.errors import LexiconError
from runews.lexicons.loader import load_table, parse_table
from runews.lexicons.nouns import SourceNoun, TimeNoun, source_class

TABLES = [
    ("media", MediumNoun),
    ("relay_verbs", RelayVerb),
    ("time_nouns", TimeNoun),
    ("source_nouns", SourceNoun),
    ("impersonal_cues", ImpersonalCue),
    ("stand_ins", StandIn),
]
#: Letters that every form of a word shares with its dictionary form, at least.
_STEM = 2


@pytest.fixture
def _read_anew() -> None:
    """Whatever read the lists before."""
    for cached in (lexicon._media, lexicon._relays, lexicon._impersonals, stand_ins._rows):
        cached.cache_clear()


@pytest.mark.usefixtures("_read_anew")
def test_a_word_with_ё_is_found_by_its_dictionary_form() -> None:
    assert medium_noun("видеосъемка") is None
    for row in load_table("media", MediumNoun):
        assert medium_noun(row.noun.replace("ё", "е")) == row
    for verb in load_table("relay_verbs", RelayVerb):
        assert relay_verb(verb.lemma.replace("ё", "е")) == verb
    for cue in load_table("impersonal_cues", ImpersonalCue):
        assert is_impersonal(cue.lemma.replace("ё", "е"))


@pytest.mark.usefixtures("_read_anew")
def test_the_evidence_of_a_description_is_folded_and_otherwise_as_listed() -> None:
    for row in load_table("stand_ins", StandIn):
        noun, *complements = row.noun.replace("ё", "е").split()
        found = stand_in(noun, complements)
        assert found is not None
        assert found.stems == tuple(stem.replace("ё", "е") for stem in row.stems)
        assert found.spheres == row.spheres
        assert (found.noun, found.gender, found.fit) == (row.noun, row.gender, row.fit)


@pytest.mark.parametrize(("name", "row"), TABLES)
def test_every_row_has_an_example_that_shows_its_word(name: str, row: type) -> None:
    for entry in load_table(name, row):
        word = getattr(entry, "noun", None) or entry.lemma
        stem = word.casefold().replace("ё", "е")[:_STEM]
        words = entry.example.casefold().replace("ё", "е").split()
        assert any(w.strip('«»",.–').startswith(stem) for w in words), (word, entry.example)


def test_a_compound_is_found_by_its_last_part() -> None:
    row = medium_noun("онлайн-конференция")
    assert row is not None
    assert row.kind == "event"


def test_a_known_noun_has_its_class_and_another_none() -> None:
    assert source_class("газета") == "outlet"
    assert source_class("облако") is None


def test_an_unknown_kind_is_refused() -> None:
    table = "noun\tkind\texample\nгазета\tнечто\tГазета пишет."
    with pytest.raises(LexiconError, match="нечто"):
        list(parse_table(table, SourceNoun, "test.tsv"))
