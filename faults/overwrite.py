"""Overwrites a Parquet file the way users do, again and again until it is killed: overwrite.py duckdb|pandas FILE."""

import sys

import duckdb
import pandas

ROWS = 400_000

tool, path = sys.argv[1:]
frame = pandas.DataFrame({"n": range(ROWS), "text": [f"row {i * 7919 % ROWS}" for i in range(ROWS)]})
connection = duckdb.connect()
connection.register("frame", frame)


def overwrite():
    if tool == "pandas":
        frame.to_parquet(path)
    else:
        connection.execute(f"COPY frame TO '{path}' (FORMAT parquet)")


overwrite()
print("ready", flush=True)
while True:
    overwrite()
