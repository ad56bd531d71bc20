#!/usr/bin/env python3
"""Make the points that the spatial benchmarks measure on: incidents and sites around the towns of the gazetteer.

  make_points.py FOLDER [INCIDENTS] [SITES] [SEED]        a million, ten thousand and 1 unless said

Writes incidents_N and sites as .csv (id, lon, lat and seven more columns), .f64 (longitude and latitude as
doubles) and .geojson, and pairs_near.f64 (a million pairs up to 50 km apart).  Most points lie within some tens of
kilometres of a town.  Put in on purpose, in parts per thousand of the incidents: 3 along or on the 180th meridian,
2 by or on a pole, 5 twice, 3 on a site, 2 opposite to a site, 10 anywhere, 5 at 5 km of a site but for a few
micrometres or less.  The same arguments give the same points.  Needs numpy and pyproj.
"""
import json
import sys
from pathlib import Path

import numpy as np
from pyproj import Geod

GEOD = Geod(ellps="WGS84")
SETTLEMENTS = Path(__file__).resolve().parents[2] / "data" / "settlements"
KINDS = ["missile_strike", "drone_attack", "air_strike", "shelling", "explosion", "other"]
COUNTRIES = ["UA", "IQ", "LY", "AF", "FR", "KE"]


def towns():
    """Longitudes and latitudes of the settlements that ship."""
    points = []
    for file in sorted(SETTLEMENTS.glob("*.tsv")):
        with open(file, encoding="utf-8") as lines:
            header = next(lines).rstrip("\n").split("\t")
            lat, lon = header.index("lat"), header.index("lon")
            for line in lines:
                cells = line.split("\t")
                points.append((float(cells[lon]), float(cells[lat])))
    return np.array(points)


def around(random, centres, count, kilometres):
    chosen = centres[random.integers(0, len(centres), count)]
    distance = random.exponential(kilometres * 1000, count)
    lon, lat, _ = GEOD.fwd(chosen[:, 0], chosen[:, 1], random.uniform(-180, 180, count), distance)
    return np.c_[lon, lat]


def anywhere(random, count):
    return np.c_[random.uniform(-180, 180, count), np.degrees(np.arcsin(random.uniform(-1, 1, count)))]


def meridian(random, count):
    side = np.where(random.random(count) < 0.5, -180.0, 180.0)
    inside = random.uniform(0, 0.1, count) * (random.random(count) < 0.7)
    return np.c_[side - np.sign(side) * inside, random.uniform(-70, 70, count)]


def polar(random, count):
    lat = 90 - random.uniform(0, 0.1, count) * (random.random(count) < 0.9)
    return np.c_[random.uniform(-180, 180, count), np.where(random.random(count) < 0.5, lat, -lat)]


def on_the_edge(random, sites, count):
    """5 km from a site, give or take nothing, a micrometre, a millimetre or a metre."""
    chosen = sites[random.integers(0, len(sites), count)]
    step = random.choice([0, 1e-6, 1e-3, 1.0], count) * random.choice([-1, 1], count)
    lon, lat, _ = GEOD.fwd(chosen[:, 0], chosen[:, 1], random.uniform(-180, 180, count), 5000 + step)
    return np.c_[lon, lat]


def make_sites(random, centres, count):
    special = [meridian(random, count // 100), polar(random, count // 200)]
    plain = around(random, centres, count - sum(map(len, special)) - count // 200, 5)
    return np.concatenate([plain, *special, plain[: count // 200]])


def make_incidents(random, centres, sites, count):
    part = lambda thousandths: count * thousandths // 1000
    on_site = sites[random.integers(0, len(sites), part(3))]
    opposite = sites[random.integers(0, len(sites), part(2))]
    opposite = np.c_[np.where(opposite[:, 0] > 0, opposite[:, 0] - 180, opposite[:, 0] + 180), -opposite[:, 1]]
    special = [
        meridian(random, part(3)), polar(random, part(2)), on_site, opposite, anywhere(random, part(10)),
        on_the_edge(random, sites, part(5)),
    ]
    plain = around(random, centres, count - sum(map(len, special)) - part(5), 15)
    points = np.concatenate([plain, *special, plain[: part(5)]])
    return points[random.permutation(len(points))]


def write(folder, name, points, random):
    points.astype("<f8").tofile(folder / f"{name}.f64")
    kinds = random.integers(0, len(KINDS), len(points))
    days = random.integers(1, 29, len(points))
    with open(folder / f"{name}.csv", "w") as table, open(folder / f"{name}.geojson", "w") as layer:
        table.write("id,lon,lat,date,kind,actor,country,city,fatalities,title\n")
        layer.write('{"type":"FeatureCollection","features":[\n')
        for i, (lon, lat) in enumerate(points.tolist()):
            row = {
                "id": i, "date": f"2024-03-{days[i]:02d}", "kind": KINDS[kinds[i]], "actor": f"Group {i % 97}",
                "country": COUNTRIES[i % len(COUNTRIES)], "city": f"Town {i % 4999}", "fatalities": i % 7,
                "title": f"Report {i} of {KINDS[kinds[i]]}",
            }
            values = list(row.values())
            table.write(",".join(map(str, [values[0], repr(lon), repr(lat), *values[1:]])) + "\n")
            geometry = {"type": "Point", "coordinates": [lon, lat]}
            feature = {"type": "Feature", "geometry": geometry, "properties": row}
            layer.write(("" if i == 0 else ",\n") + json.dumps(feature, separators=(",", ":")))
        layer.write("\n]}\n")


def main():
    folder = Path(sys.argv[1])
    count, sites_count, seed = (int(sys.argv[i]) if len(sys.argv) > i else d
                                for i, d in ((2, 1_000_000), (3, 10_000), (4, 1)))
    folder.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(seed)
    centres = towns()
    sites = make_sites(random, centres, sites_count)
    incidents = make_incidents(random, centres, sites, count)
    write(folder, "sites", sites, random)
    write(folder, f"incidents_{count}", incidents, random)
    near = around(random, centres, 1_000_000, 15)
    away = random.uniform(0, 50_000, len(near))
    lon, lat, _ = GEOD.fwd(near[:, 0], near[:, 1], random.uniform(-180, 180, len(near)), away)
    np.c_[near, lon, lat].astype("<f8").tofile(folder / "pairs_near.f64")


main()
