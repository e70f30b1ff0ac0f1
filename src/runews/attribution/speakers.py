"""From the phrase that names a source to who that is: «глава МИД РФ Сергей Лавров» → Сергей Лавров.

In flow the span of a source and the scene; out flows a `Resolution`. `RESOLVERS` lists the ways to
read a phrase, the first that answers wins; the last one, a description, answers for any noun.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from runews.attribution.agreement import fits
from runews.attribution.descriptions import describe
from runews.attribution.names import by_aside, by_organisation, by_outlet, by_person
from runews.attribution.pronouns import PAST_REACH, by_first_person, by_pronoun
from runews.attribution.resolution import Past, Resolution, Way
from runews.attribution.roles import meant_by
from runews.attribution.source_phrase import Resolver, SourcePhrase, of_entity, read_source
from runews.entities import Traits
from runews.language.classes import NAMING, PRONOMINAL
from runews.lexicons.nouns import source_class
from runews.models import MentionKind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runews.attribution.scene import Scene
    from runews.language import Token

__all__ = ["RESOLVERS", "resolve_source"]

_UNNAMED = frozenset({"anonymous", "document", "person"})

#: Pronouns that describe nobody; «одни», «другие», «некоторые» do.
_PERSONAL = frozenset(
    (
        "я", "мы", "ты", "вы", "он", "она", "оно", "они", "его", "ее", "их", "себя", "кто", "что",
        "это", "который", "свой", "тот", "этот", "мой", "наш", "чей",
    )
)  # fmt: skip


#: What somebody who has just spoken to the paper is called, named or not.
_INTERLOCUTORS = frozenset(("собеседник", "собеседница"))


def resolve_source(span: Span, scene: Scene, past: Sequence[Past]) -> Resolution | None:
    """Who a source phrase names.

    Args:
        span: Where the phrase stands.
        scene: The article.
        past: The speakers so far, in text order.

    Returns:
        Who it is; ``None`` where the phrase holds nothing that could speak.
    """
    phrase = read_source(span, scene)
    if phrase is None:
        return None
    for resolver in RESOLVERS:
        found = resolver(phrase, scene, past)
        if found is not None:
            return attrs.evolve(found, span=span)
    return None


def _is_personal(token: Token) -> bool:
    """Whether a word is a pronoun that describes nobody."""
    return token.pos in PRONOMINAL and token.lemma in _PERSONAL


def by_issuer(phrase: SourcePhrase, scene: Scene, past: Sequence[Past]) -> Resolution | None:
    """«в заявлении [МИД] говорится»: a document speaks for who issued it."""
    if source_class(phrase.head.lemma) != "document":
        return None
    for child in phrase.sentence.children(phrase.head.index):
        if child.index > phrase.head.index and phrase.inside(child) and child.pos in NAMING:
            issuer = Span(_start_of(child, phrase), phrase.span.stop)
            found = resolve_source(issuer, scene, past)
            if found is not None and found.entity is not None:
                return found
    return None


def by_interlocutor(phrase: SourcePhrase, scene: Scene, past: Sequence[Past]) -> Resolution | None:
    """«[собеседник агентства]» after «[источник в порту] рассказал»: who has just been speaking.

    A person whom the article names is left to the later rules, which know genders.
    """
    if phrase.head.lemma not in _INTERLOCUTORS or phrase.head.number == "Plur":
        return None
    for earlier in reversed(past):
        if phrase.sentence.index - earlier.sentence > PAST_REACH:
            return None
        before = earlier.resolution
        if before.entity is not None and before.animate:
            return None
        if before.entity is None and before.animate and before.traits.number == "Sing":
            return attrs.evolve(before, way=Way.ROLE)
    return None


def by_role(phrase: SourcePhrase, scene: Scene, _: Sequence[Past]) -> Resolution | None:
    """«[политик] добавил», «[глава ведомства]»: the entity that the article means by a role."""
    for mention, entity in scene.index.mentions_in(phrase.head.span):
        if mention.kind is MentionKind.ROLE:
            return of_entity(entity, scene, Way.ROLE)
    return None


def by_known_role(phrase: SourcePhrase, scene: Scene, past: Sequence[Past]) -> Resolution | None:
    """«[капитан] рассказал», «[издание] пишет»: somebody whom the article has named."""
    entity = meant_by(phrase.head, phrase.tokens, scene, past)
    if entity is None:
        return None
    spoken = any(earlier.resolution.entity == entity for earlier in past)
    if phrase.head.lemma in _INTERLOCUTORS and not spoken:
        return None
    return of_entity(entity, scene, Way.ROLE)


def by_same_description(
    phrase: SourcePhrase, scene: Scene, past: Sequence[Past]
) -> Resolution | None:
    """«[собеседник агентства]» after «[источник в полиции]»: an unnamed source goes on speaking."""
    kind = source_class(phrase.head.lemma)
    if kind not in _UNNAMED:
        return None
    wanted = Traits(None, phrase.head.number or "Sing")
    for earlier in reversed(past):
        if phrase.sentence.index - earlier.sentence > PAST_REACH:
            break
        before = earlier.resolution
        same = before.way is Way.DESCRIBED and before.entity is None
        if (
            same
            and fits(wanted, Traits(None, before.traits.number))
            and _shares_head(phrase, before)
        ):
            return attrs.evolve(before, way=Way.ROLE)
    return None


def by_description(phrase: SourcePhrase, _: Scene, __: Sequence[Past]) -> Resolution | None:
    """«[источник в полиции]», «[эксперты]»: nobody is named, the description stands."""
    if all(_is_personal(t) or not t.is_word for t in phrase.tokens):
        return None
    name = describe(phrase.tokens)
    if name is None:
        return None
    counted = any(t.pos == "NUM" and t.lemma != "один" for t in phrase.tokens)
    number = "Plur" if counted else phrase.head.number or "Sing"
    traits = Traits(phrase.head.gender, number)
    # «источник», «сторона» have no life of their own in grammar, but speak on as «он».
    animate = phrase.head.is_animate or (source_class(phrase.head.lemma) == "anonymous")
    return Resolution(name, None, Way.DESCRIBED, traits, animate=animate)


RESOLVERS: tuple[Resolver, ...] = (
    by_first_person,
    by_pronoun,
    by_issuer,
    by_person,
    by_organisation,
    by_outlet,
    by_aside,
    by_interlocutor,
    by_role,
    by_known_role,
    by_same_description,
    by_description,
)


def _start_of(token: Token, phrase: SourcePhrase) -> int:
    """Where the phrase below a token begins: its first dependent after the head of the whole."""
    below = [i for i in phrase.sentence.subtree(token.index) if i > phrase.head.index]
    return phrase.sentence.tokens[min(below, default=token.index)].start


def _shares_head(phrase: SourcePhrase, before: Resolution) -> bool:
    """Whether a description may go on with another: by its noun, or as «собеседник»."""
    noun = before.name.split(" ")[0].casefold().replace("ё", "е")
    return phrase.head.lemma in _INTERLOCUTORS or noun == phrase.head.lemma
