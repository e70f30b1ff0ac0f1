"""Classes of words: parts of speech, verb forms, cases and words that several rooms ask for.

Nothing flows in; out flow sets of the tags of `Token.pos`, `Token.verb_form`, `Token.case`, of the
words of `Token.lower` and of the signs of `Token.text`.
"""

NOUNS = frozenset({"NOUN", "PROPN"})
# What can carry a name: a foreign word is X.
NAMING = NOUNS | {"X"}
NOMINAL = NOUNS | {"PRON"}
MODIFIERS = frozenset({"ADJ", "DET", "NUM"})
PRONOMINAL = frozenset({"PRON", "DET"})
VERBS = frozenset({"VERB", "AUX"})
CONJUNCTIONS = frozenset({"SCONJ", "CCONJ"})
PARTICLES = frozenset({"ADV", "PART"})
# What can stand before the first word of a clause proper.
CLAUSE_EDGES = CONJUNCTIONS | {"PUNCT"}

PREDICATIVE = frozenset({"Fin", "Conv"})
NONFINITE = frozenset({"Conv", "Inf"})
VERBAL = PREDICATIVE | NONFINITE

# Words that do not decline have no case.
SUBJECT_CASES = frozenset({"Nom", None})
OBJECT_CASES = frozenset({"Acc", "Gen"})

THAT = frozenset({"что", "чтобы"})
AND_OR_BUT = frozenset({"и", "а", "но"})
IN = frozenset({"в", "во"})
IN_OR_ON = IN | {"на"}
WITH = frozenset({"с", "со"})
ABOUT = frozenset({"о", "об", "обо"})
THEIRS = frozenset({"его", "ее", "их"})

STOPS = frozenset(";:")
DASHES = frozenset({"-", "–", "—", "--"})
PAUSES = STOPS | DASHES | {","}
OPENING_MARKS = frozenset('«„"')
# “ closes after „ and opens before ”.
CLOSING_MARKS = frozenset('»”“"')
MARKS = frozenset('"«»„“”')
