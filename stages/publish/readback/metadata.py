"""datapackage.json and croissant.json by their own validators, and against the files that they describe."""

import hashlib
import importlib.resources
import json
import logging
import os

import frictionless
import jsonschema
import mlcroissant

# Recommended, but a day would change the bytes of the same tables (run.json has it), and only the publisher knows the licence.
UNKNOWN = ("https://schema.org/datePublished", "https://schema.org/license")


def check_data_package(folder, fail):
    path = os.path.join(folder, "datapackage.json")
    with open(path, encoding="utf-8") as file:
        package = json.load(file)
    check_profile(package, "datapackage.json", fail)
    for resource in package["resources"]:
        check_profile(resource, "dataresource.json", fail)
        check_profile(resource["schema"], "tableschema.json", fail)
        check_file(folder, resource["path"], resource["bytes"], resource["hash"].removeprefix("sha256:"), fail)
    report = frictionless.Package.validate_descriptor(package, basepath=folder)
    for error in report.flatten(["type", "note"]):
        fail(f"datapackage.json by frictionless: {error}")
    return len(package["resources"])


def check_profile(descriptor, profile, fail):
    """The standard's JSON Schema of version 2.0, as dplib-py carries it."""
    if not descriptor["$schema"].endswith("/2.0/" + profile):
        fail(f"{descriptor.get('name')}: $schema is {descriptor['$schema']}")
    text = importlib.resources.files("dplib").joinpath("profiles", "2.0", profile).read_text(encoding="utf-8")
    for error in jsonschema.Draft7Validator(json.loads(text)).iter_errors(descriptor):
        fail(f"datapackage.json by {profile}: {error.json_path}: {error.message}")


def check_file(folder, name, size, digest, fail):
    with open(os.path.join(folder, name), "rb") as file:
        data = file.read()
    if len(data) != size or hashlib.sha256(data).hexdigest() != digest:
        fail(f"{name}: {len(data)} bytes and their digest are not those in the metadata")


def check_croissant(folder, rows, fail):
    """No error, no warning, and as many records as there are rows."""
    logging.getLogger("absl").setLevel(logging.ERROR)  # the warnings are looked at below
    try:
        dataset = mlcroissant.Dataset(jsonld=os.path.join(folder, "croissant.json"))
    except mlcroissant.ValidationError as error:
        fail(f"croissant.json: {error}")
        return 0
    issues = dataset.metadata.ctx.issues
    for issue in [*issues.errors, *issues.warnings]:
        if not any(name in str(issue) for name in UNKNOWN):
            fail(f"croissant.json: {issue}")
    for file in dataset.metadata.file_objects:
        check_file(folder, file.content_url, int(file.content_size.split()[0]), file.sha256, fail)
    for record_set in dataset.metadata.record_sets:
        if record_set.id in rows:
            got = sum(1 for _ in dataset.records(record_set.id))
            if got != rows[record_set.id]:
                fail(f"croissant.json: {record_set.id} gives {got} records, written {rows[record_set.id]}")
    return len(dataset.metadata.record_sets)

