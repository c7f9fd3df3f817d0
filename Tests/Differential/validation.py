"""Compares Typecast's verdicts on made-up instances of real schemas with those of jsonschema-rs.

validation.py PROBE DATA INSTANCES [--seed N] [--keep FILE] [--only TEXT]
  PROBE      the built ValidationProbe
  DATA       the folder with jsonschemabench/, schemastore/ and json-schema-test-suite/
  INSTANCES  how many to make up in all
  --keep     writes the disagreements to a file, as JSON lines that the probe can be asked about
  --only     takes the files alone whose path has this in it

Fails on a disagreement between Typecast's fast way and its full report, and on one with jsonschema-rs that
validation-differences.md does not list.
"""
import argparse
import collections
import decimal
import glob
import json
import os
import subprocess
import sys
import threading

import jsonschema_rs

import validation_differences as differences


def read(text):
    return json.loads(text, parse_float=decimal.Decimal)


def peer(schema_text):
    """The validator of jsonschema-rs for a schema, or the reason why there is none."""
    try:
        return jsonschema_rs.validator_for(schema_text, validate_formats=False, offline=True), None
    except Exception as error:
        return None, str(error).splitlines()[0][:160]


DRAFTS = {
    "draft4": "http://json-schema.org/draft-04/schema#",
    "draft6": "http://json-schema.org/draft-06/schema#",
    "draft7": "http://json-schema.org/draft-07/schema#",
    "draft2019-09": "https://json-schema.org/draft/2019-09/schema",
    "draft2020-12": "https://json-schema.org/draft/2020-12/schema",
}


def real_schemas(data, only):
    """The lines of the collections, as they are."""
    paths = sorted(glob.glob(os.path.join(data, "jsonschemabench", "*.jsonl")))
    paths += sorted(glob.glob(os.path.join(data, "schemastore", "*.jsonl")))
    for path in paths:
        if only in path:
            with open(path, "rb") as file:
                yield from file


def suite_schemas(data, only):
    """The schemas of the test suite, whose tests are the material for mutations."""
    for draft, uri in DRAFTS.items():
        folder = os.path.join(data, "json-schema-test-suite", "tests", draft)
        for path in sorted(glob.glob(os.path.join(folder, "**", "*.json"), recursive=True)):
            if only not in path:
                continue
            with open(path, "rb") as file:
                groups = json.load(file)
            for group in groups:
                schema = group["schema"]
                if isinstance(schema, dict) and "$schema" not in schema:
                    schema = {"$schema": uri, **schema}
                yield json.dumps({"schema": schema, "tests": group["tests"]}).encode() + b"\n"


def feed(lines, pipe):
    with pipe:
        for line in lines:
            try:
                pipe.write(line)
            except BrokenPipeError:
                return


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("probe")
    arguments.add_argument("data")
    arguments.add_argument("instances", type=int)
    arguments.add_argument("--seed", default="1")
    arguments.add_argument("--keep")
    arguments.add_argument("--only", default="")
    options = arguments.parse_args()

    def lines():
        yield from real_schemas(options.data, options.only)
        yield from suite_schemas(options.data, options.only)

    schemas = sum(1 for _ in lines())
    if schemas == 0:
        sys.exit(f"There are no schemas below {options.data}.")
    each = -(-options.instances // schemas)

    probe = subprocess.Popen(
        [options.probe, str(each), options.seed], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    threading.Thread(target=feed, args=(lines(), probe.stdin), daemon=True).start()

    counts = collections.Counter()
    known = collections.Counter()
    unknown = []
    skipped = collections.Counter()
    schema_text, validator = "", None
    keep = open(options.keep, "w") if options.keep else None
    for raw in probe.stdout:
        line = raw.decode("utf-8").rstrip("\n")
        head, _, rest = line.partition(" ")
        if head == "schema":
            schema_text = rest.partition(" ")[2]
            validator, reason = peer(schema_text)
            counts["schemas"] += 1
            if validator is None:
                skipped[reason] += 1
            continue
        if head in ("refused", "weak", "summary"):
            counts[head] += 1
            if head == "summary":
                print(f"Typecast: {rest}")
            continue
        if head == "unread":
            unknown.append(("unread", schema_text, rest, ""))
            continue
        full, kind, text = rest.split(" ", 2)
        counts["instances"] += 1
        counts["kind " + kind.partition(":")[0]] += 1
        counts["verdict " + head] += 1
        if head != full:
            unknown.append(("fast and full differ", schema_text, text, f"{head} {full}"))
            continue
        if kind == "valid" and head != "1" or kind.startswith("broken") and head != "0":
            unknown.append(("the generator is wrong", schema_text, text, f"{kind} {head}"))
        if validator is None or head == "u":
            continue
        counts["compared"] += 1
        try:
            theirs = "1" if validator.is_valid(read(text)) else "0"
        except Exception as error:
            theirs = f"{type(error).__name__}: {str(error)[:80]}"
        if theirs == head:
            continue
        if keep:
            keep.write(json.dumps({"schema_text": schema_text, "instance": text, "ours": head, "theirs": theirs}) + "\n")
        rule = differences.rule(schema_text, text, head)
        if rule:
            known[rule] += 1
        else:
            unknown.append(("disagreement", schema_text, text, f"ours {head} theirs {theirs}"))

    if probe.wait() != 0:
        sys.exit(f"The probe ended with {probe.returncode}.")
    for name in sorted(counts):
        print(f"{name}: {counts[name]}")
    for reason, count in skipped.most_common(12):
        print(f"not compared, {count} schemas: {reason}")
    for rule, count in known.most_common():
        print(f"documented difference, {count} instances: {rule}")
    for what, schema, text, verdicts in unknown[:20]:
        print(f"\n{what}: {verdicts}\n  schema {schema[:600]}\n  instance {text[:600]}")
    if counts["compared"] == 0:
        sys.exit("Nothing was compared.")
    if unknown:
        sys.exit(f"{len(unknown)} disagreements that validation-differences.md does not list.")
    print("No undocumented disagreement.")


main()
