"""Articles with the gold inside: ``{content}``, ``<cue>``, ``[source]S``, ``[…]M``, ``[…]V``.

``M`` marks the medium, ``V`` the relaying outlet.

The name behind a bar, ``[он|Иван Петров]S``, is what a mark resolves to; without a bar it is the
text itself. Pieces of content in one text belong to one quote unless they carry a number:
``{content}2`` goes with ``<cue>2`` and ``[source]S2``.
"""

from __future__ import annotations

import re
from functools import cache

import attrs

from runews.attribution import attribute
from runews.entities import resolve_entities
from runews.language import Language, default_language
from runews.models import Attribution, QuoteKind, Span
from runews.quotes import FoundCue, FoundQuote
from runews.structure import Given, read_structure

_TOKEN = re.compile(r"([{}<>\[\]])")
_AFTER = re.compile(r"([SMV]?)(\d?)")
_CLOSING = {"}": "{", ">": "<", "]": "["}


@attrs.frozen
class Mark:
    """A marked stretch.

    Args:
        kind: ``content``, ``cue``, ``S``, ``M`` or ``V``.
        quote: Number of its quote.
        span: Where it stands in the plain text.
        name: What it resolves to.
    """

    kind: str
    quote: int
    span: Span
    name: str


def read_marks(marked: str) -> tuple[str, tuple[Mark, ...]]:
    """The plain text and its marks.

    Example:
        >>> read_marks("{Пора}, <сказал> [он|Иван Петров]S.")[1][2].name
        'Иван Петров'
    """
    plain = ""
    marks: list[Mark] = []
    stack: list[tuple[str, int]] = []
    skip = 0
    parts = _TOKEN.split(marked)
    for n, part in enumerate(parts):
        part = part[skip:]
        skip = 0
        if part in ("{", "<", "["):
            stack.append((part, len(plain)))
        elif part in _CLOSING:
            opening, start = stack.pop()
            assert opening == _CLOSING[part], f"unbalanced marks in {marked!r}"
            text, _, name = plain[start:].partition("|")
            plain = plain[:start] + text
            after = _AFTER.match(parts[n + 1])
            assert after is not None
            skip = after.end()
            kind = {"{": "content", "<": "cue", "[": after[1]}[opening]
            quote = int(after[2] or 1)
            marks.append(Mark(kind, quote, Span(start, len(plain)), name or text))
        else:
            plain += part
    assert not stack, f"unbalanced marks in {marked!r}"
    return plain, tuple(marks)


@cache
def language() -> Language:
    """The models, loaded once for all tests."""
    return default_language()


def attribute_marked(marked: str) -> tuple[tuple[Attribution, ...], tuple[Mark, ...]]:
    """What `attribute` makes of a marked text's quotes, next to the marks."""
    text, marks = read_marks(marked)
    layout = read_structure(text, Given())
    analysis = language().analyze(text, layout.blocks)
    index = resolve_entities(analysis, layout)
    quotes = []
    for number in sorted({m.quote for m in marks if m.kind == "content"}):
        own = [m for m in marks if m.quote == number]
        spans = tuple(sorted(m.span for m in own if m.kind == "content"))
        cue = None
        for mark in own:
            if mark.kind == "cue":
                sentence = analysis.sentence_at(mark.span.start)
                assert sentence is not None
                tokens = sentence.tokens_in(mark.span)
                token = next((t for t in tokens if t.pos in ("VERB", "NOUN")), tokens[0])
                cue = FoundCue(mark.span, token.lemma, sentence.index, token.index)
        source = next((m.span for m in own if m.kind == "S"), None)
        first = text[spans[0].start]
        kind = QuoteKind.DIRECT if first in '«"' else QuoteKind.INDIRECT
        quotes.append((f"q{number}", FoundQuote(kind, spans, cue, source, "marked")))
    return attribute(quotes, analysis, layout, index), marks
