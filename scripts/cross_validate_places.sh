#!/bin/sh
# Judge the places found in each annotated corpus by weights that were learned on the other corpora alone.
#
#   scripts/cross_validate_places.sh FOLDER
#
# FOLDER is as for score_places.sh; two corpora or more.  Prints the same table: recognition, end to end, and with the
# spans given.  CORDON=FILE uses that program instead of building one.  data/ranker.tsv is left as it is.
set -eu

folder=${1:-${CORPORA:-}}
if [ -z "$folder" ] || [ ! -d "$folder" ]; then
  echo "cross_validate_places.sh: give the folder of the corpora, as the argument or in CORPORA" >&2
  exit 64
fi
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
scorer=${SCORER:-}
for candidate in "$folder/score.py" "$folder/../score.py"; do
  if [ -z "$scorer" ] && [ -f "$candidate" ]; then scorer=$candidate; fi
done
CORDON=${CORDON:-}
if [ -z "$CORDON" ]; then
  make -C "$root" build >&2
  CORDON=$root/.build/release/cordon
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT INT TERM
cp -r "$root/data" "$scratch/data"
export CORDON CORDON_DATA="$scratch/data" SCORER="$scorer"

for gold in "$folder"/*.jsonl; do
  name=$(basename "$gold" .jsonl)
  "$CORDON" geocode "$gold" --explain --format jsonl > "$scratch/$name.free"
  "$CORDON" geocode "$gold" --spans "$gold" --explain --format jsonl > "$scratch/$name.given"
done
for gold in "$folder"/*.jsonl; do
  name=$(basename "$gold" .jsonl)
  free='' given=''
  for other in "$folder"/*.jsonl; do
    if [ "$other" = "$gold" ]; then continue; fi
    free="$free $scratch/$(basename "$other" .jsonl).free $other"
    given="$given $scratch/$(basename "$other" .jsonl).given $other"
  done
  cp "$root/data/ranker.tsv" "$scratch/data/ranker.tsv"
  # shellcheck disable=SC2086  # the files are words
  python3 "$here/train_ranker.py" recognition "$scratch/data/ranker.tsv" $free > /dev/null
  # shellcheck disable=SC2086
  python3 "$here/train_ranker.py" resolution "$scratch/data/ranker.tsv" $given > /dev/null
  mkdir -p "$scratch/$name"
  cp "$gold" "$scratch/$name/"
  "$here/score_places.sh" "$scratch/$name"
done
