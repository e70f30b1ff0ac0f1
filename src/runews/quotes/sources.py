"""The source of a cue: the noun phrase or pronoun of its sentence that names who speaks.

In flow a cue match; out flows the span of its source. The tree proposes, agreement and punctuation decide.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.models import Span
from runews.quotes.cues import CueForm, CueMatch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from runews.language import ParsedSentence, Token

__all__ = ["follows_from", "noun_phrase", "source_of", "subject_of"]

_NOMINAL = {"NOUN", "PROPN", "PRON"}
_MARKS = '"«»„“”'
#: Relations under which a word belongs to the noun phrase of its head.
_PHRASE_RELATIONS = {
    "amod", "det", "nmod", "appos", "flat", "flat:name", "flat:foreign", "nummod", "nummod:gov",
    "case", "conj", "cc", "compound", "fixed", "obl", "advmod", "nummod:entity", "punct", "acl",
}  # fmt: skip


def noun_phrase(sentence: ParsedSentence, head: int, stop: int | None = None) -> tuple[int, int]:
    """The bounds of the noun phrase round a head, within the nearest commas.

    Args:
        sentence: The sentence.
        head: Index of the phrase's head.
        stop: Index at which the phrase ends at the latest.

    Returns:
        Index of its first token and index after its last one.
    """
    tokens = sentence.tokens
    stop = len(tokens) if stop is None else stop
    members = set(sentence.subtree(head))
    first = head
    while first > 0 and _extends_left(tokens[first - 1], first - 1 in members, tokens[head]):
        first -= 1
    last = head + 1
    while last < stop and _extends_right(sentence, last, members, head):
        last += 1
    while (
        last > head + 1
        and tokens[last - 1].pos in ("PUNCT", "CCONJ", "ADP")
        and not (tokens[last - 1].text in '»"”)')
    ):
        last -= 1
    while first < head and tokens[first].pos in ("PUNCT", "CCONJ", "ADV", "PART", "ADP"):
        if tokens[first].text in _MARKS:
            break
        first += 1
    return first, last


def _extends_left(token: Token, member: bool, head: Token) -> bool:
    if token.text in _MARKS:
        return member
    if token.pos in ("PUNCT", "ADP", "SCONJ", "CCONJ") or token.verb_form in ("Fin", "Conv", "Inf"):
        return False
    agrees = token.case is not None and token.case == head.case
    return (member or (agrees and token.pos in ("ADJ", "DET", "NUM"))) and head.pos != "PRON"


def _extends_right(sentence: ParsedSentence, i: int, members: set[int], head: int) -> bool:
    token = sentence.tokens[i]
    before = sentence.tokens[i - 1]
    if sentence.tokens[head].pos == "PRON":
        return False
    if token.text in _MARKS or token.text in "()":
        return True
    if before.text in _MARKS and token.pos != "PUNCT":
        return i in members or before.text in '«„"'
    if token.pos == "PUNCT" or token.verb_form in ("Fin", "Conv", "Inf") or token.pos == "SCONJ":
        return False
    return i in members or (token.pos == "PROPN" and before.pos == "PROPN")


def span_of(sentence: ParsedSentence, bounds: tuple[int, int]) -> Span:
    """The span of a range of tokens, unbalanced quotation marks at its edges left out."""
    tokens = sentence.tokens[bounds[0] : bounds[1]]
    while len(tokens) > 1 and tokens[0].text in "»”" + "),.":
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1].text in "«„(":
        tokens = tokens[:-1]
    marks = sum(t.text == '"' for t in tokens)
    if marks % 2 and len(tokens) > 1:
        if tokens[0].text == '"':
            tokens = tokens[1:]
        elif tokens[-1].text == '"':
            tokens = tokens[:-1]
    return Span(tokens[0].start, tokens[-1].stop)


def source_of(cue: CueMatch, start: int = 0, stop: int | None = None) -> Span | None:
    """The phrase that names who speaks by a cue.

    Args:
        cue: The cue.
        start: Index of the first token to consider.
        stop: Index after the last one; the end of the sentence by default.

    Returns:
        Its span, ``None`` where the sentence names nobody.
    """
    sentence = cue.sentence
    stop = len(sentence.tokens) if stop is None else stop
    if cue.form is CueForm.PREPOSITION:
        return _after_preposition(cue, stop)
    if cue.form is CueForm.NOUN:
        return _of_noun(cue)
    if cue.form is CueForm.PARTICIPLE:
        return _of_participle(cue)
    if cue.form is CueForm.INFINITIVE:
        return _of_infinitive(cue, start, stop)
    if cue.act == "relay" and (quoted := _quoted_person(cue, stop)) is not None:
        return quoted
    head = subject_of(sentence, cue.index, start, stop)
    if head is not None and cue.form is not CueForm.IMPERSONAL:
        if sentence.tokens[head].lower.startswith("котор"):
            head = antecedent(sentence, head)
        bounds = noun_phrase(sentence, head, cue.first if head < cue.first else stop)
        return span_of(sentence, bounds)
    return _place_of(cue, start, stop)


def antecedent(sentence: ParsedSentence, relative: int) -> int:
    """The noun that a relative pronoun stands for: «свидетель, который утверждает».

    Args:
        sentence: The sentence.
        relative: Index of the pronoun.

    Returns:
        Index of the nearest noun before the clause that agrees; the pronoun's own where none does.
    """
    pronoun = sentence.tokens[relative]
    for i in range(relative - 1, -1, -1):
        token = sentence.tokens[i]
        if token.pos in ("NOUN", "PROPN") and token.number == pronoun.number:
            if pronoun.number == "Sing" and token.gender not in (pronoun.gender, None):
                continue
            return _phrase_top(sentence, i, 0)
    return relative


def _quoted_person(cue: CueMatch, stop: int) -> Span | None:
    """Whose words an outlet passes on: «приводит слова [Мантурова] ТАСС», «цитирует [министра] агентство»."""
    sentence = cue.sentence
    if cue.last > cue.index:
        following = sentence.tokens[cue.last + 1 : stop]
        if following and following[0].case == "Gen":
            return span_of(sentence, noun_phrase(sentence, following[0].index))
    for child in sentence.children(cue.index):
        if not cue.index < child.index < stop or child.case not in ("Acc", "Gen"):
            continue
        if child.lemma in ("слово", "заявление", "мнение", "высказывание"):
            for owner in sentence.children(child.index):
                if owner.case == "Gen" and owner.index > child.index:
                    return span_of(sentence, noun_phrase(sentence, owner.index))
        if child.feats.get("Animacy") == "Anim" and child.rel == "obj":
            return span_of(sentence, noun_phrase(sentence, child.index))
    return None


def subject_of(sentence: ParsedSentence, verb: int, start: int, stop: int) -> int | None:
    """The head of a verb's subject, by the tree where agreement allows it, else by position.

    Args:
        sentence: The sentence.
        verb: Index of the verb.
        start: Index of the first token to consider.
        stop: Index after the last one.

    Returns:
        Index of the subject's head, ``None`` where there is none.
    """
    token = sentence.tokens[verb]
    for child in sentence.children(verb):
        if (
            child.rel.startswith("nsubj")
            and start <= child.index < stop
            and _can_be_subject(child)
            and (agrees(child, token) or _is_row(sentence, child))
        ):
            return child.index
    if token.verb_form in ("Conv", "Inf") or token.rel in ("conj", "xcomp", "advcl"):
        if (near := _inverted(sentence, verb, stop)) is not None and token.verb_form == "Fin":
            return near
        for above in sentence.ancestors(verb):
            if above.pos in ("VERB", "ADJ") and start <= above.index < stop:
                inherited = next(
                    (
                        c.index
                        for c in sentence.children(above.index)
                        if c.rel.startswith("nsubj") and _can_be_subject(c) and agrees(c, token)
                    ),
                    None,
                )
                if inherited is not None and start <= inherited < stop:
                    return inherited
    near_subject = _near_subject(sentence, verb, start, stop)
    return near_subject if near_subject is not None else _shared_subject(sentence, verb, start)


def _shared_subject(sentence: ParsedSentence, verb: int, start: int) -> int | None:
    """The subject of an earlier verb that a verb after «и», «но» or «а» shares: «он не привел, но [уточнил]»."""
    tokens = sentence.tokens
    i = verb - 1
    while i > start and tokens[i].pos in ("ADV", "PART"):
        i -= 1
    if tokens[i].lower not in ("и", "но", "а", "однако"):
        return None
    token = tokens[verb]
    for other in reversed(tokens[start:i]):
        if other.verb_form != "Fin" or other.number != token.number or other.gender != token.gender:
            continue
        for child in sentence.children(other.index):
            if child.rel.startswith("nsubj") and _can_be_subject(child) and agrees(child, token):
                return child.index
    return None


#: Nouns in the singular whose verb may stand in the plural.
_QUANTITIES = frozenset({"большинство", "ряд", "часть", "число", "множество", "половина", "пара"})


def agrees(noun: Token, verb: Token) -> bool:
    """Whether a noun can be the subject of a verb, by number and gender."""
    if verb.verb_form != "Fin" and verb.feats.get("Variant") != "Short":
        return True
    if noun.number == "Sing" and verb.number == "Plur":
        # «большинство сообщили»; «Иванов и Петров заявили» is agreed with as a row of two.
        return noun.lemma in _QUANTITIES
    if noun.number == "Plur" and verb.number == "Sing":
        return False
    return not (
        noun.gender
        and verb.gender
        and noun.number == "Sing"
        and noun.gender != verb.gender
        # «министр сказала»: the post is masculine, the minister a woman; names may be tagged wrongly.
        and not (verb.gender == "Fem" and noun.gender == "Masc" and noun.pos == "NOUN")
        and noun.pos != "PROPN"
    )


def _is_row(sentence: ParsedSentence, noun: Token) -> bool:
    """Whether a noun is the first of several: «Иванов и Петров»."""
    return any(c.rel == "conj" for c in sentence.children(noun.index))


def _can_be_subject(token: Token) -> bool:
    if token.pos == "PRON" and token.lower in (
        "что",
        "это",
        "который",
        "которая",
        "которое",
        "которые",
    ):
        return token.lower.startswith("котор")
    return token.pos in _NOMINAL | {"ADJ", "NUM", "X", "DET", "SYM"} and token.case in ("Nom", None)


def _inverted(sentence: ParsedSentence, verb: int, stop: int) -> int | None:
    """A subject right after its verb: «сообщил в среду министр»."""
    for token in sentence.tokens[verb + 1 : min(stop, verb + 12)]:
        if token.pos == "PUNCT" and token.text not in _MARKS:
            return None
        if token.verb_form == "Fin" or token.pos == "SCONJ":
            return None
        if _is_nominative(sentence, token) and agrees(token, sentence.tokens[verb]):
            return token.index
    return None


def _is_nominative(sentence: ParsedSentence, token: Token) -> bool:
    """Whether it is a noun in the nominative, or a foreign word that shows no case.

    An inanimate noun looks the same in the accusative; a modifier in the nominative tells.
    """
    if token.pos in _NOMINAL:
        by_modifier = token.case == "Acc" and any(
            c.case == "Nom" and c.rel in ("amod", "det") for c in sentence.children(token.index)
        )
        return (token.case == "Nom" or by_modifier) and token.lower not in (
            "это",
            "что",
            "все",
            "всё",
        )
    return token.pos == "X" and token.text[:1].isupper()


def _near_subject(sentence: ParsedSentence, verb: int, start: int, stop: int) -> int | None:
    """The nearest nominative of the verb's own stretch: after it first if it is inverted, else before."""
    after = _inverted(sentence, verb, stop)
    if after is not None:
        return after
    for i in range(verb - 1, start - 1, -1):
        token = sentence.tokens[i]
        if token.pos in ("SCONJ", "CCONJ") or token.verb_form == "Fin":
            return None
        if token.text in ",;:—–":
            # A subject cut off from its verb by an aside: «Петров, глава штаба, заявил».
            return _before_aside(sentence, i, start, sentence.tokens[verb])
        if _is_nominative(sentence, token) and agrees(token, sentence.tokens[verb]):
            return _phrase_top(sentence, i, start)
    return None


