"""Filters, which readers answer from statistics and page indexes as far as they can: wrong ones would lose rows in silence."""

import os
from collections import Counter

import duckdb
import polars
import pyarrow.compute
import pyarrow.parquet

VALUES = 20  # looked for in each column, from its beginning to its end


def by_duckdb(path, column, value):
    query = f'SELECT count(*) FROM read_parquet(?) WHERE "{column}" IS NOT DISTINCT FROM ?'
    return duckdb.execute(query, [path, value]).fetchone()[0]


def by_pyarrow(path, column, value):
    field = pyarrow.compute.field(column)
    return pyarrow.parquet.read_table(path, filters=field.is_null() if value is None else field == value).num_rows


def by_polars(path, column, value):
    field = polars.col(column)
    wanted = field.is_null() if value is None else field == value
    return polars.scan_parquet(path).filter(wanted).select(polars.len()).collect().item()


def check_filters(folder, names, fail):
    asked = 0
    for name in names:
        path = os.path.join(folder, name + ".parquet")
        table = pyarrow.parquet.read_table(path)
        for column in table.schema:
            if pyarrow.types.is_list(column.type):
                continue
            counts = Counter(table[column.name].to_pylist())
            for value, count in list(counts.items())[::-(-len(counts) // VALUES) or 1]:
                for reader in (by_duckdb, by_pyarrow, by_polars):
                    asked += 1
                    if reader(path, column.name, value) != count:
                        fail(f"{name}.{column.name} = {value!r} {reader.__name__}: {reader(path, column.name, value)} rows of {count}")
    return asked
