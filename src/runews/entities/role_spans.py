"""Roles as stretches of text: what noun may head one, where it begins and ends, its nominative.

In flow the tokens of a sentence and the heads that a construction found; out flow `Role` objects.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from runews.entities.vocabulary import person_noun
from runews.language.inflect import nominative

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from runews.language.tokens import ParsedSentence, Token

__all__ = ["MODIFIERS", "Role", "is_person_noun", "is_post", "roles_of_heads"]

#: Parts of speech that stand before a role's head.
MODIFIERS = ("ADJ", "DET")
_QUOTES = "«»„“”\"'"
_ACTING = {"исполнять", "исполняющий"}
_PROPER = {"Name", "Surn", "Patr", "Geox", "Orgn"}


@attrs.frozen(eq=False)
class Role:
    """A title or post.

    Args:
        text: In the nominative, with its complements.
        head: The noun that heads it.
        sentence: The sentence that gives it.
        first: Index of its first token there.
        last: Index of its last token there.
    """

    text: str
    head: Token
    sentence: ParsedSentence
    first: int
    last: int


def is_person_noun(token: Token, *, plural: bool = False) -> bool:
    """Whether a token is a common noun for a person: «министр», «Глава», «актриса».

    Args:
        token: The token; whether it stands in a person's name is for the caller to know.
        plural: Whether it is to be plural rather than singular.

    Returns:
        Whether it is one.
    """
    if token.pos not in ("NOUN", "PROPN") or (token.number == "Plur") is not plural:
        return False
    if token.pos == "NOUN" and token.feats.get("Animacy") == "Anim":
        return True
    if person_noun(token.lemma) is not None:
        return True
    if token.feats.get("Animacy") != "Anim":
        return False
    form = next(iter(token.morphology.forms(token.text)), None)
    return form is not None and form.known and not _PROPER & form.grammemes


def is_post(token: Token) -> bool:
    """Whether a noun for a person names a post or calling, not kinship or just a human being.

    Args:
        token: A noun for which `is_person_noun` holds.

    Returns:
        Whether it is one.
    """
    known = person_noun(token.lemma)
    if known is not None:
        return known.kind not in ("kin", "person")
    # A word that the dictionary only guesses at is rather a mistake of the tagger than a rare post;
    # a compound («приват-доцент») is as good as its last part.
    last = token.text.rpartition("-")[2]
    return any(f.known and f.pos == "NOUN" for f in token.morphology.forms(last))


def roles_of_heads(sentence: ParsedSentence, heads: Sequence[int], last: int) -> Iterator[Role]:
    """Roles from their heads: each reaches up to the next one, the last to the end.

    Args:
        sentence: The sentence.
        heads: Indices of the nouns that head them, in order.
        last: Index of the last token that may belong to them.

    Yields:
        Roles in order.
    """
    tokens = sentence.tokens
    while heads and last > heads[-1] and _is_loose(tokens[last]):
        last -= 1
    for number, head in enumerate(heads):
        end = last
        if number + 1 < len(heads):
            end = heads[number + 1] - 1
            while end > head and (tokens[end].lower in ("и", ",") or tokens[end].pos in MODIFIERS):
                end -= 1
        first = _left_edge(tokens, head)
        if head <= end:
            end = _balanced(tokens, first, end)
            text = _lowered(nominative(tokens[first : end + 1]), tokens[first])
            yield Role(text, tokens[head], sentence, first, end)


def _balanced(tokens: Sequence[Token], first: int, last: int) -> int:
    """The last token without a quotation mark that was opened before the role."""
    opened = sum(t.text in _QUOTES for t in tokens[first : last + 1])
    if opened % 2 and tokens[last].text in _QUOTES and last > first:
        return last - 1
    return last


def _is_loose(token: Token) -> bool:
    """What may stand at a role's end without being part of it: «министр, 30-летний (Петров)»."""
    if not token.is_word:
        return token.text not in _QUOTES
    return "летн" in token.lower or token.pos in ("CCONJ", "PART", "ADV", "ADP")


def _lowered(text: str, first: Token) -> str:
    """A role without the capital of a sentence's or a headline's beginning."""
    if (first.text[1:].islower() and first.pos != "PROPN") or person_noun(first.lemma) is not None:
        return text[:1].lower() + text[1:]
    return text


def _left_edge(tokens: Sequence[Token], head: int) -> int:
    """Where the adjectives before a head begin.

    Ages and praise («29-летний», «известный») stay outside.
    """
    first = head
    while first > 0:
        token = tokens[first - 1]
        if token.lower in ("и.о", "врио", "экс") or token.lemma == "обязанность":
            first -= 1
            continue
        if token.lemma in _ACTING and first < head:
            first -= 1
            continue
        agrees = token.case == tokens[head].case and token.pos == "ADJ"
        if not agrees or "летн" in token.lower:
            break
        first -= 1
    return first
