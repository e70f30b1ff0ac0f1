"""The exports to the tools of annotators."""
