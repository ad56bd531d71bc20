"""What must hold in data/, whoever wrote it: build_data.py or a person with an editor."""

import csv
import re
from collections import Counter

from . import countries, districts, regions, settlements, tables

SETTLEMENTS = 234_908
FEATURE_KINDS = set(
    "continent world_region ocean sea gulf strait river lake island archipelago mountains mountain desert "
    "peninsula canal reef".split()
)
SITE_HEADER = (
    "id,name,kind,operator_country,host_country,city,address,lat,lon,accuracy_m,source,as_of,aliases"
    .split(",")
)
LARGEST_FILE = 50_000_000


def problems(data):
    """One sentence per problem; none means the tables are usable."""
    found = []
    known = set()
    for part in (_countries, _settlements, _regions, _districts, _demonyms, _features, _folding, _sites):
        found += part(data, known)
    for path in sorted(data.rglob("*")):
        if path.is_file() and path.stat().st_size > LARGEST_FILE:
            found.append(f"{path} is larger than {LARGEST_FILE} bytes.")
    return found


def _table(path, header, key, found):
    if not path.exists():
        found.append(f"{path} is missing.")
        return []
    first = path.open(encoding="utf-8").readline().rstrip("\n").split("\t")
    if first != header:
        found.append(f"{path}: the header is {first}, expected {header}.")
        return []
    rows = tables.read(path)
    doubles = [value for value, count in Counter(map(key, rows)).items() if count > 1]
    found += [f"{path}: {value} stands there {count_word(doubles)}." for value in doubles[:5]]
    return rows


def count_word(doubles):
    return f"more than once (one of {len(doubles)} such keys)"


def _point(path, name, row, found):
    try:
        lat, lon = float(row["lat"]), float(row["lon"])
    except ValueError:
        found.append(f"{path}: {name} has no point.")
        return
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        found.append(f"{path}: {name} lies outside the world at {lat}, {lon}.")


def _tagged(path, name, text, found):
    for item in filter(None, text.split("|")):
        if not re.match(r"^[a-z]{0,3}:\S", item):
            found.append(f"{path}: {name}: '{item}' is not of the form lang:form.")
        elif not tables.script_fits(*item.split(":", 1)):
            found.append(f"{path}: {name}: '{item}' is not in the script of its language.")


def _countries(data, known):
    found, path = [], data / "countries.tsv"
    for row in _table(path, countries.HEADER, lambda r: r["iso2"], found):
        known.add(row["iso2"])
        _point(path, row["iso2"], row, found)
        for column in ("names", "short_forms"):
            _tagged(path, row["iso2"], row[column], found)
        tags = {item.split(":")[0] for item in row["names"].split("|")}
        missing = [language for language in tables.CORE_LANGUAGES if language not in tags]
        if missing:
            found.append(f"{path}: {row['iso2']} has no name in {' '.join(missing)}.")
        if row["point_source"] not in ("geonames", "members", "known"):
            found.append(f"{path}: {row['iso2']}: point_source '{row['point_source']}' is unknown.")
    if len(known) < 250:
        found.append(f"{path} has {len(known)} countries, expected at least 250.")
    return found


def _settlements(data, known):
    found, ids = [], set()
    for path in sorted((data / "settlements").glob("*.tsv")):
        for row in _table(path, settlements.HEADER, lambda r: r["geonameid"], found):
            if row["geonameid"] in ids:
                found.append(f"{path}: {row['geonameid']} is in another file too.")
            ids.add(row["geonameid"])
            _point(path, row["name"], row, found)
            if row["country"] != path.stem or row["country"] not in known:
                found.append(f"{path}: {row['geonameid']} belongs to '{row['country']}'.")
            if not row["name"] or not row["population"].isdigit():
                found.append(f"{path}: {row['geonameid']} lacks a name or a population.")
    if len(ids) != SETTLEMENTS:
        found.append(f"{data / 'settlements'} has {len(ids)} places, expected {SETTLEMENTS}.")
    return found


def _regions(data, known):
    found, path = [], data / "regions.tsv"
    for row in _table(path, regions.HEADER, lambda r: r["code"], found):
        _point(path, row["code"], row, found)
        _tagged(path, row["code"], row["names"], found)
        if row["country"] not in known or not row["code"].startswith(row["country"] + "."):
            found.append(f"{path}: {row['code']} belongs to no known country.")
        if row["point_source"] not in ("geonames", "derived", "known"):
            found.append(f"{path}: {row['code']}: point_source '{row['point_source']}' is unknown.")
    return found


def _districts(data, known):
    found, path = [], data / "districts.tsv"
    for row in _table(path, districts.HEADER, lambda r: r["code"], found):
        _point(path, row["code"], row, found)
        _tagged(path, row["code"], row["names"], found)
        if row["country"] not in known:
            found.append(f"{path}: {row['code']} belongs to no known country.")
    return found


def _demonyms(data, known):
    found, path = [], data / "demonyms.tsv"
    header = "iso2 lang kind form".split()
    for row in _table(path, header, lambda r: tuple(r.values()), found):
        if row["iso2"] not in known or row["kind"] not in ("adjective", "people") or not row["form"]:
            found.append(f"{path}: {list(row.values())} has an unknown country or kind.")
        if not tables.script_fits(row["lang"], row["form"]):
            found.append(f"{path}: {list(row.values())} is not in the script of its language.")
    return found


def _features(data, known):
    found, path = [], data / "features.tsv"
    header = "id name kind lat lon radius_km west south east north names".split()
    for row in _table(path, header, lambda r: r["id"], found):
        _point(path, row["id"], row, found)
        _tagged(path, row["id"], row["names"], found)
        if row["kind"] not in FEATURE_KINDS:
            found.append(f"{path}: {row['id']}: '{row['kind']}' is no kind of feature.")
        west, south, east, north = (float(row[c]) for c in ("west", "south", "east", "north"))
        lon = float(row["lon"])
        inside = west <= lon <= east if west <= east else lon >= west or lon <= east
        if not (south <= float(row["lat"]) <= north and inside and float(row["radius_km"]) > 0):
            found.append(f"{path}: {row['id']}: the point is not in the box, or there is no radius.")
        tags = {item.split(":")[0] for item in row["names"].split("|")}
        missing = [language for language in tables.CORE_LANGUAGES if language not in tags]
        if missing:
            found.append(f"{path}: {row['id']} has no name in {' '.join(missing)}.")
    return found


def _folding(data, known):
    found, path = [], data / "folding.tsv"
    for row in _table(path, "from to note".split(), lambda r: r["from"], found):
        if len(row["from"]) != 1:
            found.append(f"{path}: '{row['from']}' is not one code point.")
    return found


def _sites(data, known):
    found, path, ids = [], data / "sites.csv", set()
    if not path.exists():
        return [f"{path} is missing."]
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        if rows.fieldnames != SITE_HEADER:
            return [f"{path}: the header is {rows.fieldnames}, expected {SITE_HEADER}."]
        for row in rows:
            _point(path, row["id"], row, found)
            if row["id"] in ids:
                found.append(f"{path}: {row['id']} stands there twice.")
            ids.add(row["id"])
            if row["host_country"] not in known or float(row["accuracy_m"]) <= 0 or not row["source"]:
                found.append(f"{path}: {row['id']} lacks a host country, an accuracy or a source.")
    return found
