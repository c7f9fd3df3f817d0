"""Runs values through generated code, and holds its verdicts against those of the interpreter and of jsonschema-rs.

compare.py PROGRAM EXCEPTIONS INSTANCES SEED [--keep FILE]
  PROGRAM    the folder of a program that RealSchemaProbe wrote and build.sh built
  INSTANCES  how many to make up for each schema
  --keep     writes the disagreements with jsonschema-rs to a file, as JSON lines

Fails where the program does, and on a disagreement that validation-differences.md does not list.
"""
import argparse
import json
import os
import subprocess
import sys

import validation_differences as differences
from comparison import Comparison, peer, verdict


class Schema:
    """A schema with the validators of jsonschema-rs for it."""

    def __init__(self, line, comparison):
        row = json.loads(line)
        self.text = row["schema"]
        self.formats = row["formats"]
        self.validator = comparison.peer(self.text, self.formats)
        self.unformatted = peer(self.text)[0]


def judge(comparison, schema, generated, interpreted, unformatted, kind, text):
    counts = comparison.counts
    counts[kind] += 1
    counts[{"1": "found valid", "0": "found invalid", "r": "out of range"}.get(generated, "wrong")] += 1
    # The program itself tells what is wrong.
    if generated == "d" or schema.validator is None:
        return
    counts["compared"] += 1
    # What a type can't hold is valid or not all the same.
    ours = interpreted if generated == "r" else generated
    theirs = verdict(schema.validator, text)
    if theirs == ours:
        return
    rule = None
    if schema.formats:
        plain = ours if unformatted == "-" else unformatted
        if verdict(schema.unformatted, text) == plain:
            rule = differences.FORMATS
        else:
            ours = plain
    comparison.disagree(schema.text, text, ours, theirs, rule or differences.rule(schema.text, text, ours))


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("program")
    arguments.add_argument("exceptions")
    arguments.add_argument("instances")
    arguments.add_argument("seed")
    arguments.add_argument("--keep")
    options = arguments.parse_args()

    comparison = Comparison(options.keep)
    schemas_path = os.path.join(options.program, "schemas.jsonl")
    with open(schemas_path, encoding="utf-8") as file:
        schemas = [Schema(line, comparison) for line in file]
    reading, writing = os.pipe()
    runner = subprocess.Popen(
        [
            os.path.join(options.program, "run"), os.path.join(options.program, "cases.jsonl"), options.exceptions,
            options.instances, options.seed, schemas_path, f"/dev/fd/{writing}",
        ],
        pass_fds=[writing])
    os.close(writing)
    schema = None
    with open(reading, "rb") as lines:
        for raw in lines:
            parts = raw.decode("utf-8").rstrip("\n").split(" ", 4)
            if parts[0] == "schema":
                schema = schemas[int(parts[1])]
            else:
                judge(comparison, schema, *parts)
    failed = runner.wait() != 0
    comparison.report()
    if failed:
        sys.exit("Generated code and the interpreter differ.")


main()
