"""Articles for the tools of annotators: spaCy, brat, columns in the manner of CoNLL.

In flows an article; out flow a spaCy `Doc`, a pair of texts for brat, or lines of tokens with their
tags. All keep the offsets: a lone surrogate, which none of the tools takes, becomes U+FFFD.
"""

from __future__ import annotations

from runews.export.brat import BRAT_CONFIG, Brat, to_brat
from runews.export.conll import CONLL_COLUMNS, to_conll
from runews.export.spacy import to_spacy

__all__ = ["BRAT_CONFIG", "CONLL_COLUMNS", "Brat", "to_brat", "to_conll", "to_spacy"]
