"""The closed sets of words that a result uses: enums whose values are those words.

Nothing flows in.
"""

from __future__ import annotations

from enum import Enum

__all__ = ["EntityType", "MentionKind", "ParagraphKind", "QuoteKind"]


class _Word(str, Enum):
    """An enum whose members are, compare and print as their lower-case (or upper-case) word."""

    def __str__(self) -> str:
        return str(self.value)


class ParagraphKind(_Word):
    """What a paragraph is to the article."""

    HEADLINE = "headline"
    SUBHEADING = "subheading"
    LEAD = "lead"
    BODY = "body"
    CAPTION = "caption"
    BYLINE = "byline"
    REFERENCE = "reference"
    SOURCE = "source"
    DISCLAIMER = "disclaimer"


class EntityType(_Word):
    """Whether a name is of a person, an organisation or a place."""

    PER = "PER"
    ORG = "ORG"
    LOC = "LOC"


class MentionKind(_Word):
    """How a mention refers: by name, by a role or common noun, or by a pronoun."""

    NAME = "name"
    ROLE = "role"
    PRONOUN = "pronoun"


class QuoteKind(_Word):
    """Whose words a quote is in: the speaker's, the narrator's, or both."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
