"""An article as the constructions read it: look-ups by offset and the edges of content."""

from __future__ import annotations

import pytest

from runews.language import default_language
from runews.models import ParagraphKind, QuoteKind, Span
from runews.quotes.reading import LONGEST_TERM, Reading
from runews.structure import Given, read_structure


def read(text: str) -> Reading:
    layout = read_structure(text, Given())
    return Reading(default_language().analyze(text, layout.blocks), layout)


def span_of(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


NAMES = "Иван Орлов встретил Анну Белову и Петра Седова."


@pytest.mark.parametrize(
    ("part", "names"),
    [
        ("Иван Орлов", ["Иван Орлов"]),
        ("Орлов", ["Иван Орлов"]),
        ("И", ["Иван Орлов"]),
        ("встретил", []),
        (" встретил ", []),
        (" встретил А", ["Анну Белову"]),
        ("Белову и П", ["Анну Белову", "Петра Седова"]),
        (" и ", []),
        ("в встретил"[2:] + " Анну Белову и Петра", ["Анну Белову", "Петра Седова"]),
        (NAMES, ["Иван Орлов", "Анну Белову", "Петра Седова"]),
        ("Седова.", ["Петра Седова"]),
        (".", []),
    ],
)
def test_names_are_those_that_overlap_a_span(part: str, names: list[str]) -> None:
    reading = read(NAMES)
    found = reading.names_in(span_of(NAMES, part))
    assert [NAMES[n.span.start : n.span.stop] for n in found] == names


def test_a_text_without_names_has_none_in_any_span() -> None:
    assert read("Дождь идёт.").names_in(Span(0, 5)) == ()


def test_a_token_of_a_cue_leads_to_the_cue() -> None:
    reading = read("Посол дал понять, что визит отменён. Дождь идёт.")
    first, second = reading.sentences
    cue = reading.cue_at(first, 1)
    assert cue is not None
    assert (cue.first, cue.last) == (1, 2)
    assert reading.cue_at(first, 2) is cue
    assert reading.cue_at(first, 0) is None
    assert reading.cue_at(first, 3) is None
    assert reading.cues(first) == (cue,)
    assert reading.cues(second) == ()


def test_a_sentence_has_the_kind_of_its_paragraph() -> None:
    reading = read("Директор сказал, что завод закрыт.\n\n— Ждём, — ответил мэр.")
    kinds = [reading.paragraph_kind(s) for s in reading.sentences]
    paragraphs = reading.layout.paragraphs
    assert kinds == [paragraphs[s.paragraph].kind for s in reading.sentences]
    assert all(isinstance(kind, ParagraphKind) for kind in kinds)


MARKS = "Он видел «Море „Юг“» и «Лес» зимой."


@pytest.mark.parametrize(
    ("offset", "covering"),
    [
        (0, None),
        (MARKS.index("«") - 1, None),
        (MARKS.index("«"), "«Море „Юг“»"),
        (MARKS.index("Юг"), "«Море „Юг“»"),
        (MARKS.index("»"), "«Море „Юг“»"),
        (MARKS.index("»") + 1, None),
        (MARKS.index("«Лес"), "«Лес»"),
        (MARKS.index("зимой"), None),
    ],
)
def test_an_offset_is_covered_by_the_outer_marks(offset: int, covering: str | None) -> None:
    quoted = read(MARKS).quoted_at(offset)
    assert (quoted and MARKS[quoted.start : quoted.stop]) == covering


@pytest.mark.parametrize(
    ("part", "inside"),
    [
        (MARKS, ["«Море „Юг“»", "«Лес»"]),
        ("«", ["«Море „Юг“»"]),
        ("Он видел ", []),
        ("Он видел «", ["«Море „Юг“»"]),
        ("Море „Юг“» и «Лес", ["«Лес»"]),
        ("«Лес» зимой", ["«Лес»"]),
        ("Лес» зимой", []),
    ],
)
def test_marks_in_a_span_are_those_that_begin_in_it(part: str, inside: list[str]) -> None:
    found = read(MARKS).quoted_in(span_of(MARKS, part))
    assert [MARKS[q.start : q.stop] for q in found] == inside


def test_outer_marks_leave_out_what_stands_in_them() -> None:
    reading = read(MARKS)
    assert [MARKS[q.start : q.stop] for q in reading.quoted] == ["«Море „Юг“»", "„Юг“", "«Лес»"]
    assert [MARKS[q.start : q.stop] for q in reading.outer] == ["«Море „Юг“»", "«Лес»"]


@pytest.mark.parametrize(
    ("text", "trimmed"),
    [
        ("снег идёт", "снег идёт"),
        (" , снег идёт", "снег идёт"),
        ("снег идёт,;: —–-", "снег идёт"),
        ("снег идёт.", "снег идёт"),
        ("\u00a0снег\u2009идёт\u202f\t", "снег\u2009идёт"),
        ("снег идёт . , ", "снег идёт"),
        (".снег", ".снег"),
        ("снег идёт!", "снег идёт!"),
        ("я", "я"),
        (" , - ", None),
        (".", None),
    ],
)
def test_trimming_leaves_no_punctuation_at_the_edges(text: str, trimmed: str | None) -> None:
    span = read(text).trim(0, len(text))
    assert (text[span.start : span.stop] if span else None) == trimmed


def test_nothing_is_left_of_an_empty_stretch() -> None:
    assert read("Снег идёт.").trim(3, 3) is None


def test_pieces_are_trimmed_and_hold_a_word() -> None:
    text = "Снег, — сказал он, — идёт! ?! 5."
    reading = read(text)
    bounds = [(0, 6), (4, 7), (10, 10), (12, 8), (21, 26), (26, 29), (29, 32)]
    assert [text[s.start : s.stop] for s in reading.pieces(*bounds)] == ["Снег", "идёт!", "5"]


SPEECH = "«Мэр сказал, что снег уберут», — пишет «Волга»."


def test_content_at_the_end_of_a_speech_ends_before_its_mark() -> None:
    reading = read(SPEECH)
    start = SPEECH.index("снег")
    closing = SPEECH.index("»")
    assert reading.inside_marks(start, closing + 1) == closing
    assert reading.inside_marks(start, len(SPEECH)) == closing
    assert reading.inside_marks(start, closing - 2) == closing - 2


def test_content_that_is_the_speech_or_stands_outside_keeps_its_end() -> None:
    reading = read(SPEECH)
    closing = SPEECH.index("»")
    assert reading.inside_marks(0, closing + 1) == closing + 1
    outside = SPEECH.index("пишет")
    assert reading.inside_marks(outside, len(SPEECH)) == len(SPEECH)


def test_an_open_speech_has_no_mark_to_end_before() -> None:
    text = "«Мэр сказал, что снег уберут."
    reading = read(text)
    assert reading.inside_marks(text.index("снег"), len(text)) == len(text)


def test_content_ends_behind_a_quotation_that_began_in_it() -> None:
    text = "Мэр сказал, что «снег уберут. Лёд тоже». Всё."
    reading = read(text)
    start, closing = text.index("«"), text.index("»") + 1
    assert reading.extend_over_marks(start, text.index(".")) == closing
    assert reading.extend_over_marks(start - 4, text.index(".")) == closing
    assert reading.extend_over_marks(start + 1, text.index(".")) == text.index(".")
    assert reading.extend_over_marks(start, closing) == closing
    assert reading.extend_over_marks(start, start) == start
    assert reading.extend_over_marks(0, start) == start
    assert reading.extend_over_marks(0, len(text)) == len(text)


def test_content_ends_before_the_speakers_own_words_behind_a_colon() -> None:
    text = "Мэр уточнил, что зима готова: «Снег уберут к утру, дороги посыплют песком»."
    reading = read(text)
    start = text.index("зима")
    assert reading.before_speech(start, len(text)) == text.index(":") + 1
    assert reading.before_speech(start, text.index("«")) == text.index("«")
    assert reading.before_speech(start, text.index("«") + 1) == text.index(":") + 1
    assert reading.before_speech(text.index("«"), len(text)) == len(text)
    assert reading.before_speech(start, start) == start


@pytest.mark.parametrize(
    "text",
    [
        "Мэр уточнил, что зима «готова встретить нас и всех вас дома».",
        "Мэр уточнил, что купили картину: «Лес».",
        "Мэр уточнил, что зима готова: снег уберут.",
    ],
)
def test_only_words_behind_a_colon_are_the_speakers_own(text: str) -> None:
    assert read(text).before_speech(text.index("что") + 4, len(text)) == len(text)


def test_marks_before_the_colon_do_not_hide_the_words_behind_it() -> None:
    text = "Мэр уточнил, что театр «Лес» готов: «Мы ждём зрителей, билеты проданы»."
    reading = read(text)
    assert reading.before_speech(text.index("театр"), len(text)) == text.index(":") + 1


WHOLE = "Мэр сказал: «снег уберут», — и ушёл смотреть «Лес» с женой."


@pytest.mark.parametrize(
    ("part", "quoted"),
    [
        ("«снег уберут»", "«снег уберут»"),
        (": «снег уберут», —", "«снег уберут»"),
        ("«снег", "«снег уберут»"),
        ("снег уберут»", None),
        ("«Лес» с женой", None),
        ("Мэр", None),
        (", — ", None),
    ],
)
def test_a_span_may_be_wholly_in_marks(part: str, quoted: str | None) -> None:
    found = read(WHOLE).wholly_quoted(span_of(WHOLE, part))
    assert (found and WHOLE[found.start : found.stop]) == quoted


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Мэр сказал, что снег уберут.", QuoteKind.INDIRECT),
        ("Мэр сказал, что видел «Лес».", QuoteKind.INDIRECT),
        ("Мэр сказал, что «снег уберут к утру».", QuoteKind.MIXED),
        ("Мэр сказал, что видел «Лес», но «снег уберут к утру».", QuoteKind.MIXED),
    ],
)
def test_verbatim_words_make_content_mixed(text: str, kind: QuoteKind) -> None:
    reading = read(text)
    assert reading.kind_of([Span(text.index("что") + 4, len(text))]) is kind


def test_any_of_the_pieces_may_hold_the_verbatim_words() -> None:
    text = "Снег, сказал мэр, «уберут к утру понедельника»."
    reading = read(text)
    pieces = [Span(0, 4), span_of(text, "«уберут к утру понедельника»")]
    assert reading.kind_of(pieces) is QuoteKind.MIXED
    assert reading.kind_of(pieces[:1]) is QuoteKind.INDIRECT
    assert reading.kind_of([]) is QuoteKind.INDIRECT


@pytest.mark.parametrize(
    ("character", "word"),
    [("а", True), ("7", True), ("?", False), ("«»", False), (" ", False), ("?!а", True)],
)
def test_a_word_is_a_letter_or_a_digit(character: str, word: bool) -> None:
    reading = read(character)
    assert reading.has_word(Span(0, len(character))) is word


def test_the_longest_term_that_may_return_is_short() -> None:
    assert 0 < LONGEST_TERM < 200
