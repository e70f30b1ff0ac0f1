"""Tests of the structure room: paragraphs, kinds, dates, datelines, outlets, metadata."""
