#!/usr/bin/env python3
"""What whole answers on the corpus cost, beside the program of an earlier commit with its own rules and cases: ratios, over the cases and decisions
that both have. CPU time of one thread, the least of some runs.

usage: python3 Tests/Whole/run.py [RUNS]
Builds the earlier program once, in .build/whole; builds nothing of this one: `make whole` has.
"""

import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
BEFORE = "a969ad2"
TARGET = """        .executableTarget(
            name: "KiyakuWhole",
            dependencies: ["Kiyaku", "Documents", "Vocabulary", "Diagnostics", "Contract", "Plans", "Planning", "Runtime", "Decisions", "Facts"],
            path: "Tests/Whole", swiftSettings: house),

"""
PARTS = ["as before", "everything", "verdict", "readings", "powers", "norms", "sources", "next change", "would change", "usual", "lacking"]


def build_before():
    """The earlier program, with the same bench beside it."""
    tree = ROOT / ".build" / "whole" / BEFORE
    if not tree.exists():
        subprocess.run(["git", "-C", str(ROOT), "worktree", "prune"], check=True)
        subprocess.run(["git", "-C", str(ROOT), "worktree", "add", "--detach", str(tree), BEFORE], check=True)
        manifest = tree / "Package.swift"
        text = manifest.read_text(encoding="utf-8")
        place = text.index("        // Load: `make load`")
        manifest.write_text(text[:place] + TARGET + text[place:], encoding="utf-8")
    (tree / "Tests" / "Whole").mkdir(exist_ok=True)
    for name in ("Whole.swift", "Before/Asking.swift"):
        shutil.copy(ROOT / "Tests" / "Whole" / name, tree / "Tests" / "Whole")
    subprocess.run(["swift", "build", "-c", "release", "--package-path", str(tree), "--product", "KiyakuWhole"], check=True)
    return tree


def measure(tree, runs):
    """ns of each part, by case and decision."""
    done = subprocess.run([str(tree / ".build" / "release" / "KiyakuWhole"), str(tree), str(runs)], capture_output=True, text=True, check=True)
    rows = (line.split("\t") for line in done.stdout.splitlines())
    return {(row[0], row[1]): [int(field) for field in row[2:]] for row in rows}


def at(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] / 1e6


def main():
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    before, now = measure(build_before(), runs), measure(ROOT, runs)
    both = [key for key in now if key in before]
    print(f"whole answers: {len(now)} now, {len(before)} at {BEFORE}, {len(both)} in both; ms of CPU, the least of {runs} runs")
    for name, share in (("median", 0.5), ("95 of 100", 0.95), ("99 of 100", 0.99), ("worst", 1)):
        old, new = at((before[key][0] for key in both), share), at((now[key][0] for key in both), share)
        print(f"  {name:10} {old:9.3f} before  {new:9.3f} now  {old / new:6.2f} times as fast")
    print("parts, over all that is answered now: median, 95 of 100, 99 of 100, worst, sum")
    for number, part in enumerate(PARTS):
        values = [row[number] for row in now.values()]
        print(f"  {part:13}" + "".join(f"{at(values, share):10.3f}" for share in (0.5, 0.95, 0.99, 1)) + f"{sum(values) / 1e6:10.0f}")


main()
