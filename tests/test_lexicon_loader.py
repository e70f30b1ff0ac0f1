"""The loader of lexicons: good rows become objects, a bad row is refused with file and line."""

from __future__ import annotations

import attrs
import pytest

from runews import LexiconError
from runews.lexicons import load_table, word_list
from runews.lexicons.loader import parse_table
from runews.web import parts


@attrs.frozen
class Row:
    word: str
    kinds: tuple[str, ...] = attrs.field(converter=word_list)
    weight: int = attrs.field(converter=int)


HEADER = "word\tkinds\tweight\n"


def parse(content: str) -> list[Row]:
    return list(parse_table(content, Row, "test.tsv"))


def test_rows_become_objects_by_the_converters_of_their_class() -> None:
    content = f"# слова\n\n{HEADER}да\tчто, чтобы\t1\nнет\t\t2\n# конец\n"
    assert parse(content) == [Row("да", "что, чтобы", "1"), Row("нет", "", "2")]
    assert parse(content)[0].kinds == ("что", "чтобы")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", r"test\.tsv: no header line"),
        ("word\tkinds\n", r"test\.tsv:1: the columns are"),
        (HEADER + "да\tчто\n", r"test\.tsv:2: 2 cells, not 3"),
        (HEADER + "да \tчто\t1\n", r"test\.tsv:2: white space at the edge"),
        (HEADER + "\tчто\t1\n", r"test\.tsv:2: the first cell, the key, is empty"),
        (HEADER + "да\t\t1\n#\nда\t\t2\n", r"test\.tsv:4: 'да' stands already on line 2"),
        (HEADER + "дa\t\t1\n", r"test\.tsv:2: Cyrillic and Latin letters in one word"),
        (HEADER + "да\t\tмного\n", r"test\.tsv:2: invalid literal"),
    ],
)
def test_a_bad_row_is_refused_with_its_place(content: str, message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        parse(content)


def test_a_lexicon_that_is_not_there_is_an_error_of_the_file_system() -> None:
    with pytest.raises(FileNotFoundError):
        load_table("no_such_lexicon", Row)


def test_words_of_a_cell_are_stripped_and_empty_ones_dropped() -> None:
    assert word_list(" а,, б ,") == ("а", "б")


def test_a_part_of_a_page_needs_an_example_that_has_its_words() -> None:
    rows = "words\trole\texample\nread also\tfurniture\tb-readMore\n"
    with pytest.raises(LexiconError, match="'b-readMore' does not have 'read also'"):
        list(parse_table(rows, parts._Part, "page_parts.tsv"))