def _before_aside(sentence: ParsedSentence, comma: int, start: int, verb: Token) -> int | None:
    for i in range(comma - 1, start - 1, -1):
        if sentence.tokens[i].text == ",":
            for j in range(i - 1, start - 1, -1):
                token = sentence.tokens[j]
                if token.pos == "PUNCT" and token.text not in _MARKS:
                    return None
                if _is_nominative(sentence, token) and agrees(token, verb):
                    return _phrase_top(sentence, j, start)
            return None
        if sentence.tokens[i].text in ";:":
            return None
    return None


def _phrase_top(sentence: ParsedSentence, i: int, start: int) -> int:
    """Climb from a name in apposition to the head of its phrase: «глава МИД Лавров» from Лавров to глава."""
    token = sentence.tokens[i]
    for above in sentence.ancestors(i):
        if (
            above.index < start
            or above.pos not in _NOMINAL
            or not token.rel.startswith(("appos", "flat", "nmod"))
        ):
            break
        if above.case == "Nom" or token.rel.startswith("flat"):
            token = above
        else:
            break
    return token.index


def _after_preposition(cue: CueMatch, stop: int) -> Span | None:
    """«по словам [министра]», «по [его] словам»."""
    sentence = cue.sentence
    for token in sentence.tokens[cue.first + 1 : cue.last]:
        if token.lower in ("его", "ее", "их") or (
            token.pos in ("PRON", "DET")
            and token.lower in ("моему", "нашему", "моим", "нашим", "мой", "наш")
        ):
            return token.span
    following = sentence.tokens[cue.last + 1 : stop]
    if not following or (following[0].pos == "PUNCT" and following[0].text not in _MARKS):
        return None
    return span_of(sentence, oblique_phrase(sentence, cue.last + 1, stop))


