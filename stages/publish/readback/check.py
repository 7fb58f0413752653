"""Reads a release with the readers that users have, and says what is wrong with it.

    python check.py RELEASE [EXPECTED]

EXPECTED is a JSON file of what was written, by table; without it, only what the release says of itself is checked.
"""

import json
import os
import sys

import pyarrow.parquet

from evidence import check_evidence
from filters import check_filters
from metadata import check_croissant, check_data_package
from tables import check_agreement, check_tables


def main(folder, expected_path=None):
    folder = os.path.abspath(folder)
    problems = []
    expected = {}
    if expected_path:
        with open(expected_path, encoding="utf-8") as file:
            expected = json.load(file)
    rows = {name.removesuffix(".parquet"): pyarrow.parquet.read_metadata(os.path.join(folder, name)).num_rows
            for name in sorted(os.listdir(folder)) if name.endswith(".parquet")}
    if expected and list(expected) != list(rows):
        problems.append(f"tables {list(rows)}, written {list(expected)}")
    readings = check_tables(folder, expected, problems.append) if expected else check_agreement(folder, list(rows), problems.append)
    print(f"{readings} readings of {len(rows)} tables")
    print(f"{check_filters(folder, list(rows), problems.append)} filters answered alike")
    print(f"{check_data_package(folder, problems.append)} resources in datapackage.json")
    print(f"{check_croissant(folder, rows, problems.append)} record sets in croissant.json")
    print(f"{check_evidence(folder, problems.append)} quotes where they should stand")
    for problem in problems:
        print("PROBLEM", problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
