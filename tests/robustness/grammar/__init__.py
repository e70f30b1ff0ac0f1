"""Articles made by rule, with their gold: who is said to have said what, and where it stands.

`people` and `words` give names and words in the forms that a sentence needs, `constructions` the
ways of quoting, `articles` whole articles with their gold. Words come from the project's lexicons.
"""
