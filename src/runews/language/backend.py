"""The one module that knows natasha: loads its models once, answers in plain tuples and strings.

In flow texts and lists of words; out flow segments, tags, arcs, raw names and dictionary forms.
natasha is imported on the first call, so that ``import runews`` costs nothing.
"""

from __future__ import annotations

from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any

from runews.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["Backend", "default_backend", "inflected"]

Tag = tuple[str, dict[str, str]]
Arc = tuple[int, str]


class Backend:
    """natasha's segmenter, taggers, parser and dictionary behind plain types.

    Loading reads about 35 MB of model files and takes about a second; an instance is safe to share
    between threads, since inference keeps no state.

    Raises:
        ModelError: natasha, its models or the dictionaries are missing or damaged.
    """

    def __init__(self) -> None:
        try:
            import natasha
            import natasha.morph.lemma
            import natasha.morph.vocab
            import pymorphy2_dicts_ru
            import razdel

            class Vocab(natasha.MorphVocab):  # type: ignore[misc] # natasha has no types
                """natasha's vocabulary, told where its dictionary is: it would ask setuptools."""

                def __init__(self) -> None:
                    form = natasha.morph.vocab.MorphForm
                    natasha.morph.vocab.PymorphyAnalyzer.__init__(
                        self, path=pymorphy2_dicts_ru.get_path(), result_type=form
                    )

            embedding = natasha.NewsEmbedding()
            self._morph = natasha.NewsMorphTagger(embedding)
            self._syntax = natasha.NewsSyntaxParser(embedding)
            self._ner = natasha.NewsNERTagger(embedding)
            self._vocab = Vocab()
            self._lemmatize = natasha.morph.lemma.lemmatize
            self._razdel = razdel
        except (ImportError, OSError, EOFError, ValueError, KeyError) as error:
            raise ModelError(
                f"the language models could not be loaded ({error}); reinstall them with "
                "'pip install --force-reinstall natasha pymorphy2-dicts-ru'"
            ) from error

    def sentences(self, text: str) -> Iterator[tuple[int, int]]:
        """Bounds of the sentences of a text, without the white space around them."""
        for sentence in self._razdel.sentenize(text) if text.strip() else ():
            if sentence.start < sentence.stop:
                yield sentence.start, sentence.stop

    def tokens(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start, stop and text of each token."""
        for token in self._razdel.tokenize(text):
            yield token.start, token.stop, token.text

    def tag(self, sentences: Iterable[Sequence[str]]) -> Iterator[list[Tag]]:
        """Part of speech and features of each word, sentence by sentence; none may be empty."""
        for markup in self._morph.map(sentences):
            yield [(token.pos, token.feats) for token in markup.tokens]

    def parse(self, sentences: Iterable[Sequence[str]]) -> Iterator[list[Arc]]:
        """Head (index in the sentence, -1 for a root) and relation of each word."""
        for markup in self._syntax.map(sentences):
            yield [(int(token.head_id) - 1, token.rel) for token in markup.tokens]

    def names(self, text: str) -> list[tuple[int, int, str]]:
        """Start, stop and type (PER, LOC, ORG) of each name of a text."""
        if not text.strip():
            return []
        return [(span.start, span.stop, span.type) for span in self._ner(text).spans]

    def forms(self, word: str) -> list[Any]:
        """The dictionary's analyses of a word, likeliest first."""
        found: list[Any] = self._vocab(word)
        return found

    def lemma(self, word: str, pos: str, feats: dict[str, str]) -> str:
        """The dictionary form that fits a tag best."""
        found: str = self._lemmatize(self._vocab, word, pos, feats)
        return found


def inflected(analysis: Any, grammemes: set[str]) -> str | None:
    """A word in other grammemes, from one of the analyses that `Backend.forms` gives."""
    from pymorphy2.analyzer import Parse

    # By way of the class, since natasha's own analyses do without the method.
    found = Parse.inflect(analysis, grammemes)
    return str(found.word) if found else None


_loading = Lock()


@lru_cache(maxsize=1)
def _load() -> Backend:
    return Backend()


def default_backend() -> Backend:
    """The process's one backend, loaded on the first call, whichever thread comes first."""
    with _loading:
        return _load()
