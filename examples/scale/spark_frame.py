"""Check a Parquet file with Spark: spark-submit spark_frame.py in.parquet out.parquet"""

from __future__ import annotations

import sys

from pyspark.sql import SparkSession

from reportlint import Linter
from reportlint.engines.spark import check_frame

if __name__ == "__main__":
    spark = SparkSession.builder.getOrCreate()
    check_frame(spark.read.parquet(sys.argv[1]), Linter()).write.parquet(sys.argv[2])
