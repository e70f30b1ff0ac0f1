"""The forward pass of natasha's networks, over many sequences of words at once.

In flow `Weights` and sequences of words; out flow tags, arcs and the scores of names. All sequences
lie behind one another in one array with an empty row between, so that nothing is padded, and what a
word gives to its neighbours in the first layer is computed once for each word that differs. Every
product has rows in blocks of one fixed height: the result for a token depends on its sequence
alone, to the last bit, whatever stands in the same batch.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import attrs
import numpy as np

from runews.language.backend.viterbi import Viterbi

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import numpy.typing as npt

    from runews.language.backend.weights import Encoder, Floats, Layer, Linear, Weights

    Numbers = npt.NDArray[np.intp]
    Word = tuple[int, int, int]

__all__ = ["Network"]

#: Rows of a product: enough to be quick, and so few that little is computed for nothing.
BLOCK = 64
#: Rows that are in work at a time, unless one sequence has more; bounds the memory.
LONGEST_BATCH = 4_096
#: Distinct words whose numbers are remembered.
CACHE_SIZE = 50_000


class Network:
    """Morphology, syntax and names of sequences of words; keeps no state between calls.

    Args:
        weights: The models' weights.
    """

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._key = lru_cache(CACHE_SIZE)(self._find_key)
        self._shapes = len(weights.embedding.shape_ids)
        self._viterbi = Viterbi(weights.transitions, outside=weights.name_tags.index("O"))
        syntax = weights.syntax
        self._root_candidate = _rectified(syntax.root[None, :], syntax.candidate)

    def sentences(self, sentences: Iterable[Sequence[str]]) -> Iterator[list[Word]]:
        """Tag, head and relation of each word, sentence by sentence.

        The tag is a number in `Weights.tags`, the head an index in the sentence, -1 for the root,
        and the relation a number in `Syntax.names`.
        """
        morphology, syntax, _ = self._weights.encoders
        for batch in map(self._prepared, _batches(sentences)):
            hidden = _encoded(batch, morphology)
            tags = _linear(hidden, self._weights.morphology).argmax(-1).tolist()
            hidden = _encoded(batch, syntax)
            heads = self._heads(hidden, batch.bounds)
            relations = self._relations(hidden, heads).tolist()
            positions = heads.tolist()
            for start, stop in batch.bounds:
                yield [
                    (tag, head - start if head else -1, relation)
                    for tag, head, relation in zip(
                        tags[start:stop],
                        positions[start:stop],
                        relations[start:stop],
                        strict=True,
                    )
                ]

    def names(self, texts: Iterable[Sequence[str]]) -> Iterator[list[int]]:
        """The number of each word's tag in `Weights.name_tags`, text by text."""
        for batch in map(self._prepared, _batches(texts)):
            hidden = _encoded(batch, self._weights.encoders[2])
            scores = _linear(hidden, self._weights.names)
            for start, stop in batch.bounds:
                yield self._viterbi(scores[start:stop])

    def _heads(self, hidden: Floats, bounds: Sequence[tuple[int, int]]) -> Numbers:
        """The row of each word's head; 0, which is an empty row, for the root."""
        syntax = self._weights.syntax
        dependents = _product(_rectified(hidden, syntax.dependent), syntax.arc)
        candidates = _rectified(hidden, syntax.candidate)
        heads = np.zeros(len(hidden), dtype=np.intp)
        for start, stop in bounds:
            possible = np.concatenate((self._root_candidate, candidates[start:stop]))
            found = (dependents[start:stop] @ possible.T).argmax(-1)
            heads[start:stop] = np.where(found, found + (start - 1), 0)
        return heads

    def _relations(self, hidden: Floats, heads: Numbers) -> Numbers:
        """The number of each word's relation to its head."""
        syntax = self._weights.syntax
        hidden[0] = syntax.relation_root
        head = _product(_rectified(hidden[heads], syntax.head), syntax.relation)
        tail = _rectified(hidden, syntax.tail)
        forms = head.reshape(len(hidden), len(syntax.names), -1)
        found: Numbers = np.einsum("trh,th->tr", forms, tail).argmax(-1)
        return found

    def _prepared(self, sequences: Sequence[Sequence[str]]) -> _Batch:
        """The sequences behind one another, and the vectors of the words that differ."""
        rows = 1 + sum(len(sequence) + 1 for sequence in sequences)
        # An empty row has the number 0, and each word a greater one.
        keys = np.zeros(-(-rows // BLOCK) * BLOCK, dtype=np.intp)
        bounds = []
        start = 1
        for sequence in sequences:
            stop = start + len(sequence)
            keys[start:stop] = [self._key(word) for word in sequence]
            bounds.append((start, stop))
            start = stop + 1
        distinct, numbers = np.unique(keys, return_inverse=True)
        words, shapes = np.divmod(distinct - 1, self._shapes)
        embedding = self._weights.embedding
        pieces = embedding.codes[np.arange(len(embedding.codes)), embedding.indexes[words]]
        return _Batch(
            bounds=bounds,
            empty=keys == 0,
            numbers=numbers,
            vectors=pieces.reshape(len(distinct), -1),
            shapes=shapes,
        )

    def _find_key(self, word: str) -> int:
        from slovnet.shape import word_shape

        embedding = self._weights.embedding
        number = embedding.ids.get(word.lower(), embedding.unknown)
        return 1 + number * self._shapes + embedding.shape_ids[word_shape(word)]


@attrs.frozen(eq=False)
class _Batch:
    """Sequences of words in one array, with an empty row before, between and behind them.

    Args:
        bounds: The first row of each sequence, and the row behind it.
        empty: Which rows are empty.
        numbers: For each row, which of the distinct words it has; empty rows have the first.
        vectors: The vectors of the distinct words.
        shapes: The shapes of the distinct words.
    """

    bounds: list[tuple[int, int]]
    empty: npt.NDArray[np.bool_]
    numbers: Numbers
    vectors: Floats
    shapes: Numbers


def _batches(sequences: Iterable[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    batch: list[Sequence[str]] = []
    rows = 0
    for sequence in sequences:
        if batch and rows + len(sequence) > LONGEST_BATCH:
            yield batch
            batch, rows = [], 0
        batch.append(sequence)
        rows += len(sequence) + 1
    if batch:
        yield batch


def _encoded(batch: _Batch, encoder: Encoder) -> Floats:
    """The rows of the last layer."""
    first, *others = encoder.layers
    vectors = np.concatenate((batch.vectors, encoder.shapes[batch.shapes]), axis=1)
    # Of the empty rows.
    vectors[0] = 0
    before, here, behind = np.split(_product(vectors, first.weight), 3, axis=1)
    hidden = here[batch.numbers]
    hidden[1:] += before[batch.numbers[:-1]]
    hidden[:-1] += behind[batch.numbers[1:]]
    _finish(hidden, first, batch.empty)
    for layer in others:
        before, here, behind = np.split(_product(hidden, layer.weight), 3, axis=1)
        hidden = here.copy()
        hidden[1:] += before[:-1]
        hidden[:-1] += behind[1:]
        _finish(hidden, layer, batch.empty)
    return hidden


def _product(rows: Floats, weight: Floats) -> Floats:
    """The rows times a matrix, block by block; all but the last block have rows of their own."""
    count, inputs = rows.shape
    missing = -count % BLOCK
    if missing:
        rows = np.concatenate((rows, np.zeros((missing, inputs), dtype=rows.dtype)))
    blocks = np.matmul(rows.reshape(-1, BLOCK, inputs), weight)
    found: Floats = blocks.reshape(count + missing, -1)[:count]
    return found


def _linear(rows: Floats, layer: Linear) -> Floats:
    found = _product(rows, layer.weight)
    found += layer.bias
    return found


def _rectified(rows: Floats, layer: Linear) -> Floats:
    found = _linear(rows, layer)
    return np.maximum(found, 0, out=found)


def _finish(hidden: Floats, layer: Layer, empty: npt.NDArray[np.bool_]) -> None:
    """Bias, rectifier and norm, in place; the empty rows stay empty."""
    hidden += layer.bias
    np.maximum(hidden, 0, out=hidden)
    hidden *= layer.scale
    hidden += layer.shift
    hidden[empty] = 0
