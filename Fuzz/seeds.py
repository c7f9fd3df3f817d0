#!/usr/bin/env python3
"""Writes the inputs that the fuzzers start from: seeds.py FOLDER [DATA].

Some are made up here; where the shared data folder is given, a part of its cases joins them.
"""

import base64
import hashlib
import itertools
import json
import pathlib
import random
import sys

SEPARATOR = b"\xff"

# Enough to start from: more would only be sorted out again at every start.
MOST = 600

DOCUMENTS = [
    '{"a":1,"b":[true,false,null],"type":"\\u00e9\\ud83d\\ude00"}',
    '[0,-0,0.1,1e400,1E-7,123456789012345678901234567890,[[[]]],{}]',
    ' {\r\n\t"a" : "x" ,\n "b" : { "a" : "\\"\\\\\\/\\b\\f\\n\\r\\t" } } ',
    '{"a":1,"a":2}',
    "[1,1.0,100e-2,0.1e1]",
    '"e\u0301 \u00e9 \U0001f600"',
    "{" + ",".join(f'"k{n}":{n}' for n in range(40)) + "}",
    "[" * 40 + "]" * 40,
    "12345.678e-9",
    "true",
]

DRAFT_2019 = "https://json-schema.org/draft/2019-09/schema"

SCHEMAS = [
    ({"type": "object", "properties": {"a": {"type": "integer"}}, "required": ["a"]}, [{"a": 1}, {"a": "x"}, {}, 1]),
    ({"allOf": [{"minimum": 1}, {"multipleOf": 0.01}], "not": {"const": 3}}, [19.99, 3, 0]),
    ({"oneOf": [{"properties": {"t": {"const": c}}, "required": ["t"]} for c in "abcd"]}, [{"t": "a"}, {"t": "z"}]),
    ({"properties": {"a": True}, "unevaluatedProperties": False, "anyOf": [{"properties": {"b": {}}}]}, [{"a": 1}]),
    ({"prefixItems": [{"type": "string"}], "items": {"type": "number"}, "contains": {"const": 2}}, [["a", 2], ["a"]]),
    ({"unevaluatedItems": False, "if": {"prefixItems": [{}]}, "then": {"maxItems": 3}, "else": False}, [[1], [1, 2]]),
    ({"$defs": {"a": {"properties": {"a": {"$ref": "#/$defs/a"}}}}, "$ref": "#/$defs/a"}, [{"a": {"a": {}}}]),
    ({"$id": "http://x/", "$dynamicAnchor": "a", "items": {"$dynamicRef": "#a"}, "uniqueItems": True}, [[[], [1]]]),
    ({"patternProperties": {"^a+$": {"pattern": "(?=b)b"}}, "additionalProperties": {"enum": [1, "x"]}}, [{"aa": "b"}]),
    ({"propertyNames": {"maxLength": 2, "format": "email"}, "dependentRequired": {"a": ["b"]}}, [{"a": 1, "b": 2}]),
    ({"dependencies": {"a": ["b"], "c": {"minProperties": 2}}, "items": [{}], "additionalItems": False}, [{"a": 1}]),
    ({"$schema": "http://json-schema.org/draft-04/schema#", "minimum": 1, "exclusiveMinimum": True, "id": "x"}, [1]),
    ({"$schema": DRAFT_2019, "$recursiveAnchor": True, "items": {"$recursiveRef": "#"}}, [[[1]]]),
    ({"$anchor": "r", "anyOf": [{"type": "null"}, {"additionalProperties": {"$ref": "#r"}}]}, [{"a": {"b": 1}}]),
    (True, [1]),
    (False, [None]),
]

