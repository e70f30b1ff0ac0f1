"""Gender and number: what the cue's form tells about the speaker, and whether a candidate fits.

In flow tokens and entity traits; out flow `Traits` and verdicts. «отметила» cannot be Иван Петров,
«сказали» not one man.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.entities import Traits
from runews.language.classes import NONFINITE

if TYPE_CHECKING:
    from runews.language import ParsedSentence, Token

__all__ = ["fits", "governing_verb", "pronoun_traits", "verb_traits"]

_PRONOUNS = {
    "он": Traits("Masc"), "его": Traits("Masc"), "ему": Traits("Masc"), "им": Traits("Masc"),
    "нем": Traits("Masc"), "него": Traits("Masc"), "нему": Traits("Masc"), "ним": Traits("Masc"),
    "она": Traits("Fem"), "ее": Traits("Fem"), "ей": Traits("Fem"), "ней": Traits("Fem"),
    "нее": Traits("Fem"), "оно": Traits("Neut"),
    "они": Traits(None, "Plur"), "их": Traits(None, "Plur"), "них": Traits(None, "Plur"),
    "ими": Traits(None, "Plur"), "ними": Traits(None, "Plur"),
}  # fmt: skip


def pronoun_traits(word: str) -> Traits | None:
    """What a pronoun of the third person tells about its referent.

    Args:
        word: The pronoun, lower case, ё written as е.

    Returns:
        Gender and number, ``None`` for other words.

    Example:
        >>> pronoun_traits("ее").gender, pronoun_traits("их").number, pronoun_traits("мы")
        ('Fem', 'Plur', None)
    """
    return _PRONOUNS.get(word)


def governing_verb(sentence: ParsedSentence, token: Token) -> Token:
    """The finite verb whose subject a gerund or an infinitive shares.

    Args:
        sentence: Its sentence.
        token: The cue's word.

    Returns:
        «сказал» for «добавив» in «Он сказал это, добавив, что …»; the token itself where it is
        finite or stands alone.
    """
    if token.verb_form in NONFINITE:
        for above in sentence.ancestors(token.index):
            if above.is_finite:
                return above
    return token


def verb_traits(verb: Token) -> Traits | None:
    """What a verb tells about its subject: number, and in the past tense gender.

    Args:
        verb: A verb.

    Returns:
        Gender (``None`` in the present) and number; ``None`` for a form that agrees with nothing.
    """
    if not verb.is_predicate:
        return None
    return Traits(verb.gender, verb.number or "Sing")


def fits(wanted: Traits | None, candidate: Traits | None) -> bool:
    """Whether a candidate can be the subject of a form.

    Args:
        wanted: What the form tells, ``None`` for nothing.
        candidate: What is known of the candidate, ``None`` for nothing.

    Returns:
        ``False`` where number or gender contradict each other.

    Example:
        >>> fits(Traits("Fem"), Traits("Masc")), fits(Traits(None, "Plur"), Traits(None, "Plur"))
        (False, True)
    """
    if wanted is None or candidate is None:
        return True
    if wanted.number != candidate.number:
        return False
    return not (wanted.gender and candidate.gender and wanted.gender != candidate.gender)
