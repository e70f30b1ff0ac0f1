"""What the reader has in mind at a place of the text.

Who was mentioned, how prominently, how long ago.

In flow mentions in text order; out flow candidates with a prominence. Subjects weigh more than
objects, persons more than places, and a mention fades with every sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runews.entities.clusters import Cluster
    from runews.entities.names import Name
    from runews.language.tokens import ParsedSentence, Token

__all__ = ["Discourse", "Seen", "head_of", "is_speaking"]

#: How much of a mention's prominence is left one sentence later.
FADING = 0.6
#: How many sentences a mention stays in mind.
REACH = 6
_BY_RELATION = {
    "nsubj": 1.0, "nsubj:pass": 0.9, "root": 0.8, "iobj": 0.6, "obj": 0.6, "obl": 0.45, "nmod":
    0.35,
}  # fmt: skip
_OTHERWISE = 0.4
_SAME_THING = {"appos", "flat:name", "flat", "conj"}


@attrs.frozen(eq=False)
class Seen:
    """A mention in the reader's mind.

    Args:
        cluster: Its entity, ``None`` for somebody who has no name («источник»).
        sentence: Its sentence.
        head: Its head token.
        weight: Prominence by its place in the sentence, 0 to 1.
        quoted: Whether it stands in quotation marks.
        gender: Gender of an unnamed one.
        speaking: Whether it is the subject of a verb that reports speech.
    """

    cluster: Cluster | None
    sentence: ParsedSentence
    head: Token
    weight: float
    quoted: bool
    gender: str | None = None
    speaking: bool = False


@attrs.define(eq=False)
class Discourse:
    """The mentions so far.

    Args:
        seen: The latest mentions, in text order.
    """

    seen: list[Seen] = attrs.field(factory=list)

    def add(
        self,
        cluster: Cluster | None,
        sentence: ParsedSentence,
        head: Token,
        *,
        quoted: bool,
        gender: str | None = None,
    ) -> None:
        """Remember a mention.

        Args:
            cluster: Its entity, ``None`` for somebody unnamed.
            sentence: Its sentence.
            head: Its head token.
            quoted: Whether it stands in quotation marks.
            gender: Gender, where there is no entity to tell it.
        """
        weight = _weight(head, sentence)
        speaking = is_speaking(head, sentence)
        self.seen.append(Seen(cluster, sentence, head, weight, quoted, gender, speaking))

    def forget(self, sentence: ParsedSentence) -> None:
        """Drop what lies too far before a sentence."""
        self.seen = [s for s in self.seen if sentence.index - s.sentence.index < REACH]

    def prominence(self, sentence: ParsedSentence) -> Iterator[tuple[Seen, float]]:
        """The mentions with what is left of their weight in a sentence."""
        for seen in self.seen:
            yield seen, seen.weight * FADING ** (sentence.index - seen.sentence.index)


def is_speaking(token: Token, sentence: ParsedSentence) -> bool:
    """Whether a token is the subject of a verb that takes a clause or stands beside one.

    «сказал он», «он заявил, что».

    Args:
        token: The head of a mention.
        sentence: Its sentence.

    Returns:
        Whether it is; by the tree alone, whatever the verb.
    """
    while token.rel in _SAME_THING and token.head >= 0 and token.head < token.index:
        token = sentence.tokens[token.head]
    if token.rel != "nsubj" or token.head < 0:
        return False
    verb = sentence.tokens[token.head]
    return verb.rel == "parataxis" or any(
        c.rel in ("ccomp", "parataxis") for c in sentence.children(verb.index)
    )


def head_of(name: Name) -> Token:
    """The token of a name that the rest of the sentence hangs it on."""
    inside = {t.index for t in name.tokens}
    return next((t for t in name.tokens if t.head not in inside), name.tokens[0])


def _weight(head: Token, sentence: ParsedSentence) -> float:
    rel = head.rel
    if rel in _SAME_THING:
        for above in sentence.ancestors(head.index):
            rel = above.rel
            if rel not in _SAME_THING:
                break
    return _BY_RELATION.get(rel, _OTHERWISE)
