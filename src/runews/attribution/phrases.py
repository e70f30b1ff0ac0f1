"""How far a noun phrase goes round its head, told by the words and checked against the tree.

In flow a sentence and the index of a head; out flow indices of tokens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.language.classes import MODIFIERS, NAMING
from runews.lexicons.nouns import source_class, tells_time

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from runews.language import ParsedSentence, Token

__all__ = ["closing_mark", "is_bare_name", "phrase_start", "phrase_stop"]

_PHRASE_WORDS = NAMING | MODIFIERS

#: A name in quotation marks is short; a longer stretch in marks is somebody's words.
_LONGEST_NAME = 10
_OPENING = {"«": "»", "„": "“", "“": "”", '"': '"', "''": "''"}
_OBLIQUE = frozenset(("Gen", "Dat", "Ins", "Loc", "Acc"))
#: Prepositions that go on with the phrase: «беседа с журналистами», «колонка для РБК».
_INNER = frozenset(("в", "во", "на", "с", "со", "для", "к", "перед", "при", "от"))


def closing_mark(sentence: ParsedSentence, opening: int) -> int | None:
    """The index of the mark that closes a name in quotation marks.

    Args:
        sentence: The sentence.
        opening: Index of a token.

    Returns:
        The index; ``None`` where the token opens no name or the name is too long to be one.
    """
    tokens = sentence.tokens
    closing = _OPENING.get(tokens[opening].text)
    if closing is None or opening + 1 >= len(tokens):
        return None
    if tokens[opening].stop != tokens[opening + 1].start:
        return None
    for token in tokens[opening + 1 : opening + 2 + _LONGEST_NAME]:
        if token.text == closing and token.index > opening + 1:
            return token.index
    return None


def is_bare_name(token: Token) -> bool:
    """Whether a word is a name that shows no case: Latin letters, an abbreviation («РБК», «Х»)."""
    text = token.text
    return text[:1].isupper() and (text.isupper() or text.isascii()) and token.is_word


def phrase_start(sentence: ParsedSentence, head: int, blocked: AbstractSet[int]) -> int:
    """The index of the first adjective, determiner or participle before a head, in its case.

    Args:
        sentence: The sentence.
        head: Index of the head.
        blocked: Indices that the phrase cannot hold.

    Returns:
        The index; the head's own where it has none.
    """
    start = head
    noun = sentence.tokens[head]
    while start > 0 and start - 1 not in blocked:
        token = sentence.tokens[start - 1]
        modifier = token.pos in MODIFIERS or token.verb_form == "Part"
        other_case = token.case and noun.case and token.case != noun.case
        if not modifier or other_case:
            break
        start -= 1
    return start


def phrase_stop(sentence: ParsedSentence, head: int, blocked: AbstractSet[int]) -> int:
    """The index after the last word of the phrase round a head.

    It goes on over names, oblique nouns with their modifiers and prepositional phrases that hang on
    it, and ends at punctuation, at a verb, at a subject, at a word that tells when.

    Args:
        sentence: The sentence.
        head: Index of the head.
        blocked: Indices that the phrase cannot hold.

    Returns:
        The index, at least ``head + 1``.
    """
    tokens = sentence.tokens
    members = frozenset(sentence.subtree(head))
    stop = i = head + 1
    while i < len(tokens) and i not in blocked:
        close = closing_mark(sentence, i)
        if close is not None:
            stop = i = close + 1
        elif tokens[i].pos == "ADP":
            if not _goes_on(sentence, i, head, members):
                break
            i += 1
        elif tokens[i].pos == "CCONJ":
            if i not in members or i + 1 >= len(tokens) or i + 1 not in members:
                break
            i += 1
        elif _belongs(sentence, i, members):
            stop = i = i + 1
        else:
            break
    return stop


def _belongs(sentence: ParsedSentence, i: int, members: AbstractSet[int]) -> bool:
    """Whether the word after a piece of the phrase is one more piece of it."""
    token = sentence.tokens[i]
    if token.pos not in _PHRASE_WORDS and not is_bare_name(token):
        return False
    if is_bare_name(token):
        # «интервью РБК», «канал Россия 24»: the tagger takes a name without endings for a subject.
        return True
    if token.case == "Nom":
        return i in members and token.pos == "PROPN" and token.rel in ("appos", "flat:name")
    if token.case == "Dat" and _leads_to_outlet(sentence, i):
        return True
    return (i in members and token.case in _OBLIQUE) or is_bare_name(token)


def _leads_to_outlet(sentence: ParsedSentence, i: int) -> bool:
    """«интервью [американскому телеканалу] CNN», which the tree may hang on the verb."""
    for token in sentence.tokens[i : i + 3]:
        if token.case != "Dat":
            return False
        if source_class(token.lemma) == "outlet":
            return True
    return False


def _goes_on(sentence: ParsedSentence, i: int, head: int, members: AbstractSet[int]) -> bool:
    """Whether a preposition goes on with the phrase rather than with the verb."""
    preposition = sentence.tokens[i]
    if preposition.lower not in _INNER:
        return False
    for token in sentence.tokens[i + 1 : i + 5]:
        if tells_time(token.lemma):
            return False
        if token.pos in NAMING or is_bare_name(token):
            return token.index in members or is_bare_name(token)
    return False
