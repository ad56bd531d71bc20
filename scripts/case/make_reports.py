#!/usr/bin/env python3
"""Writes many short reports as JSON Lines to standard output, to measure what a large case takes.

    scripts/case/make_reports.py COUNT [SEED] > reports.jsonl

Places are the settlements of data/ with more than 100,000 inhabitants and the missions of data/sites.csv; about a
third of the reports tell what another one tells.
"""

import csv
import datetime
import json
import random
import sys
from pathlib import Path

DATA = Path(__file__).parent.parent.parent / "data"
KINDS = [
    ("A missile struck {place} on {day}, killing {n} people, the police said.", 1),
    ("{n} people were injured when a drone hit a warehouse in {city} on {day}. Officials blamed nobody.", 1),
    ("A car bomb went off near {place} on {day}. Windows were broken and {n} people were hurt.", 1),
    ("Gunmen attacked {place} on {day}, wounding {n} guards. The foreign ministry condemned the attack.", 1),
    ("Talks went on in {city} on {day}. Nothing was agreed, and the delegations left for {other}.", 2),
]


def main():
    count = int(sys.argv[1])
    chance = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    with open(DATA / "sites.csv", encoding="utf-8") as file:
        sites = [row for row in csv.DictReader(file) if row["name"].startswith("Embassy of")]
    cities = sorted({row["city"] for row in sites if row["city"]})
    begin = datetime.date(2023, 1, 1)
    for number in range(count):
        # Reports of one day and place come from a smaller pool, so that they meet.
        event = random.Random("%d %d" % (chance.randrange(count * 2 // 3 or 1), count))
        site = event.choice(sites)
        city = site["city"] or event.choice(cities)
        at_site = event.random() < 0.3
        text, _ = event.choice(KINDS)
        day = begin + datetime.timedelta(days=event.randrange(900))
        told = "%d %s %d" % (day.day, day.strftime("%B"), day.year)
        n = event.randrange(2, 40) + (chance.random() < 0.1)
        place = "the " + site["name"] if at_site else "the market of " + city
        body = text.format(place=place, city=city, other=event.choice(cities), day=told, n=n)
        more = " ".join(chance.choice([
            "Residents heard it from afar.", "Traffic was stopped for an hour.", "An inquiry was opened.",
            "Report number %d." % number, "The mayor of %s spoke of it in the evening." % city])
            for _ in range(chance.randrange(2, 12)))
        published = (day + datetime.timedelta(days=1)).isoformat()
        print(json.dumps({
            "id": "r%07d" % number, "published": published, "title": "News from " + city,
            "text": "%s\n\n%s" % (body, more)}, ensure_ascii=False))


main()
