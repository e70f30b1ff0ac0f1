"""Columns: every token with its offsets, every span told by its tags."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import example, given

import runews
from runews import Article
from runews.export import CONLL_COLUMNS, to_conll
from runews.export.marks import LAYERS, clean, marks
from tests.samples import TEXT, full_article
from tests.strategies import any_text, articles


def rows(article: Article) -> list[dict[str, str]]:
    lines = [line for line in to_conll(article).splitlines() if line]
    return [dict(zip(CONLL_COLUMNS, line.split("\t"), strict=True)) for line in lines]


def check(article: Article) -> None:
    text = clean(article.text)
    found = rows(article)
    place = 0
    for row in found:
        start, stop = int(row["start"]), int(row["stop"])
        assert text[start:stop] == row["token"]
        assert not text[place:start].strip()
        place = stop
    assert not text[place:].strip()
    for layer in LAYERS:
        tagged: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for row in found:
            for tag in row[layer].split("|") if row[layer] != "O" else ():
                border, _, name = tag.partition("-")
                label, _, number = name.partition(":")
                assert border in ("B", "I")
                tagged[label, number].append(row["token"])
        wanted: defaultdict[tuple[str, str], str] = defaultdict(str)
        for mark in marks(article):
            if mark.layer == layer:
                pieces = "".join(text[s.start : s.stop] for s in mark.spans)
                wanted[mark.label, mark.id] += "".join(pieces.split())
        assert {key: "".join(tokens) for key, tokens in tagged.items()} == {
            key: value for key, value in wanted.items() if value
        }
        pieces_begun = sum(row[layer].count("B-") for row in found)
        spans = [s for m in marks(article) if m.layer == layer for s in m.spans]
        assert pieces_begun == sum(bool(text[s.start : s.stop].strip()) for s in spans)


@given(articles())
@example(TEXT)
def test_the_tags_tell_every_span(text: str) -> None:
    check(runews.parse_article(text))


@given(any_text())
@example("«Да\x1c\u2028нет»,–\tсказал Иванов.\ud800")
def test_any_text_goes_through(text: str) -> None:
    check(runews.parse_article(text))


def test_sentences_are_parted_by_an_empty_line() -> None:
    lines = to_conll(full_article(), name="один\nдва")
    head, *blocks, rest = lines.replace("\n\n", "\n\0").split("\0")
    assert head.startswith("# newdoc id = один два\nСнег\t0\t4\tO")
    assert [block.split("\t")[0] for block in blocks] == ["ОМСК", "По"]
    assert rest == ""


def test_overlapping_marks_stand_side_by_side() -> None:
    text = "Иванов сказал, что, по словам врача, угрозы нет."
    spans = {"q1": runews.Span(19, 47), "q2": runews.Span(37, 47)}
    article = Article(
        text=text,
        metadata=runews.Metadata(),
        quotes=tuple(
            runews.Quote(
                id=name,
                kind=runews.QuoteKind.INDIRECT,
                spans=(span,),
                text=text[span.start : span.stop],
                parent_id="q1" if name == "q2" else None,
            )
            for name, span in spans.items()
        ),
        attributions=tuple(runews.Attribution(quote_id=name) for name in spans),
    )
    cells = {row["token"]: row["quotes"] for row in rows(article)}
    assert cells["угрозы"] == "I-INDIRECT:q1|B-INDIRECT:q2"


def test_an_id_from_elsewhere_breaks_no_line() -> None:
    mention = runews.Mention(span=runews.Span(0, 2), text="Да")
    entity = runews.Entity(
        id="a\tb\n\ud800", type=runews.EntityType.ORG, name="Да", mentions=(mention,)
    )
    article = Article(text="Да", metadata=runews.Metadata(), entities=(entity,))
    assert [row["mentions"] for row in rows(article)] == ["B-ORG:a_b_\ufffd"]


def test_a_mark_that_begins_inside_a_word_cuts_it() -> None:
    mention = runews.Mention(span=runews.Span(4, 10), text="Москва")
    entity = runews.Entity(id="e1", type=runews.EntityType.LOC, name="Москва", mentions=(mention,))
    article = Article(text="НьюсМосква", metadata=runews.Metadata(), entities=(entity,))
    assert [(row["token"], row["mentions"]) for row in rows(article)] == [
        ("Ньюс", "O"), ("Москва", "B-LOC:e1"),
    ]  # fmt: skip


def test_words_numbers_and_marks_are_tokens() -> None:
    article = Article(text="Кто-то дал 4,2 млн руб. (10%)", metadata=runews.Metadata())
    assert [row["token"] for row in rows(article)] == [
        "Кто-то", "дал", "4,2", "млн", "руб", ".", "(", "10", "%", ")",
    ]  # fmt: skip


def test_an_empty_article_has_no_tokens() -> None:
    article = Article(text="", metadata=runews.Metadata())
    assert to_conll(article).strip() == ""
    assert to_conll(article, name="a").splitlines()[0] == "# newdoc id = a"
