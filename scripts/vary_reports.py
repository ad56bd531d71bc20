#!/usr/bin/env python3
"""Make a large set of reports out of a small one, to measure how a run grows.

    scripts/vary_reports.py FILE.jsonl COUNT [SEED] > many.jsonl

Repeats the records of FILE ({"id", "text", "published"}) in turn under new ids and moves them in time: each copy is
published on another day of twenty years, by SEED, and the four-digit years in its text move along. Small numbers in
the text are varied as well, and each copy ends with a number of its own, so that none is a copy of another by its
content. The same arguments give the same bytes.
"""

import datetime
import json
import random
import re
import sys

YEAR = re.compile(r"\b(19|20)\d\d\b")
NUMBER = re.compile(r"(?<![\d.,:-])([2-9]|[1-9]\d)(?= (?:people|others|persons|wounded|injured|killed)\b)")


def varied(record, copy, rng):
    shift = rng.randrange(-10, 10)
    day = datetime.timedelta(days=rng.randrange(0, 28))
    text = YEAR.sub(lambda year: str(int(year.group()) + shift), record["text"])
    text = NUMBER.sub(lambda number: str(max(1, int(number.group()) + rng.randrange(-1, 3))), text)
    result = {"id": f"{record['id']}-{copy}", "text": f"{text.rstrip()}\n\nReport no. {copy + 1}.\n"}
    if record.get("published"):
        date = datetime.date.fromisoformat(record["published"][:10])
        date = date.replace(year=date.year + shift, day=min(date.day, 28)) + day
        result["published"] = date.isoformat()
    for name in ("title", "language", "source"):
        if record.get(name):
            result[name] = record[name]
    return result


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__.strip().split("\n\n")[1].strip())
    with open(sys.argv[1], encoding="utf-8") as file:
        records = [json.loads(line) for line in file if line.strip()]
    count = int(sys.argv[2])
    rng = random.Random(int(sys.argv[3]) if len(sys.argv) == 4 else 1)
    for number in range(count):
        record = varied(records[number % len(records)], number // len(records), rng)
        sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
