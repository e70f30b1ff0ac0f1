"""Sources that give a name: «глава МИД РФ Сергей Лавров», «в МИД», «газета «Труд»».

In flow a source phrase and the scene; out flows a `Resolution`. A name speaks where it is the head
of the phrase or the head's own name; in «адвокат Иванова» it is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.attribution.outlet_phrases import outlet_phrases
from runews.attribution.phrases import closing_mark
from runews.attribution.resolution import Past, Resolution, Way
from runews.attribution.source_phrase import (
    SAME_THING,
    SourcePhrase,
    mention_first,
    mention_head,
    of_entity,
)
from runews.entities import Traits
from runews.language.classes import DASHES, OPENING_MARKS, STOPS, SUBJECT_CASES, VERBS
from runews.lexicons.nouns import source_class
from runews.models import EntityType, MentionKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runews.attribution.scene import Scene
    from runews.models import Entity, Mention

__all__ = ["by_aside", "by_organisation", "by_outlet", "by_person"]

_NOT_OF_A_NAME = VERBS | {"SCONJ", "PRON"}
_CUTS_OFF = STOPS | DASHES | frozenset('«"')
_NEVER_NAMED = frozenset({"anonymous", "document", "service", "relation"})

#: Words behind a phrase in which its name is looked for.
_ASIDE_REACH = 10


def by_person(phrase: SourcePhrase, scene: Scene, _: Sequence[Past]) -> Resolution | None:
    """«глава МИД РФ Сергей Лавров»: the person that is the head or stands in apposition to it."""
    persons = [
        (mention, entity)
        for mention, entity in scene.index.mentions_in(phrase.span)
        if mention.kind is MentionKind.NAME and entity.type is EntityType.PER
    ]
    named: list[tuple[Mention, Entity]] = []
    for mention, entity in persons:
        if _is_head(mention, phrase) or _stands_for_head(mention, phrase, persons):
            named.append((mention, entity))
    if not named:
        return None
    together = _coordinated(named, phrase)
    if together:
        return Resolution(
            name=" и ".join(entity.name for entity in together),
            entity=None,
            way=Way.NAMED,
            traits=Traits(None, "Plur"),
        )
    return of_entity(named[-1][1], scene, Way.NAMED)


def by_organisation(phrase: SourcePhrase, scene: Scene, _: Sequence[Past]) -> Resolution | None:
    """«в [МИД] сообщили», «[Киев] заявил», «[компания «Ромашка»]»: the head's own name."""
    for mention, entity in scene.index.mentions_in(phrase.span):
        if mention.kind is not MentionKind.NAME or entity.type is EntityType.PER:
            continue
        if mention.span.overlaps(phrase.head.span) or _names_head(mention, phrase):
            return of_entity(entity, scene, Way.NAMED)
    return None


def by_outlet(phrase: SourcePhrase, scene: Scene, _: Sequence[Past]) -> Resolution | None:
    """«газета «Труд»», «Lenta.ru»: an outlet at the head that the entities do not know."""
    inside = scene.indices(phrase.sentence, [phrase.span])
    outside = frozenset(range(len(phrase.sentence.tokens))) - inside
    for outlet in outlet_phrases(phrase.sentence, outside):
        if outlet.start <= phrase.head.index < outlet.stop and outlet.name is not None:
            return Resolution(outlet.name, None, Way.NAMED, Traits())
    return None


def by_aside(phrase: SourcePhrase, scene: Scene, _: Sequence[Past]) -> Resolution | None:
    """«один из зрителей, 62-летний [Пётр Орлов]», «житель города (США) [Пётр Орлов]»."""
    tokens = phrase.sentence.tokens
    last = phrase.tokens[-1].index
    if phrase.head.case != "Nom":
        return None
    for token in tokens[last + 1 : last + 1 + _ASIDE_REACH]:
        if token.pos in _NOT_OF_A_NAME or token.text in _CUTS_OFF:
            return None
        if token.case not in SUBJECT_CASES or not token.text[:1].isupper():
            continue
        for mention, entity in scene.index.mentions_in(token.span):
            if mention.kind is MentionKind.NAME and entity.type is EntityType.PER:
                following = tokens[scene.analysis.tokens_in(mention.span)[-1].index + 1 :][:1]
                if not following or following[0].pos == "PUNCT":
                    return of_entity(entity, scene, Way.NAMED)
                return None
    return None


def _is_head(mention: Mention, phrase: SourcePhrase) -> bool:
    return mention.span.overlaps(phrase.head.span)


def _stands_for_head(
    mention: Mention,
    phrase: SourcePhrase,
    persons: Sequence[tuple[Mention, Entity]],
) -> bool:
    """Whether a person's name in a phrase is the head's own rather than somebody it belongs to."""
    top = mention_head(mention, phrase)
    head = phrase.head
    if top is None or top.index < head.index:
        return False
    if source_class(head.lemma) == "service":
        # «пресс-служба министра Ивана Орлова» speaks for him.
        return False
    if head.case == "Nom":
        cases = {t.case for t in phrase.sentence.tokens_in(mention.span) if t.case}
        return "Nom" in cases or not cases
    if top.case is not None and head.case is not None and top.case != head.case:
        return False
    if top.head == head.index and top.rel in SAME_THING:
        return True
    # «по словам главы ведомства Ивана Орлова», «по словам адвоката Орлова»: one genitive for both;
    # a noun that asks for somebody takes the first name, a post leaves the last one its own.
    if source_class(head.lemma) in ("relation", "anonymous"):
        return False
    return mention is persons[-1][0]


def _coordinated(
    named: Sequence[tuple[Mention, Entity]], phrase: SourcePhrase
) -> tuple[Entity, ...]:
    """The persons of «прокурор Иванов [и] сенатор Петров», empty for one person."""
    different: list[tuple[Mention, Entity]] = []
    for mention, entity in named:
        if all(entity.id != other.id for _, other in different):
            different.append((mention, entity))
    if len(different) < 2:
        return ()
    first, last = different[0][0].span.stop, different[-1][0].span.start
    joined = any(t.pos == "CCONJ" and first <= t.start and t.stop <= last for t in phrase.tokens)
    return tuple(entity for _, entity in different) if joined else ()


def _names_head(mention: Mention, phrase: SourcePhrase) -> bool:
    """Whether a name is the head's own: «газета «Труд»», not «источник «Интерфакса»»."""
    head = phrase.head
    if head.is_animate or source_class(head.lemma) in _NEVER_NAMED:  # fmt: skip
        return False
    tokens = phrase.sentence.tokens
    first = mention_first(mention, phrase)
    marked = first > 0 and closing_mark(phrase.sentence, first - 1) is not None
    if first - marked != head.index + 1 and tokens[first].text not in OPENING_MARKS:
        return False
    top = mention_head(mention, phrase)
    if top is None:
        return False
    return top.case in SUBJECT_CASES or top.rel in SAME_THING
