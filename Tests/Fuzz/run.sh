#!/usr/bin/env bash
# libFuzzer with the address sanitizer: Tests/Fuzz/run.sh [seconds each] [ParserFuzz|FactsFuzz].
# What it finds stays in .build/fuzz/found; run the program with that file to see it again.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-60}
build=.build/fuzz
# Without this a crash waits for a backtrace that does not come; memory of the runtime that lives as long as the program is no leak.
export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0

# The rooms with the sanitizers in them, in a folder of their own.
for room in Facts Planning; do
  swift build -c release --scratch-path "$build" --target "$room" --sanitize address -Xswiftc -sanitize=fuzzer
done
bin=$(swift build -c release --scratch-path "$build" --show-bin-path)
package=$(basename "$PWD" | tr '[:upper:]' '[:lower:]')
objects=$(find "$bin" -path '*.build/*.o' ! -path '*Tests.build/*' ! -name '*_main.o')

mkdir -p "$build/found" "$build/seeds/ParserFuzz" "$build/seeds/FactsFuzz"
cp Rules/*/*.kiyaku "$build/seeds/ParserFuzz/"
cp Corpus/cases/*.json "$build/seeds/FactsFuzz/"

for target in ${2:-ParserFuzz FactsFuzz}; do
  # shellcheck disable=SC2086
  swiftc -O -parse-as-library -use-ld=lld -sanitize=fuzzer,address -package-name "$package" -module-name "$target" \
    -I "$bin/Modules" -I Sources/CPCRE2 -I "$build/checkouts/Yams/Sources/CYaml/include" "Tests/Fuzz/$target.swift" $objects $(pkg-config --libs libpcre2-8) -o "$build/$target"
  mkdir -p "$build/corpus/$target"
  "$build/$target" -max_total_time="$seconds" -max_len=4096 -timeout=10 -print_final_stats=1 -artifact_prefix="$build/found/$target-" \
    "$build/corpus/$target" "$build/seeds/$target" 2>&1 | tail -n 12
done
