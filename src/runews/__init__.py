"""Read Russian news by program: who said what, in whose words, through which outlet."""

from __future__ import annotations

from runews.errors import (
    InputError,
    LexiconError,
    ModelError,
    NotFoundError,
    NotTextError,
    RunewsError,
    SerializationError,
    TextTooLongError,
)
from runews.models import (
    Article,
    Attribution,
    Cue,
    Dateline,
    Entity,
    EntityType,
    Medium,
    Mention,
    MentionKind,
    Metadata,
    Paragraph,
    ParagraphKind,
    Quote,
    QuoteKind,
    Sentence,
    Span,
    Speaker,
)
from runews.parser import Parser, parse_article

__all__ = [
    "Article",
    "Attribution",
    "Cue",
    "Dateline",
    "Entity",
    "EntityType",
    "InputError",
    "LexiconError",
    "Medium",
    "Mention",
    "MentionKind",
    "Metadata",
    "ModelError",
    "NotFoundError",
    "NotTextError",
    "Paragraph",
    "ParagraphKind",
    "Parser",
    "Quote",
    "QuoteKind",
    "RunewsError",
    "Sentence",
    "SerializationError",
    "Span",
    "Speaker",
    "TextTooLongError",
    "parse_article",
]
