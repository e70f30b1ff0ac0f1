"""The phrase that names a source, and what its readers share.

In flow a span of the article; out flows a `SourcePhrase`: its sentence, its tokens, its head.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import attrs

from runews.attribution.resolution import Past, Resolution, Way
from runews.entities import Traits
from runews.language.inflect import phrase_head
from runews.models import EntityType, Span

if TYPE_CHECKING:
    from runews.attribution.scene import Scene
    from runews.language import ParsedSentence, Token
    from runews.models import Entity, Mention

__all__ = [
    "SAME_THING",
    "Resolver",
    "SourcePhrase",
    "mention_first",
    "mention_head",
    "of_entity",
    "read_source",
    "traits_of",
]

#: Relations by which a name belongs to the noun before it as the same thing.
SAME_THING = ("appos", "flat", "flat:name", "flat:foreign", "compound")


@attrs.frozen
class SourcePhrase:
    """The phrase that names a source.

    Args:
        span: Where it stands.
        sentence: Its sentence.
        tokens: Its tokens.
        head: Its head.
    """

    span: Span
    sentence: ParsedSentence
    tokens: tuple[Token, ...]
    head: Token

    def inside(self, token: Token) -> bool:
        """Whether a token is part of it."""
        return self.span.start <= token.start and token.stop <= self.span.stop


Resolver = Callable[[SourcePhrase, "Scene", Sequence[Past]], "Resolution | None"]


def read_source(span: Span, scene: Scene) -> SourcePhrase | None:
    """The phrase at a span, ``None`` where no word stands there."""
    sentence = scene.analysis.sentence_at(span.start)
    if sentence is None:
        return None
    tokens = sentence.tokens_in(span)
    head = phrase_head(tokens)
    if head is None:
        return None
    return SourcePhrase(span, sentence, tokens, head)


def traits_of(entity: Entity, scene: Scene) -> Traits:
    """Gender and number of an entity; only a person's gender binds the cue."""
    traits = scene.index.traits.get(entity.id, Traits())
    return traits if entity.type is EntityType.PER else Traits(None, traits.number)


def of_entity(entity: Entity, scene: Scene, way: Way) -> Resolution:
    """An entity as a resolution."""
    return Resolution(
        entity.name,
        entity,
        way,
        traits_of(entity, scene),
        animate=entity.type is EntityType.PER,
    )


def mention_head(mention: Mention, phrase: SourcePhrase) -> Token | None:
    """The head of a mention's words."""
    return phrase_head(phrase.sentence.tokens_in(mention.span))


def mention_first(mention: Mention, phrase: SourcePhrase) -> int:
    """The index of the first token of a mention."""
    return phrase.sentence.tokens_in(mention.span)[0].index
