"""Merges the lines that contenders printed in several rounds into one table: medians, speed, ratios to ours."""

import statistics
import sys
from collections import defaultdict


def main():
    figures = defaultdict(lambda: defaultdict(list))
    sizes = {}
    for line in sys.stdin:
        work, contender, nanoseconds, size = line.rstrip("\n").split("\t")
        figures[work][contender].append(float(nanoseconds))
        sizes[work] = int(size)
    if not figures:
        sys.exit("No contender printed a figure.")
    print(f"{'work':34} {'contender':36} {'median':>12} {'spread':>7} {'MB/s':>8} {'time, ours = 1':>15}")
    for work in sorted(figures, key=lambda work: (work.split(" ")[0], sizes[work], work)):
        contenders = {name: statistics.median(values) for name, values in figures[work].items()}
        # The first contender of each work that is ours is what the others are compared with.
        ours = next((value for name, value in contenders.items() if name.startswith("Typecast")), None)
        label = work
        for name, value in contenders.items():
            values = figures[work][name]
            spread = (max(values) - min(values)) / value
            ratio = f"{value / ours:15.2f}" if ours else " " * 15
            print(f"{label:34} {name:36} {duration(value)} {spread:7.0%} {sizes[work] * 1e3 / value:8.0f} {ratio}")
            label = ""
        print()


def duration(nanoseconds):
    for unit, scale in (("s ", 1e9), ("ms", 1e6), ("µs", 1e3)):
        if nanoseconds >= scale:
            return f"{nanoseconds / scale:9.2f} {unit}"
    return f"{nanoseconds:9.1f} ns"


main()
