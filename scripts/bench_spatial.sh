#!/bin/sh
# Cordon's spatial parts beside the best peers: the same files, the same minutes, every answer checked.
#
#   scripts/bench_spatial.sh DATA [CHECKS]
#
# DATA    a folder with incidents_N.csv, .f64 and .geojson, sites.csv and .f64, pairs_near.f64; they are made by
#         Benchmarks/Peers/make_points.py when they are not there. truth_j2_N.i64 and truth_j3_N.f64, for the checks
# CHECKS  the folder with check_pairs.py, check_knn.py and check_rings.py; without it the whole processes' answers are
#         compared with the peer's, byte by byte
#
#   N=1000000       incidents
#   RUNS=3          of which the least processor time counts, so that other work on the machine does not
#   JOBS="J3 files" some of J1 J2 J3 files J4 J5 only
#   PYTHON=python3  with numpy, scipy, pandas, pyproj, shapely; antimeridian, duckdb and duckdb-extension-spatial if wanted
#   CORDON=cordon   a release build
#   PGDATABASE      with PostGIS: asked too, when psql can reach it and it has tables inc and sites
#
# Peers that are missing are left out and said so. Ratios are of processor time, theirs to ours; wall stands
# beside it.
set -eu

data=${1:?folder with the input}
checks=${2:-}
n=${N:-1000000}
runs=${RUNS:-3}
jobs=${JOBS:-J1 J2 J3 files J4 J5}
python=${PYTHON:-python3}
here=$(cd "$(dirname "$0")/.." && pwd)
cordon=${CORDON:-$here/.build/release/cordon}
bench=$here/Benchmarks/.build/release/spatial-benchmarks
peer=$here/Benchmarks/Peers/points_peer.py
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export OMP_NUM_THREADS=1 SPATIAL_DATA="$data" PYTHONWARNINGS=ignore

[ -x "$bench" ] || (cd "$here/Benchmarks" && swift build -c release --product spatial-benchmarks)
[ -x "$cordon" ] || make -C "$here" build >&2

[ -f "$data/incidents_$n.csv" ] || "$python" "$here/Benchmarks/Peers/make_points.py" "$data" "$n"

results=$work/results
: >"$results"

# note JOB WHO WALL CPU MIB
note() { printf '%s\t%s\t%s\t%s\t%s\n' "$@" >>"$results"; }

# json FIELD: the field's number in the line of JSON on standard input
json() { sed -n "s/.*\"$1\": *\([0-9.e+-]*\).*/\1/p" | head -n 1; }

# least JOB WHO COMMAND...: a command that prints its own costs as JSON
least() {
  job=$1 who=$2
  shift 2
  /usr/bin/time -f %M -o "$work/rss" "$@" >"$work/line"
  grep "\"wall_min\"" "$work/line" | tail -n 1 >"$work/last"
  note "$job" "$who" "$(json wall_min <"$work/last")" "$(json cpu_min <"$work/last")" $(($(tail -n 1 "$work/rss") / 1024))
}

# whole JOB WHO COMMAND...: a process from start to end, the least of the runs
whole() {
  job=$1 who=$2
  shift 2
  : >"$work/times"
  i=0
  while [ $i -lt "$runs" ]; do
    /usr/bin/time -f '%U %S %e %M' -a -o "$work/times" "$@" || { echo "$who failed at $job" >&2; return 0; }
    i=$((i + 1))
  done
  awk -v job="$job" -v who="$who" '
    { cpu = $1 + $2; if (NR == 1 || cpu < c) c = cpu; if (NR == 1 || $3 < w) w = $3; if ($4 > m) m = $4 }
    END { printf "%s\t%s\t%.2f\t%.2f\t%d\n", job, who, w, c, m / 1024 }' "$work/times" >>"$results"
}

checked() { [ -n "$checks" ] && (cd "$checks" && "$python" "$@") | sed 's/^/    /'; }

# wanted JOB: whether it is one of those asked for
wanted() { case " $jobs " in *" $1 "*) true ;; *) false ;; esac; }

