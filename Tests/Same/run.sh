#!/usr/bin/env bash
# Whether the answers are what they were at the commit that Tests/Same/digests/commit names, with its rules and cases:
#   run.sh check [--part N]   all of them, or one in N
#   run.sh record             writes the digests anew, of what HEAD answers now
#   run.sh differences [N [--part M]]   builds that commit and shows both answers of N blocks that differ (20 where none is given)
# Builds nothing but that commit: `make same` has built the program and KiyakuSame.
set -euo pipefail
cd "$(dirname "$0")/../.."
task=${1:-check}; shift || true
digests=Tests/Same/digests
build=.build/release

pin() {
  pinned=.build/same/$1
  if ! git cat-file -e "$1^{commit}" 2>/dev/null; then
    echo "same: commit $1 is not in this repository (a shallow clone?), so nothing is compared: git fetch --unshallow" >&2
    return 1
  fi
  if [ ! -d "$pinned/Rules" ]; then
    rm -rf "$pinned.part"; mkdir -p "$pinned.part"
    git archive "$1" Rules Corpus/cases | tar -x -C "$pinned.part"
    mv "$pinned.part" "$pinned"
  fi
  pinned=$PWD/$pinned
}

same() { # builds task …
  "$1/KiyakuSame" "$2" --rules "$pinned/Rules/rns" --cases "$pinned/Corpus/cases" --digests "$digests" --program "$1/kiyaku" --root "$3" "${@:4}"
}

case $task in
check)
  pin "$(cat $digests/commit)" || { [ $# -gt 0 ] && exit 0; exit 2; }
  same "$PWD/$build" check "$PWD" "$@"
  ;;
record)
  [ -z "$(git status --porcelain -- Rules Corpus/cases Sources Tests/Same/*.swift)" ] || { echo "same: commit first: the digests are those of HEAD" >&2; exit 2; }
  commit=$(git rev-parse HEAD)
  pin "$commit"
  same "$PWD/$build" record "$PWD" "$@"
  echo "$commit" > $digests/commit
  ;;
differences)
  commit=$(cat $digests/commit)
  most=${1:-20}; shift || true
  pin "$commit" || exit 2
  old=$PWD/.build/same/$commit-tree
  [ -d "$old" ] || git worktree add --detach "$old" "$commit"
  swift build -c release --package-path "$old" --product kiyaku
  swift build -c release --package-path "$old" --product KiyakuSame
  same "$PWD/$build" check "$PWD" --list .build/same/blocks "$@" || true
  head -n "$most" .build/same/blocks > .build/same/looked-at
  same "$old/.build/release" show "$old" < .build/same/looked-at > .build/same/before
  same "$PWD/$build" show "$PWD" < .build/same/looked-at > .build/same/after
  diff -u .build/same/before .build/same/after || true
  ;;
*) echo "usage: run.sh check|record|differences" >&2; exit 2 ;;
esac
