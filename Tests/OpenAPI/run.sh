#!/usr/bin/env bash
# The API does what /openapi.json says, by schemathesis: Tests/OpenAPI/run.sh [rules] [examples for each operation].
# The service is one of its own on a free port, with a record that goes with it; its rules have few facts, but one of each type.
set -euo pipefail
cd "$(dirname "$0")/../.."
rules=${1:-Tests/OpenAPI/rules}
kiyaku=${KIYAKU_BIN:-.build/release/kiyaku}
examples=${2:-15}
folder=$(mktemp -d)
"$kiyaku" serve --port 0 --rate 10000000 --rules "$rules" --data "$folder/data" > "$folder/out" 2> "$folder/log" &
service=$!
trap 'kill "$service" 2>/dev/null || true; wait "$service" 2>/dev/null || true; rm -rf "$folder"' EXIT
for _ in $(seq 200); do
  grep -q '^http://' "$folder/out" && break
  kill -0 "$service" 2>/dev/null || { cat "$folder/log"; exit 1; }
  sleep 0.1
done
KIYAKU=$(grep '^http://' "$folder/out")
TOKEN=$(grep -o 'kyk_[0-9a-f]*' "$folder/out")
export KIYAKU TOKEN SCHEMATHESIS_HOOKS=hooks PYTHONPATH=$PWD/Tests/OpenAPI PYTHONDONTWRITEBYTECODE=1
schemathesis=$PWD/.build/openapi/bin/schemathesis
# In the folder that goes: what it keeps of earlier runs would make the next one another.
(cd "$folder" && "$schemathesis" --config-file "$PYTHONPATH/schemathesis.toml" run "$KIYAKU/openapi.json" --max-examples "$examples" --no-color)
# Whatever was sent, nothing went wrong inside, and every answer is on record as it was given.
if grep -q '"status":500' "$folder/log"; then grep '"status":500' "$folder/log" | head; exit 1; fi
"$kiyaku" log verify --data "$folder/data"
