"""Where a token stands: inside quotation marks or brackets, or free; what shape it has.

In flow the article and a token; out flow yes and no.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.language.classes import DASHES

if TYPE_CHECKING:
    from runews.language import ParsedSentence, Token
    from runews.models import Span
    from runews.quotes.cues import CueMatch
    from runews.quotes.reading import Reading

__all__ = [
    "in_brackets",
    "in_marks",
    "is_dash",
    "is_free",
    "is_narrator",
    "same_shape",
]


def is_dash(token: Token) -> bool:
    """Whether a token is a dash (a hyphen set off by spaces counts)."""
    return token.text in DASHES


def same_shape(one: Token, other: Token) -> bool:
    """Whether two verbs can have one subject: the same number, gender and tense."""
    return (
        one.number == other.number
        and one.gender == other.gender
        and one.feats.get("Tense") == other.feats.get("Tense")
    )


def in_marks(reading: Reading, token: Token) -> bool:
    """Whether a token stands inside quotation marks."""
    quoted = reading.quoted_at(token.start)
    return quoted is not None and quoted.start < token.start


def in_brackets(sentence: ParsedSentence, index: int) -> bool:
    """Whether a token stands inside round brackets."""
    depth = 0
    for token in sentence.tokens[:index]:
        if token.text == "(":
            depth += 1
        elif token.text == ")":
            depth = max(depth - 1, 0)
    return depth > 0


def is_free(reading: Reading, sentence: ParsedSentence, index: int) -> bool:
    """Whether a token stands neither inside quotation marks nor inside brackets."""
    token = sentence.tokens[index]
    return not in_marks(reading, token) and not in_brackets(sentence, index)


def is_narrator(reading: Reading, cue: CueMatch, source: Span) -> bool:
    """Whether the article's own author speaks: «ранее мы рассказывали, что …»."""
    pronoun = reading.text[source.start : source.stop].lower()
    return pronoun in ("мы", "я") and not in_marks(reading, cue.token)
