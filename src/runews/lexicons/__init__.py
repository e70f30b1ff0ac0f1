"""Lexicons: the words that the stages know, as TSV files behind one loader that checks each row."""

from runews.lexicons.loader import load_table, word_list

__all__ = ["load_table", "word_list"]
