"""An article in brat's standoff format.

In flows an article; out flow the text and the lines that annotate it: text-bound annotations (T)
for mentions, quotes, cues, speakers, media and outlets, attributes (A) for the kind of a mention,
relations (R) from each quote to its parts, an equivalence (*) for the mentions of an entity, and
notes (#) with the resolved names. Offsets count code points, as everywhere.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from runews.export.marks import Mark, clean, marks
from runews.models import Article, Span

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

__all__ = ["BRAT_CONFIG", "Brat", "to_brat"]

#: The contents of ``annotation.conf``, by which brat knows the types below.
BRAT_CONFIG = """\
[entities]
PER
ORG
LOC
DIRECT
MIXED
INDIRECT
CUE
SPEAKER
MEDIUM
VIA

[relations]
Cued_by\tArg1:DIRECT|MIXED|INDIRECT, Arg2:CUE
Said_by\tArg1:DIRECT|MIXED|INDIRECT, Arg2:SPEAKER
Said_in\tArg1:DIRECT|MIXED|INDIRECT, Arg2:MEDIUM
Relayed_by\tArg1:DIRECT|MIXED|INDIRECT, Arg2:VIA
Nested_in\tArg1:DIRECT|MIXED|INDIRECT, Arg2:DIRECT|MIXED|INDIRECT
Equiv\tArg1:PER, Arg2:PER, <REL-TYPE>:symmetric-transitive
Equiv\tArg1:ORG, Arg2:ORG, <REL-TYPE>:symmetric-transitive
Equiv\tArg1:LOC, Arg2:LOC, <REL-TYPE>:symmetric-transitive
<OVERLAP>\t<ANY>, <ANY>, <OVL-TYPE>:<ANY>

[events]

[attributes]
Mention\tArg:PER|ORG|LOC, Value:name|role|pronoun
"""

_RELATIONS = {"cues": "Cued_by", "speakers": "Said_by", "media": "Said_in", "via": "Relayed_by"}


@attrs.frozen
class Brat:
    """A text and its annotations, as brat keeps them.

    Args:
        text: The contents of the ``.txt`` file.
        ann: The contents of the ``.ann`` file.
    """

    text: str
    ann: str

    def write(self, path: str | os.PathLike[str]) -> None:
        """Write the two files, in UTF-8, with the line ends as they are in the text.

        Args:
            path: Where to; the suffixes ``.txt`` and ``.ann`` are added.

        Example:
            >>> from tempfile import TemporaryDirectory
            >>> with TemporaryDirectory() as folder:
            ...     Brat("Да.", "").write(Path(folder) / "a")
            ...     sorted(path.name for path in Path(folder).iterdir())
            ['a.ann', 'a.txt']
        """
        for suffix, contents in ((".txt", self.text), (".ann", self.ann)):
            target = Path(path)
            target.with_name(target.name + suffix).write_bytes(contents.encode())


def to_brat(article: Article) -> Brat:
    """Turn an article into brat's standoff format.

    Args:
        article: The article.

    Returns:
        Text and annotations. A span over several lines becomes one of several pieces, because brat
        has no other; `BRAT_CONFIG` declares the types.

    Example:
        >>> from runews import parse_article
        >>> found = to_brat(parse_article("По словам Павла Дроздова, вход бесплатный."))
        >>> for line in found.ann.splitlines():
        ...     if line[0] in "TR":
        ...         print(line.expandtabs(1))
        T1 PER 10 24 Павла Дроздова
        T2 INDIRECT 26 41 вход бесплатный
        T3 CUE 0 9 По словам
        R1 Cued_by Arg1:T2 Arg2:T3
        T4 SPEAKER 10 24 Павла Дроздова
        R2 Said_by Arg1:T2 Arg2:T4
    """
    text = clean(article.text)
    return Brat(text, "".join(f"{line}\n" for line in _Writer(article, text).lines()))


class _Writer:
    def __init__(self, article: Article, text: str) -> None:
        self._article = article
        self._text = text
        self._counts: defaultdict[str, int] = defaultdict(int)

    def lines(self) -> Iterator[str]:
        names = {entity.id: entity.name for entity in self._article.entities}
        mentions: defaultdict[str, list[str]] = defaultdict(list)
        quotes: dict[str, str] = {}
        notes = self._quote_notes()
        for mark in marks(self._article):
            pieces = [piece for span in mark.spans for piece in _lines_of(self._text, span)]
            if not pieces:
                continue
            bound = self._id("T")
            yield self._text_bound(bound, mark, pieces)
            if mark.layer == "mentions":
                mentions[mark.id].append(bound)
                yield f"{self._id('A')}\tMention {bound} {mark.kind}"
                yield self._note(bound, f"{mark.id} {names[mark.id]}")
            elif mark.layer == "quotes":
                quotes[mark.id] = bound
                yield self._note(bound, notes[mark.id])
            elif mark.id in quotes:
                yield self._relation(_RELATIONS[mark.layer], quotes[mark.id], bound)
        for quote in self._article.quotes:
            if quote.parent_id in quotes and quote.id in quotes:
                yield self._relation("Nested_in", quotes[quote.id], quotes[quote.parent_id])
        for same in mentions.values():
            if len(same) > 1:
                yield f"*\tEquiv {' '.join(same)}"

    def _id(self, letter: str) -> str:
        self._counts[letter] += 1
        return f"{letter}{self._counts[letter]}"

    def _text_bound(self, bound: str, mark: Mark, pieces: list[Span]) -> str:
        offsets = ";".join(f"{piece.start} {piece.stop}" for piece in pieces)
        words = " ".join(self._text[piece.start : piece.stop] for piece in pieces)
        return f"{bound}\t{mark.label} {offsets}\t{words}"

    def _note(self, bound: str, note: str) -> str:
        return f"{self._id('#')}\tAnnotatorNotes {bound}\t{clean(' '.join(note.split()))}"

    def _relation(self, kind: str, quote: str, part: str) -> str:
        return f"{self._id('R')}\t{kind} Arg1:{quote} Arg2:{part}"

    def _quote_notes(self) -> dict[str, str]:
        found = {}
        for said in self._article.attributions:
            speaker = said.speaker
            entity = f" ({speaker.entity_id})" if speaker and speaker.entity_id else ""
            told = [
                said.quote_id,
                f"{speaker.name}{entity}" if speaker else "nobody named",
                f"in {said.medium.name}" if said.medium else "",
                f"via {said.via.name}" if said.via else "",
                f"confidence {said.confidence:g}",
            ]
            found[said.quote_id] = ", ".join(part for part in told if part)
        return found


def _lines_of(text: str, span: Span) -> Iterator[Span]:
    """The pieces of a span between line breaks and tabs, without the white space around them."""
    start = span.start
    for line in text[span.start : span.stop].replace("\t", "\n").splitlines(keepends=True):
        left = start + len(line) - len(line.lstrip())
        right = start + len(line.rstrip())
        if left < right:
            yield Span(left, right)
        start += len(line)
