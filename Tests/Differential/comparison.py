"""Holds our verdicts against those of jsonschema-rs."""
import collections
import decimal
import json
import sys

import jsonschema_rs

import validation_differences as differences


def read(text):
    return json.loads(text, parse_float=decimal.Decimal)


def peer(schema_text, formats=False):
    """The validator of jsonschema-rs for a schema, or the reason why there is none."""
    try:
        return jsonschema_rs.validator_for(schema_text, validate_formats=formats, offline=True), None
    except Exception as error:
        return None, str(error).splitlines()[0][:160]


def verdict(validator, text):
    """1, 0, or what went wrong."""
    try:
        return "1" if validator.is_valid(read(text)) else "0"
    except Exception as error:
        return f"{type(error).__name__}: {str(error)[:80]}"


class Comparison:
    """What came of comparing instances."""

    def __init__(self, keep=None):
        self.keep = open(keep, "w") if keep else None
        self.counts = collections.Counter()
        self.known = collections.Counter()
        self.skipped = collections.Counter()
        self.unknown = []

    def peer(self, schema_text, formats=False):
        """The validator of jsonschema-rs; None for a schema that it does not take."""
        validator, reason = peer(schema_text, formats)
        if validator is None:
            self.skipped[reason] += 1
        return validator

    def disagree(self, schema, text, ours, theirs, rule):
        """Takes down a disagreement and the documented difference that it is, if it is one."""
        if self.keep:
            row = {"schema_text": schema, "instance": text, "ours": ours, "theirs": theirs, "rule": rule}
            self.keep.write(json.dumps(row) + "\n")
        if rule:
            self.known[rule] += 1
        else:
            self.unknown.append(("Disagreement", schema, text, f"ours {ours}, theirs {theirs}"))

    def compare(self, schema, validator, text, ours):
        """Compares verdicts where no formats are checked."""
        self.counts["compared"] += 1
        theirs = verdict(validator, text)
        if theirs != ours:
            self.disagree(schema, text, ours, theirs, differences.rule(schema, text, ours))

    def report(self):
        print("instances: " + ", ".join(f"{count} {name}" for name, count in sorted(self.counts.items())))
        for reason, count in self.skipped.most_common(12):
            print(f"not compared, {count} schemas: {reason}")
        for rule, count in self.known.most_common():
            print(f"documented difference, {count} instances: {rule}")
        for what, schema, text, verdicts in self.unknown[:20]:
            print(f"\n{what}: {verdicts}\n  schema {schema[:600]}\n  instance {text[:600]}")
        if self.counts["compared"] == 0:
            sys.exit("Nothing was compared.")
        if self.unknown:
            sys.exit(f"{len(self.unknown)} disagreements that validation-differences.md does not list.")
        print("No undocumented disagreement.")
