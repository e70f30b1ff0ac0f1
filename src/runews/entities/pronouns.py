"""Third-person pronouns, and subjects left out, to what they stand for.

In flow a pronoun or a sentence and the discourse before it; out flows an entity or nothing.
Candidates must agree in gender and number; prominence decides, weighed by what kind of thing the
candidate is and on which side of the quotation marks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.entities.discourse import is_speaking
from runews.models import EntityType

if TYPE_CHECKING:
    from runews.entities.clusters import Cluster
    from runews.entities.discourse import Discourse, Seen
    from runews.language.tokens import ParsedSentence, Token

__all__ = ["is_pronoun", "resolve_elided", "resolve_pronoun"]

_MASCULINE = {"он", "его", "него", "ему", "нему", "ним", "нем", "им"}
_FEMININE = {"она", "ее", "нее", "ней", "ей", "ею", "нею"}
_POSSESSIVE = {"его", "ее"}
_KINDS = {EntityType.PER: 1.0, EntityType.ORG: 0.35, EntityType.LOC: 0.2}
_UNKNOWN_GENDER = 0.6
_OTHER_SIDE = 0.55
_ENOUGH = 0.05
_STRANGER = 0.45
_SPEAKER = 1.5
_SOURCE_NOUNS = {
    "слово",
    "мнение",
    "данные",
    "информация",
    "оценка",
    "утверждение",
    "заявление",
    "убеждение",
}


def is_pronoun(token: Token) -> bool:
    """Whether a token is a singular pronoun of the third person, possessives among them."""
    if token.lower in ("им", "ним") and token.number == "Plur":
        return False
    return token.lower in _MASCULINE or token.lower in _FEMININE


def resolve_pronoun(
    token: Token, sentence: ParsedSentence, discourse: Discourse, *, quoted: bool
) -> Cluster | None:
    """Find what a pronoun stands for.

    Args:
        token: The pronoun.
        sentence: Its sentence.
        discourse: What was mentioned before it.
        quoted: Whether it stands in quotation marks.

    Returns:
        The entity; ``None`` where nothing fits or somebody unnamed fits better.
    """
    gender = "Masc" if token.lower in _MASCULINE else "Fem"
    speaks = _speaks(token, sentence)
    best: Cluster | None = None
    best_score = _ENOUGH
    for seen, prominence in discourse.prominence(sentence):
        score = prominence * _fitness(seen, gender)
        if score <= 0 or _excluded(seen, token, sentence):
            continue
        if seen.quoted is not quoted:
            score *= _OTHER_SIDE
        if speaks and seen.speaking:
            score *= _SPEAKER
        # Of two equal ones the later wins.
        if score >= best_score:
            best, best_score = seen.cluster, score
    return best


def resolve_elided(sentence: ParsedSentence, discourse: Discourse) -> tuple[Token, Cluster] | None:
    """Who a sentence without a subject goes on about: «Родился в Омске. Работал учителем».

    Args:
        sentence: The sentence.
        discourse: What was mentioned before it.

    Returns:
        Its predicate and the person; ``None`` where it has a subject, is not in the past tense,
        which alone shows gender, or nobody of this gender was a subject before.
    """
    verb = next((t for t in sentence.tokens if t.rel == "root"), None)
    if verb is None or verb.pos != "VERB" or verb.feats.get("Tense") != "Past":
        return None
    if verb.gender not in ("Masc", "Fem"):
        return None
    if any(c.rel.startswith(("nsubj", "csubj")) for c in sentence.children(verb.index)):
        return None
    best: Cluster | None = None
    best_score = 0.0
    for seen, prominence in discourse.prominence(sentence):
        cluster = seen.cluster
        if cluster is None or cluster.type is not EntityType.PER or seen.quoted:
            continue
        if cluster.gender == verb.gender and prominence >= best_score:
            best, best_score = cluster, prominence
    return None if best is None else (verb, best)


def _speaks(token: Token, sentence: ParsedSentence) -> bool:
    """Whether the pronoun is a source: «он сказал», «по его словам»."""
    if token.lower in _POSSESSIVE and token.head >= 0:
        return sentence.tokens[token.head].lemma in _SOURCE_NOUNS
    return is_speaking(token, sentence)


def _fitness(seen: Seen, gender: str) -> float:
    cluster = seen.cluster
    if cluster is None:
        return _STRANGER if seen.gender == gender else 0.0
    if cluster.number != "Sing" or cluster.gender not in (gender, None):
        return 0.0
    return _KINDS[cluster.type] * (1.0 if cluster.gender else _UNKNOWN_GENDER)


def _excluded(seen: Seen, token: Token, sentence: ParsedSentence) -> bool:
    """An object pronoun is not its clause's subject.

    That would be «себя», and «свой» for a possessive.
    """
    if seen.sentence is not sentence or token.rel.startswith("nsubj"):
        return False
    if seen.head.head == token.head:
        return True
    possessed = token.lower in _POSSESSIVE and token.head >= 0
    if possessed and seen.head.rel.startswith("nsubj"):
        return sentence.tokens[token.head].head == seen.head.head
    return False
