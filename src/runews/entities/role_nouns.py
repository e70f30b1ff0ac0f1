"""Nouns for persons told from the other words: which of them name a post, kinship, a woman.

In flow a token; out flows a verdict. The lexicon comes first, then the tagger, then how the word is
made; the dictionary is asked only where a cheaper look leaves the matter open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from runews.entities.vocabulary import may_be_person_noun, person_noun

if TYPE_CHECKING:
    from runews.language.tokens import Token

__all__ = ["is_feminine", "is_kin", "is_person_noun", "is_post"]

#: Feminine by grammar, borne by men as well, and unmarked as such in the dictionary.
_EPICENE = {"глава", "судья", "звезда", "легенда", "модель", "фигура", "персона"}
_OF_CALLINGS = ("ист", "ец", "щик", "олог", "вед")
#: Their case forms: a look that costs no dictionary.
_COINED = regex.compile(r"(?:ист|е?ц|щик|олог|вед)(?:[аыуе]|ом|ем|ей|ов|ев|ами?|ах)?$")
_SHORTEST_COINED = 6
_SHORTEST_POST = 5
_PROPER = {"Name", "Surn", "Patr", "Geox", "Orgn"}


def is_person_noun(token: Token, *, plural: bool = False) -> bool:
    """Whether a token is a common noun for a person: «министр», «Глава», «актриса».

    Args:
        token: The token; whether it stands in a person's name is for the caller to know.
        plural: Whether it is to be plural rather than singular.

    Returns:
        Whether it is one.
    """
    if (token.number == "Plur") is not plural:
        return False
    if token.pos == "ADJ":  # the tagger takes «футболисту» for an adjective
        if not may_be_person_noun(token.lower) or person_noun(token.lemma) is None:
            return False
        forms = token.morphology.forms(token.text)
        return bool(forms) and forms[0].pos == "NOUN"
    if token.pos not in ("NOUN", "PROPN"):
        return False
    if token.pos == "NOUN" and token.is_animate:
        return True
    if may_be_person_noun(token.lower) and person_noun(token.lemma) is not None:
        return True
    if token.pos == "NOUN":
        return _COINED.search(token.lower) is not None and _is_coined(token)
    if not token.is_animate:
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
        return known.kind not in ("kin", "person") or _is_pope(token)
    # A word that the dictionary only guesses at is rather a mistake of the tagger than a rare post;
    # a compound («приват-доцент») is as good as one of its parts.
    parts = token.text.split("-")
    return _is_coined(token) or any(
        f.known and f.pos == "NOUN" for part in parts if part for f in token.morphology.forms(part)
    )


def is_kin(token: Token) -> bool:
    """Whether a noun names kinship: «дочь», «зять»."""
    known = person_noun(token.lemma)
    return known is not None and known.kind == "kin" and not _is_pope(token)


def _is_pope(token: Token) -> bool:
    """«Папа Франциск» with a capital within the sentence is nobody's father."""
    return token.lemma == "папа" and token.index > 0 and token.text[:1].isupper()


def is_feminine(token: Token) -> bool:
    """Whether a noun is for women only: «спутница», not «глава» and «судья»."""
    if token.gender != "Fem" or token.lemma in _EPICENE:
        return False
    return not any("ms-f" in f.grammemes for f in token.morphology.forms(token.text))


def _is_coined(token: Token) -> bool:
    """Whether a word that no dictionary holds is made like a calling: «североходец»."""
    lemma = token.lemma
    if len(lemma) < _SHORTEST_COINED:
        return False
    if not lemma.endswith(_OF_CALLINGS) and not _ends_in_post(lemma):
        return False
    return not any(f.known for f in token.morphology.forms(token.text))


def _ends_in_post(lemma: str) -> bool:
    """«бундестренер», «кинорежиссер»."""
    ends = (person_noun(lemma[i:]) for i in range(2, len(lemma) - _SHORTEST_POST + 1))
    return any(known is not None and known.kind in ("post", "generic") for known in ends)
