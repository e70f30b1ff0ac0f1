"""brat: every line has the form that its parser wants, every span the text that it names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs
from hypothesis import example, given

import runews
from runews import Article, Quote, QuoteKind, Span
from runews.export import BRAT_CONFIG, Brat, to_brat
from runews.export.marks import marks
from tests.samples import TEXT, full_article
from tests.strategies import any_text, articles

if TYPE_CHECKING:
    from pathlib import Path

_FORMS = [
    r"T\d+\t\w+ \d+ \d+(?:;\d+ \d+)*\t[^\t]+",
    r"A\d+\tMention T\d+ \w+",
    r"R\d+\t\w+ Arg1:T\d+ Arg2:T\d+",
    r"#\d+\tAnnotatorNotes T\d+\t[^\t]+",
    r"\*\tEquiv T\d+(?: T\d+)+",
]


def bounds(found: Brat) -> dict[str, tuple[str, list[tuple[int, int]], str]]:
    result = {}
    for line in found.ann.splitlines():
        if line.startswith("T"):
            name, data, text = line.split("\t")
            label, _, offsets = data.partition(" ")
            pieces = [tuple(map(int, piece.split())) for piece in offsets.split(";")]
            result[name] = (label, [(a, b) for a, b in pieces], text)
    return result


def check(article: Article) -> None:
    found = to_brat(article)
    assert len(found.text) == len(article.text)
    lines = found.ann.splitlines()
    assert found.ann == "".join(f"{line}\n" for line in lines)
    for line in lines:
        assert any(re.fullmatch(form, line) for form in _FORMS), line
    names = [line.split("\t")[0] for line in lines if line[0] != "*"]
    assert len(names) == len(set(names))
    texts = bounds(found)
    for _, pieces, text in texts.values():
        assert " ".join(found.text[a:b] for a, b in pieces) == text
        assert all(a < b for a, b in pieces)
    assert set(re.findall(r"\b(?:Arg\d:|AnnotatorNotes )(T\d+)", found.ann)) <= set(texts)
    visible = [
        m for m in marks(article) if any(article.text[s.start : s.stop].strip() for s in m.spans)
    ]
    assert [label for label, _, _ in texts.values()] == [m.label for m in visible]
    for (_, pieces, _), mark in zip(texts.values(), visible, strict=True):
        covered = "".join(found.text[a:b] for a, b in pieces)
        wanted = "".join(found.text[s.start : s.stop] for s in mark.spans)
        assert "".join(covered.split()) == "".join(wanted.split())


@given(articles())
@example(TEXT)
def test_every_span_covers_its_text(text: str) -> None:
    check(runews.parse_article(text))


@given(any_text())
@example("«Да\u2028нет\tи\x0cсно»,– сказал Иванов.\ud800")
def test_any_text_goes_through(text: str) -> None:
    check(runews.parse_article(text))


def test_the_lines_of_an_article() -> None:
    lines = to_brat(full_article()).ann.splitlines()
    assert "T4\tDIRECT 32 45;84 95\t«Снег сойдёт, Ждём тепла»" in lines
    assert "#4\tAnnotatorNotes T4\tq1, Олег Зимин (e1), in Telegram, confidence 0.95" in lines
    assert "R2\tSaid_by Arg1:T4 Arg2:T6" in lines
    assert "R6\tNested_in Arg1:T8 Arg2:T4" in lines
    assert "A2\tMention T2 pronoun" in lines
    assert "*\tEquiv T1 T2" in lines


def test_a_span_over_lines_is_cut_at_their_ends() -> None:
    text = "Раз\r\n  два\tтри "
    quote = Quote(id="q1", kind=QuoteKind.DIRECT, spans=(Span(0, len(text)),), text=text)
    said = runews.Attribution(quote_id="q1")
    article = Article(text=text, metadata=runews.Metadata(), quotes=(quote,), attributions=(said,))
    assert bounds(to_brat(article)) == {
        "T1": ("DIRECT", [(0, 3), (7, 10), (11, 14)], "Раз два три")
    }


def test_empty_lines_are_no_pieces_and_a_span_of_white_space_is_left_out() -> None:
    text = "Раз\n\nдва \n"
    spans = {"q1": Span(0, 8), "q2": Span(8, 10)}
    article = Article(
        text=text,
        metadata=runews.Metadata(),
        quotes=tuple(
            Quote(
                id=name,
                kind=QuoteKind.DIRECT,
                spans=(span,),
                text=text[span.start : span.stop],
                parent_id="q1" if name == "q2" else None,
            )
            for name, span in spans.items()
        ),
        attributions=(
            runews.Attribution(quote_id="q1"),
            # A quote that cannot be shown has nothing to relate its cue to.
            runews.Attribution(
                quote_id="q2", cue=runews.Cue(span=Span(5, 8), text="два", lemma="два")
            ),
        ),
    )
    found = to_brat(article)
    assert bounds(found) == {
        "T1": ("DIRECT", [(0, 3), (5, 8)], "Раз два"),
        "T2": ("CUE", [(5, 8)], "два"),
    }
    assert "\nR" not in found.ann


def test_the_config_declares_every_type() -> None:
    declared = set(re.findall(r"^(\w+)", BRAT_CONFIG, re.MULTILINE))
    used = {label for label, _, _ in bounds(to_brat(full_article())).values()}
    used |= set(re.findall(r"^[AR*]\d*\t(\w+)", to_brat(full_article()).ann, re.MULTILINE))
    assert used | {kind.value.upper() for kind in QuoteKind} <= declared


def test_the_files_keep_the_line_ends(tmp_path: Path) -> None:
    article = attrs.evolve(runews.parse_article("Снег.\r\nДождь.\ud800"))
    found = to_brat(article)
    found.write(tmp_path / "a.1")
    assert (tmp_path / "a.1.txt").read_bytes() == "Снег.\r\nДождь.\ufffd".encode()
    assert (tmp_path / "a.1.ann").read_bytes().decode() == found.ann
