"""Sources that are pronouns: «он добавил», «по её словам», «я думаю» inside somebody's words.

In flow a source phrase, the scene and the speakers so far; out flows a `Resolution`. Whoever has
just spoken goes on speaking, unless another person has become the subject since; the entities' own
choice comes after that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from runews.attribution.agreement import fits, pronoun_traits
from runews.attribution.descriptions import describe
from runews.attribution.phrases import phrase_start, phrase_stop
from runews.attribution.resolution import Past, Resolution, Way
from runews.attribution.source_phrase import SAME_THING, SourcePhrase, of_entity, traits_of
from runews.entities import Traits
from runews.models import EntityType, MentionKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runews.attribution.scene import Scene
    from runews.language import ParsedSentence
    from runews.models import Entity

__all__ = ["PAST_REACH", "by_first_person", "by_pronoun", "last_speaker"]

_FIRST_PERSON = frozenset({"я", "мы", "мне", "меня", "мой", "моему", "наш", "нашему"})

#: How many sentences back a speaker is remembered.
PAST_REACH = 6
#: How many sentences back somebody still has the floor.
_PRONOUN_REACH = 2
#: How many quotes back the utterance round a word is looked for.
_NESTING_REACH = 20


def by_first_person(phrase: SourcePhrase, scene: Scene, past: Sequence[Past]) -> Resolution | None:
    """«[я] думаю» inside somebody's words: who utters them."""
    if phrase.head.lower not in _FIRST_PERSON:
        return None
    for earlier in reversed(past[-_NESTING_REACH:]):
        pieces = scene.quotes[earlier.quote].spans
        if any(phrase.span in piece for piece in pieces):
            return attrs.evolve(earlier.resolution, way=Way.PRONOUN)
    return None


def by_pronoun(phrase: SourcePhrase, scene: Scene, past: Sequence[Past]) -> Resolution | None:
    """«[он] добавил», «по [его] словам»: who speaks, or whom the entities take it for."""
    wanted = pronoun_traits(phrase.head.lower)
    if wanted is None or len(phrase.tokens) > 1:
        return None
    if wanted.number == "Plur":
        group = _previous_group(phrase.sentence, scene, past)
        if group is not None:
            return group
    subject = _previous_subject(phrase.sentence, wanted, scene, past)
    if subject is not None:
        return of_entity(subject, scene, Way.PRONOUN)
    speaking = last_speaker(past, wanted, phrase.sentence.index, Way.PRONOUN, _PRONOUN_REACH)
    if speaking is not None:
        return speaking
    entity = scene.index.at(phrase.span)
    if entity is not None:
        return of_entity(entity, scene, Way.PRONOUN)
    plural = wanted.number == "Plur"
    for earlier in reversed(past[-PAST_REACH:]):
        # «по их словам» after what a channel or an army has said; one person is no «они».
        many = plural and not earlier.resolution.animate
        if many or fits(wanted, earlier.resolution.traits):
            return attrs.evolve(earlier.resolution, way=Way.PRONOUN)
    return None


def _previous_group(
    sentence: ParsedSentence, scene: Scene, past: Sequence[Past]
) -> Resolution | None:
    """«[Учёные] обследовали 1400 зданий. [Они] выяснили …»: the people the last sentence is about.

    Whoever has spoken in that sentence is left to the speakers so far.
    """
    before = sentence.index - 1
    if before < 0 or (past and past[-1].sentence >= before):
        return None
    earlier = scene.analysis.sentences[before]
    said = scene.indices(earlier, scene.contents_in(earlier))
    for token in earlier.tokens:
        if (
            token.index in said
            or token.rel != "nsubj"
            or (token.case, token.number) != ("Nom", "Plur")
            or not token.is_animate
        ):
            continue
        start = phrase_start(earlier, token.index, said)
        stop = phrase_stop(earlier, token.index, said)
        name = describe(earlier.tokens[start:stop])
        if name is not None:
            traits = Traits(None, "Plur")
            return Resolution(name, None, Way.PRONOUN, traits, animate=True)
    return None


def last_speaker(
    past: Sequence[Past], wanted: Traits | None, sentence: int, way: Way, reach: int = PAST_REACH
) -> Resolution | None:
    """The latest speaker that agrees with a form, not too far back.

    Args:
        past: The speakers so far.
        wanted: Gender and number that the form asks for.
        sentence: Index of the sentence that asks.
        way: What to call the way.
        reach: How many sentences back to look.

    Returns:
        Who it is, ``None`` where nobody near agrees.
    """
    for earlier in reversed(past):
        if sentence - earlier.sentence > reach:
            return None
        animate = earlier.resolution.animate or way is not Way.PRONOUN
        if animate and fits(wanted, earlier.resolution.traits):
            return attrs.evolve(earlier.resolution, way=way, span=None)
    return None


def _previous_subject(
    sentence: ParsedSentence, wanted: Traits, scene: Scene, past: Sequence[Past]
) -> Entity | None:
    """The person who is the subject of the sentence before, where nobody has spoken since."""
    before = sentence.index - 1
    if before < 0 or (past and past[-1].sentence >= before):
        return None
    for mention, entity in scene.index.mentions_in(scene.analysis.sentences[before].span):
        if mention.kind is not MentionKind.NAME or entity.type is not EntityType.PER:
            continue
        tokens = scene.analysis.tokens_in(mention.span)
        subject = any(t.rel in ("nsubj", *SAME_THING) and t.case == "Nom" for t in tokens)
        if subject and fits(wanted, traits_of(entity, scene)):
            return entity
    return None
