"""Reads a sound catalogue in pieces of four bytes with pydantic_core, which parses the text so far again each time."""

import pathlib
import statistics
import sys
import time

from pydantic_core import from_json


def grow(data):
    kept = []
    for end in range(4, len(data) + 4, 4):
        # What is cut inside of a character is no UTF-8.
        try:
            kept.append(from_json(data[:end], allow_partial="trailing-strings"))
        except ValueError:
            pass
    return kept


def main():
    folder, seconds = pathlib.Path(sys.argv[1]), float(sys.argv[2])
    # The others would take half a minute and more.
    for kilobytes in (20,):
        name = f"catalogue-sound-{kilobytes}kb"
        data = (folder / f"{name}.answer").read_bytes()
        samples = []
        end = time.perf_counter() + seconds
        while time.perf_counter() < end or not samples:
            start = time.perf_counter_ns()
            kept = grow(data)
            samples.append(time.perf_counter_ns() - start)
        if len(kept[-1]["articles"]) < 10 * kilobytes // 2:
            raise SystemExit("pydantic_core reads another value.")
        print(f"grow {name}\tpydantic_core (Python)\t{statistics.median(samples)}\t{len(data)}")


main()
