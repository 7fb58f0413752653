"""A user's way from a fact to its claims and the sentences in the documents, after load.sql."""

import os

import duckdb
import pyarrow.parquet


def loaded(folder):
    """A DuckDB in the folder of the release, with load.sql pasted into it."""
    os.chdir(folder)  # as the shell would be
    database = duckdb.connect()
    with open("load.sql", encoding="utf-8") as script:
        database.execute(script.read())
    return database


def check_evidence(folder, fail):
    database = loaded(folder)
    views = [name for (name,) in database.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal ORDER BY 1").fetchall()]
    files = sorted(name.removesuffix(".parquet") for name in os.listdir(".") if name.endswith(".parquet"))
    if views != files:
        fail(f"load.sql makes {views} of {files}")
    silent = database.execute("SELECT view_name, column_name FROM duckdb_columns() JOIN duckdb_views() ON view_name = table_name "
                              "WHERE NOT duckdb_views.internal AND duckdb_columns.comment IS NULL").fetchall()
    if silent:
        fail(f"load.sql gives these columns no comment: {silent}")
    for name in files:
        if name + "_claims" in files:
            check_quotes_in_sql(database, name, fail)
            check_join(database, name, fail)
    return sum(check_quotes_in_python(name, fail) for name in files if name.endswith("_claims"))


def check_quotes_in_sql(database, name, fail):
    lost = database.execute(f'SELECT claim_id, quote FROM "{name}_claims" LEFT JOIN documents USING (document_id) '
                            'WHERE (substring(text, start + 1, "end" - start) = quote) IS NOT TRUE').fetchall()
    if lost:
        fail(f"{name}_claims in SQL: these quotes don't stand where they should: {lost}")


def check_quotes_in_python(name, fail):
    documents = pyarrow.parquet.read_table("documents.parquet", columns=["document_id", "text"]).to_pylist()
    texts = {d["document_id"]: d["text"] for d in documents}
    claims = pyarrow.parquet.read_table(name + ".parquet").to_pylist()
    for claim in claims:
        text = texts.get(claim["document_id"])
        if text is None or text[claim["start"]:claim["end"]] != claim["quote"]:
            fail(f"{name} in Python: {claim['claim_id']} does not stand at {claim['start']}..{claim['end']}")
    return len(claims)


def check_join(database, name, fail):
    """As many claims and documents by the join as the fact counts."""
    wrong = database.execute(f"""
        WITH support AS (SELECT row_number() OVER () AS fact, n_claims AS claims, n_documents AS texts, unnest(claim_ids) AS claim_id FROM "{name}")
        SELECT fact, claims, count(*), texts, count(DISTINCT document_id)
        FROM support JOIN "{name}_claims" USING (claim_id) JOIN documents USING (document_id)
        GROUP BY fact, claims, texts HAVING claims <> count(*) OR texts <> count(DISTINCT document_id)""").fetchall()
    met, = database.execute(f'SELECT count(*) FROM "{name}" WHERE len(claim_ids) = n_claims').fetchone()
    total, = database.execute(f'SELECT count(*) FROM "{name}"').fetchone()
    if wrong or met != total:
        fail(f"{name}: facts that don't join with as many claims and documents as they count: {wrong}, {total - met}")
