"""Reads the CSV of the Database of Embassies (facts from Wikidata, CC0) as rows for add_missions.py.

The database says where a mission stands in its host's own divisions: "Ontario", "Woluwe-Saint-Lambert",
"Budapest District VI", often nothing. Reports name the city instead, so the city is worked out from the
position: the capital or the large town it belongs to.
"""

import csv
import re
from collections import namedtuple

from . import tables
from .geometry import distance_km

# A town draws missions from its surroundings by its inhabitants, a capital as if it had fifty times as many;
# both fade from here on.
PULL_KM = 8
CAPITAL_PULL = 50
CAPITAL_KM = 20
# Without a town in reach, a position is taken for wrong.
REACH_KM = 60
# Labels of Wikidata that countries.tsv does not have as a name.
LABELS = {
    "danish realm": "DK", "kingdom of denmark": "DK", "kingdom of the netherlands": "NL",
    "sovereign military order of malta": "XM",
}
# What the database calls a kind, beside the kinds of sites.csv; other kinds are no missions of states.
KINDS = {
    "british high commission": "high commission", "australian high commission": "high commission",
    "consulate general of sweden": "consulate general", "consular office": "consulate",
}
# Territories with a code and towns of their own.
TERRITORIES = {"CN": "HK MO", "FR": "GP MQ GF RE YT NC PF", "US": "GU PR VI", "DK": "GL FO", "GB": "GI BM KY"}
# Country names that take the article in English.
ARTICLE = re.compile(
    "United|Czech|Netherlands|Dominican Republic|Maldives|Philippines|Central African|Gambia|Bahamas|Comoros"
    "|Marshall|Seychelles|Solomon|Democratic Republic|Republic of"
)


def missions(path, data, kinds):
    """Rows with the columns of add_missions.py, and for each row left out one sentence.

    `kinds` are those of states' missions.
    """
    towns = Towns(data)
    rows, left_out = [], []
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file, delimiter=";"), start=2):
            if not row["latitude"] or not row["longitude"]:
                continue
            mission = as_mission(row, towns, kinds)
            if isinstance(mission, str):
                left_out.append(f"{path}:{number}: {mission}; the mission is left out.")
            else:
                rows.append(mission)
    return rows, left_out


def as_mission(row, towns, kinds):
    """The row of add_missions.py, or the reason why there is none."""
    operator, host = towns.code(row["operator"]), towns.code(row["country"])
    kind = KINDS.get(row["type"].lower(), row["type"].lower())
    item = row["QID"].rpartition("/")[2]
    for code, label in (operator, row["operator"]), (host, row["country"]):
        if not code:
            return f"{item}: {label!r} is no country of countries.tsv"
    if operator == host:
        return f"{item}: a mission of {row['country']} to itself"
    if kind not in kinds:
        return f"{item}: {kind!r} is no mission of a state"
    position = float(row["latitude"]), float(row["longitude"])
    host, city = towns.city([host, *TERRITORIES.get(host, "").split()], position, row["city"])
    if not city:
        return f"{item}: no town of {row['country']} within {REACH_KM} km of {position}"
    return {
        "wikidata_id": item, "name": f"{title(kind)} of {towns.sender(operator)} in {city}", "kind": kind,
        "operator_country_iso2": operator, "host_country_iso2": host, "city": city,
        "address": row.get("address", ""), "lat": row["latitude"], "lon": row["longitude"],
    }


def title(kind):
    words = kind.split()
    return " ".join(word.capitalize() for word in words) if words[0] != "de" else "Representative Office"


Town = namedtuple("Town", "geonameid name lat lon population")


class Towns:
    """The settlements and countries that ship, to find codes and cities in."""

    def __init__(self, data):
        self.data = data
        self.countries = {row["iso2"]: row for row in tables.read(data / "countries.tsv")}
        self.codes = {tables.key(label): code for label, code in LABELS.items()}
        for code, row in self.countries.items():
            forms = [form.partition(":") for form in row["names"].split("|") + row["short_forms"].split("|")]
            for form in [row["name"], *(f for lang, _, f in forms if lang in ("", "en"))]:
                self.codes.setdefault(tables.key(form), code)
        self.by_country = {}

    def sender(self, code):
        """The operator as it stands in a mission's name: "the United Kingdom"."""
        if code not in self.countries:
            return "the Sovereign Military Order"
        label = "the Holy See" if code == "VA" else self.countries[code]["name"]
        return f"the {label}" if ARTICLE.match(label) else label

    def code(self, label):
        """ISO 3166-1 alpha-2, or an empty text for operators without a code."""
        return self.codes.get(tables.key(label.removeprefix("The ")), "")

    def city(self, countries, position, label):
        """The country and name of the city that a mission at `position` is said to stand in, or two None.

        `label` is the place the database names, for its spelling.
        """
        best, most = (None, None), 0
        for country in countries:
            for town in self.towns(country):
                if abs(town.lat - position[0]) > 1:
                    continue
                km = distance_km(position, (town.lat, town.lon))
                if km > REACH_KM:
                    continue
                capital = self.countries[country]["capital_geonameid"]
                weight = CAPITAL_PULL if town.geonameid == capital and km <= CAPITAL_KM else 1
                pull = (1 + town.population * weight) / (1 + (km / PULL_KM) ** 3)
                if pull > most:
                    best, most = (country, town.name), pull
        country, name = best
        return (country, label) if name and tables.key(label) == tables.key(name) else best

    def towns(self, country):
        if country not in self.by_country:
            path = self.data / f"settlements/{country}.tsv"
            self.by_country[country] = [
                Town(
                    row["geonameid"], row["name"], float(row["lat"]), float(row["lon"]),
                    int(row["population"]))
                for row in (tables.read(path) if path.exists() else [])
            ]
        return self.by_country[country]
