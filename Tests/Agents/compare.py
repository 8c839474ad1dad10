"""Compares `kiyaku detect` with Python's ua-parser on the same rules, and its speed with ua-parser-rs: compare.py BUILD-FOLDER [count]."""
import json
import subprocess
import sys
import tempfile
import time

from agents import agents
from ua_parser import Parser
from ua_parser.basic import Resolver as Basic
from ua_parser.loaders import load_yaml
from ua_parser.regex import Resolver as Rust

RULES = "/usr/share/uap-core/regexes.yaml"


def answer(result):
    def product(part):
        if part is None:
            return {"family": "Other", "version": []}
        version = []
        for value in (part.major, part.minor, part.patch, part.patch_minor):
            if value is None:
                break
            version.append(value)
        return {"family": part.family, "version": version}

    device = result.device
    return {
        "browser": product(result.user_agent), "os": product(result.os),
        "device": {"family": device.family if device else "Other", "brand": device.brand if device else None, "model": device.model if device else None},
    }


def main():
    folder, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 3000
    texts = agents(count)
    lines = "\n".join(texts) + "\n"
    out = subprocess.run([f"{folder}/kiyaku", "detect", "--lines", "--format", "json"], input=lines, capture_output=True, text=True, check=True).stdout
    ours = [json.loads(line)["user_agent"] for line in out.splitlines()]
    python = Parser(Basic(load_yaml(RULES)))
    wrong = 0
    for text, own in zip(texts, ours, strict=True):
        expected = answer(python.parse(text))
        if own != expected:
            wrong += 1
            if wrong <= 10:
                print(f"{text}\n  ua-parser: {expected}\n  kiyaku:    {own}")
    print(f"{count - wrong} of {count} user agents have the answers of ua-parser")

    rust = Parser(Rust(load_yaml(RULES)))
    many = agents(20000, seed=2)
    for text in many[:2000]:
        rust.parse(text)
    start = time.perf_counter()
    for text in many:
        rust.parse(text)
    theirs = len(many) / (time.perf_counter() - start)
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write("\n".join(many))
        file.flush()
        rate = float(subprocess.run([f"{folder}/KiyakuBench", "agents", file.name], capture_output=True, text=True, check=True).stdout)
    print(f"user agents per second: {rate / theirs:.2f} times ua-parser-rs")
    return wrong > 0 or rate < theirs


if __name__ == "__main__":
    sys.exit(main())
