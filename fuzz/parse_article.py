"""``python -m fuzz.parse_article``: any text keeps the contract, through JSON too.

In flow bytes, read as UTF-8 with lone surrogates; a breach of the contract ends the process.
"""

from __future__ import annotations

from fuzz.mutator import decode, mutate_text
from fuzz.target import fuzz, instrumented

with instrumented():
    import runews
    import runews.pipeline
    import runews.serialize

from tests.robustness.contract import check_contract

__all__ = ["try_one"]


def try_one(data: bytes) -> None:
    """Parse one text and hold the article against the contract.

    Args:
        data: The text's bytes.
    """
    text = decode(data)
    article = runews.parse_article(text)
    check_contract(article, text)
    assert runews.Article.from_json(article.to_json()) == article, "JSON changes the article"


if __name__ == "__main__":
    # The models are loaded here and not on the first input, whose time is measured.
    runews.parse_article("Да.")
    fuzz(try_one, mutate_text)
