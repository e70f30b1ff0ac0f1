"""What is compared: bare natasha, and runews one by one and in batches.

Each is a function of several texts. Making one loads its models and imports what it needs and
nothing of the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["PIPELINES"]


def runews_alone() -> Callable[[Sequence[str]], object]:
    """The whole of runews, one article at a time."""
    import runews

    parse = runews.Parser().parse
    return lambda texts: list(map(parse, texts))


def runews_batches() -> Callable[[Sequence[str]], object]:
    """The whole of runews, in batches as they come."""
    import runews

    return lambda texts: list(runews.parse_articles(texts))


def natasha_alone() -> Callable[[Sequence[str]], object]:
    """Bare natasha: segments, morphology, syntax, names, their normal forms, every lemma."""
    import natasha
    import pymorphy2_dicts_ru
    from natasha.morph.vocab import MorphForm, PymorphyAnalyzer

    class Vocab(natasha.MorphVocab):  # type: ignore[misc] # natasha has no types
        def __init__(self) -> None:
            # natasha's own constructor looks for the dictionary with setuptools, which new
            # environments do not have.
            path = pymorphy2_dicts_ru.get_path()
            PymorphyAnalyzer.__init__(self, path=path, result_type=MorphForm)

    segmenter = natasha.Segmenter()
    embedding = natasha.NewsEmbedding()
    morph = natasha.NewsMorphTagger(embedding)
    syntax = natasha.NewsSyntaxParser(embedding)
    ner = natasha.NewsNERTagger(embedding)
    vocab = Vocab()

    def parse(text: str) -> object:
        doc = natasha.Doc(text)
        doc.segment(segmenter)
        doc.tag_morph(morph)
        doc.parse_syntax(syntax)
        doc.tag_ner(ner)
        for span in doc.spans:
            span.normalize(vocab)
        for token in doc.tokens:
            token.lemmatize(vocab)
        return doc

    return lambda texts: list(map(parse, texts))


PIPELINES = {
    "natasha": natasha_alone,
    "one by one": runews_alone,
    "in batches": runews_batches,
}
