#!/bin/sh
# usage: unpack.sh DIR — puts the record into a new folder, ready for --data DIR
set -e
here=$(dirname "$0")
mkdir -m 700 "$1"
cp "$here/record.sqlite" "$here/record.key" "$1"
cp -r "$here/editions" "$1/editions"
for edition in "$1"/editions/*.tar.gz; do tar -xzf "$edition" -C "$1/editions" && rm "$edition"; done
chmod 600 "$1/record.sqlite" "$1/record.key"
