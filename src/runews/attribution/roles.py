"""Who a description means: «политик», «глава ведомства», «издание» → an entity of the article.

In flow a description, the scene and the speakers so far; out flows an entity or nothing. Evidence
is what stands next to a name somewhere in the article («капитан судна Иван Орлов»), what the
entities know of roles, and who spoke last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.attribution.agreement import fits, verb_traits
from runews.attribution.outlet_phrases import outlet_named
from runews.attribution.stand_ins import Match, match, stand_in
from runews.entities import Traits
from runews.language.classes import NAMING
from runews.lexicons.nouns import source_class
from runews.models import EntityType, MentionKind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from runews.attribution.resolution import Past
    from runews.attribution.scene import Scene
    from runews.attribution.stand_ins import StandIn
    from runews.language import ParsedSentence, Token
    from runews.models import Entity

__all__ = ["meant_by"]

_PEOPLE = frozenset({"person", "office", "relation"})

#: How many quotes back a description may point.
_PAST_REACH = 4
#: How many sentences back somebody who acted is still in the foreground.
_ACTING_REACH = 3
#: How many sentences back somebody is still in mind.
_MIND_REACH = 8
_EITHER_GENDER = frozenset(("глава", "звезда", "знаменитость"))
#: Words that make a description introduce somebody new.
_NEW = frozenset(
    ("один", "некий", "некоторый", "другой", "анонимный", "неназванный", "каждый", "любой", "еще")
)
#: Kinds of complements that only repeat what is known: «глава ведомства».
_VAGUE = ("institution", "area", "outlet")


def meant_by(
    head: Token, tokens: Sequence[Token], scene: Scene, past: Sequence[Past]
) -> Entity | None:
    """The entity that a description means.

    Args:
        head: The head of the description.
        tokens: All its tokens.
        scene: The article.
        past: The speakers so far.

    Returns:
        The entity, ``None`` where the article supports none.
    """
    if any(t.lemma in _NEW for t in tokens):
        return None
    kind = source_class(head.lemma)
    if kind == "outlet":
        return _outlet(head, tokens, scene)
    if head.number == "Plur":
        return None
    if kind == "institution":
        return _institution(head, tokens, scene, past)
    if kind in _PEOPLE or head.is_animate:
        return _person(head, tokens, scene, past, kind)
    return None


def _person(
    head: Token, tokens: Sequence[Token], scene: Scene, past: Sequence[Past], kind: str | None
) -> Entity | None:
    """Somebody whose name stands by the noun; else whom the noun can stand for by his roles."""
    complements = [t.lemma for t in tokens if t.index > head.index and t.pos in NAMING]
    row = stand_in(head.lemma, complements)
    feminine = head.gender == "Fem" and head.lemma not in _EITHER_GENDER
    gender = (row.gender if row is not None else "") or ("Fem" if feminine else None)
    wanted = Traits(gender or _verb_gender(head, scene), "Sing")
    telling = {word for word in complements if source_class(word) not in _VAGUE}

    def supported(people: Sequence[Entity]) -> list[Entity]:
        return [
            entity
            for entity in people
            if head.lemma in scene.role_words.get(entity.id, ())
            and (not telling or telling & scene.role_words[entity.id])
        ]

    people = _fitting(scene.entities_before(head.start), scene, EntityType.PER, wanted)
    if known := supported(people):
        return _last_speaking(known, past) or known[0]
    later = _fitting(scene.entities_after(head.start), scene, EntityType.PER, wanted)
    if complements and (known := supported(later)):
        # «Капитан судна молчит … Капитан судна Иван Орлов рассказал …»: the name comes later.
        return known[0]
    if row is None:
        if kind != "person":
            return None
        return _foremost(head, people, scene, past)
    if telling - set(row.noun.split()):
        return None
    return _standing_in(head, row, people, scene, past)


def _standing_in(
    head: Token, row: StandIn, people: Sequence[Entity], scene: Scene, past: Sequence[Past]
) -> Entity | None:
    """Of the people whose roles go best with a description, the foremost."""
    here = scene.analysis.sentence_at(head.start)
    first = scene.analysis.sentences[max(here.index - _MIND_REACH, 0)].start if here else 0
    recent = {e.id for _, e in scene.index.mentions_in(Span(first, head.start))}
    people = [entity for entity in people if entity.id in recent]
    matches = {e.id: match(row, scene.role_words.get(e.id, frozenset())) for e in people}
    for wanted in (Match.ROLE, Match.SPHERE, Match.OPEN):
        best = [e for e in people if matches[e.id] is wanted]
        if best and (found := _foremost(head, best, scene, past)) is not None:
            return found
    return None


def _verb_gender(head: Token, scene: Scene) -> str | None:
    """The gender that the verb of a description shows: «чиновник [пояснила]»."""
    sentence = scene.analysis.sentence_at(head.start)
    if sentence is None or head.head < 0 or not head.rel.startswith("nsubj"):
        return None
    traits = verb_traits(sentence.tokens[head.head])
    return traits.gender if traits is not None else None


def _foremost(
    head: Token, people: Sequence[Entity], scene: Scene, past: Sequence[Past]
) -> Entity | None:
    """Who of some people is in the foreground: named beside, speaking or acting last."""
    ids = {entity.id for entity in people}
    here = scene.analysis.sentence_at(head.start)
    for back in range(1, _ACTING_REACH + 1):
        index = here.index - back if here is not None else -1
        if index < 0:
            break
        acting = _acting(scene.analysis.sentences[index], ids, scene)
        if acting is not None:
            return acting
    return _last_speaking(people, past) or next(iter(people), None)


def _acting(sentence: ParsedSentence, ids: AbstractSet[str], scene: Scene) -> Entity | None:
    """Which of some people is the subject of a sentence, outside anybody's words."""
    said = scene.contents_in(sentence)
    for mention, entity in scene.index.mentions_in(sentence.span):
        if entity.id not in ids or mention.kind is not MentionKind.NAME:
            continue
        nominative = any(t.case == "Nom" for t in sentence.tokens_in(mention.span))
        if nominative and not any(p.overlaps(mention.span) for p in said):
            return entity
    return None


