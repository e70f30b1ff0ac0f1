"""The word lists of attribution: every row loads and its example shows its word."""

from __future__ import annotations

import pytest

from runews.attribution.lexicon import ImpersonalCue, MediumNoun, RelayVerb, medium_noun
from runews.attribution.stand_ins import StandIn
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
