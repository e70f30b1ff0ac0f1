"""What the article puts next to a name: «капитан судна Иван Орлов», «Иван Орлов, имам мечети».

In flow the language models' view and the entities; out flow dictionary forms by entity id, gathered
once per article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.language.classes import PAUSES
from runews.models import EntityType, MentionKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runews.entities import EntityIndex
    from runews.language import Analysis, ParsedSentence
    from runews.models import Span

__all__ = ["role_words"]

#: Words beside a name in which its role is looked for.
_REACH = 8
_ENDS = PAUSES | frozenset(".()")
_NO_ROLE = ("VERB", "AUX", "SCONJ", "PRON", "ADV")


def role_words(analysis: Analysis, index: EntityIndex) -> Mapping[str, frozenset[str]]:
    """The words of the roles that stand by persons' names.

    Args:
        analysis: The language models' view.
        index: The entities.

    Returns:
        Dictionary forms by entity id.
    """
    found: dict[str, set[str]] = {}
    for mention, entity in index.mentions:
        if mention.kind is not MentionKind.NAME or entity.type is not EntityType.PER:
            continue
        sentence = analysis.sentence_at(mention.span.start)
        if sentence is not None:
            words = found.setdefault(entity.id, set())
            words.update(_words_before(sentence, mention.span))
    for entity in index.entities:
        for role in entity.roles:
            found.setdefault(entity.id, set()).update(role.casefold().replace("ё", "е").split())
    return {key: frozenset(words) for key, words in found.items()}


def _words_before(sentence: ParsedSentence, span: Span) -> list[str]:
    """The words of the phrase that ends right before a name."""
    tokens = sentence.tokens_in(span)
    first = tokens[0].index if tokens else 0
    words: list[str] = []
    for token in reversed(sentence.tokens[max(first - _REACH, 0) : first]):
        if token.pos in _NO_ROLE or token.text in _ENDS:
            break
        if token.is_word:
            words.append(token.lemma)
    return words
