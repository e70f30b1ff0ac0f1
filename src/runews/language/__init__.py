"""Language: tokens, sentences, morphology, syntax trees and raw names of the article's blocks.

In flow the text and its blocks (stretches that a sentence never crosses); out flows an `Analysis`.
Only `runews.language.backend` knows natasha.
"""

from runews.language.analysis import Language, default_language
from runews.language.inflect import nominative, phrase_head
from runews.language.morphology import Form, Morphology
from runews.language.tokens import Analysis, NameSpan, ParsedSentence, Token

__all__ = [
    "Analysis",
    "Form",
    "Language",
    "Morphology",
    "NameSpan",
    "ParsedSentence",
    "Token",
    "default_language",
    "nominative",
    "phrase_head",
]
