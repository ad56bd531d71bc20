#!/usr/bin/env python3
"""Show how time and memory grow with documents that are made to be hard.

    scripts/bench_growth.py PROGRAM [BYTES...]

For each kind of document and each size (125,000, 250,000, 500,000 and 1,000,000 bytes unless given) runs
"PROGRAM geocode" and "PROGRAM map" and prints the seconds of processor time and the memory; then how the time grows
from the first size to the last, as a power of the size: 1 is linear, 2 is quadratic. CORDON_DATA names the tables,
and CORDON_KINDS, if set, the kinds to run, parted by commas. Texts of more than 1 MiB are read in parts.
"""

import datetime
import json
import math
import os
import subprocess
import sys
import tempfile

SENTENCE = "On 5 May 2024 a rocket hit the Russian embassy in Kabul, killing 12 people, police in Afghanistan said. "
PLAIN = "The council of Springfield met in Ohio to discuss roads near Columbus and the river. "


def body(kind, size):
    fill = {
        "one line": PLAIN,
        "one paragraph of incidents": SENTENCE,
        "short lines": "Paris, Texas\n",
        "one sentence of words": "explosion near Kabul and ",
        "one sentence of dates": "5 May 2024, 6 June, ",
        "one sentence of numbers": "12 killed, 30 hurt, ",
        "unclosed quotes": 'He said "the embassy in Kabul was hit. ',
        "sites": "the embassy, the consulate of China, the mission, ",
        "streets": "Main Street, Oak Street, the Clifton district, ",
        "one word": "embassy",
        "marks": "—",
        "full stops": "U.S. ",
        "mixed scripts": "Взрыв a explodat в Kабуле lângă посольство of Rusia üçün 5 мая 2024 bomba. ",
        "right to left": "\u202eOn 5 May 2024 a \u2067bomb\u2069 hit the \u202bembassy\u202c in Kabul. ",
        "html in text": "On 5 May 2024 <b>a bomb</b> hit <a href='x'>Kabul</a> &amp; <i>two people died.</i> ",
    }
    if kind == "one record":
        text = SENTENCE * (size // len(SENTENCE))
        return json.dumps({"id": "long", "published": "2024-06-01", "text": text}) + "\n"
    if kind == "nested tags":
        count = size // 11
        return "<html><body>" + "<div>" * count + PLAIN + "</div>" * count
    if kind == "open tags":
        return "<html><body>" + "<b <i " * (size // 6)
    if kind == "incidents of many days":
        days = [datetime.date(1990, 1, 1) + datetime.timedelta(days=n) for n in range(1 + size // len(SENTENCE))]
        return "".join(SENTENCE.replace("5 May 2024", f"{d.day} {d:%B %Y}") for d in days)[:size]
    text = fill[kind]
    return text * (size // len(text.encode()))


KINDS = [
    "one line", "one paragraph of incidents", "incidents of many days", "short lines", "one sentence of words",
    "one sentence of dates", "one sentence of numbers", "unclosed quotes", "sites", "streets", "one word", "marks", "full stops", "mixed scripts",
    "right to left", "html in text", "nested tags", "open tags", "one record",
]

FILES = {"nested tags": "page.html", "open tags": "page.html", "one record": "record.jsonl"}


def run(command):
    report = tempfile.NamedTemporaryFile(delete=False)
    report.close()
    try:
        done = subprocess.run(
            ["/usr/bin/time", "-o", report.name, "-f", "%U %M", *command], stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, timeout=600)
        with open(report.name, encoding="utf-8") as file:
            seconds, memory = file.read().split("\n")[-2].split()
        return float(seconds), float(memory) / 1024, done.returncode
    except subprocess.TimeoutExpired:
        return math.inf, math.inf, -1
    finally:
        os.unlink(report.name)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__.strip().split("\n\n")[1].strip())
    program = sys.argv[1]
    sizes = [int(size) for size in sys.argv[2:]] or [125_000, 250_000, 500_000, 1_000_000]
    with tempfile.TemporaryDirectory() as folder:
        idle = run([program, "geocode", "--format", "jsonl", os.devnull])[0]
        print(f"{'document':<28}{'command':<9}" + "".join(f"{size:>18,}" for size in sizes) + f"{'grows as':>10}")
        for kind in os.environ.get("CORDON_KINDS", ",".join(KINDS)).split(","):
            for name in ("geocode", "map"):
                path = f"{folder}/{FILES.get(kind, 'text.txt')}"
                cells, times = [], []
                for size in sizes:
                    with open(path, "w", encoding="utf-8") as file:
                        file.write(body(kind, size))
                    command = [program, name, path]
                    command += ["--format", "jsonl"] if name == "geocode" else ["--force", "--out", folder + "/out"]
                    seconds, memory, status = run(command)
                    times.append(max(seconds - idle, 0.005))
                    cells.append(f"{seconds:.2f} s {memory:4.0f} MB" + ("" if status in (0, 1) else f" !{status}"))
                power = math.log(times[-1] / times[0]) / math.log(sizes[-1] / sizes[0])
                print(f"{kind:<28}{name:<9}" + "".join(f"{cell:>18}" for cell in cells) + f"{'n^%.1f' % power:>10}",
                      flush=True)


if __name__ == "__main__":
    main()
