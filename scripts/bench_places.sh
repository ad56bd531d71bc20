#!/bin/sh
# Measure how fast places are found, beside two programs that only find names.
#
#   scripts/bench_places.sh TEXTS.jsonl [MEGABYTES]
#
# TEXTS.jsonl holds records {"id", "text"}; their texts are repeated under new ids to so many megabytes (100 unless
# said). Cordon recognises and resolves: in memory, from a text to its mentions (`Benchmarks`), and as a whole process,
# with files and JSON, on one core and on two; geotext and flashgeotext find names, in memory, on one core. All are
# measured in turn, in the same minutes, by the processor time they take; the gain of two cores is by the clock. Both
# programs of Cordon have Swift's libraries in them, as `make` builds the one that is installed: calls across a shared
# library's border cost a tenth of the time.
#
# PEERS names a folder with a Python environment that has geotext and flashgeotext; without it one is made in
# ~/.cache/cordon/peers with venv and pip, which needs the network once. Linux (taskset, GNU time) is needed.
# CORDON=FILE and BENCH=FILE use those programs instead of building them; ROUNDS=N measures each N times and takes the
# best (2).
set -eu

texts=${1:-}
megabytes=${2:-100}
if [ ! -f "$texts" ]; then
  echo "bench_places.sh: give a JSON Lines file of records with \"id\" and \"text\"" >&2
  exit 64
fi
for tool in taskset python3 /usr/bin/time; do
  command -v "$tool" > /dev/null || { echo "bench_places.sh: needs $tool" >&2; exit 69; }
done
root=$(cd "$(dirname "$0")/.." && pwd)
program=${CORDON:-}
if [ -z "$program" ]; then
  make -C "$root" build >&2
  program=$root/.build/release/cordon
fi
bench=${BENCH:-}
if [ -z "$bench" ]; then
  (cd "$root/Benchmarks" && swift build -c release --static-swift-stdlib --product place-benchmarks) >&2
  bench=$root/Benchmarks/.build/release/place-benchmarks
fi
export CORDON_DATA="${CORDON_DATA:-$root/data}"
peers=${PEERS:-$HOME/.cache/cordon/peers}
if [ ! -x "$peers/bin/python" ]; then
  python3 -m venv "$peers"
  "$peers/bin/pip" install --quiet geotext flashgeotext >&2
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT INT TERM
exec "$peers/bin/python" "$root/scripts/bench_places.py" "$program" "$bench" "$texts" "$megabytes" "$scratch" "${ROUNDS:-2}"