def _last_speaking(entities: Sequence[Entity], past: Sequence[Past]) -> Entity | None:
    """Which of some entities spoke last, within the last few quotes."""
    ids = {entity.id for entity in entities}
    for before in reversed(past[-_PAST_REACH:]):
        entity = before.resolution.entity
        if entity is not None and entity.id in ids:
            return entity
    return None


def _fitting(
    entities: Sequence[Entity], scene: Scene, kind: EntityType, wanted: Traits
) -> list[Entity]:
    return [
        entity
        for entity in entities
        if entity.type is kind and fits(wanted, scene.index.traits.get(entity.id, Traits()))
    ]


def _has_complement(head: Token, tokens: Sequence[Token]) -> bool:
    return any(t.index > head.index and t.is_word for t in tokens)


def _outlet(head: Token, tokens: Sequence[Token], scene: Scene) -> Entity | None:
    """The outlet that was mentioned last."""
    if _has_complement(head, tokens):
        return None
    for entity in scene.entities_before(head.start):
        if entity.type is EntityType.ORG and outlet_named(entity.name):
            return entity
    return None


def _institution(
    head: Token, tokens: Sequence[Token], scene: Scene, past: Sequence[Past]
) -> Entity | None:
    """The organisation called so, by its name or the noun beside it; else the last speaker."""
    if _has_complement(head, tokens):
        return None
    before = scene.entities_before(head.start)
    organisations = [
        entity
        for entity in _fitting(before, scene, EntityType.ORG, Traits(None, "Sing"))
        if not outlet_named(entity.name)
    ]
    return _last_speaking(organisations, past)
