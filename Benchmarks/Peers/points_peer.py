#!/usr/bin/env python3
"""The best exact peer for points: scipy's cKDTree on earth-centred coordinates, then pyproj's Geod.inv.

  points_peer.py within INCIDENTS.f64 SITES.f64 METRES RUNS       in memory, one thread
  points_peer.py nearest INCIDENTS.f64 SITES.f64 COUNT RUNS       in memory, one thread
  points_peer.py rings SITES.f64 METRES EDGES RUNS                vertices by Geod.fwd, neither cut nor written
  points_peer.py rings-cut SITES.f64 METRES EDGES RUNS            the same, cut by the antimeridian package, as GeoJSON
  points_peer.py within-csv INCIDENTS.csv SITES.csv METRES OUT    whole process
  points_peer.py nearest-csv INCIDENTS.csv SITES.csv COUNT OUT    whole process
  points_peer.py duckdb-csv INCIDENTS.csv SITES.csv METRES OUT    whole process, DuckDB with its spatial extension

Rings are cut for every tenth site, and the time is given times ten. DuckDB joins on a box in degrees around each site and then measures on the spheroid: what lies across the 180th
meridian or over a pole is missed.
"""
import json
import sys
import time

import numpy as np
from pyproj import Geod
from scipy.spatial import cKDTree

GEOD = Geod(ellps="WGS84")


def earth_centred(lon, lat):
    a, f = 6378137.0, 1 / 298.257223563
    e2 = f * (2 - f)
    phi, lam = np.radians(lat), np.radians(lon)
    n = a / np.sqrt(1 - e2 * np.sin(phi) ** 2)
    return np.c_[n * np.cos(phi) * np.cos(lam), n * np.cos(phi) * np.sin(lam), n * (1 - e2) * np.sin(phi)]


def within(inc, sites, radius):
    """Pairs as (incident, site, metres); the chord is never longer than the way, so nothing is missed."""
    a, b = cKDTree(earth_centred(*inc)), cKDTree(earth_centred(*sites))
    found = a.sparse_distance_matrix(b, radius * (1 + 1e-9) + 1e-6, output_type="coo_matrix")
    i, s = found.row, found.col
    d = GEOD.inv(inc[0][i], inc[1][i], sites[0][s], sites[1][s])[2]
    keep = d <= radius
    return i[keep], s[keep], d[keep]


def nearest(inc, sites, count):
    """Twice as many by chord as wanted, sorted by Geod.inv; nearly always right, never proven."""
    tree = cKDTree(earth_centred(*sites))
    s = tree.query(earth_centred(*inc), k=2 * count)[1]
    rows = np.repeat(np.arange(len(inc[0])), 2 * count)
    flat = s.ravel()
    d = GEOD.inv(inc[0][rows], inc[1][rows], sites[0][flat], sites[1][flat])[2].reshape(s.shape)
    order = np.argsort(d, axis=1, kind="stable")[:, :count]
    return np.take_along_axis(s, order, 1), np.take_along_axis(d, order, 1)


def rings(sites, radius, edges):
    """Vertices of geodesic circles; counter-clockwise for a negative number of edges."""
    count = len(sites[0])
    azimuths = np.tile(np.linspace(0, np.copysign(360, edges), abs(edges), endpoint=False), count)
    edges = abs(edges)
    lon, lat = np.repeat(sites[0], edges), np.repeat(sites[1], edges)
    return GEOD.fwd(lon, lat, azimuths, np.full(len(lon), radius))


