"""The columns of the tables: names, kinds and meanings, which are part of the public interface.

Nothing flows in; `runews.tables.rows` fills them, `runews.tables.table` gives them dtypes, and the
reference page lists them.
"""

from __future__ import annotations

from enum import Enum

import attrs

__all__ = ["ARTICLES", "ENTITIES", "MENTIONS", "QUOTES", "Column", "ColumnKind"]


class ColumnKind(Enum):
    """What the cells of a column are."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    TEXTS = "list of texts"


@attrs.frozen
class Column:
    """A column of a table.

    Args:
        name: Its name, which stays the same from version to version.
        kind: What its cells are.
        nullable: Whether a cell may be ``None``.
        description: What it means.
    """

    name: str
    kind: ColumnKind
    nullable: bool
    description: str


def _text(name: str, description: str) -> Column:
    return Column(name, ColumnKind.TEXT, False, description)


def _text_or_null(name: str, description: str) -> Column:
    return Column(name, ColumnKind.TEXT, True, description)


def _integer(name: str, description: str) -> Column:
    return Column(name, ColumnKind.INTEGER, False, description)


def _integer_or_null(name: str, description: str) -> Column:
    return Column(name, ColumnKind.INTEGER, True, description)


def _texts(name: str, description: str) -> Column:
    return Column(name, ColumnKind.TEXTS, False, description)


_WHICH = (
    _integer("article", "place of the article among those passed in, from 0"),
    _text_or_null("key", "the key that came with the article, as text"),
)

_PUBLICATION = (
    _text_or_null("headline", "headline of the article"),
    _text_or_null("published", "date, or date and time, in ISO 8601"),
    Column("date", ColumnKind.DATE, True, "the date of `published`"),
    _text_or_null("agency", "agency that the article comes from"),
    _text_or_null("site", "outlet that published it"),
    _text_or_null("url", "its address"),
)

_PLACE = (
    _integer("start", "offset of the first code point"),
    _integer("stop", "offset after the last one"),
    _integer_or_null("paragraph", "index of the paragraph where it begins"),
    _text_or_null("paragraph_kind", "kind of that paragraph"),
    _integer_or_null("sentence", "index of the sentence where it begins"),
)

QUOTES = (
    *_WHICH,
    _text("quote_id", "`q1`, `q2` …, unique in the article"),
    _text("kind", "`direct`, `mixed` or `indirect`"),
    _text("text", "the content without its outer quotation marks"),
    _text_or_null("speaker", "who speaks: the resolved name, or the description of a source"),
    _text_or_null("speaker_id", "entity of the speaker: `entity_id` of the table of entities"),
    _text_or_null("speaker_type", "`PER`, `ORG` or `LOC`, where there is an entity"),
    _texts("speaker_roles", "roles of that entity"),
    _text_or_null("speaker_text", "the words that name the speaker here"),
    _integer_or_null("speaker_start", "offset of those words"),
    _integer_or_null("speaker_stop", "offset after them"),
    _text_or_null("cue", "the reporting words"),
    _text_or_null("cue_lemma", "their dictionary form"),
    _integer_or_null("cue_start", "offset of the reporting words"),
    _integer_or_null("cue_stop", "offset after them"),
    _text_or_null("medium", "where it was said or written"),
    _text_or_null("via", "outlet that relays it"),
    _text_or_null("via_id", "entity of that outlet"),
    Column("confidence", ColumnKind.NUMBER, False, "how sure quote and speaker are, 0 to 1"),
    _text_or_null("parent_id", "the quote that this one is nested in"),
    _integer("pieces", "number of its spans"),
    *_PLACE,
    *_PUBLICATION,
)

ENTITIES = (
    *_WHICH,
    _text("entity_id", "`e1`, `e2` …, unique in the article"),
    _text("type", "`PER`, `ORG` or `LOC`"),
    _text("name", "canonical name, nominative"),
    _texts("roles", "titles and posts, nominative"),
    _texts("aliases", "other names that the article uses"),
    _integer("mentions", "number of mentions"),
    _integer("quotes", "number of quotes that it is the speaker of"),
)

MENTIONS = (
    *_WHICH,
    _text("entity_id", "entity that is mentioned"),
    _text("type", "`PER`, `ORG` or `LOC`"),
    _text("name", "canonical name of the entity"),
    _text("kind", "`name`, `role` or `pronoun`"),
    _text("text", "the words of the mention"),
    *_PLACE,
)

ARTICLES = (
    *_WHICH,
    *_PUBLICATION,
    _texts("authors", "who wrote it"),
    _texts("tags", "the publisher's tags"),
    _text_or_null("place", "place of the dateline, nominative"),
    _text_or_null("language", "ISO 639-1 code"),
    _integer("characters", "length of the text in code points"),
    _integer("paragraphs", "number of paragraphs"),
    _integer("sentences", "number of sentences"),
    _integer("entities", "number of entities"),
    _integer("quotes", "number of quotes"),
)
