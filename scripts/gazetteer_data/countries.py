"""data/countries.tsv: every country and territory with a point, codes and names."""

from . import tables

HEADER = (
    "iso2 iso3 geonameid name lat lon capital_geonameid continent population area_km2 names short_forms"
    " point_source"
).split()


def write(path, countries, cities, translations, corrections):
    rows = [
        _row(country, cities, translations, corrections[iso2])
        for iso2, country in sorted(countries.items())
    ]
    tables.write(path, HEADER, rows)


def _row(country, cities, translations, correction):
    iso2 = country["iso"]
    wanted = correction["names"].split("|")
    dropped = {item[1:] for item in wanted if item.startswith("!")}
    name = _without_article(country["name"])
    names = tables.Names()
    names.add("en", name)
    names.add_tagged("|".join(item for item in wanted if not item.startswith("!")))
    for language in tables.LANGUAGES:
        form = tables.clean(translations[language].get(iso2, ""))
        if f"{language}:{form}" not in dropped and form and tables.script_fits(language, form):
            names.add(language, _without_article(form) if language == "en" else form)
    short = tables.Names()
    short.add_tagged(correction["short_forms"])
    return (
        iso2, country["iso3"], country["geonameid"], name,
        correction["lat"], correction["lon"], _capital(country, cities), country["continentcode"],
        country["population"], round(country["areakm2"]), names.text(), short.text(),
        correction["point_source"],
    )


def _without_article(name):
    """An article in a name would stretch every mention of it."""
    return tables.clean(name).removeprefix("The ")


def _capital(country, cities):
    """The id of the most populous settlement of the country that bears the capital's name."""
    wanted = tables.key(country["capital"])
    if not wanted:
        return None
    best = None
    for city in cities.get(country["iso"], []):
        exact = tables.key(city["name"]) == wanted
        if exact or any(tables.key(form) == wanted for form in city["alternatenames"]):
            rank = (exact, city["population"], -city["geonameid"])
            if best is None or rank > best[0]:
                best = (rank, city["geonameid"])
    return best and best[1]