def oblique_phrase(sentence: ParsedSentence, start: int, stop: int) -> tuple[int, int]:
    """The noun phrase that begins at a token: up to the comma, or to a word that cannot belong to it.

    Args:
        sentence: The sentence.
        start: Index of its first token.
        stop: Index at which it ends at the latest.

    Returns:
        Index of its first token and index after its last one.
    """
    tokens = sentence.tokens
    depth = 0
    end = start
    for token in tokens[start:stop]:
        if token.text in "«„(":
            depth += 1
        elif token.text in "»”)":
            depth -= 1
        elif token.text == '"':
            depth = 0 if depth else 1
        elif depth <= 0 and (
            (token.pos == "PUNCT" and token.text not in ("-",))
            or token.verb_form in ("Fin", "Conv", "Inf")
            or token.pos in ("SCONJ", "ADV")
            or (token.pos == "PRON" and end > start)
        ):
            break
        elif (
            depth <= 0
            and end > start
            and token.case == "Nom"
            and token.pos in ("NOUN", "ADJ", "DET", "PROPN")
            and not token.rel.startswith(("flat", "appos", "nmod"))
            and tokens[token.index - 1].pos != "ADP"
        ):
            # No comma after the source: «По сведениям изданий Кинчев находится в больнице».
            break
        end = token.index + 1
    return start, max(end, start + 1)


