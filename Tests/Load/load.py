#!/usr/bin/env python3
"""Throughput of whole decisions with the log on, beside a bare Hummingbird handler: Tests/Load/load.py [seconds of a round].

Both are sent the same bodies in turn and answer with the same ones; the handler decodes, encodes and does nothing else.
At least a third of its throughput is asked for (the median of the rounds).
"""
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
KIYAKU = os.environ.get("KIYAKU_BIN", ROOT / ".build/release/kiyaku")
BARE = os.environ.get("BARE_BIN", ROOT / ".build/release/BareHandler")
CONNECTIONS, ROUNDS, CASES, WARM_UP = 16, 3, 60, 3

SCRIPT = """
local requests, last = {}, 0
function init(args)
  for line in io.lines("FOLDER/requests") do
    local place, body = line:match("^(%S+) (.*)$")
    local headers = {["Authorization"] = "Bearer TOKEN", ["Content-Type"] = "application/json", ["X-Case"] = tostring(#requests)}
    requests[#requests + 1] = wrk.format("POST", place, headers, body)
  end
end
function request()
  last = last % #requests + 1
  return requests[last]
end
function done(summary, latency)
  local errors = summary.errors
  print(string.format("result %d %d %d %d %d", summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
"""


class Server:
    """One of the two programs, on a port of its own choice."""

    def __init__(self, name, command, folder):
        self.name, self.rounds = name, []
        self.out = folder / name
        with open(self.out, "w") as out, open(folder / f"{name}.log", "w") as log:
            self.process = subprocess.Popen(command, stdout=out, stderr=log, cwd=ROOT)
        for _ in range(300):
            if address := re.search(r"^(http://\S+)$", self.out.read_text(), re.M):
                self.address = address[1]
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        self.end()
        sys.exit(f"✘ {name} が始まらない\n" + (folder / f"{name}.log").read_text())

    def end(self):
        self.process.terminate()
        self.process.wait()

    def answer(self, number, place, body, token):
        headers = {"Authorization": "Bearer " + token, "Content-Type": "application/json", "X-Case": str(number)}
        with urllib.request.urlopen(urllib.request.Request(self.address + place, body.encode(), headers)) as response:
            return response.read().decode()

    def load(self, seconds, folder):
        """Requests a second, the middle and the 99th hundredth of the times in ms, and the server's own CPU time for one answer in ms."""
        before = self.processor_time()
        command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "30s", "-s", folder / "post.lua", self.address]
        out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        requests, duration, middle, late, errors = map(int, re.search(r"^result (\d+) (\d+) (\d+) (\d+) (\d+)$", out, re.M).groups())
        if errors or not requests:
            sys.exit(f"✘ {self.name} に答えられない要求がある\n{out}")
        return requests / duration * 1e6, middle / 1e3, late / 1e3, (self.processor_time() - before) / requests * 1e3

    def processor_time(self):
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def figures(self):
        return [statistics.median(column) for column in zip(*self.rounds)]


def requests():
    """Cases from all over the corpus: where each asks for the decision that it is about, and its facts."""
    files = sorted((ROOT / "Corpus/cases").glob("*.json"))
    for file in files[:: max(1, len(files) // CASES)]:
        case = json.loads(file.read_text())
        decision = urllib.parse.quote(case["expect"][0]["decision"])
        yield f"/v1/decisions?decision={decision}", json.dumps({"as_of": case["as_of"], "facts": case["facts"]}, ensure_ascii=False)


def content(answer):
    """An answer without its number in the record, and without nulls, which Codable leaves out."""
    answer = json.loads(answer, object_hook=lambda found: {key: value for key, value in found.items() if value is not None})
    return {key: value for key, value in answer.items() if key != "record"}


def main(seconds):
    if not shutil.which("wrk"):
        sys.exit("試験していません: wrk がありません")
    servers = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        try:
            kiyaku = Server("kiyaku", [KIYAKU, "serve", "--port", "0", "--rate", "100000000", "--rules", "Rules/rns", "--data", folder / "data"], folder)
            servers.append(kiyaku)
            token = re.search("kyk_[0-9a-f]+", kiyaku.out.read_text())[0]
            sent = list(requests())
            answers = [kiyaku.answer(number, *request, token).strip() for number, request in enumerate(sent)]
            (folder / "requests").write_text("".join(f"{place} {body}\n" for place, body in sent))
            (folder / "answers").write_text("".join(answer + "\n" for answer in answers))
            (folder / "post.lua").write_text(SCRIPT.replace("FOLDER", str(folder)).replace("TOKEN", token))
            bare = Server("bare", [BARE, folder / "answers"], folder)
            servers.append(bare)
            for number, (request, answer) in enumerate(zip(sent, answers)):
                if content(bare.answer(number, *request, token)) != content(answer):
                    sys.exit(f"✘ 比べる相手の答えが同じでない: {request}")
            for server in servers:
                server.load(WARM_UP, folder)
            for _ in range(ROUNDS):
                for server in servers:
                    server.rounds.append(server.load(seconds, folder))
        finally:
            for server in servers:
                server.end()
        subprocess.run([KIYAKU, "log", "verify", "--data", folder / "data"], check=True)
    print(f"本文 {len(sent)} 通り、接続 {CONNECTIONS}、{seconds} 秒 × {ROUNDS} 回の中央値")
    for server in servers:
        rate, middle, late, processor = server.figures()
        print(f"{server.name:6} {rate:8.0f} 件/秒  p50 {middle:7.2f} ms  p99 {late:7.2f} ms  CPU {processor:6.3f} ms/件")
    ratio = kiyaku.figures()[0] / bare.figures()[0]
    print(f"比 {ratio:.3f}（1/3 以上: {'○' if ratio >= 1 / 3 else '✘'}）")
    return 0 if ratio >= 1 / 3 else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10))
