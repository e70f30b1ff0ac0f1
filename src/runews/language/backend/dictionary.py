"""natasha's dictionary, OpenCorpora's, opened without setuptools and made quick to look things up.

In flows nothing; out flows natasha's vocabulary of word forms. A package in plain Python reads its
word graphs and calls several functions for each letter. The graphs stay as they are; here they are
walked in as few calls as there are pieces between letters е, which may stand for ё, and what stands
at a node is unpacked once. The test of the dictionary compares with natasha's own.
"""

from __future__ import annotations

from binascii import a2b_base64
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["open_dictionary"]

#: Nodes whose records are remembered; words that are inflected alike share them.
CACHE_SIZE = 20_000

# A unit of a graph, as the dawgdic library lays it out: label, two flags, offset of the children.
_HAS_VALUE = 1 << 8
_EXTENDED = 1 << 9
_LABEL = 1 << 31 | 0xFF
_VALUE = (1 << 31) - 1
_ROOT = 0
_E, _YO = "е".encode(), "ё".encode()


def open_dictionary() -> Any:
    """The vocabulary: called with a word, it gives natasha's analyses, likeliest first.

    Raises:
        ImportError, OSError, ValueError, LookupError, EOFError: The dictionary is missing or
            damaged.
    """
    import pymorphy2_dicts_ru
    from natasha.morph import vocab

    class Form(vocab.MorphForm):  # type: ignore[misc] # natasha has no types
        """An analysis; those of one tag share their part of speech and features."""

        def __new__(cls, *args: Any) -> Form:
            self: Form = vocab.PymorphyParse.__new__(cls, *args)
            self.normal = self.normal_form
            self.pos, self.feats = universal(self.tag)
            return self

    class Vocab(vocab.MorphVocab):  # type: ignore[misc] # natasha has no types
        """natasha's vocabulary, told where its dictionary is: it would ask setuptools."""

        def __init__(self) -> None:
            vocab.PymorphyAnalyzer.__init__(
                self, path=pymorphy2_dicts_ru.get_path(), result_type=Form
            )

        # Without natasha's memory, which all vocabularies share: the backend has its own.
        parse = __call__ = vocab.PymorphyAnalyzer.parse

    @cache  # There are as many tags as the dictionary has, about 5,000.
    def universal(tag: Any) -> tuple[str, dict[str, str]]:
        return vocab.ud_pos(tag), dict(vocab.ud_feats(tag))

    found = Vocab()
    dictionary = found.dictionary
    for graph in (dictionary.words, *dictionary.prediction_suffixes_dawgs):
        if hasattr(graph, "dct"):
            _quicken_words(graph)
    chances = found.prob_estimator.p_t_given_w
    if hasattr(chances, "dct"):
        _quicken_chances(chances)
    return found


def _quicken_words(graph: Any) -> None:
    """Let words be looked up by `_follow`; a graph that compiled code reads needs no help."""
    units, guide = graph.dct._units, graph.guide._units
    separator, unpack = graph._payload_separator, graph._struct.unpack

    @lru_cache(CACHE_SIZE)
    def records(node: int) -> list[tuple[int, ...]]:
        return [unpack(a2b_base64(key)) for key in _keys(units, guide, node)]

    def similar(word: str, _: object) -> list[tuple[str, list[tuple[int, ...]]]]:
        return [(found, records(node)) for found, node in spellings(word, 0, _ROOT, "")]

    def spellings(word: str, start: int, node: int | None, before: str) -> list[tuple[str, int]]:
        """The word as it is, then with ё for each е in turn, where the graph has them."""
        found: list[tuple[str, int]] = []
        at = start
        while (e := word.find("е", at)) >= 0:
            node = _follow(units, word[at:e].encode(), node)
            with_yo = _follow(units, _YO, node)
            if with_yo is not None:
                found += spellings(word, e + 1, with_yo, f"{before}{word[start:e]}ё")
            node = _follow(units, _E, node)
            at = e + 1
            if node is None:
                return found
        node = _follow(units, word[at:].encode() + separator, node)
        if node is not None:
            found.insert(0, (before + word[start:], node))
        return found

    graph.similar_items = similar
    graph.similar_keys = lambda word, _: [found for found, _ in spellings(word, 0, _ROOT, "")]


def _quicken_chances(graph: Any) -> None:
    """Let the chances of a word's tags be found from where the word ends."""
    units = graph.dct._units

    @lru_cache(maxsize=1)
    def end(word: str) -> int | None:
        return _follow(units, f"{word}:".encode(), _ROOT)

    def prob(word: str, tag: object) -> float:
        node = _follow(units, str(tag).encode(), end(word))
        if node is None or not units[node] & _HAS_VALUE:
            return 0.0
        share: float = (units[_children(units[node], node)] & _VALUE) / graph.MULTIPLIER
        return share

    graph.prob = prob


def _follow(units: Any, labels: bytes, node: int | None) -> int | None:
    """The node that labels lead to; ``None`` where they lead nowhere, and from there."""
    if node is None:
        return None
    for label in labels:
        unit = units[node]
        node ^= (unit >> 10 << ((unit & _EXTENDED) >> 6)) ^ label
        if units[node] & _LABEL != label:
            return None
    return node


def _keys(units: Any, guide: Any, node: int, before: bytes = b"") -> Iterator[bytes]:
    """What can be read from a node to the ends of keys, in order; as deep as a record is long."""
    if units[node] & _HAS_VALUE:
        yield before
    # For each node the guide has the labels of its first child and of its next sibling.
    label = guide[2 * node]
    while label:
        child = _children(units[node], node) ^ label
        yield from _keys(units, guide, child, before + bytes((label,)))
        label = guide[2 * child + 1]


def _children(unit: int, node: int) -> int:
    """Where the children of a node begin, and there the value, where it has one."""
    return node ^ (unit >> 10 << ((unit & _EXTENDED) >> 6))