def _of_noun(cue: CueMatch) -> Span | None:
    """«заявление [министра]», «[его] слова», «[Министр] сделал заявление»."""
    sentence = cue.sentence
    for token in sentence.tokens[max(cue.index - 2, 0) : cue.index]:
        if token.lower in ("его", "ее", "их") and token.rel in ("det", "nmod"):
            return token.span
    for child in sentence.children(cue.index):
        if child.index > cue.index and child.case == "Gen" and child.pos in _NOMINAL:
            before = sentence.tokens[child.index - 1]
            if before.pos != "ADP":
                return span_of(sentence, noun_phrase(sentence, child.index))
    for above in sentence.ancestors(cue.index):
        if above.pos == "VERB":
            head = subject_of(sentence, above.index, 0, len(sentence.tokens))
            if head is not None and head != cue.index:
                return span_of(sentence, noun_phrase(sentence, head))
            return None
    return None


def _of_infinitive(cue: CueMatch, start: int, stop: int) -> Span | None:
    """«[Министр] поспешил заявить», «[Уэйману] пришлось сообщить»; «трудно сказать» has no source."""
    sentence = cue.sentence
    verb = next((a for a in sentence.ancestors(cue.index) if a.verb_form != "Inf"), None)
    if verb is None or verb.verb_form != "Fin":
        return None
    for child in (*sentence.children(verb.index), *sentence.children(cue.index)):
        dative = child.case == "Dat" and child.pos in _NOMINAL and child.index < cue.index
        if dative and start <= child.index < stop and _preposition(sentence, child.index) is None:
            return span_of(sentence, noun_phrase(sentence, child.index))
    before = sentence.tokens[verb.index - 1] if verb.index > start else verb
    if before.case == "Dat" and before.pos in _NOMINAL and verb.gender == "Neut":
        return span_of(sentence, (before.index, before.index + 1))
    head = subject_of(sentence, verb.index, start, stop)
    if head is None or head > cue.index:
        return None
    return span_of(sentence, noun_phrase(sentence, head, cue.first))


def _of_participle(cue: CueMatch) -> Span | None:
    """«[Петров], заявивший, что …»."""
    sentence = cue.sentence
    head = cue.token.head
    if 0 <= head < cue.index and sentence.tokens[head].pos in _NOMINAL:
        return span_of(sentence, noun_phrase(sentence, head, cue.index))
    for i in range(cue.index - 1, -1, -1):
        if sentence.tokens[i].pos in _NOMINAL:
            return span_of(sentence, noun_phrase(sentence, i, cue.index))
    return None


