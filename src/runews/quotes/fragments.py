"""Somebody's words or a name: what a stretch in quotation marks is.

In flow the tokens between and before the marks; out flows the verdict. Names, titles, nicknames and
terms stand in the same marks as words that somebody uttered; capitals, length, a verb inside and
the noun before tell them apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.lexicons.nouns import listed_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runews.language import Token

__all__ = ["is_utterance"]

#: A phrase that returns in the same marks so often is a term of the article.
TERM_REPEATS = 3
#: A longer stretch with a verb is an utterance even where it begins with a capital.
LONGEST_TITLE = 6


def is_utterance(
    tokens: Sequence[Token], before: Sequence[Token], repeats: int, depth: int = 0
) -> bool:
    """Whether a stretch in quotation marks is somebody's words.

    Args:
        tokens: Its tokens, marks included.
        before: The two tokens before it, in its sentence.
        repeats: How often the article has the same words in marks.
        depth: How deep the marks are nested.

    Returns:
        ``False`` for names, titles, single ironic nouns that name a thing, and terms.
    """
    words = [t for t in tokens if t.is_word]
    if not words or not any("а" <= c <= "я" or c == "ё" for t in words for c in t.text.lower()):
        return False
    if words[-1].stop < tokens[-1].start and tokens[-2].text[:1] in "!?" and len(words) > 1:
        return True
    predicate = any(t.is_predicate for t in words)
    named = bool(before) and before[-1].lemma in listed_words("named_things")
    if words[0].text[0].isupper() or words[0].text[0].isdigit():
        if named:
            return False
        if len(words) > LONGEST_TITLE:
            return True
        return predicate and len(words) > 2 and tokens[0].start < words[0].start
    if depth and not predicate:
        return False
    if predicate and len(words) > 1:
        return True
    if named and words[-1].case != "Ins" and words[0].case != "Ins":
        # A title keeps its nominative; «назвали фильм "провалом года"» does not.
        return False
    return repeats < TERM_REPEATS
