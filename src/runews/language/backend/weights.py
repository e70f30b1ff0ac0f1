"""natasha's weights and vocabularies as plain arrays and dicts.

In flow the files that natasha ships; out flow `Weights`. natasha's own loaders read the vocabulary
of 250,000 words four times and prepare tables that nothing here looks at; this reads it once, which
saves a second and 150 MB. The test of the taggers compares with natasha's public ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]

__all__ = ["Embedding", "Encoder", "Layer", "Linear", "Syntax", "Weights", "load_weights"]


@attrs.frozen(eq=False)
class Linear:
    """A linear layer.

    Args:
        weight: Inputs by outputs.
        bias: One for each output.
    """

    weight: Floats
    bias: Floats


@attrs.frozen(eq=False)
class Layer:
    """A convolution over three neighbours, rectified and normalised.

    Args:
        weight: Inputs by outputs for the token before, the token and the token behind, side by
            side: inputs by three times outputs.
        bias: One for each output.
        scale: What the rectified output is multiplied by.
        shift: What is added then.
    """

    weight: Floats
    bias: Floats
    scale: Floats
    shift: Floats


@attrs.frozen(eq=False)
class Encoder:
    """The part that the three models have alike.

    Args:
        shapes: A vector for each shape of a word.
        layers: The convolutions, in order.
    """

    shapes: Floats
    layers: tuple[Layer, ...]


@attrs.frozen(eq=False)
class Embedding:
    """Vectors of words, quantised: each is put together from pieces of a common stock.

    Args:
        ids: The row of each word.
        unknown: The row of all others.
        shape_ids: The row of each shape in `Encoder.shapes`.
        indexes: For each word the numbers of its pieces.
        codes: The pieces: place by number by values.
    """

    ids: dict[str, int]
    unknown: int
    shape_ids: dict[str, int]
    indexes: npt.NDArray[np.uint8]
    codes: Floats


@attrs.frozen(eq=False)
class Syntax:
    """The parser's two heads, for arcs and for their relations.

    Args:
        dependent: What becomes of a token as a dependent, in the search for its head.
        candidate: What becomes of a token as a possible head of another.
        arc: The bilinear form between the two.
        root: The root's vector in that search.
        head: What becomes of the head that was found.
        tail: What becomes of its dependent.
        relation: The bilinear forms between the two, one for each relation, side by side.
        relation_root: The root's vector among the heads.
        names: The relations.
    """

    dependent: Linear
    candidate: Linear
    arc: Floats
    root: Floats
    head: Linear
    tail: Linear
    relation: Floats
    relation_root: Floats
    names: tuple[str, ...]


@attrs.frozen(eq=False)
class Weights:
    """All that the taggers need.

    Args:
        embedding: The words' vectors.
        encoders: Of morphology, syntax and names, in this order.
        morphology: The last layer of the tagger of morphology.
        tags: Its tags, as natasha writes them: ``NOUN|Case=Nom|…``.
        syntax: The parser's heads.
        names: The last layer of the recogniser of names.
        name_tags: Its tags: ``O``, ``B-PER``, ``I-PER`` …
        transitions: How well a tag (row) is followed by another (column).
    """

    embedding: Embedding
    encoders: tuple[Encoder, Encoder, Encoder]
    morphology: Linear
    tags: tuple[str, ...]
    syntax: Syntax
    names: Linear
    name_tags: tuple[str, ...]
    transitions: Floats


def load_weights() -> Weights:
    """Read the files that natasha ships.

    Raises:
        ImportError, OSError, EOFError, ValueError, LookupError, TarError: A file is missing or
            damaged, or another version of natasha has files of another form.
    """
    from natasha import data
    from slovnet.exec import model

    morph, shape_ids, tags = _read_pack(data.NEWS_MORPH, model.Morph, "tag")
    syntax, syntax_shapes, relations = _read_pack(data.NEWS_SYNTAX, model.Syntax, "rel")
    ner, ner_shapes, name_tags = _read_pack(data.NEWS_NER, model.NER, "tag")
    if not shape_ids == syntax_shapes == ner_shapes:
        raise ValueError("the models of natasha have shapes of words that differ")
    ids = {found.emb.word.id for found in (morph, syntax, ner)}
    return Weights(
        embedding=_read_embedding(data.NEWS_EMBEDDING, shape_ids, ids),
        encoders=(_encoder(morph), _encoder(syntax), _encoder(ner)),
        morphology=_linear(morph.head.proj),
        tags=tags,
        syntax=_syntax(syntax, relations),
        names=_linear(ner.head.proj),
        name_tags=name_tags,
        transitions=ner.head.crf.transitions.array,
    )


def _read_pack(path: str, kind: Any, tags: str) -> tuple[Any, dict[str, int], tuple[str, ...]]:
    """A model with its arrays, the numbers of the shapes and the names of what it predicts."""
    from slovnet.exec.pack import Pack

    with Pack(path) as pack:
        pack.load_meta().check_protocol()
        found = pack.load_model(kind)
        arrays = dict(pack.load_arrays(found.weights))
        shapes = pack.load_vocab("shape")
        names = pack.load_vocab(tags)
    return found.inject_arrays(arrays), shapes.item_ids, tuple(names.items)


def _read_embedding(path: str, shape_ids: dict[str, int], expected: set[str]) -> Embedding:
    from navec.meta import Meta
    from navec.pq import PQ
    from navec.tar import Tar
    from navec.vocab import Vocab

    class Vectors(PQ):  # type: ignore[misc] # navec has no types
        """The vectors without the tables for likeness, which take 27 MB."""

        def precompute(self) -> None:
            pass

    with Tar(path) as tar:
        meta = Meta.from_file(tar.load("meta.json"))
        vocabulary = Vocab.from_file(tar.load("vocab.bin"))
        vectors = Vectors.from_file(tar.load("pq.bin"))
    if expected != {meta.id}:
        raise ValueError(f"the models of natasha need the vectors {expected}, not {meta.id}")
    return Embedding(
        ids=vocabulary.word_ids,
        unknown=vocabulary.unk_id,
        shape_ids=shape_ids,
        indexes=vectors.indexes,
        codes=vectors.codes,
    )


def _encoder(found: Any) -> Encoder:
    return Encoder(
        shapes=found.emb.shape.weight.array, layers=tuple(map(_layer, found.encoder.layers))
    )


def _layer(found: Any) -> Layer:
    import numpy as np

    norm = found.norm
    scale = norm.weight.array / norm.std.array
    before, here, behind = np.moveaxis(found.conv.weight.array, 2, 0)
    return Layer(
        weight=np.concatenate([before.T, here.T, behind.T], axis=1),
        bias=found.conv.bias.array,
        scale=scale,
        shift=norm.bias.array - norm.mean.array * scale,
    )


def _linear(found: Any) -> Linear:
    return Linear(weight=found.weight.array, bias=found.bias.array)


def _syntax(found: Any, relations: tuple[str, ...]) -> Syntax:
    return Syntax(
        dependent=_linear(found.head.head.proj),
        candidate=_linear(found.head.tail.proj),
        arc=found.head.kernel.array,
        root=found.head.root.array,
        head=_linear(found.rel.head.proj),
        tail=_linear(found.rel.tail.proj),
        relation=found.rel.kernel.array,
        relation_root=found.rel.root.array,
        names=relations,
    )