inc=$data/incidents_$n
if wanted J1; then
  echo "J1 pairs up to 50 km"
  "$bench" distances "$data/pairs_near.f64" "$runs" >"$work/j1"
  for kind in geod_inverse closed_form conversion; do
    grep "\"$kind\",\"wall" "$work/j1" >"$work/last"
    who=cordon
    [ $kind = geod_inverse ] && who=geod_inverse
    [ $kind = conversion ] && who="cordon, earth-centred coordinates of both"
    note J1 "$who" "$(json wall_min <"$work/last")" "$(json cpu_min <"$work/last")" 0
  done
  tail -n 1 "$work/j1" | sed 's/^/    /'
fi

if wanted J2; then
  for radius in 5000 50000; do
    echo "J2 $radius m, in memory, one thread"
    least "J2 $radius m" cordon "$bench" within "$inc.f64" "$data/sites.f64" $radius "$runs" "$work/pairs.csv"
    suffix=$([ $radius = 5000 ] || echo r50)
    checked check_pairs.py "$work/pairs.csv" "$data/truth_j2${suffix}_$n.i64" || true
    least "J2 $radius m" "cKDTree + Geod.inv" "$python" "$peer" within "$inc.f64" "$data/sites.f64" $radius "$runs"
  done
fi

if wanted J3; then
  echo "J3 k = 5, in memory, one thread"
  least "J3 k = 5" cordon "$bench" nearest "$inc.f64" "$data/sites.f64" 5 "$runs" "$work/rows.csv"
  checked check_knn.py "$work/rows.csv" "$data/truth_j3_$n.f64" || true
  least "J3 k = 5" "cKDTree + Geod.inv" "$python" "$peer" nearest "$inc.f64" "$data/sites.f64" 5 1
fi

if wanted files; then
  echo "Whole processes, tables in, table out"
  whole "J2 5000 m, files" "cordon, 1 thread" sh -c "'$cordon' join '$inc.csv' '$data/sites.csv' --within 5km --threads 1 >'$work/out.csv'"
  whole "J2 5000 m, files" cordon sh -c "'$cordon' join '$inc.csv' '$data/sites.csv' --within 5km >'$work/out.csv'"
  tail -n +2 "$work/out.csv" >"$work/pairs.csv"
  checked check_pairs.py "$work/pairs.csv" "$data/truth_j2_$n.i64" || true
  whole "J2 5000 m, files" "cKDTree + Geod.inv" "$python" "$peer" within-csv "$inc.csv" "$data/sites.csv" 5000 "$work/peer.csv"
  sort "$work/out.csv" >"$work/a" && sort "$work/peer.csv" >"$work/b"
  cmp -s "$work/a" "$work/b" && echo "    the same bytes as the peer's" || echo "    differs from the peer's in $(diff "$work/a" "$work/b" | grep -c '^<') lines"
  if "$python" -c "import duckdb, duckdb_extension_spatial" 2>/dev/null; then
    whole "J2 5000 m, files" DuckDB "$python" "$peer" duckdb-csv "$inc.csv" "$data/sites.csv" 5000 "$work/duck.csv"
    sort "$work/duck.csv" >"$work/d"
    echo "    DuckDB: of its pairs $(comm -13 "$work/b" "$work/d" | wc -l) are not, and it has not $(comm -23 "$work/b" "$work/d" | wc -l)"
  else
    echo "    DuckDB is missing"
  fi
  whole "J3 k = 5, files" "cordon, 1 thread" sh -c "'$cordon' join '$inc.csv' '$data/sites.csv' --nearest 5 --threads 1 >'$work/out.csv'"
  whole "J3 k = 5, files" cordon sh -c "'$cordon' join '$inc.csv' '$data/sites.csv' --nearest 5 >'$work/out.csv'"
  tail -n +2 "$work/out.csv" >"$work/rows.csv"
  checked check_knn.py "$work/rows.csv" "$data/truth_j3_$n.f64" || true
  whole "J3 k = 5, files" "cKDTree + Geod.inv" "$python" "$peer" nearest-csv "$inc.csv" "$data/sites.csv" 5 "$work/peer.csv"
