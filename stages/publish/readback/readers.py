"""Each reader gives a table as (types, rows): its own names of the types by column, and lists of plain Python values."""

import datetime

import duckdb
import pandas
import polars
import pyarrow
import pyarrow.ipc
import pyarrow.parquet

# The names that a reader gives to the types of the codebook.
TYPES = {
    "duckdb": {"string": "VARCHAR", "int64": "BIGINT", "int32": "INTEGER", "float64": "DOUBLE", "boolean": "BOOLEAN",
               "date": "DATE", "list of string": "VARCHAR[]"},
    "arrow": {"string": "string", "int64": "int64", "int32": "int32", "float64": "double", "boolean": "bool",
              "date": "date32[day]", "list of string": "list<element: string not null>"},
    "pandas": {"string": "string[pyarrow]", "int64": "int64[pyarrow]", "int32": "int32[pyarrow]", "float64": "double[pyarrow]",
               "boolean": "bool[pyarrow]", "date": "date32[day][pyarrow]",
               "list of string": "list<element: string not null>[pyarrow]"},
    "polars": {"string": "String", "int64": "Int64", "int32": "Int32", "float64": "Float64", "boolean": "Boolean",
               "date": "Date", "list of string": "List(String)"},
}


def read_duckdb(relation):
    return dict(zip(relation.columns, map(str, relation.types))), [list(row) for row in relation.fetchall()]


def duckdb_parquet(path):
    return read_duckdb(duckdb.sql(f"SELECT * FROM read_parquet('{path}')"))


def duckdb_arrow(path):
    """DuckDB reads Arrow files only with an extension that has to be fetched; through pyarrow it needs none."""
    return read_duckdb(duckdb.from_arrow(arrow_table(path)))


def arrow_table(path):
    with pyarrow.memory_map(path) as source:
        return pyarrow.ipc.open_file(source).read_all()


def read_pyarrow(table):
    table.validate(full=True)  # UTF-8, offsets, lengths
    columns = [column.to_pylist() for column in table.columns]
    return {f.name: str(f.type) for f in table.schema}, [list(row) for row in zip(*columns)]


def pyarrow_parquet(path):
    return read_pyarrow(pyarrow.parquet.read_table(path))


def pyarrow_arrow(path):
    return read_pyarrow(arrow_table(path))


def pandas_parquet(path):
    pandas.read_parquet(path)  # as most users would; what follows keeps integers with nulls
    frame = pandas.read_parquet(path, dtype_backend="pyarrow")
    rows = [[plain(value) for value in row] for row in frame.itertuples(index=False, name=None)]
    return {name: str(dtype) for name, dtype in frame.dtypes.items()}, rows


def plain(value):
    if hasattr(value, "tolist"):
        return value.tolist()
    if isinstance(value, list):
        return value
    if isinstance(value, datetime.datetime):
        return value.date()
    return None if pandas.isna(value) else value


def read_polars(frame):
    return {name: str(dtype) for name, dtype in frame.schema.items()}, [list(row) for row in frame.rows()]


def polars_parquet(path):
    return read_polars(polars.read_parquet(path))


def polars_arrow(path):
    return read_polars(polars.read_ipc(path))


# name, names of types, extension, function
READERS = [
    ("DuckDB", "duckdb", "parquet", duckdb_parquet),
    ("pyarrow", "arrow", "parquet", pyarrow_parquet),
    ("pandas", "pandas", "parquet", pandas_parquet),
    ("polars", "polars", "parquet", polars_parquet),
    ("DuckDB through pyarrow", "duckdb", "arrow", duckdb_arrow),
    ("pyarrow", "arrow", "arrow", pyarrow_arrow),
    ("polars", "polars", "arrow", polars_arrow),
]
