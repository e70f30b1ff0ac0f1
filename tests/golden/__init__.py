"""Invented articles with what a parse should find in them; `markup` explains the notation."""
