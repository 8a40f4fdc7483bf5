"""Check a Parquet file; needs only pyarrow: python parquet_file.py in.parquet out.parquet"""

from __future__ import annotations

import sys

from reportlint import Linter
from reportlint.engines.parquet import check_parquet

if __name__ == "__main__":
    print(check_parquet(Linter(), sys.argv[1], sys.argv[2]), "findings")