PATTERNS = [
    ("^[a-z][a-z0-9-]{1,62}$", ["abc-1", "-a"]),
    ("^(a|b)*abb$", ["aababb", "ab"]),
    ("(?=.*[A-Z])(?!.*x)\\w{2,}", ["aB", "xB"]),
    ("(?<=a)b|(?<!c)d", ["ab", "cd"]),
    ("(a+)+\\1$", ["aaaa", "aab"]),
    ("\\p{L}+\\P{Nd}[^\\s\\d]", ["h\u00e9\u4e2d!", "1 2"]),
    ("\\b\\d{1,3}(\\.\\d{1,3}){3}\\B?", ["127.0.0.1"]),
    ("[\\u{1F600}-\\u{1F64F}]|\\uD83D\\uDE00|.", ["\U0001f600", "\n"]),
    ("(?<n>x)\\k<n>|[]|[^]", ["xx", ""]),
    ("(?:a?){20}a{20}", ["a" * 20]),
]

FORMATS = [
    "2024-02-29T23:59:60+00:00", "12:30:00.25Z", "P3Y6M4DT12H30M5S", "joe.bloggs@example.com", "\"a b\"@[IPv6:::1]",
    "www.example.com", "xn--e1afmkfd.xn--p1ai", "\u4f8b\u3048.\u30c6\u30b9\u30c8", "127.0.0.1", "::ffff:1.2.3.4",
    "http://u:p@[::1]:80/a/./b/../c?q=%c3%A9#f", "../a/./b//../?x#", "urn:a:b", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
    "http://x/{+a}{?b,c*}{#d:3}", "/a~0/b~1/0", "1/a", "0#", "0+1", "^a(b|c)*$", "mailto:\u00e9@\u05d0.com",
]

PROMPTS = [
    "---\ntemperature: 0.2\nmax_tokens: 500\nseed: 7\nstop: [\"END\"]\n---\n# system\nBe brief.\n\n# user\n{{a}}\n",
    "# user\n{{#a}}\n- {{.}}\n{{/a}}\n{{^a}}none{{/a}}\n# assistant\n[",
    "# user\r\n\\{{a}} \\\\{{a}} \\{{{a}}} {{{a}}}\n\\# user\n\\\\# user\n#\n",
    "# system\n{{output_format}}{{! comment }}\n  {{! alone }}  \n{\"a\": {\"b\": 1}}\n# user\n{{#a}}{{#b}}x{{/a}}{{/b}}",
    "---\nseed 1\nstop: 3\n# usr\n{{",
]
PROMPT_TEXTS = ["x", "", "\n# system\n{{a}}", "{{/a}}", "\\", "---\nseed: 1\n---\n# user"]


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def sample(items, count):
    items = list(items)
    random.Random(1).shuffle(items)
    return items[:count]


def groups(data):
    """The groups of the conformance suite's files: a schema and the values to judge."""
    for path in sorted((data / "json-schema-test-suite" / "tests").rglob("*.json")):
        for group in json.loads(path.read_text(encoding="utf-8")):
            yield path.parts[-2], group["schema"], [test["data"] for test in group["tests"]]


def patterns_in(value):
    """The patterns of a schema."""
    if isinstance(value, dict):
        if isinstance(value.get("pattern"), str):
            yield value["pattern"]
        for key, inner in value.items():
            if key == "patternProperties" and isinstance(inner, dict):
                yield from inner
            yield from patterns_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from patterns_in(inner)


