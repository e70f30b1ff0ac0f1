"""The cue that governs a complement clause: «[заявил]c, что …», «заявил, передаёт ТАСС, что …».

In flow a sentence and the index of a conjunction; out flows the cue. The tree proposes, the nearest
cue that takes such a clause decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.language.classes import IN_OR_ON, MODIFIERS, STOPS
from runews.quotes.cues import CueForm, CueMatch
from runews.quotes.positions import in_marks
from runews.quotes.reports import report_lead
from runews.quotes.sources import source_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runews.language import ParsedSentence, Token
    from runews.quotes.reading import Reading

__all__ = ["CORRELATIVES", "clause_edge", "governing_cue"]

_DETERMINERS = MODIFIERS | {"PRON"}
_PREPOSITIONS = IN_OR_ON | {"из", "к", "по", "для"}

#: Words between a cue and the conjunction that it governs.
LONGEST_REACH = 30
#: The pronoun that stands for a complement clause: «о [том], что …».
CORRELATIVES = {"то", "том", "тем", "того", "тому"}
#: «[из-за] того, что …», «[после] того, как …»: a cause or a time, no complement.
_ADVERBIAL = frozenset({
    "из-за", "после", "до", "перед", "кроме", "помимо", "вместо", "благодаря", "несмотря",
    "невзирая", "ввиду", "вследствие", "вопреки", "ради", "для", "сверх",
})  # fmt: skip


def governing_cue(
    reading: Reading, sentence: ParsedSentence, index: int, word: str
) -> CueMatch | None:
    """The cue that governs a conjunction: by the tree if it names a cue, else the nearest that may.

    Args:
        reading: The article.
        sentence: The sentence.
        index: Index of the conjunction.
        word: What it introduces, in the lexicon's terms.

    Returns:
        The cue, also one that reports nothing; ``None`` where no known word governs it.
    """
    tokens = sentence.tokens
    if _is_adverbial(tokens, index):
        return None
    predicate = tokens[index].head
    head = tokens[predicate].head if predicate >= 0 else -1
    if head >= 0 and tokens[head].lower in CORRELATIVES:
        head = tokens[head].head
    by_tree = reading.cue_at(sentence, head) if 0 <= head < index else None
    near = _nearest_cue(reading, sentence, index, word, clause_edge(sentence, index))
    if near is not None:
        near = _relayed(reading, near, index, word) or near
    if near is None:
        return by_tree if by_tree is not None and word in by_tree.governs else None
    return near


def _is_adverbial(tokens: Sequence[Token], index: int) -> bool:
    """Whether a conjunction tells a cause or a time: «остановили бой из-за того, [что] …»."""
    if index < 3 or tokens[index - 2].lower not in CORRELATIVES:
        return False
    return any(t.lower in _ADVERBIAL for t in tokens[max(index - 4, 0) : index - 2])


def _relayed(reading: Reading, cue: CueMatch, index: int, word: str) -> CueMatch | None:
    """The cue before an inserted relay: «Седов [заявил], передаёт ТАСС, что …»."""
    lead = report_lead(reading, cue) if "вводное" in cue.governs else None
    if not lead or cue.sentence.tokens[index - 1].text != ",":
        return None
    source = source_of(cue, start=cue.first, stop=index)
    if source is None or source.start < cue.stop:
        return None
    return _nearest_cue(reading, cue.sentence, index, word, lead - 2)


def _nearest_cue(
    reading: Reading, sentence: ParsedSentence, index: int, word: str, position: int
) -> CueMatch | None:
    """The nearest cue at or before a position that may govern the conjunction at an index."""
    tokens = sentence.tokens
    cues = {i: c for c in reading.cues(sentence) for i in range(c.first, c.last + 1)}
    correlative = index > 1 and tokens[index - 2].lower in CORRELATIVES
    noun: CueMatch | None = None
    commas = 0
    inside = in_marks(reading, tokens[index])
    for i in range(position, max(position - LONGEST_REACH, -1), -1):
        token = tokens[i]
        cue = cues.get(i)
        if not inside and in_marks(reading, token):
            continue
        if cue is not None and cue.form is not CueForm.PREPOSITION:
            if cue.form is CueForm.NOUN:
                if noun is None and commas == 0:
                    noun = cue
                continue
            if _takes(cue, word) or (correlative and "то" in cue.governs):
                return (
                    noun if noun and not _in_phrase(sentence, noun) and _takes(noun, word) else cue
                )
            return noun if noun and _takes(noun, word) else None
        if token.is_predicate or token.pos == "SCONJ":
            break
        if token.text == ",":
            commas += 1
        if token.text in STOPS:
            break
    return noun if noun and _takes(noun, word) else None


def _takes(cue: CueMatch, word: str) -> bool:
    return word in cue.governs or (word == "ли" and "как" in cue.governs)


def _in_phrase(sentence: ParsedSentence, noun: CueMatch) -> bool:
    """Whether a noun stands in a prepositional phrase of the verb: «сообщил в заявлении, что …»."""
    for i in range(noun.first - 1, max(noun.first - 4, -1), -1):
        token = sentence.tokens[i]
        if token.pos == "ADP":
            return token.lower in _PREPOSITIONS
        if token.pos not in _DETERMINERS:
            return False
    return False


def clause_edge(sentence: ParsedSentence, index: int) -> int:
    """The last token of the governing clause, before the comma and a correlative.

    Args:
        sentence: The sentence.
        index: Index of the conjunction.

    Returns:
        Its index, -1 where nothing stands before the conjunction.
    """
    tokens = sentence.tokens
    i = index - 1
    if tokens[index].lower == "ли":
        while i >= 0 and tokens[i].text != ",":
            i -= 1
    while i >= 0 and tokens[i].pos == "PUNCT":
        i -= 1
    if i >= 0 and tokens[i].lower in CORRELATIVES:
        i -= 1
    return i
