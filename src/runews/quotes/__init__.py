"""Quotes: what is reported, in whose words, by what cue, and where the text names the source."""

from runews.quotes.assembly import assemble
from runews.quotes.found import FoundCue, FoundQuote
from runews.quotes.rules import CONFIDENCE, RULES, find_quotes

__all__ = ["CONFIDENCE", "RULES", "FoundCue", "FoundQuote", "assemble", "find_quotes"]
