#!/usr/bin/env bash
# Full load for some minutes with flat memory: Tests/Load/soak.sh [minutes] [case].
# After warm-up (a quarter of the time) the median resident memory of the last quarter is at most 10 % above that of the second.
set -euo pipefail
cd "$(dirname "$0")/../.."
minutes=${1:-10}
case=${2:-Corpus/cases/demo-1-covered.json}
command -v wrk > /dev/null || { echo "試験していません: wrk がありません"; exit 1; }
kiyaku=${KIYAKU_BIN:-.build/release/kiyaku}
seconds=$(awk "BEGIN { print int($minutes * 60) }")
folder=$(mktemp -d)
service=
trap 'kill "$service" 2> /dev/null || true; wait "$service" 2> /dev/null || true; rm -rf "$folder"' EXIT
"$kiyaku" serve --port 0 --rate 100000000 --rules Rules/rns --data "$folder/data" > "$folder/out" 2> "$folder/log" &
service=$!
for _ in $(seq 300); do
  grep -q '^http://' "$folder/out" && break
  kill -0 "$service" 2> /dev/null || { cat "$folder/log"; exit 1; }
  sleep 0.1
done
cat > "$folder/post.lua" <<LUA
wrk.method = "POST"
wrk.headers["Authorization"] = "Bearer $(grep -o 'kyk_[0-9a-f]*' "$folder/out")"
wrk.headers["Content-Type"] = "application/json"
local file = io.open("$case", "rb")
wrk.body = file:read("*a")
file:close()
LUA
wrk -t1 -c16 -d"${seconds}s" --latency --timeout 30s -s "$folder/post.lua" "$(grep '^http://' "$folder/out" | tail -1)/v1/decisions" > "$folder/wrk" &
load=$!
while kill -0 "$load" 2> /dev/null; do awk '/^VmRSS/ { print $2 }' "/proc/$service/status" >> "$folder/rss"; sleep 1; done
wait "$load"
cat "$folder/wrk"
if grep -qE 'Non-2xx|Socket errors' "$folder/wrk"; then echo "✘ 答えられない要求がある"; exit 1; fi
"$kiyaku" log verify --data "$folder/data"
python3 - "$folder/rss" <<'PY'
import statistics, sys
rss = [int(line) / 1024 for line in open(sys.argv[1])]
quarter = len(rss) // 4
before, after = statistics.median(rss[quarter:2 * quarter]), statistics.median(rss[-quarter:])
print(f"RSS: {rss[0]:.0f} → {before:.0f} → {after:.0f} MiB (most {max(rss):.0f})")
sys.exit(0 if after <= before * 1.1 else "✘ メモリが平らでない")
PY
