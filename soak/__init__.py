"""Long runs: the properties over a hundred thousand examples, and articles with workers killed."""
