"""Compares Typecast's verdicts on made-up instances of real schemas with those of jsonschema-rs.

validation.py PROBE DATA INSTANCES [--seed N] [--keep FILE] [--only TEXT]
  PROBE      the built ValidationProbe
  DATA       the folder with jsonschemabench/, schemastore/ and json-schema-test-suite/
  INSTANCES  how many to make up of real schemas; a quarter more comes from the schemas of the test suite
  --keep     writes the disagreements to a file, as JSON lines that the probe can be asked about
  --only     takes the files alone whose path has this in it

Fails on a disagreement between Typecast's fast way and its full report, and on one with jsonschema-rs that
validation-differences.md does not list.
"""
import argparse
import glob
import json
import os
import subprocess
import sys
import threading

from comparison import Comparison


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


class ProbeComparison(Comparison):
    """What came of one run of the probe, or of several."""

    def __init__(self, probe, seed, keep):
        super().__init__(keep)
        self.probe = probe
        self.seed = seed

    def run(self, name, lines, instances):
        schemas = sum(1 for _ in lines())
        if schemas == 0:
            return
        each = -(-instances // schemas)
        probe = subprocess.Popen([self.probe, str(each), self.seed], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        threading.Thread(target=feed, args=(lines(), probe.stdin), daemon=True).start()
        schema, validator = "", None
        for raw in probe.stdout:
            head, _, rest = raw.decode("utf-8").rstrip("\n").partition(" ")
            if head == "schema":
                schema = rest.partition(" ")[2]
                validator = self.peer(schema)
            elif head == "summary":
                print(f"{name}: {rest}")
            elif head == "unread":
                self.unknown.append(("JSON that was not read", schema, rest, ""))
            elif head in ("0", "1", "u"):
                self.judge(schema, validator, head, rest)
        if probe.wait() != 0:
            sys.exit(f"The probe ended with {probe.returncode}.")

    def judge(self, schema, validator, fast, rest):
        full, kind, text = rest.split(" ", 2)
        self.counts["made up"] += 1
        self.counts[kind.partition(":")[0]] += 1
        self.counts[{"1": "found valid", "0": "found invalid", "u": "undecided"}[fast]] += 1
        if fast != full:
            self.unknown.append(("The fast way and the full report differ", schema, text, f"{fast} {full}"))
            return
        if (kind == "valid") != (fast == "1") and kind != "mutated":
            self.unknown.append(("The generator is wrong", schema, text, f"{kind} {fast}"))
        if validator is not None and fast != "u":
            self.compare(schema, validator, text, fast)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("probe")
    arguments.add_argument("data")
    arguments.add_argument("instances", type=int)
    arguments.add_argument("--seed", default="1")
    arguments.add_argument("--keep")
    arguments.add_argument("--only", default="")
    options = arguments.parse_args()

    comparison = ProbeComparison(options.probe, options.seed, options.keep)
    comparison.run("real schemas", lambda: real_schemas(options.data, options.only), options.instances)
    # The suite has the keywords that real schemas seldom use.
    comparison.run("schemas of the test suite", lambda: suite_schemas(options.data, options.only), options.instances // 4)
    comparison.report()


main()
