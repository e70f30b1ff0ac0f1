"""Tests of many articles at once."""
