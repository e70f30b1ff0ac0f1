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

    from runews.entities.names import Name
    from runews.language.tokens import ParsedSentence, Token

__all__ = [
    "MODIFIERS",
    "STOPS",
    "Role",
    "acting_edge",
    "cases_of",
    "opening_of",
    "roles_of_heads",
    "singular_role",
]

#: Parts of speech that stand before a role's head.
MODIFIERS = ("ADJ", "DET")
#: Marks at which a role ends.
STOPS = {",", ".", ":", ";", "(", ")", "—", "–", "-", "!", "?", "…"}
_QUOTES = "«»„“”\"'"
_DECLINED_FEMININE = ("а", "я", "у", "ю", "ой", "ей", "ы", "и", "ая", "ую")
_PRAISE = {
    "известный", "знаменитый", "выдающийся", "популярный", "молодой", "легендарный", "отличный",
    "классный", "настоящий", "превосходный", "замечательный", "талантливый", "успешный", "великий",
    "трудолюбивый", "прекрасный", "хороший", "лучший", "крупнейший", "скандальный", "опальный",
    "влиятельный", "блестящий", "гениальный", "профессиональный", "простой", "обычный", "любимый",
}  # fmt: skip
_PAIRS = {")": "(", "»": "«", "”": "“„", "“": "„"}
_LONGEST_ENCLOSED = 14
_LINKS = {"и", ",", "а", "также", "ныне", "позже", "затем", "впоследствии", "одновременно"}
_ACTING = {"исполнять", "исполняющий"}


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


def cases_of(name: Name) -> set[str]:
    """The cases that agree with a person's name.

    Of a man's accusative and genitive the tagger cannot tell which is which.

    Args:
        name: The name.

    Returns:
        Universal cases, at least one.
    """
    # The surname declines most often; a foreign given name («Джо») tells the tagger nothing, and
    # neither does a woman's surname without an ending («Иванку Трамп»).
    words = [w for w in name.words if w.case]
    if not words:
        return {"Nom"}
    word = words[-1]
    if words[0].gender == "Fem" and not word.lower.endswith(_DECLINED_FEMININE):
        word = words[0]
    if word.case in ("Gen", "Acc") and (
        word.gender != "Fem" or not word.lower.endswith(("у", "ю"))
    ):
        return {"Gen", "Acc"}
    return {word.case or "Nom"}


def singular_role(
    sentence: ParsedSentence, head: int, last: int, complements: Sequence[Token]
) -> Role:
    """The role of one of several: «президенты России и США» → «президент США».

    Args:
        sentence: The sentence.
        head: Index of the plural noun that heads the role.
        last: Index of the last token of the phrase.
        complements: Those of its tokens behind the head that belong to this one.

    Returns:
        The role in the singular.
    """
    token = sentence.tokens[head]
    noun = token.morphology.inflect(token.text, token.pos, token.feats, Case="Nom", Number="Sing")
    text = " ".join(((noun or token.lemma).lower(), *(t.text for t in complements)))
    return Role(text, token, sentence, head, last)


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
            while end > head and (tokens[end].lower in _LINKS or tokens[end].pos in MODIFIERS):
                end -= 1
        first = _left_edge(tokens, head)
        if head <= end:
            end = _balanced(tokens, first, end)
            text = _lowered(
                _in_nominative(_unbracketed(tokens[first : end + 1]), head), tokens[first]
            )
            yield Role(text, tokens[head], sentence, first, end)


def _in_nominative(tokens: Sequence[Token], head: int) -> str:
    """The phrase in the nominative."""
    if tokens[0].lower == "и" and len(tokens) > 4:
        return " ".join(("и. о.", *(t.text for t in tokens[4:])))
    # The tagger takes «футболисту» for an adjective.
    return nominative(
        [attrs.evolve(t, pos="NOUN") if t.index == head and t.pos == "ADJ" else t for t in tokens]
    )


def acting_edge(tokens: Sequence[Token], head: int) -> int | None:
    """Where «исполняющий обязанности (главы)» or «и. о. (главы)» begins before a post.

    Args:
        tokens: The tokens of the sentence.
        head: Index of the noun for the post.

    Returns:
        Index of the first token, ``None`` where the post is not an acting one's.
    """
    first = head
    while first and tokens[first - 1].pos in MODIFIERS and tokens[first - 1].case == "Gen":
        first -= 1
    if first >= 2 and tokens[first - 1].lower == "обязанности":
        first -= 2
        if tokens[first].lemma not in _ACTING:
            return None
        return first - 1 if first and tokens[first - 1].lower == "временно" else first
    if first and tokens[first - 1].lower in ("врио", "и.о", "ио"):
        return first - 1
    dotted = [t.lower for t in tokens[max(first - 4, 0) : first]]
    return first - 4 if dotted == ["и", ".", "о", "."] else None


def opening_of(tokens: Sequence[Token], closing: int) -> int | None:
    """Where the bracket or the quotation marks open that close at a place.

    Args:
        tokens: The tokens of the sentence.
        closing: Index of a token.

    Returns:
        Index of the opening mark; ``None`` where the token closes nothing or opened far away.
    """
    mark = _PAIRS.get(tokens[closing].text)
    if mark is None:
        return None
    for at in range(closing - 1, max(closing - _LONGEST_ENCLOSED, -1), -1):
        if tokens[at].text in mark:
            return at
    return None


def _unbracketed(tokens: Sequence[Token]) -> Sequence[Token]:
    """A phrase without what stands in brackets: «Фонда борьбы с коррупцией (ФБК)»."""
    kept: list[Token] = []
    depth = 0
    for token in tokens:
        depth += token.text == "("
        if not depth:
            kept.append(token)
        depth -= token.text == ")" and depth > 0
    return kept


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
    acting = acting_edge(tokens, head)
    if acting is not None:
        return acting
    first = head
    while first > 0:
        token = tokens[first - 1]
        if token.lower == "экс":
            first -= 1
            continue
        agrees = token.case == tokens[head].case and token.pos == "ADJ"
        if not agrees or "летн" in token.lower or token.lemma in _PRAISE:
            break
        first -= 1
    return first
