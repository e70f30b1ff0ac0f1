"""Texts with the gold marked inside: «[Владимир Путин]PER приехал в [Москву]LOC».

A label is a type (``PER``, ``ORG``, ``LOC``) for a name, or a number for a reference to the entity
that the name with the same number stands for: «[Олег Зимин]PER1 ушёл. [Он]1 устал.» Marks nest.
"""

from __future__ import annotations

import re
from functools import lru_cache

from runews.entities import EntityIndex, resolve_entities
from runews.entities.names import Name, name_of
from runews.language import default_language
from runews.models import EntityType, MentionKind, Span
from runews.structure import Given, read_structure

_CLOSING = re.compile(r"\](PER|ORG|LOC)?(\d?)")

Marks = list[tuple[int, int, str, str]]


def unmarked(marked: str) -> tuple[str, Marks]:
    """The bare text and its marks: start, stop, type (empty for a reference), number."""
    text = ""
    opened: list[int] = []
    marks: Marks = []
    at = 0
    while at < len(marked):
        if marked[at] == "[":
            opened.append(len(text))
            at += 1
        elif closing := _CLOSING.match(marked, at):
            marks.append((opened.pop(), len(text), closing[1] or "", closing[2]))
            at = closing.end()
        else:
            text += marked[at]
            at += 1
    return text, sorted(marks)


@lru_cache(maxsize=64)
def entities_of(text: str) -> EntityIndex:
    """The entities of a bare text."""
    layout = read_structure(text, Given())
    return resolve_entities(default_language().analyze(text, layout.blocks), layout)


def names_of(text: str) -> list[tuple[int, int, str]]:
    """Start, stop and type of every name that is found."""
    return sorted(
        (m.span.start, m.span.stop, e.type.value)
        for m, e in entities_of(text).mentions
        if m.kind is MentionKind.NAME
    )


def check_names(marked: str) -> None:
    """The names found are exactly those marked."""
    text, marks = unmarked(marked)
    wanted = [(text[a:b], kind) for a, b, kind, _ in marks if kind]
    assert [(text[a:b], kind) for a, b, kind in names_of(text)] == wanted


def check_references(marked: str) -> None:
    """Every numbered mark leads to the entity of the name with its number."""
    text, marks = unmarked(marked)
    index = entities_of(text)
    names = {n: index.at(Span(a, b)) for a, b, kind, n in marks if kind and n}
    for start, stop, kind, number in marks:
        if kind:
            continue
        found = index.at(Span(start, stop))
        wanted = names[number] if number else None
        said = f"«{text[start:stop]}» at {start} of «{text}»"
        assert (found.name if found else None) == (wanted.name if wanted else None), said


def given_names(marked: str) -> list[Name]:
    """The marked stretches as names, whatever the recogniser would make of the text."""
    text, marks = unmarked(marked)
    analysis = default_language().analyze(text, read_structure(text, Given()).blocks)
    names = []
    for start, stop, kind, _ in marks:
        sentence = analysis.sentence_at(start)
        assert sentence is not None
        tokens = sentence.tokens_in(Span(start, stop))
        names.append(name_of(EntityType(kind), sentence, tokens[0].index, tokens[-1].index))
    return names


def shown(names: list[Name], marked: str) -> list[str]:
    """Names as a line each: «PER Олег Зимин», «LOC Китая, inside»."""
    text, _ = unmarked(marked)
    return [
        f"{n.type.value} {text[n.start : n.stop]}{', inside' if n.inside else ''}" for n in names
    ]


def the_name(text: str) -> str:
    """The canonical name of the first entity."""
    return entities_of(text).entities[0].name
