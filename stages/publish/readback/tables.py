"""What stands in the files, against what was written."""

import datetime
import os

import pyarrow.parquet

from readers import READERS, TYPES, arrow_table


def check_tables(folder, expected, fail):
    """Names, types, nulls, lists and values of every table, by every reader."""
    for name, want in expected.items():
        rows = [typed(want["fields"], row) for row in want["rows"]]
        for reader, family, extension, read in READERS:
            place = f"{name}.{extension} by {reader}"
            types, got = read(os.path.join(folder, f"{name}.{extension}"))
            wanted = {f["name"]: TYPES[family][f["type"]] for f in want["fields"]}
            if list(types.items()) != list(wanted.items()):
                fail(f"{place}: columns {types}, written {wanted}")
            elif got != rows:
                fail(f"{place}: {difference(got, rows)}")
        check_schema(folder, name, want, fail)
    return len(expected) * len(READERS)


def check_agreement(folder, names, fail):
    """Without knowledge of what was written: every reader has the same rows."""
    for name in names:
        first = None
        for reader, _, extension, read in READERS:
            _, got = read(os.path.join(folder, f"{name}.{extension}"))
            first = got if first is None else first
            if got != first:
                fail(f"{name}.{extension} by {reader}: {difference(got, first)} by {READERS[0][0]}")
    return len(names) * len(READERS)


def typed(fields, row):
    return [datetime.date.fromisoformat(v) if f["type"] == "date" and v is not None else v for f, v in zip(fields, row)]


def difference(got, want):
    if len(got) != len(want):
        return f"{len(got)} rows, not {len(want)}"
    return next(f"row {i}: {g!r}, not {w!r}" for i, (g, w) in enumerate(zip(got, want)) if g != w)


def check_schema(folder, name, want, fail):
    """Nullability, descriptions and units, in both formats; order, compression and page index in Parquet."""
    path = os.path.join(folder, name)
    parquet, arrow = pyarrow.parquet.read_schema(path + ".parquet"), arrow_table(path + ".arrow").schema
    if not parquet.equals(arrow, check_metadata=False):
        fail(f"{name}: Parquet has {parquet}, Arrow {arrow}")
    for field in want["fields"]:
        if arrow.field(field["name"]).nullable != field["nullable"]:
            fail(f"{name}.{field['name']}: nullable is {not field['nullable']}")
        for key in ("description", "unit"):
            for where, metadata in (("Parquet", parquet.metadata), ("Arrow", arrow.metadata)):
                got = metadata.get(f"column:{field['name']}:{key}".encode(), b"").decode()
                if got != field[key]:
                    fail(f"{name}.{field['name']}: {key} in {where} is {got!r}, declared {field[key]!r}")
    file = pyarrow.parquet.ParquetFile(path + ".parquet").metadata
    names = [file.schema.column(i).path.split(".")[0] for i in range(file.num_columns)]
    for i in range(file.num_row_groups):
        group = file.row_group(i)
        order = [names[c.column_index] for c in group.sorting_columns if not c.descending and not c.nulls_first]
        if order != want["key"]:
            fail(f"{name}.parquet: sorted by {order}, its key is {want['key']}")
        for c in map(group.column, range(group.num_columns)):
            if c.compression != "ZSTD" or not c.has_column_index or not c.has_offset_index:
                fail(f"{name}.parquet, {c.path_in_schema}: {c.compression}, page index {c.has_column_index} {c.has_offset_index}")
