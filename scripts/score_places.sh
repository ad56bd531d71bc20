#!/bin/sh
# Score the places that the release program finds in annotated corpora.
#
#   scripts/score_places.sh FOLDER        or   CORPORA=FOLDER scripts/score_places.sh
#
# FOLDER holds corpora as JSON Lines, {"id", "text", "toponyms": [{"start", "end", "lat", "lon"}]}, offsets in
# Unicode scalars, and a scorer, score.py, in it or in the folder above; SCORER=FILE names another.
# LGL counts adjectives and governments as toponyms: OPTIONS_lgl="--demonyms --metonyms" scores it so.
# CORDON=FILE uses that program instead of building one.
set -eu

folder=${1:-${CORPORA:-}}
if [ -z "$folder" ] || [ ! -d "$folder" ]; then
  echo "score_places.sh: give the folder of the corpora, as the argument or in CORPORA" >&2
  exit 64
fi
scorer=${SCORER:-}
for candidate in "$folder/score.py" "$folder/../score.py"; do
  if [ -z "$scorer" ] && [ -f "$candidate" ]; then scorer=$candidate; fi
done
if [ ! -f "$scorer" ]; then
  echo "score_places.sh: there is no score.py in $folder or above it; name it in SCORER" >&2
  exit 66
fi
root=$(cd "$(dirname "$0")/.." && pwd)
program=${CORDON:-}
if [ -z "$program" ]; then
  make -C "$root" build >&2
  program=$root/.build/release/cordon
fi
export CORDON_DATA="${CORDON_DATA:-$root/data}"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT INT TERM

printf '%-12s  %5s  %10s  %11s  %6s  %7s  %9s  %5s\n' \
  corpus F1 'Acc@161 e2e' 'given spans' Acc@20 'mean km' 'median km' AUC
for gold in "$folder"/*.jsonl; do
  name=$(basename "$gold" .jsonl)
  eval "options=\${OPTIONS_$(printf %s "$name" | tr -c 'A-Za-z0-9' _):-}"
  # shellcheck disable=SC2086  # the options are words
  "$program" geocode "$gold" --format jsonl $options > "$scratch/found.jsonl"
  "$program" geocode "$gold" --format jsonl --spans "$gold" > "$scratch/given.jsonl"
  python3 "$scorer" "$gold" "$scratch/found.jsonl" --json > "$scratch/found.json"
  python3 "$scorer" "$gold" "$scratch/given.jsonl" --resolution-only --json > "$scratch/given.json"
  python3 - "$name" "$scratch/found.json" "$scratch/given.json" << 'PY'
import json
import sys

name, found, given = sys.argv[1], json.load(open(sys.argv[2])), json.load(open(sys.argv[3]))
whole, spans = found["resolution_all"], given["resolution_all"]
print("%-12s  %.3f  %11.3f  %11.3f  %6.3f  %7.0f  %9.1f  %.3f" % (
    name, found["recognition"]["strict"]["f1"], whole["acc161"], spans["acc161"], whole["acc20"],
    whole["mean_km"], whole["median_km"], whole["auc"]))
PY
done
