"""Structure: from the bare text to paragraphs with kinds, metadata and blocks, by outer form alone."""

from __future__ import annotations

from runews.models import Metadata, Paragraph, Span
from runews.structure.layout import Block, Given, Layout

__all__ = ["Block", "Given", "Layout", "read_structure"]


def read_structure(text: str, given: Given) -> Layout:
    paragraphs = []
    blocks = []
    pos = 0
    for line in text.split("\n"):
        if line.strip():
            a = pos + len(line) - len(line.lstrip())
            b = pos + len(line.rstrip())
            blocks.append(Block(Span(a, b), len(paragraphs)))
            paragraphs.append(Paragraph(span=Span(a, b), text=text[a:b]))
        pos += len(line) + 1
    return Layout(
        text=text, paragraphs=tuple(paragraphs), metadata=Metadata(), blocks=tuple(blocks)
    )
