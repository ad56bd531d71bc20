"""data/districts.tsv: second-level divisions, with points derived from their member places."""

import re
from collections import Counter, defaultdict

from . import geometry, tables

HEADER = "code name lat lon country admin1 population members radius_km point_source names".split()


def admin2_codes(matches, cities_by_id, counties):
    """{geonameid: second-level code}: the county's FIPS code in the US, elsewhere a word from its name."""
    fips = {(c["state"], tables.key(c["name"])): c["fips"][2:] for c in counties}
    codes = {}
    for geonameid, row in matches.items():
        name = tables.clean(row["admin2"])
        if not name:
            continue
        city = cities_by_id[geonameid]
        codes[geonameid] = _code(city["countrycode"], city["admin1code"], name, fips)
    return codes


def _code(country, admin1, name, fips):
    if country == "US" and (admin1, tables.key(name)) in fips:
        return fips[admin1, tables.key(name)]
    return re.sub(r"[^\w]+", "-", name.lower()).strip("-")


def rows(matches, cities_by_id, codes, former):
    """Districts of today's places, then the first-level regions of 2015 that have been dissolved.

    A district of one place of the same name adds nothing and is left out; one that bears the name of
    a larger set's town gets its type added, so that the bare name stays the town's.
    """
    towns = {(city["countrycode"], tables.key(city["name"])) for city in cities_by_id.values()}
    members, names = defaultdict(list), defaultdict(Counter)
    for geonameid, code in codes.items():
        city = cities_by_id[geonameid]
        district = (city["countrycode"], city["admin1code"], code)
        members[district].append(city)
        names[district][tables.clean(matches[geonameid]["admin2"])] += 1
    found = []
    for district, cities in members.items():
        name = min(names[district].items(), key=lambda item: (-item[1], item[0]))[0]
        places = {tables.key(c["name"]) for c in cities}
        if len(cities) == 1 and district[0] != "US" and any(p in tables.key(name) for p in places):
            continue
        if tables.key(name) in places:
            name += " municipality" if district[0] in _MUNICIPALITIES else " district"
        points = [(c["latitude"], c["longitude"]) for c in cities]
        found.append(_row(district, name, points, sum(c["population"] for c in cities), towns))
    for (country, name), old in former.items():
        points = [(row["lat"], row["lon"]) for row in old]
        slug = "former-" + re.sub(r"[^\w]+", "-", name.lower()).strip("-")
        found.append(_row((country, "", slug), tables.clean(name), points, 0, towns))
    return sorted(found)


def _row(district, name, points, population, towns):
    country, admin1, code = district
    lat, lon = geometry.hull_centre(points)
    spans = sorted(geometry.distance_km((lat, lon), point) for point in points)
    radius = spans[max(0, -(-len(spans) * 95 // 100) - 1)]
    names = tables.Names()
    for form in _forms(country, name, towns):
        names.add("en", form)
    return (
        f"{country}.{admin1}.{code}", name, tables.degrees(lat, 4), tables.degrees(lon, 4), country,
        admin1, population, len(points), max(1, round(radius)), "derived", names.text(),
    )


def _forms(country, name, towns):
    """The full name and the everyday English ones; a bare name only where no town of the country has it."""
    yield name
    if country == "US":
        yield re.sub(r" County$", " Co.", name)
        yield re.sub(r"^Saint ", "St. ", name)
        yield re.sub(r" Parish$", " parish", name)
        return
    for pattern, word in _FOREIGN_TYPES.get(country, []):
        bare = re.sub(pattern, "", name, flags=re.IGNORECASE).strip()
        if bare and bare != name:
            yield f"{bare} {word}"
            if (country, tables.key(bare)) not in towns and (country, bare) not in _WORDS:
                yield bare


_MUNICIPALITIES = ("BR", "CH", "DK", "EE", "FI", "MX", "NL", "NO", "PH", "PT", "SE")

_FOREIGN_TYPES = {
    "CZ": [(r"^Okres ", "district")],
    "DE": [(r"^(Landkreis|Kreis) ", "district"), (r"^Regierungsbezirk ", "region")],
    "AT": [(r"^(Politischer )?Bezirk ", "district")],
    "ES": [(r"^Provincia d(e|el|e la) ", "province"), (r"^Provincia d'", "province")],
    "IT": [(r"^Provincia d(i|el|ella|ell') ?", "province")],
    "PL": [(r"^Powiat ", "county")],
    "RO": [(r"^Comuna ", "commune"), (r"^Oras ", "town"), (r"^Municipiul ", "municipality")],
    "PE": [(r"^Provincia d(e|el|e la) ", "province")],
    "CL": [(r"^Provincia d(e|el|e la) ", "province")],
    "PH": [(r"^Province of ", "province")],
    "BE": [(r"^Provincie ", "province"), (r"^Province d(e|u|e la) ", "province")],
    "NL": [(r"^Gemeente ", "municipality")],
    "MA": [(r"^Province d[e'] ?", "province")],
    "FR": [(r"^(Departement|Territoire) (de la |de l'|des |du |de |d')", "department")],
}

# Bare names that are words of several languages, or of a compass.
_WORDS = {("FR", name) for name in ("Nord", "Lot", "Cher", "Ain", "Var", "Manche", "Landes", "Aube", "Eure")}
