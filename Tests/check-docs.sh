#!/usr/bin/env bash
# The documents: every relative link leads somewhere, every diagnostic has its page, every command named in docs/commands.md exists.
set -euo pipefail
cd "$(dirname "$0")/.."
fail=0
while IFS= read -r file; do
  while IFS= read -r link; do
    case "$link" in http*|\#*|"") continue ;; esac
    target="$(dirname "$file")/${link%%#*}"
    [ -e "$target" ] || { echo "$file: 行き先がありません: $link"; fail=1; }
  done < <(grep -oE '\]\([^)]+\)' "$file" | sed -E 's/^\]\(|\)$//g')
done < <(git ls-files '*.md')
for code in $(grep -oE '"K[0-9]{4}"' Sources/Diagnostics/DiagnosticCode.swift | tr -d '"'); do
  [ -f "docs/diagnostics/$code.md" ] || { echo "docs/diagnostics/$code.md がありません"; fail=1; }
done
for command in $(grep -oE '^\| `kiyaku [a-z]+' docs/commands.md | awk '{print $3}'); do
  .build/release/kiyaku help "$command" >/dev/null 2>&1 || { echo "コマンドがありません: $command"; fail=1; }
done
[ "$fail" = 0 ] && echo "文書: よし"
exit "$fail"