fi

if wanted J4; then
  echo "J4 rings of 64 edges as GeoJSON"
  least "J4 5000 m" cordon "$bench" rings "$data/sites.f64" 5000 64 "$runs" "$work/rings.geojson"
  checked check_rings.py "$work/rings.geojson" 5000 || true
  if "$python" -c "import antimeridian" 2>/dev/null; then
    least "J4 5000 m" "Geod.fwd + antimeridian" "$python" "$peer" rings-cut "$data/sites.f64" 5000 64 1
  else
    echo "    the antimeridian package is missing"
  fi
  least "J4 5000 m" "Geod.fwd, not cut at 180°, no text" "$python" "$peer" rings "$data/sites.f64" 5000 64 1
fi

if wanted J5; then
  echo "J5 features of 8 properties"
  least "J5 write" cordon "$bench" write "$inc.csv" "$work/features.geojson" "$runs"
  least "J5 read" cordon "$bench" read "$inc.geojson" "$runs"
  if command -v ogr2ogr >/dev/null; then
    runs=1
    whole "J5 write" "GDAL ogr2ogr" sh -c "rm -f '$work/gdal.geojson'; ogr2ogr -f GeoJSON '$work/gdal.geojson' '$inc.csv' -oo X_POSSIBLE_NAMES=lon -oo Y_POSSIBLE_NAMES=lat"
    whole "J5 read" "GDAL ogrinfo" sh -c "ogrinfo -al -so '$inc.geojson' >/dev/null"
  else
    echo "    GDAL is missing"
  fi
fi

# postgis JOB WHO QUERY: one process, its processor time read from the backend's own account
postgis() {
  start=$(date +%s.%N)
  cpu=$(
    psql -qAtX <<SQL | tail -n 1
SET max_parallel_workers_per_gather = 0;
SELECT pg_backend_pid() AS pid \gset
\setenv BACKEND :pid
$3;
\! sed 's/.*) //' /proc/\$BACKEND/stat | awk '{ print (\$12 + \$13) / 100 }'
SQL
  )
  note "$1" "$2" "$(date +%s.%N | awk -v start="$start" '{ print $1 - start }')" "$cpu" 0
}

if command -v psql >/dev/null && psql -Atc "SELECT 1 FROM inc LIMIT 1" >/dev/null 2>&1; then
  echo "PostGIS, one process, tables loaded and indexed before"
  wanted files && postgis "J2 5000 m, files" "PostGIS ST_DWithin" \
    "SELECT count(*), sum(ST_Distance(i.g, s.g)) FROM inc i JOIN sites s ON ST_DWithin(i.g, s.g, 5000)"
  wanted J3 && postgis "J3 k = 5" "PostGIS <->" \
    "SELECT count(*), sum(d) FROM inc i, LATERAL (SELECT i.g <-> s.g AS d FROM sites s ORDER BY 1 LIMIT 5) x"
else
  echo "PostGIS is missing, or has no tables inc(g) and sites(g) of type geography"
fi

echo
awk -F '\t' '
  { line[NR] = $0; if ($2 ~ /^cordon/ && !($1 in wall)) { wall[$1] = $3; cpu[$1] = $4 } }
  END {
    printf "%-18s %-36s %10s %10s %8s %8s %8s\n", "job", "who", "wall s", "cpu s", "MiB", "x wall", "x cpu"
    for (i = 1; i <= NR; i++) {
      split(line[i], f, "\t")
      printf "%-18s %-36s %10.3f %10.3f %8d", f[1], f[2], f[3], f[4], f[5]
      if (f[2] !~ /^cordon/) printf " %8.1f %8.1f", f[3] / wall[f[1]], f[4] / cpu[f[1]]
      print ""
    }
  }' "$results"
