#!/bin/bash
# What the page that is open to everyone costs the processor once it is warm: the processor's time of the service, by /proc, over so many GETs of
# each device. usage: Tests/Load/environment.sh [PROGRAM] [GETs], from the root of the repository.
set -eu
program=${1:-.build/release/kiyaku}
count=${2:-200}
export LC_ALL=C.UTF-8
data=$(mktemp -d)
"$program" serve --port 0 --data "$data" --proxy 127.0.0.1 >"$data/out" 2>"$data/err" &
service=$!
trap 'kill $service; wait $service 2>/dev/null || true; rm -r "$data"' EXIT
until grep -q '^http://' "$data/out"; do kill -0 $service; sleep 0.1; done
address=$(grep -m1 -o 'http://[0-9.:]*' "$data/out")
spent() { awk '{ print ($14 + $15) * 10 }' "/proc/$service/stat"; }
# Each GET is another address's: one address may not ask so often.
get() { curl -s -o /dev/null -w '%{http_code}\n' -A "$1" -H "X-Forwarded-For: 10.$2.$(($3 / 250)).$(($3 % 250))" "$address/environment"; }
device=0
measure() {
    for i in 1 2 3 4 5; do get "$2" $((100 + device)) $i >/dev/null; done
    before=$(spent)
    wrong=$(for ((i = 0; i < count; i++)); do get "$2" $device $i; done | grep -vc '^200$' || true)
    echo "$1: $(echo "$(spent) $before $count" | awk '{ printf "%.1f", ($1 - $2) / $3 }') ms of CPU a GET; $wrong not answered"
    device=$((device + 1))
}
measure iPhone 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1'
measure Windows 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36'
measure 'Android' 'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36'
measure 'says nothing' ''
