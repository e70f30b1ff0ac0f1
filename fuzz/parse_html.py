"""``python -m fuzz.parse_html``: any page is an article that keeps the contract, or none.

In flow the bytes of a page; anything but an `runews.InputError` ends the process.
"""

from __future__ import annotations

import random

from fuzz.mutator import decode, encode, mutate_text
from fuzz.pieces import TAGS
from fuzz.target import fuzz, instrumented

with instrumented():
    import runews
    import runews.pipeline
    import runews.serialize
    import runews.web.page

from tests.robustness.contract import check_contract

__all__ = ["mutate", "try_one"]


def try_one(data: bytes) -> None:
    """Read one page, as bytes and as a string, and hold the articles against the contract.

    Args:
        data: The page's bytes.
    """
    for page in (data, decode(data)):
        try:
            article = runews.parse_html(page)
        except runews.InputError:
            continue
        check_contract(article, article.text)


def mutate(data: bytes, max_size: int, seed: int) -> bytes:
    """Change the markup, the text, or the encoding of a page.

    Args:
        data: The page.
        max_size: The longest result, in bytes.
        seed: Which mutation.

    Returns:
        The changed page.
    """
    choose = random.Random(seed)  # noqa: S311 - a mutation has to be repeatable, not unforeseeable
    kind = choose.randrange(8)
    if kind == 0:
        text = decode(data)
        encoding = choose.choice(["windows-1251", "koi8-r", "cp866", "utf-16", "utf-8-sig"])
        return text.encode(encoding, "replace")[:max_size]
    if kind < 5:
        text = decode(data)
        edges = [i for i, c in enumerate(text) if c in "<>\"'="]
        at = choose.choice(edges) if edges else len(text)
        changed = text[:at] + choose.choice(TAGS) * choose.choice([1, 1, 1, 40]) + text[at:]
        return encode(changed)[:max_size]
    return mutate_text(data, max_size, seed)


if __name__ == "__main__":
    runews.parse_article("Да.")
    fuzz(try_one, mutate)
