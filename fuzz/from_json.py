"""``python -m fuzz.from_json``: a document is an article of ours, or refused with our own error.

In flow the bytes of a JSON document; anything but a `runews.SerializationError` ends the process,
and so does an article that was let in and breaks its contract.
"""

from __future__ import annotations

import json

from fuzz.mutator import decode, mutate_text
from fuzz.target import fuzz, instrumented

with instrumented():
    import runews
    import runews.serialize
    from runews.integrity import faults

from tests.robustness.documents import mutated_document

__all__ = ["mutate", "try_one"]


def try_one(data: bytes) -> None:
    """Read one document, as bytes and as a string.

    Args:
        data: The document's bytes.
    """
    for document in (data, decode(data)):
        try:
            article = runews.Article.from_json(document)
        except runews.SerializationError:
            continue
        assert not list(faults(article)), "an article of which the parts do not fit was let in"
        assert runews.Article.from_json(article.to_json()) == article, "JSON changes the article"


def mutate(data: bytes, max_size: int, seed: int) -> bytes:
    """Change the structure of a document, or its letters.

    Args:
        data: The document.
        max_size: The longest result, in bytes.
        seed: Which mutation.

    Returns:
        The changed document.
    """
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        return mutate_text(data, max_size, seed)
    changed = json.dumps(mutated_document(document, seed), ensure_ascii=bool(seed % 2))
    return changed.encode("utf-8", "surrogatepass")[:max_size]


if __name__ == "__main__":
    fuzz(try_one, mutate)
