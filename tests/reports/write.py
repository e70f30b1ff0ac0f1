"""Parse a passage again, and write files of passages with what is found now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import runews

from .passages import describe, read_sections

if TYPE_CHECKING:
    from pathlib import Path

    from .passages import Passage

__all__ = ["found", "rewrite"]


def found(passage: Passage) -> str:
    """What a parse says of a passage's quotes, in the notation of the files."""
    explanation = runews.Parser().explain(passage.text)
    return describe(explanation.article, dict(explanation.rules))


def rewrite(path: Path) -> bool:
    """Write a file of passages anew.

    Args:
        path: The file; its passages may have marks and rows or not.

    Returns:
        Whether anything has changed.
    """
    old = path.read_text("utf-8")
    before = old[: old.index("# ")]
    new = before + "\n".join(
        "\n\n".join([f"# {section.heading}", *map(found, section.passages)]) + "\n"
        for section in read_sections(old)
    )
    path.write_text(new, "utf-8")
    return new != old
