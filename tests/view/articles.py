"""Articles that no parser would make: any text, with parts that cross and repeat each other."""

from __future__ import annotations

from hypothesis import strategies as st

from runews import (
    Article,
    Attribution,
    Cue,
    Entity,
    EntityType,
    Medium,
    Mention,
    MentionKind,
    Metadata,
    Paragraph,
    ParagraphKind,
    Quote,
    QuoteKind,
    Span,
    Speaker,
)
from tests.samples import span_of
from tests.strategies import any_text

__all__ = ["HOSTILE", "any_article", "crossing_article", "hostile_article"]

#: Words that try to get out of wherever they are put.
HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>&amp;\x00\ud800\u202e<!--"


@st.composite
def any_article(draw: st.DrawFn) -> Article:
    """Any text, any spans in it: empty, equal, nested, crossing, paragraphs too."""
    text = draw(any_text())
    spans = st.tuples(*[st.integers(0, len(text))] * 2).map(lambda ends: Span(*sorted(ends)))

    def under(span: Span) -> str:
        return text[span.start : span.stop]

    quotes = [
        Quote(id=f"q{n}", kind=draw(st.sampled_from(QuoteKind)), spans=tuple(pieces), text=text)
        for n, pieces in enumerate(
            draw(st.lists(st.lists(spans, min_size=1, max_size=3), max_size=6)), 1
        )
    ]
    cues = draw(st.lists(spans, max_size=len(quotes)))
    return Article(
        text=text,
        metadata=Metadata(headline=draw(st.none() | any_text())),
        paragraphs=tuple(
            Paragraph(span=span, text=under(span), kind=kind)
            for span, kind in draw(
                st.lists(st.tuples(spans, st.sampled_from(ParagraphKind)), max_size=4)
            )
        ),
        entities=tuple(
            Entity(
                id=f"e{n}",
                type=draw(st.sampled_from(EntityType)),
                name=text,
                mentions=tuple(
                    Mention(span=span, text=under(span), kind=draw(st.sampled_from(MentionKind)))
                    for span in mentions
                ),
            )
            for n, mentions in enumerate(draw(st.lists(st.lists(spans, max_size=4), max_size=4)), 1)
        ),
        quotes=tuple(quotes),
        attributions=tuple(
            Attribution(quote_id=quote.id, cue=Cue(span=span, text=under(span), lemma=text))
            for quote, span in zip(quotes, cues, strict=False)
        ),
    )


def crossing_article() -> Article:
    """A quote in a quote, a quote across a paragraph's end, names across a quote's ends."""
    text = (
        "Лёд сошёл\n\n«Мэр Омска Олег Зимин сказал, что лёд сошёл, – передаёт источник\n\n"
        "Город ждёт тепла» в Омске"
    )

    def span(piece: str, last: str = "", nth: int = 0) -> Span:
        start = span_of(piece, text, nth).start
        return Span(start, text.index(last or piece, start) + len(last or piece))

    def mentions(*found: Span) -> tuple[Mention, ...]:
        return tuple(Mention(span=s, text=text[s.start : s.stop]) for s in found)

    outer, inner = span("«Мэр", "тепла»"), span("лёд сошёл", nth=0)
    cue = span("сказал")
    return Article(
        text=text,
        metadata=Metadata(headline="Лёд сошёл", language="ru"),
        paragraphs=tuple(
            Paragraph(span=s, text=text[s.start : s.stop], kind=kind)
            for s, kind in (
                (span("Лёд сошёл"), ParagraphKind.HEADLINE),
                (span("«Мэр", "источник"), ParagraphKind.LEAD),
                (span("Город", "в Омске"), ParagraphKind.BODY),
            )
        ),
        entities=(
            Entity(
                id="e1",
                type=EntityType.PER,
                name="Олег Зимин",
                mentions=mentions(span("Мэр Омска"), span("Олег Зимин")),
                roles=("мэр Омска",),
            ),
            Entity(
                id="e2",
                type=EntityType.LOC,
                name="Омск",
                mentions=mentions(span("Омска"), span("тепла»", "Омске")),
            ),
        ),
        quotes=(
            Quote(id="q1", kind=QuoteKind.DIRECT, spans=(outer,), text="Мэр"),
            Quote(
                id="q2", kind=QuoteKind.INDIRECT, spans=(inner,), text="лёд сошёл", parent_id="q1"
            ),
        ),
        attributions=(
            Attribution(quote_id="q1", speaker=Speaker(name="источник"), confidence=0.7),
            Attribution(
                quote_id="q2",
                cue=Cue(span=cue, text="сказал", lemma="сказать"),
                speaker=Speaker(name="Олег Зимин", entity_id="e1"),
            ),
        ),
    )


def hostile_article() -> Article:
    """An article every word of which is markup, as a stranger may have written it to JSON."""
    word = f"{HOSTILE}{'ш' * 400}"
    text = f"{word}\r\n{word}"
    whole = Span(0, len(text))
    speaker = Speaker(span=whole, text=text, name=word, entity_id=HOSTILE)
    return Article(
        text=text,
        metadata=Metadata(
            headline=word,
            agency=word,
            authors=(word,),
            url=f"javascript:alert('{HOSTILE}')",
            site=word,
            language=HOSTILE,
            tags=(word,),
        ),
        paragraphs=(Paragraph(span=whole, text=text),),
        entities=(
            Entity(
                id=HOSTILE,
                type=EntityType.ORG,
                name=word,
                mentions=(Mention(span=Span(3, len(word)), text=text[3 : len(word)]),),
                roles=(word,),
                aliases=(word,),
            ),
        ),
        quotes=(Quote(id=HOSTILE, kind=QuoteKind.MIXED, spans=(whole,), text=word),),
        attributions=(
            Attribution(
                quote_id=HOSTILE,
                cue=Cue(span=Span(0, 5), text=text[:5], lemma=word),
                speaker=speaker,
                medium=Medium(span=Span(0, 5), text=text[:5], name=word),
                via=speaker,
            ),
        ),
    )
