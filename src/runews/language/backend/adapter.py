"""natasha behind plain tuples and strings: segments, tags, arcs, names and dictionary forms.

In flow texts and lists of words; out flow bounds, markup and names. All that is needed for it is
imported on the first call, so that ``import runews`` costs nothing.
"""

from __future__ import annotations

from functools import lru_cache
from threading import Lock
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from runews.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["Backend", "default_backend", "inflected"]

#: Words whose analyses are remembered, for those who ask for the lemma and then for the forms.
CACHE_SIZE = 5_000

Tag = tuple[str, "Mapping[str, str]"]
Markup = tuple[str, "Mapping[str, str]", int, str]
Words = tuple[str, ...]


class Backend:
    """natasha's segmenter, taggers, parser and dictionary behind plain types.

    Loading reads about 35 MB of model files and takes half a second; an instance is safe to share
    between threads, since inference keeps no state.

    Raises:
        ModelError: natasha, its models or the dictionaries are missing or damaged.
    """

    def __init__(self) -> None:
        import struct
        import tarfile
        import zlib

        try:
            import natasha.morph.lemma
            import razdel

            from runews.language.backend.dictionary import open_dictionary
            from runews.language.backend.network import Network
            from runews.language.backend.weights import load_weights

            weights = load_weights()
            self._network = Network(weights)
            self._tags = tuple(map(_tag, weights.tags))
            self._relations = weights.syntax.names
            self._name_tags = tuple(map(_name_tag, weights.name_tags))
            self._analyses = lru_cache(CACHE_SIZE)(open_dictionary())
            self._lemmatize = natasha.morph.lemma.lemmatize
            self._razdel = razdel
        except (
            ImportError,
            OSError,
            EOFError,
            ValueError,
            LookupError,
            AttributeError,
            struct.error,
            tarfile.TarError,
            zlib.error,
        ) as error:
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

    def parse(self, sentences: Iterable[Words]) -> Iterator[list[Markup]]:
        """Part of speech, features, head and relation of each word, sentence by sentence.

        The head is an index in the sentence, -1 for a root.
        """
        tags, relations = self._tags, self._relations
        for words in self._network.sentences(sentences):
            yield [(*tags[tag], head, relations[relation]) for tag, head, relation in words]

    def names(self, texts: Iterable[Words]) -> Iterator[list[tuple[int, int, str]]]:
        """First word, word after the last and type (PER, LOC, ORG) of each name of a text."""
        for numbers in self._network.names(texts):
            found: list[tuple[int, int, str]] = []
            for position, number in enumerate(numbers):
                part, kind = self._name_tags[number]
                if part == "B":
                    found.append((position, position + 1, kind))
                elif part == "I" and found and found[-1][1] == position:
                    # As natasha has it: the first word's type holds for the whole name.
                    found[-1] = (found[-1][0], position + 1, found[-1][2])
            yield found

    def forms(self, word: str) -> list[Any]:
        """The dictionary's analyses of a word, likeliest first."""
        found: list[Any] = self._analyses(word)
        return found

    def lemma(self, word: str, pos: str, feats: dict[str, str]) -> str:
        """The dictionary form that fits a tag best."""
        found: str = self._lemmatize(self._analyses, word, pos, feats)
        return found


def _tag(written: str) -> Tag:
    """A part of speech and its features: ``NOUN|Case=Nom|…``."""
    pos, _, feats = written.partition("|")
    pairs = [feat.partition("=") for feat in feats.split("|") if feat]
    return pos, MappingProxyType({name: value for name, _, value in pairs})


def _name_tag(written: str) -> tuple[str, str]:
    """Where in a name a word stands, and the name's type: ``B-PER``."""
    part, _, kind = written.partition("-")
    return part, kind


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
