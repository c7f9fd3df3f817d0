"""The differences from jsonschema-rs that validation-differences.md explains, as rules.

A disagreement counts as explained only if it is gone once jsonschema-rs is asked again in a way that takes the difference
out: with its own notation for a pattern, or with another spelling of a number.
"""
import decimal
import json
import unicodedata

import jsonschema_rs

DRAFT4_INTEGERS = "Integers of draft 4"
NUMBERS = "Numbers beyond 64-bit floating point"
PATTERNS = "Regular expressions"
UNICODE = "Versions of Unicode"
CONTENT = "Content of strings"
META_SCHEMA = "The meta-schema of draft 4"
FORMATS = "Formats"


def rule(schema_text, instance_text, ours):
    """The heading of the difference that a disagreement is, or None."""
    schema = parse(schema_text)
    instance = parse(instance_text)
    attempts = [
        (PATTERNS, rewritten_patterns(schema), instance),
        (NUMBERS, plain_integers(schema), plain_integers(instance)),
        (NUMBERS, plain_integers(schema), short_fractions(instance)),
        (NUMBERS, plain_integers(schema), without_fractions(instance, decimal.ROUND_FLOOR)),
        (NUMBERS, plain_integers(schema), without_fractions(instance, decimal.ROUND_CEILING)),
    ]
    if not isinstance(schema, dict):
        return None
    if "draft-04" in str(schema.get("$schema", "")):
        attempts.append((DRAFT4_INTEGERS, schema, no_round_fractions(instance)))
        if schema.get("$ref", "").startswith("http://json-schema.org/draft-04/schema"):
            return META_SCHEMA if has_odd_enum(instance) and ours == "0" else None
        # Descriptions of interfaces hold schemas, whose keywords are those of the meta-schema.
        if '"http://json-schema.org/draft-04/schema#/' in schema_text and has_odd_enum(instance) and ours == "0":
            return META_SCHEMA
    if "contentMediaType" in schema_text or "contentEncoding" in schema_text:
        attempts.append((CONTENT, without_content(schema), instance))
    attempts.append((NUMBERS, plain_integers(rewritten_patterns(schema)), plain_integers(instance)))
    for heading, schema, instance in attempts:
        try:
            validator = jsonschema_rs.validator_for(text_of(schema), validate_formats=False, offline=True)
            if validator.is_valid(instance) == (ours == "1"):
                return heading
        except Exception:
            continue
    if "\\\\p{" in schema_text and any(unicodedata.category(character) == "Cn" for character in instance_text):
        return UNICODE
    return None


def parse(text):
    return json.loads(text, parse_float=decimal.Decimal)


