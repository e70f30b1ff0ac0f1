"""Parse a column of texts with Spark: quotes to one place, rows that failed to another.

    spark-submit spark_job.py SOURCE TARGET

SOURCE is Parquet with a column `text` and a date `published`.
"""

import sys

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.functions import arrays_zip, col, explode

from runews.spark import parse_column


def quotes_of(parsed: DataFrame) -> DataFrame:
    """One row a quote, with the speaker beside it."""
    pairs = explode(arrays_zip("article.quotes", "article.attributions"))
    return parsed.select("published", pairs.alias("pair")).select(
        "published",
        "pair.quotes.kind",
        "pair.quotes.text",
        col("pair.attributions.speaker.name").alias("speaker"),
        col("pair.attributions.confidence").alias("confidence"),
    )


def run(spark: SparkSession, source: str, target: str) -> None:
    texts = spark.read.parquet(source)
    parsed = parse_column(texts, published="published")
    # Parsing is what costs: do it once, then read what was written.
    parsed.write.mode("overwrite").parquet(f"{target}/articles")
    parsed = spark.read.parquet(f"{target}/articles")
    quotes_of(parsed).write.mode("overwrite").parquet(f"{target}/quotes")
    failed = parsed.where("error is not null").drop("article")
    failed.write.mode("overwrite").parquet(f"{target}/failed")


if __name__ == "__main__":
    run(SparkSession.builder.getOrCreate(), *sys.argv[1:3])
