#!/usr/bin/env python3
"""Adds diplomatic missions to data/sites.csv from a table of facts taken from Wikidata (CC0).

    scripts/add_missions.py MISSIONS.csv --as-of 2021 --all
    scripts/add_missions.py MISSIONS.csv --as-of 2021 --host UA --operator AZ

MISSIONS.csv is the file of the Database of Embassies (semicolons; operator, country, city, address,
latitude, longitude, type, QID are read), or has the columns wikidata_id, name, kind,
operator_country_iso2, host_country_iso2, city, address, lat, lon. All rows, or those whose host or
operator is asked for, are added, unless a site with the same operator, host, city and kind, or from the
same Wikidata item, is there already; nothing that stands in sites.csv is changed, except the order: rows
are sorted by id.
"""

import argparse
import csv
import functools
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

from gazetteer_data import embassies, tables
from gazetteer_data.check import SITE_HEADER
from gazetteer_data.geometry import distance_km

KIND_WORDS = {
    "embassy": "emb", "high commission": "highcom", "consulate general": "con", "consulate": "con",
    "honorary consulate": "honcons", "apostolic nunciature": "nunciature", "consular agency": "conagency",
    "de facto embassy": "office",
}
SOURCE = "Wikidata {} via Database of Embassies ({}, CC0)."

# Accuracy in metres by decimals of the coarser coordinate; fewer decimals: the last entry.
ACCURACY = {3: 1000, 2: 5000}
ACCURACY_FINE = 150
ACCURACY_SHARED = 2000
SAME_POINT_KM = 0.03
CITY_CENTRE_KM = 0.2
# Two positions of one mission farther apart than its parts can be: nobody knows which is right.
PARTS_KM = 15


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("missions", type=Path)
    parser.add_argument("--sites", type=Path, default=Path(__file__).parent.parent / "data/sites.csv")
    parser.add_argument("--as-of", type=int, required=True, metavar="YEAR", help="the state of MISSIONS.csv")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--host", action="append", default=[], metavar="ISO2")
    parser.add_argument("--operator", action="append", default=[], metavar="ISO2")
    options = parser.parse_args()
    sites = read(options.sites)
    everywhere = missions_of(options.missions, options.sites.parent)
    missions = [
        row for row in everywhere
        if options.all or row["host_country_iso2"] in options.host
        or row["operator_country_iso2"] in options.operator
    ]
    known = {
        (s["operator_country"] or s["name"], s["host_country"], tables.key(s["city"]), s["kind"])
        for s in sites
    }
    items = {item for site in sites for item in re.findall(r"\bQ[0-9]+\b", site["source"])}
    ids = {site["id"] for site in sites}
    centres = {city: centre(options.sites.parent, *city) for city in {where(m) for m in missions}}
    sharing = Sharing(everywhere)
    for same in in_groups(missions):
        mission = same[0]
        if identity(mission) in known or any(m["wikidata_id"] in items for m in same):
            continue
        apart = max(distance_km(point(mission), point(other)) for other in same)
        if apart > PARTS_KM:
            print(f"{mission['name']}: {apart:.0f} km between its positions; left out.", file=sys.stderr)
            continue
        site = as_site(mission, sharing.count(mission), centres[where(mission)], apart, options.as_of)
        while site["id"] in ids:
            # Towns of one name in two countries.
            site["id"] += "-" + mission["host_country_iso2"].lower()
        ids.add(site["id"])
        sites.append(site)
    with options.sites.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, SITE_HEADER, lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(sites, key=lambda s: s["id"]))


def missions_of(path, data):
    with path.open(encoding="utf-8") as file:
        if ";" not in file.readline():
            return read(path)
    rows, left_out = embassies.missions(path, data, KIND_WORDS)
    print(*left_out, sep="\n", file=sys.stderr)
    return rows


def identity(mission):
    return (
        mission["operator_country_iso2"] or mission["name"], mission["host_country_iso2"],
        tables.key(mission["city"]), mission["kind"],
    )


def in_groups(missions):
    """The rows of one mission together, the oldest item first."""
    groups = defaultdict(list)
    for mission in sorted(missions, key=lambda m: int(m["wikidata_id"][1:])):
        groups[identity(mission)].append(mission)
    return groups.values()


class Sharing:
    """How many missions stand at one point."""

    def __init__(self, missions):
        self.cells = defaultdict(list)
        for mission in missions:
            self.cells[self._cell(*point(mission))].append(mission)

    def count(self, mission):
        lat, lon = self._cell(*point(mission))
        near = (m for i in (-1, 0, 1) for j in (-1, 0, 1) for m in self.cells.get((lat + i, lon + j), ()))
        operators = {
            other["operator_country_iso2"] or other["name"] for other in near
            if distance_km(point(mission), point(other)) < SAME_POINT_KM
        }
        return len(operators)

    @staticmethod
    def _cell(lat, lon):
        return round(lat * 500), round(lon * 500)


def read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def point(row):
    return float(row["lat"]), float(row["lon"])


def where(mission):
    return mission["host_country_iso2"], mission["city"]


def centre(data, country, city):
    """GeoNames' point of the city, or None."""
    rows = [row for row in settlements(data, country) if tables.key(row["name"]) == tables.key(city)]
    return point(max(rows, key=lambda row: int(row["population"]))) if rows else None


@functools.cache
def settlements(data, country):
    return list(tables.read(data / f"settlements/{country}.tsv"))


def as_site(mission, sharing, city_centre, apart, as_of):
    operator, city = mission["operator_country_iso2"], mission["city"]
    decimals = min(len(mission[c].partition(".")[2]) for c in ("lat", "lon"))
    source = SOURCE.format(mission["wikidata_id"], as_of)
    accuracy = ACCURACY_FINE if decimals >= 4 else ACCURACY.get(decimals, 5000)
    if decimals < 4:
        source += f" Latitude or longitude with {decimals} decimals only."
    if sharing > 1:
        accuracy = max(accuracy, ACCURACY_SHARED)
        source += f" {sharing} missions share this point: an office building or a rough placement."
    if city_centre and distance_km(point(mission), city_centre) < CITY_CENTRE_KM:
        accuracy = max(accuracy, ACCURACY_SHARED)
        source += " The point is the city's own, so it may only say which city."
    if apart > SAME_POINT_KM:
        accuracy = max(accuracy, round(apart * 1000, -2))
        source += f" Another item gives a position {apart * 1000:.0f} m away."
    return {
        "id": "-".join([operator.lower() or slug(sender(mission)), KIND_WORDS[mission["kind"]], slug(city)]),
        "name": mission["name"],
        "kind": mission["kind"], "operator_country": operator,
        "host_country": mission["host_country_iso2"], "city": city, "address": mission["address"],
        "lat": mission["lat"], "lon": mission["lon"], "accuracy_m": int(accuracy), "source": source,
        "as_of": as_of, "aliases": "",
    }


def sender(mission):
    """What stands between "of" and "in" in the name: the operator, where that has no code."""
    return re.sub(r"^.* of (.*) in .*$", r"\1", mission["name"])


def slug(text):
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


if __name__ == "__main__":
    main()