#: «из документа следует, что …»: an event that has a document for its source.
_FOLLOWS = frozenset({"следовать", "явствовать", "вытекать", "видно"})


def follows_from(cue: CueMatch) -> bool:
    """Whether a cue draws on a document: «из доклада следует, что …»."""
    return cue.lemma in _FOLLOWS and any(
        t.lower == "из" for t in cue.sentence.tokens[max(cue.first - 15, 0) : cue.last + 6]
    )


def _place_of(cue: CueMatch, start: int, stop: int) -> Span | None:
    """«в [МИД] сообщили», «в [документе] говорится», «[министром] было заявлено»."""
    sentence = cue.sentence
    tokens = sentence.tokens
    verb = cue.token
    if cue.form is CueForm.GERUND:
        # «сообщили в Роскосмосе, уточнив …»: the gerund's subject is its verb's.
        verb = next((a for a in sentence.ancestors(cue.index) if a.verb_form == "Fin"), verb)
    follows = follows_from(cue)
    if not (verb.number == "Plur" or cue.form is CueForm.IMPERSONAL or follows):
        return None
    passable = {verb.index, cue.index, cue.token.head}
    for token in _by_distance(tokens[start:stop], verb.index):
        if token.lower.startswith("котор") and token.case == "Loc" and token.index < verb.index:
            head = antecedent(sentence, token.index)
            return span_of(sentence, noun_phrase(sentence, head, token.index))
        if token.pos not in ("NOUN", "PROPN", "X"):
            continue
        if _clause_break(sentence, token.index, verb.index, passable):
            continue
        if cue.form is CueForm.IMPERSONAL and token.case == "Ins" and token.head == cue.index:
            return span_of(sentence, noun_phrase(sentence, token.index))
        if follows and token.case == "Gen" and _preposition(sentence, token.index) == "из":
            return span_of(sentence, noun_phrase(sentence, token.index))
        named = token.pos != "NOUN" and token.case in ("Loc", None)
        # The parser often hangs a place behind an inverted verb on an earlier one.
        beside = token.index > verb.index and verb.number == "Plur"
        attached = token.case == "Loc" and (token.head in passable or beside)
        if (named or attached) and _preposition(sentence, token.index) in ("в", "во", "на"):
            if token.lemma in _NOT_PLACES:
                continue
            return span_of(
                sentence, noun_phrase(sentence, _phrase_top(sentence, token.index, start))
            )
    return _opening_place(cue, start) if cue.form is CueForm.IMPERSONAL else None


def _opening_place(cue: CueMatch, start: int) -> Span | None:
    """«В [письме], которое движение отправило министру, говорится»: the place heads the sentence."""
    sentence = cue.sentence
    for token in sentence.tokens[start : min(start + 8, cue.first)]:
        if token.pos in ("NOUN", "PROPN") and token.case == "Loc":
            if (
                _preposition(sentence, token.index) in ("в", "во")
                and token.lemma not in _NOT_PLACES
            ):
                return span_of(sentence, noun_phrase(sentence, token.index, cue.first))
            return None
        if token.verb_form == "Fin":
            return None
    return None


#: «в среду», «в мае», «в интервью»: time and medium, not the institution that speaks.
_NOT_PLACES = frozenset(
    "год месяц неделя январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь "
    "декабрь интервью ход рамка эфир беседа время разговор утро вечер день связь комментарий "
    "частность целое итог очередь пресс-конференция брифинг".split()
)


def _by_distance(tokens: Iterable[Token], centre: int) -> Iterator[Token]:
    yield from sorted(tokens, key=lambda t: (abs(t.index - centre), t.index))


def _clause_break(sentence: ParsedSentence, a: int, b: int, passable: set[int]) -> bool:
    low, high = min(a, b), max(a, b)
    return any(
        t.index not in passable and (t.text in ";:—" or t.pos == "SCONJ" or t.verb_form == "Fin")
        for t in sentence.tokens[low + 1 : high]
    )


def _preposition(sentence: ParsedSentence, head: int) -> str | None:
    for child in sentence.children(head):
        if child.rel == "case" and child.index < head:
            return child.lower
    for i in range(head - 1, max(head - 5, -1), -1):
        token = sentence.tokens[i]
        if token.pos == "ADP":
            return token.lower
        if token.pos not in ("ADJ", "DET", "PUNCT", "NUM"):
            return None
    return None
