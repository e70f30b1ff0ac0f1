"""Fuzz targets under atheris, a mutator that knows Russian news, and a runner: see README.md."""
