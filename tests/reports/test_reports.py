"""What a parse says of the passages' quotes is what the files say, to the last character.

After a change that is meant, ``python -m tests.reports`` writes the files anew; read what has
changed before you keep it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from .passages import Section, read_sections
from .write import found

SECTIONS = [
    pytest.param(section, id=f"{path.stem}-{section.heading}")
    for path in sorted(Path(__file__).parent.glob("*.txt"))
    for section in read_sections(path.read_text("utf-8"))
]


@pytest.mark.parametrize("section", SECTIONS)
def test_quotes_are_what_the_passages_say(section: Section) -> None:
    said = "\n\n".join(passage.described for passage in section.passages)
    assert "\n\n".join(found(passage) for passage in section.passages) == said
