#!/usr/bin/env python3
"""List the most frequent errors of places in annotated texts, by name and cause.  Standard library only.

    place_errors.py GOLD.jsonl FOUND.jsonl [--given GIVEN.jsonl] [--cases CASES.jsonl] [--top N] [--within METERS]

GOLD   {"id", "text", "toponyms": [{"start", "end", "lat", "lon"}]}, offsets in Unicode scalars.
FOUND  `cordon geocode GOLD.jsonl --format jsonl --all-mentions` prints it.  Without --all-mentions what was seen
       and left out counts as not seen.
GIVEN  the same with `--spans GOLD.jsonl`: what is wrong although the span is given is told apart.
CASES  the same with `--spans GOLD.jsonl --explain`: tells a wrong choice from a place that no candidate was.

Causes of recognition, over exact spans:
  not seen          no mention touches the name
  adjective, government, part of a name, undecided
                    seen, and taken for that
  boundary          the name was found with other ends
  spurious          a place that the gold does not have
Causes of resolution, over the names found (or, with GIVEN, over all):
  unresolved        left open
  not in gazetteer  no candidate within 161 km, and the one chosen is no country (needs CASES)
  reference point   a country or a continent that is right or has no better candidate: its point is elsewhere
  other country     a place elsewhere was chosen, in another country than the right candidate (needs CASES)
  namesake          another place in the same country (needs CASES)
  too far           the same without CASES

--within METERS lists also what share of the names found lies within the larger of METERS and the radius that the
mention itself states.
"""
import argparse
import collections
import json
import math
import sys

EARTH_KM = 6371.0088
RIGHT_KM = 161
ROLES = {"demonym": "adjective", "metonym": "government", "namePart": "part of a name", "name_part": "part of a name"}
SHOWN_ROLES = ("place", "site")


def haversine(a, b):
    p1, p2 = math.radians(a[0]), math.radians(b[0])
    h = (math.sin((p2 - p1) / 2) ** 2
         + math.cos(p1) * math.cos(p2) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2)
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(h)))


def read_by_id(path):
    with open(path, encoding="utf-8") as file:
        return {d["id"]: d for d in map(json.loads, filter(str.strip, file))}


def point(toponym):
    if toponym.get("lat") is None or toponym.get("lon") is None:
        return None
    return toponym["lat"], toponym["lon"]


def touching(span, others):
    return [o for o in others if o["start"] < span["end"] and span["start"] < o["end"]]


def recognition_errors(gold, found):
    """Yields (name, cause) for every name missed and every place too many."""
    for key, document in gold.items():
        mentions = found.get(key, {"toponyms": []})["toponyms"]
        shown = [m for m in mentions if m.get("role", "place") in SHOWN_ROLES]
        at = {(m["start"], m["end"]) for m in shown}
        wanted = {(t["start"], t["end"]) for t in document["toponyms"]}
        for toponym in document["toponyms"]:
            if (toponym["start"], toponym["end"]) in at:
                continue
            name = document["text"][toponym["start"]:toponym["end"]]
            others = touching(toponym, mentions)
            if any(m in shown for m in others):
                yield name, "boundary"
            elif others:
                yield name, ROLES.get(others[0].get("role"), "undecided")
            else:
                yield name, "not seen"
        for mention in shown:
            if (mention["start"], mention["end"]) not in wanted and not touching(mention, document["toponyms"]):
                yield document["text"][mention["start"]:mention["end"]], "spurious"


def resolution_errors(gold, found, cases):
    """Yields (name, cause) for every name found that lies elsewhere."""
    for key, document in gold.items():
        mentions = {(m["start"], m["end"]): m for m in found.get(key, {"toponyms": []})["toponyms"]}
        explained = {(s["start"], s["end"]): s for s in cases.get(key, {"spans": []})["spans"]}
        for toponym in document["toponyms"]:
            span = (toponym["start"], toponym["end"])
            mention, truth = mentions.get(span), point(toponym)
            if mention is None or truth is None:
                continue
            name = document["text"][span[0]:span[1]]
            candidates = explained.get(span, {}).get("candidates", [])
            right = [c for c in candidates if haversine((c["lat"], c["lon"]), truth) <= RIGHT_KM]
            here = point(mention)
            if here is not None and haversine(here, truth) <= RIGHT_KM:
                continue
            same = mention.get("geonameid") is not None and mention["geonameid"] == toponym.get("geonameid")
            if same or not right and mention.get("kind") in ("country", "continent", "world_region"):
                yield name, "reference point"
            elif cases and not right:
                yield name, "not in gazetteer"
            elif here is None:
                yield name, "unresolved"
            elif not cases:
                yield name, "too far"
            elif any(c.get("country") == mention.get("country") for c in right):
                yield name, "namesake"
            else:
                yield name, "other country"


def print_table(title, errors, top):
    errors = list(errors)
    print("%s: %d" % (title, len(errors)))
    by_cause = collections.Counter(cause for _, cause in errors)
    for cause, count in by_cause.most_common():
        print("  %5d  %s" % (count, cause))
    print()
    for (name, cause), count in collections.Counter(errors).most_common(top):
        print("  %5d  %-17s %s" % (count, cause, " ".join(name.split())))
    print()


def print_within(gold, found, least):
    """Of the names found: the share within the radius stated, `least` meters at least, by kind."""
    counts = collections.Counter()
    for key, document in gold.items():
        mentions = {(m["start"], m["end"]): m for m in found.get(key, {"toponyms": []})["toponyms"]
                    if m.get("role", "place") in SHOWN_ROLES}
        for toponym in document["toponyms"]:
            mention, truth = mentions.get((toponym["start"], toponym["end"])), point(toponym)
            if mention is None or truth is None:
                continue
            here = point(mention)
            near = here is not None and haversine(here, truth) * 1000 <= max(
                least, mention.get("uncertainty_m") or 0)
            for kind in (toponym.get("kind") or "any", "all"):
                counts[kind, "found"] += 1
                counts[kind, "near"] += near
    print("within the radius stated, %.0f m at least" % least)
    for kind in sorted({k for k, _ in counts}, key=lambda k: (k == "all", k)):
        print("  %-10s %5d of %5d  %.3f" % (
            kind, counts[kind, "near"], counts[kind, "found"],
            counts[kind, "near"] / counts[kind, "found"]))
    print()


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("found")
    parser.add_argument("--given")
    parser.add_argument("--cases")
    parser.add_argument("--top", type=int, default=50)
    parser.add_argument("--within", type=float)
    arguments = parser.parse_args(argv)
    gold, found = read_by_id(arguments.gold), read_by_id(arguments.found)
    cases = read_by_id(arguments.cases) if arguments.cases else {}
    print_table("recognition", recognition_errors(gold, found), arguments.top)
    resolved = read_by_id(arguments.given) if arguments.given else found
    title = "resolution, spans given" if arguments.given else "resolution of the names found"
    print_table(title, resolution_errors(gold, resolved, cases), arguments.top)
    if arguments.within is not None:
        print_within(gold, found, arguments.within)
    return 0


if __name__ == "__main__":
    sys.exit(main())
