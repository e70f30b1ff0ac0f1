"""An article as lines of tokens with tags, in the manner of the CoNLL shared tasks.

In flows an article; out flow lines of nine columns (`CONLL_COLUMNS`), an empty line after each
sentence. A token is a word, a number or one mark; it is cut where a span begins or ends inside it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

import regex

from runews.export.marks import LAYERS, clean, marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runews.export.marks import Mark
    from runews.models import Article

__all__ = ["CONLL_COLUMNS", "to_conll"]

#: The columns: the token, its offsets, and the tags of each layer.
CONLL_COLUMNS = ("token", "start", "stop", *LAYERS)

_TOKEN = regex.compile(
    r"\p{L}[\p{L}\p{M}]*+(?:[-‑’'][\p{L}\p{M}]++)*+"  # words, «кто-то» as one
    r"|\p{N}++(?:[.,]\p{N}++)*+"
    r"|[^\s\x1c-\x1f]"  # the control characters that end a line for Python's readers
)


def to_conll(article: Article, *, name: str | None = None) -> str:
    """Turn an article into lines of tokens with tags.

    A tag is ``O``, or ``B-`` or ``I-`` with label and id: ``B-PER:e1``, ``I-DIRECT:q2``,
    ``B-CUE:q2``. The label is the entity's type in the column of mentions, the kind in that of
    quotes, and ``CUE``, ``SPEAKER``, ``MEDIUM`` or ``VIA`` in the others, whose id is the quote's.
    Each piece of a quote begins with ``B-``. Where two of a layer overlap, as nested quotes do, a
    cell has the tags of both, joined by ``|``, in the order in which the article has them.

    Args:
        article: The article.
        name: What to call the article in the first line, ``# newdoc id = …``.

    Returns:
        The lines, columns parted by tabs; ``article.text[start:stop]`` is the token.

    Example:
        >>> from runews import parse_article
        >>> article = parse_article("По словам Павла Дроздова, вход бесплатный.")
        >>> for line in to_conll(article).splitlines()[:4]:
        ...     print("  ".join(line.split()))
        По  0  2  O  O  B-CUE:q1  O  O  O
        словам  3  9  O  O  I-CUE:q1  O  O  O
        Павла  10  15  B-PER:e1  O  O  B-SPEAKER:q1  O  O
        Дроздова  16  24  I-PER:e1  O  O  I-SPEAKER:q1  O  O
    """
    text = clean(article.text)
    found = list(marks(article))
    borders = {edge for mark in found for s in mark.spans for edge in (s.start, s.stop)}
    borders.update(sentence.span.start for sentence in article.sentences)
    tokens = list(_tokens(text, sorted(borders)))
    cells = _cells(found, [start for start, _ in tokens])
    sentences = [sentence.span.start for sentence in article.sentences]
    lines = [] if name is None else [f"# newdoc id = {clean(' '.join(name.split()))}"]
    before: int | None = None
    for i, (start, stop) in enumerate(tokens):
        sentence = bisect_right(sentences, start)
        if before not in (None, sentence):
            lines.append("")
        before = sentence
        tags = ["|".join(cells[layer, i]) or "O" for layer in LAYERS]
        lines.append("\t".join([text[start:stop], str(start), str(stop), *tags]))
    return "".join(f"{line}\n" for line in [*lines, ""])


def _tokens(text: str, borders: list[int]) -> Iterator[tuple[int, int]]:
    """Start and stop of the tokens, cut at the borders."""
    for match in _TOKEN.finditer(text):
        start, stop = match.span()
        for border in borders[bisect_right(borders, start) : bisect_left(borders, stop)]:
            yield start, border
            start = border
        yield start, stop


def _cells(found: list[Mark], starts: list[int]) -> defaultdict[tuple[str, int], list[str]]:
    """The tags of each layer and token, the tokens told by their numbers."""
    cells: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for mark in found:
        # The parser's ids are «e1» and «q1»; those of an article from elsewhere may be anything.
        number = clean("_".join(mark.id.split()))
        for span in mark.spans:
            tag = "B"
            for i in range(bisect_left(starts, span.start), bisect_left(starts, span.stop)):
                cells[mark.layer, i].append(f"{tag}-{mark.label}:{number}")
                tag = "I"
    return cells
