"""Parses with orjson and validates with jsonschema-rs, which is how Python programs validate fastest."""

import glob
import os
import sys
import time

import jsonschema_rs
import orjson


def median(work, seconds):
    start = time.perf_counter()
    work()
    first = time.perf_counter() - start
    count = max(1, int(seconds / 20 / max(first, 1e-9)))
    samples = []
    begin = time.perf_counter()
    while len(samples) < 5 or time.perf_counter() - begin < seconds:
        start = time.perf_counter()
        for _ in range(count):
            work()
        samples.append((time.perf_counter() - start) / count)
        if first > seconds and len(samples) >= 3:
            break
    return sorted(samples)[len(samples) // 2]


def texts(folder, name):
    lines = f"{folder}/{name}.jsonl"
    if os.path.exists(lines):
        with open(lines, "rb") as file:
            return [line for line in file.read().split(b"\n") if line]
    with open(f"{folder}/{name}.json", "rb") as file:
        return [file.read()]


def main():
    folder, seconds = sys.argv[1], float(sys.argv[2])
    for path in sorted(glob.glob(f"{folder}/*.schema")):
        name = os.path.basename(path).removesuffix(".schema")
        with open(path, "rb") as file:
            validator = jsonschema_rs.validator_for(orjson.loads(file.read()), validate_formats=False)
        documents = texts(folder, name)
        assert all(validator.is_valid(orjson.loads(text)) for text in documents), name

        def work():
            for text in documents:
                validator.is_valid(orjson.loads(text))

        size = sum(map(len, documents))
        print(f"validate {name}\torjson + jsonschema-rs\t{median(work, seconds) * 1e9}\t{size}", flush=True)


main()
