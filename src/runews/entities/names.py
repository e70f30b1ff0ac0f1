"""The stage's working data: a name in one sentence, before it belongs to an entity.

Every module of the stage takes and gives `Name` objects; offsets count code points of the article's
text.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from runews.models import EntityType, Span

if TYPE_CHECKING:
    from runews.language.tokens import ParsedSentence, Token

__all__ = ["Name", "name_of"]


@attrs.frozen(eq=False)
class Name:
    """A name with its tokens.

    Args:
        type: Person, organisation or location.
        tokens: Its tokens, neighbours in one sentence; at least one.
        sentence: The sentence that holds it.
        held: Index of the token at which the complement of an organisation begins («США» in
            «Конгресс США»).
        inside: Whether it stands within a larger name («США» in «Конгресс США»).
    """

    type: EntityType
    tokens: tuple[Token, ...] = attrs.field(validator=attrs.validators.min_len(1))
    sentence: ParsedSentence
    inside: bool = False
    held: int | None = None

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.tokens[0].start

    @property
    def stop(self) -> int:
        """Offset after its last character."""
        return self.tokens[-1].stop

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.stop)

    @property
    def first(self) -> int:
        """Index of its first token in the sentence."""
        return self.tokens[0].index

    @property
    def last(self) -> int:
        """Index of its last token in the sentence."""
        return self.tokens[-1].index

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """Its tokens that are not punctuation."""
        return tuple(t for t in self.tokens if t.is_word)


def name_of(kind: EntityType, sentence: ParsedSentence, first: int, last: int) -> Name:
    """The name that reaches from one token to another.

    Args:
        kind: Its type.
        sentence: Its sentence.
        first: Index of the first token.
        last: Index of the last token, which belongs to it; not less than ``first``.

    Returns:
        The name.
    """
    return Name(type=kind, tokens=sentence.tokens[first : last + 1], sentence=sentence)
