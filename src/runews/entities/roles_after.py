"""Roles that stand after a name: «[Иван Петров], министр обороны», «[Петров] — тренер сборной».

In flow a person's name; out flow roles in text order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.entities.role_nouns import is_person_noun, is_post
from runews.entities.role_spans import MODIFIERS, STOPS, Role, cases_of, roles_of_heads

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from runews.entities.names import Name
    from runews.language.tokens import ParsedSentence, Token

__all__ = ["after_name"]

_LONGEST = 14
_MOST_IN_ROW = 4
_NARROWING = {"ныне", "бывший", "тогда", "теперь", "также", "это", "впоследствии"}


def after_name(name: Name, persons: set[int], gender: str | None) -> Iterator[Role]:
    """«[Иван Петров], министр обороны, депутат, …», «[Петров] — тренер и судья».

    Args:
        name: The name.
        persons: Indices of the sentence's tokens that belong to persons' names.
        gender: The person's gender, ``None`` where nothing tells.

    Yields:
        Roles in text order.
    """
    tokens = name.sentence.tokens
    at = _behind_transcription(tokens, name.last + 1, persons)
    if at >= len(tokens) or tokens[at].text not in (",", "(", "—", "–", "-"):
        return
    cases = cases_of(name) | ({"Nom"} if tokens[at].text != "," else set())
    for _ in range(_MOST_IN_ROW):
        found = _apposition(name.sentence, at + 1, cases, persons)
        if found is None:
            return
        head, last = found
        if is_post(tokens[head]):
            yield from roles_of_heads(name.sentence, [head], last)
        at = last + 1
        if at >= len(tokens) or (tokens[at].text != "," and tokens[at].lower != "и"):
            return


def _behind_transcription(tokens: Sequence[Token], at: int, persons: set[int]) -> int:
    """Index behind «(Thomas Schäfer)» or «(54)», the place itself where there is none."""
    if at >= len(tokens) or tokens[at].text != "(":
        return at
    for i in range(at + 1, min(at + 8, len(tokens))):
        if tokens[i].text == ")":
            return i + 1
        if i not in persons and tokens[i].text[0].isalpha() and not tokens[i].text.isascii():
            return at
    return at


def _apposition(
    sentence: ParsedSentence, at: int, cases: set[str], persons: set[int]
) -> tuple[int, int] | None:
    """Head and last token of a noun phrase for a person that begins at a token."""
    tokens = sentence.tokens
    head = None
    for i in range(at, min(at + 6, len(tokens))):
        token = tokens[i]
        if i not in persons and token.case in cases and is_person_noun(token):
            head = i
            break
        if (token.pos not in MODIFIERS and token.lower not in _NARROWING) or token.text in STOPS:
            return None
    if head is None:
        return None
    last = head
    for i in range(head + 1, min(head + _LONGEST, len(tokens))):
        token = tokens[i]
        if token.text in STOPS or token.verb_form in ("Fin", "Inf", "Conv"):
            break
        if token.lemma == "который":
            return None  # «комиссия, руководитель которой»: of another
        if token.pos in ("PRON", "SCONJ", "CCONJ"):
            break
        if i in persons and token.case in cases and token.case != "Gen":
            return None  # «Петров, министр Иванов»: the other's role
        last = i
    return None if _opens_another(tokens, last + 1, cases, persons) else (head, last)


def _opens_another(tokens: Sequence[Token], at: int, cases: set[str], persons: set[int]) -> bool:
    """Whether «и» goes on to another's name: «(Петров, спортсмен) и актёр Иванов»."""
    if at >= len(tokens) or tokens[at].lower != "и":
        return False
    for i in range(at + 1, min(at + _LONGEST, len(tokens))):
        token = tokens[i]
        if i in persons:
            return token.case in cases and token.case != "Gen"
        if token.text in STOPS or token.verb_form in ("Fin", "Inf", "Conv"):
            return False
    return False