def rings_cut(sites, radius, edges):
    """Text of the circles, cut at the 180th meridian and closed over the poles."""
    import antimeridian
    from shapely.geometry import Polygon, mapping

    lon, lat, _ = rings(sites, radius, -edges)
    features = []
    for at in range(0, len(lon), edges):
        ring = list(zip(lon[at : at + edges], lat[at : at + edges]))
        shape = antimeridian.fix_polygon(Polygon(ring + ring[:1]))
        features.append({"type": "Feature", "geometry": mapping(shape), "properties": {"site": at // edges}})
    return json.dumps({"type": "FeatureCollection", "features": features})


DUCKDB_JOIN = """
COPY (
  SELECT a, b, printf('%.3f', d) AS distance_m FROM (
    SELECT i.id AS a, s.id AS b,
      ST_Distance_Spheroid(ST_Point2D(i.lat, i.lon), ST_Point2D(s.lat, s.lon)) AS d
    FROM read_csv('{incidents}') i
    JOIN (
      SELECT id, lon, lat, {metres} / 110574 AS up,
        {metres} / 111320 / greatest(cos(radians(least(abs(lat) + {metres} / 110574, 90))), 1e-3) AS aside
      FROM read_csv('{sites}')
    ) s
    ON ST_Intersects(
      ST_Point(i.lon, i.lat),
      ST_MakeEnvelope(s.lon - aside * 1.01, s.lat - up * 1.01, s.lon + aside * 1.01, s.lat + up * 1.01))
  ) WHERE d <= {metres} ORDER BY a, d
) TO '{out}' (HEADER)
"""


def duckdb_join(incidents, sites, metres, out):
    from pathlib import Path

    import duckdb
    import duckdb_extension_spatial

    folder = Path(duckdb_extension_spatial.__file__).parent
    extension = next(folder.rglob("spatial.duckdb_extension"))
    database = duckdb.connect()
    database.execute(f"LOAD '{extension}'")
    database.execute(DUCKDB_JOIN.format(incidents=incidents, sites=sites, metres=metres, out=out))


def binary(path):
    pairs = np.fromfile(path).reshape(-1, 2)
    return np.ascontiguousarray(pairs[:, 0]), np.ascontiguousarray(pairs[:, 1])


def table(path):
    import pandas as pd

    frame = pd.read_csv(path, usecols=["id", "lon", "lat"])
    return frame["id"].to_numpy(), (frame["lon"].to_numpy(), frame["lat"].to_numpy())


def timed(job, runs, body, times=1):
    walls, cpus = [], []
    for _ in range(runs):
        wall, cpu = time.perf_counter(), time.process_time()
        body()
        walls.append((time.perf_counter() - wall) * times)
        cpus.append((time.process_time() - cpu) * times)
    print(json.dumps({"job": job, "wall_min": min(walls), "wall_median": sorted(walls)[runs // 2], "cpu_min": min(cpus)}))


def main():
    if sys.argv[1] == "rings":
        sit = binary(sys.argv[2])
        timed("rings", int(sys.argv[5]), lambda: rings(sit, float(sys.argv[3]), int(sys.argv[4])))
        return
    if sys.argv[1] == "rings-cut":
        import antimeridian  # noqa: F401, so that loading it is not measured

        sit = tuple(np.ascontiguousarray(values[::10]) for values in binary(sys.argv[2]))
        timed("rings", int(sys.argv[5]), lambda: rings_cut(sit, float(sys.argv[3]), int(sys.argv[4])), times=10)
        return
    job, incidents, sites, number = sys.argv[1:5]
    if job in ("within", "nearest"):
        inc, sit, runs = binary(incidents), binary(sites), int(sys.argv[5])
        if job == "within":
            timed(job, runs, lambda: within(inc, sit, float(number)))
        else:
            timed(job, runs, lambda: nearest(inc, sit, int(number)))
        return
    if job == "duckdb-csv":
        duckdb_join(incidents, sites, float(number), sys.argv[5])
        return
    import pandas as pd

    (ids, inc), (names, sit) = table(incidents), table(sites)
    if job == "within-csv":
        i, s, d = within(inc, sit, float(number))
        order = np.lexsort((d, i))
        i, s, d = i[order], s[order], d[order]
    else:
        s, d = nearest(inc, sit, int(number))
        i = np.repeat(np.arange(len(ids)), s.shape[1])
        s, d = s.ravel(), d.ravel()
    out = pd.DataFrame({"a": ids[i], "b": names[s], "distance_m": d})
    out.to_csv(sys.argv[5], index=False, float_format="%.3f")


main()
