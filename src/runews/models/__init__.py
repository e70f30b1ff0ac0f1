"""The result types: an `Article` and all it holds, frozen, slotted, hashable, tuples throughout.

Nothing flows in but plain values; every stage builds these and the caller reads them. Offsets
count Unicode code points of `Article.text`, half open, so ``article.text[s.start:s.stop]`` is the
text of a span.
"""

from runews.models.article import Article
from runews.models.kinds import EntityType, MentionKind, ParagraphKind, QuoteKind
from runews.models.parts import (
    Attribution,
    Cue,
    Dateline,
    Entity,
    Medium,
    Mention,
    Metadata,
    Paragraph,
    Quote,
    Sentence,
    Span,
    Speaker,
)

__all__ = [
    "Article",
    "Attribution",
    "Cue",
    "Dateline",
    "Entity",
    "EntityType",
    "Medium",
    "Mention",
    "MentionKind",
    "Metadata",
    "Paragraph",
    "ParagraphKind",
    "Quote",
    "QuoteKind",
    "Sentence",
    "Span",
    "Speaker",
]