def real_schemas(data):
    for path in sorted((data / "jsonschemabench").glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for line in itertools.islice(lines, 60):
                record = json.loads(line)
                yield record["schema"], [test["data"] for test in record["tests"]]


def texts(data):
    """JSON texts, well formed or not."""
    yield from (text.encode() for text in DOCUMENTS)
    if data:
        for path in sorted((data / "json-parsing").glob("*.jsonl")):
            for line in path.read_text(encoding="utf-8").split("\n")[:-1]:
                record = json.loads(line)
                text = (
                    record["text"].encode("utf-8", "surrogatepass")
                    if "text" in record
                    else base64.b64decode(record.get("base64", ""))
                )
                if len(text) < 2000:
                    yield text


def reader(data):
    for text in texts(data):
        for options in (0, 1, 10):
            yield bytes([options, hashlib.sha1(text).digest()[0]]) + text


def stream(data):
    for text in texts(data):
        for cuts in ([1], [0, 3], [7, 1, 30]):
            yield bytes([0, len(cuts) - 1, *cuts]) + text


def validator(data):
    def case(draft, schema, value):
        return bytes([draft | 8]) + compact(schema) + SEPARATOR + compact(value)

    for schema, values in SCHEMAS:
        for value, draft in itertools.product(values, (0, 2, 4)):
            yield case(draft, schema, value)
    # The first bit says that schema and instance are made up from what follows.
    chance = random.Random(2)
    for draft in itertools.chain.from_iterable([range(5)] * 40):
        yield bytes([0x80 | 8 | draft]) + chance.randbytes(chance.randrange(20, 200))
    if not data:
        return
    names = ["draft4", "draft6", "draft7", "draft2019-09", "draft2020-12"]
    cases = [(names.index(d) if d in names else 4, s, v) for d, s, vs in groups(data) for v in vs[:2]]
    cases += [(4, schema, value) for schema, values in real_schemas(data) for value in values[:1]]
    for draft, schema, value in cases:
        seed = case(draft, schema, value)
        if len(seed) < 1500:
            yield seed


def lint(data):
    yield from validator(data)


def compile(data):
    yield from validator(data)


def pattern(data):
    for source, found in PATTERNS:
        for text in found:
            yield source.encode() + SEPARATOR + text.encode()
    if data:
        sources = {p for schema, _ in real_schemas(data) for p in patterns_in(schema)}
        sources |= {p for _, schema, _ in groups(data) for p in patterns_in(schema)}
        for source in sorted(sources):
            yield source.encode("utf-8", "surrogatepass") + SEPARATOR + b"a-Z_0.9 \xc3\xa9"


def format(data):
    for text in FORMATS:
        yield text.encode() + SEPARATOR + b"http://a/b/c/d;p?q"
    if data:
        for path in sorted((data / "json-schema-test-suite" / "tests").rglob("format/*.json")):
            for group in json.loads(path.read_text(encoding="utf-8")):
                for test in group["tests"]:
                    if isinstance(test["data"], str):
                        yield test["data"].encode("utf-8", "surrogatepass") + SEPARATOR + b"http://a/b/c/d;p?q"


def prompt(data):
    for source, text in itertools.product(PROMPTS, PROMPT_TEXTS):
        yield source.encode() + SEPARATOR + text.encode()
    for path in sorted((pathlib.Path(__file__).parent.parent / "Golden" / "prompts").rglob("*.prompt.md")):
        yield path.read_bytes().replace(SEPARATOR, b"") + SEPARATOR + b"{{#a}}\n# user\n"


def answers(data):
    """Texts as models write them, and the schemas that go with them."""
    folder = pathlib.Path(__file__).parent.parent / "Golden" / "repairs"
    paths = sorted(path for path in folder.glob("*.jsonl") if ".answers." not in path.name)
    paths += sorted((data / "repair").glob("*.jsonl")) if data else []
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            request = json.loads(line)
            text = request.get("text", request.get("input"))
            if isinstance(text, str) and len(text) < 1000:
                yield text.encode("utf-8", "surrogatepass"), compact(request.get("schema") or {})


def extract(data):
    for text in itertools.chain((text for text, _ in answers(data)), (text.encode() for text in DOCUMENTS)):
        for surroundings in (0, 1 + len(text) % 5):
            yield bytes([surroundings]) + text


def mend(data):
    yield from (text for text, _ in answers(data))
    yield from texts(data)


def coerce(data):
    schemas = [compact(schema) for schema, _ in SCHEMAS[:12]]
    for text, schema in answers(data):
        for source in (schema, schemas[len(text) % len(schemas)]):
            yield b"\0" + source + SEPARATOR + text
    for schema, values in SCHEMAS + (list(real_schemas(data)) if data else []):
        for value in values:
            seed = b"\0" + compact(schema) + SEPARATOR + compact(value)
            if len(seed) < 1000:
                yield seed
    # The first bit says that schema and text are made up from what follows.
    chance = random.Random(3)
    for number in range(200):
        yield bytes([0x80 | number % 128]) + chance.randbytes(chance.randrange(20, 200))



STREAMS = [
    b'data: {"a":1}\n\ndata: [DONE]\n\n',
    b': ping\r\n\r\nevent: x\r\ndata: {"a":\r\ndata: 1}\r\n\r\n',
    b'data: {"a":1}\n\n{\n  "error": {\n    "code": 499\n  }\n}\n',
    b'{"message":{"content":"a"},"done":false}\n{"done":true,"done_reason":"stop"}\n',
    b'[{"error":{"code":503}}]',
]


def exchanges(data, names):
    """The bodies of answers of some providers, from the shared data."""
    for name in names:
        path = data / "llm-exchanges" / "by-provider" / f"{name}.jsonl"
        with path.open(encoding="utf-8") as lines:
            for line in itertools.islice(lines, 400):
                record = json.loads(line)
                body = record.get("response_body")
                if isinstance(body, str) and len(body) < 1900:
                    yield record["status"], body.encode("utf-8", "surrogatepass")


def replies(data, names):
    bodies = [body for _, body in exchanges(data, names)] if data else []
    for body in STREAMS + bodies:
        for cuts in ([], [1, 3, 50]):
            yield bytes([len(cuts), *cuts]) + body


def sse(data):
    for seed in replies(data, ["openai", "anthropic", "gemini"]):
        yield b"\x02" + seed


def ndjson(data):
    for seed in replies(data, ["ollama"]):
        yield b"\x02" + seed


def ollama(data):
    return replies(data, ["ollama"])


def openai(data):
    return replies(data, ["openai", "groq", "openrouter"])


def responses(data):
    return replies(data, ["openai", "xai"])


def anthropic(data):
    return replies(data, ["anthropic"])


def gemini(data):
    return replies(data, ["gemini", "vertex"])


def failure(data):
    statuses = [200, 400, 401, 404, 413, 429, 499, 500, 503, 529]
    headers = b"retry-after: 3" + SEPARATOR + b"x-ratelimit-reset-tokens: 6m0s" + SEPARATOR
    bodies = [(429, body) for body in STREAMS]
    if data:
        bodies += exchanges(data, ["openai", "anthropic", "gemini", "groq", "ollama"])
    for status, body in bodies:
        if status in statuses:
            yield bytes([statuses.index(status), 0]) + body
            yield bytes([statuses.index(status), 2]) + headers + body


def cassette(data):
    golden = pathlib.Path(__file__).parent.parent / "Golden" / "cassettes"
    for path in sorted(golden.glob("**/*.xml")):
        yield path.read_bytes()


def growing(data):
    for text, schema in answers(data):
        level = bytes([2 + len(text) % 2])
        yield level + b"\x00\x01\x02\x06" + schema + SEPARATOR + text
        yield level + b"\x01\x00\x00" + schema + SEPARATOR + b"Sure:\n```json\n" + text


def main():
    folder = pathlib.Path(sys.argv[1])
    data = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    makers = (reader, stream, validator, lint, compile, pattern, format, prompt, extract, mend, coerce, growing)
    makers += (sse, ndjson, ollama, openai, responses, anthropic, gemini, failure, cassette)
    for make in makers:
        target = folder / make.__name__
        target.mkdir(parents=True, exist_ok=True)
        seeds = list(dict.fromkeys(make(None))) + sample(dict.fromkeys(make(data)) if data else [], MOST)
        for seed in seeds:
            (target / hashlib.sha1(seed).hexdigest()).write_bytes(seed)


main()