def text_of(value):
    """JSON text, with the digits of every number."""
    if isinstance(value, decimal.Decimal):
        return str(value)
    if isinstance(value, dict):
        return "{" + ",".join(json.dumps(key) + ":" + text_of(part) for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(text_of(part) for part in value) + "]"
    return json.dumps(value)


def mapped(value, change):
    """The value with its numbers changed."""
    if isinstance(value, dict):
        return {key: mapped(part, change) for key, part in value.items()}
    if isinstance(value, list):
        return [mapped(part, change) for part in value]
    return change(value) if isinstance(value, decimal.Decimal) else value


def is_round(number):
    return number == number.to_integral_value() if abs(number.adjusted()) < 400 else number.adjusted() > 0


def plain_integers(value):
    return mapped(value, lambda number: int(number) if abs(number.adjusted()) < 400 and is_round(number) else number)


def short_fractions(value):
    """Fractions that no double holds, made such as one does hold."""

    def change(number):
        if is_round(number) or abs(number.adjusted()) > 400 or decimal.Decimal(float(number)) == number:
            return number
        sign = -1 if number < 0 else 1
        return (abs(int(number)) % 1000 + decimal.Decimal("0.5")) * sign if abs(number) > 1000 else number

    return mapped(value, change)


def without_fractions(value, rounding):
    """Fractions that no double holds, rounded in one direction."""

    def change(number):
        if abs(number.adjusted()) > 400 or decimal.Decimal(float(number)) == number:
            return number
        return int(number.to_integral_value(rounding))

    return mapped(value, change)


def no_round_fractions(value):
    """Integers with a point or an exponent, made fractions: draft 4 does not take them for integers."""
    return mapped(value, lambda number: number + decimal.Decimal("0.5") if is_round(number) else number)


def without_content(value):
    """The schema without the keywords on what strings contain."""
    if isinstance(value, list):
        return [without_content(part) for part in value]
    if not isinstance(value, dict):
        return value
    return {
        key: without_content(part)
        for key, part in value.items()
        if key not in ("contentMediaType", "contentEncoding") or not isinstance(part, str)
    }


def has_odd_enum(value):
    """Whether a schema has an `enum` that is empty or has a value twice."""
    if isinstance(value, list):
        return any(has_odd_enum(part) for part in value)
    if not isinstance(value, dict):
        return False
    values = value.get("enum")
    if isinstance(values, list) and (not values or len({text_of(part) for part in values}) < len(values)):
        return True
    return any(has_odd_enum(part) for part in value.values())


def rewritten_patterns(value):
    """The schema with its patterns in the notation of jsonschema-rs."""
    if isinstance(value, list):
        return [rewritten_patterns(part) for part in value]
    if not isinstance(value, dict):
        return value
    result = {}
    for key, part in value.items():
        if key == "pattern" and isinstance(part, str):
            result[key] = rewritten(part)
        elif key == "patternProperties" and isinstance(part, dict):
            result[key] = {rewritten(name): rewritten_patterns(schema) for name, schema in part.items()}
        else:
            result[key] = rewritten_patterns(part)
    return result


WORD = "A-Za-z0-9_"
SPACE = "\\t-\\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
CLASSES = {"d": "0-9", "w": WORD, "s": SPACE}
BOUNDARY = f"(?:(?<![{WORD}])(?=[{WORD}])|(?<=[{WORD}])(?![{WORD}]))"
NO_BOUNDARY = f"(?:(?<![{WORD}])(?![{WORD}])|(?<=[{WORD}])(?=[{WORD}]))"


def rewritten(pattern):
    """A pattern of ECMA-262 with everything spelled out that other dialects read differently."""
    output = []
    position = 0
    in_class = False
    while position < len(pattern):
        character = pattern[position]
        if character == "\\" and position + 1 < len(pattern):
            escaped = pattern[position + 1]
            position += 2
            if escaped in CLASSES:
                output.append(CLASSES[escaped] if in_class else f"[{CLASSES[escaped]}]")
            elif escaped.lower() in CLASSES and not in_class:
                output.append(f"[^{CLASSES[escaped.lower()]}]")
            elif escaped.lower() in CLASSES:
                output.append(f"[^{CLASSES[escaped.lower()]}]")
            elif escaped in "bB" and not in_class:
                output.append(BOUNDARY if escaped == "b" else NO_BOUNDARY)
            elif escaped in "<>":
                output.append(escaped)
            else:
                output.append("\\" + escaped)
            continue
        position += 1
        if in_class:
            if character == "]":
                in_class = False
            # In a class, `[`, `&&`, `--` and `~~` have a meaning that ECMA-262 does not know.
            output.append("\\" + character if character in "[&~" else character)
        elif character == "[":
            in_class = True
            if pattern[position:position + 2] == "^]":
                output.append("[\\s\\S]")
                position += 2
                in_class = False
            elif pattern[position:position + 1] == "]":
                output.append("[^\\s\\S]")
                position += 1
                in_class = False
            else:
                output.append("[")
        elif character == ".":
            output.append("[^\\n\\r\u2028\u2029]")
        else:
            output.append(character)
    return "".join(output)
