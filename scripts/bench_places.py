"""The measuring of bench_places.sh, which says what it does and what it needs.

    bench_places.py PROGRAM BENCH TEXTS.jsonl MEGABYTES SCRATCH ROUNDS    measures everything and prints the table
    bench_places.py --peer NAME TEXTS.jsonl                           measures one peer and prints its figures
"""

import json
import os
import resource
import subprocess
import sys
import time


def repeat(texts, megabytes, path):
    """Writes the texts again and again under new ids; the number of bytes of text written."""
    written, copy = 0, 0
    with open(path, "w", encoding="utf-8") as file:
        while written < megabytes * 1e6:
            for name, text in texts:
                file.write(json.dumps({"id": f"{name}-{copy}", "text": text}, ensure_ascii=False) + "\n")
                written += len(text.encode())
                if written >= megabytes * 1e6:
                    break
            copy += 1
    return written


def read(path):
    with open(path, encoding="utf-8") as file:
        records = [json.loads(line) for line in file if line.strip()]
    return [(record["id"], record["text"]) for record in records]


def peer(name, path):
    """Seconds of processor time and bytes for one pass over the texts."""
    texts = [text for _, text in read(path)]
    if name == "geotext":
        from geotext import GeoText

        find = GeoText
    else:
        from flashgeotext.geotext import GeoText

        finder = GeoText()

        def find(text):
            return finder.extract(input_text=text)

    find("Aden, Yemen")
    start = time.process_time()
    for text in texts:
        find(text)
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps([seconds, seconds, memory]))


def cordon(program, path, cores):
    """Seconds of processor time, seconds by the clock, and memory in MB."""
    command = ["taskset", "-c", cores, program, "geocode", path, "--format", "jsonl"]
    report = path + ".time"
    with open(os.devnull, "w") as nothing:
        subprocess.run(["/usr/bin/time", "-o", report, "-f", "%U %S %e %M", *command], stdout=nothing, check=True)
    with open(report, encoding="utf-8") as file:
        user, system, wall, memory = map(float, file.read().split())
    return [user + system, wall, memory / 1024]


def in_memory(bench, path, megabytes, cores):
    """The same, and the bytes, for texts in memory that are read, searched and resolved, without files and JSON."""
    with open(path, encoding="utf-8") as texts:
        out = subprocess.run(["taskset", "-c", cores, bench, str(megabytes)], stdin=texts, capture_output=True, check=True)
    figures = json.loads(out.stdout)
    return [figures["seconds"], figures["seconds"], figures["megabytes_peak"], figures["bytes"]]


def best(measures):
    return [min(column) for column in zip(*measures)]


def main():
    program, bench, source, megabytes, scratch, rounds = sys.argv[1:]
    texts = read(source)
    large, small = scratch + "/large.jsonl", scratch + "/small.jsonl"
    size = repeat(texts, float(megabytes), large)
    # The peers need no more to show their speed, and flashgeotext would take minutes.
    peer_size = repeat(texts, min(float(megabytes), 5), small)
    subprocess.run([program, "geocode", "--format", "jsonl", "-"], input=b"Aden", stdout=subprocess.DEVNULL, check=True)
    runs = {"cordon, in memory": [], "cordon, 1 core": [], "cordon, 2 cores": [], "geotext": [], "flashgeotext": []}
    for _ in range(int(rounds)):
        *figures, memory_size = in_memory(bench, source, megabytes, "0")
        runs["cordon, in memory"].append(figures)
        runs["cordon, 1 core"].append(cordon(program, large, "0"))
        for name in ("geotext", "flashgeotext"):
            out = subprocess.run(
                ["taskset", "-c", "0", sys.executable, __file__, "--peer", name, small], capture_output=True, check=True)
            runs[name].append(json.loads(out.stdout))
        if (os.cpu_count() or 1) > 1:
            runs["cordon, 2 cores"].append(cordon(program, large, "0,1"))
    geotext = peer_size / 1e6 / best(runs["geotext"])[0]
    print(f"{'program':<17} {'MB/s a core':>11} {'of geotext':>10} {'by the clock':>13} {'memory MB':>9}")
    for name, measures in runs.items():
        if not measures:
            continue
        bytes_read = memory_size if name.endswith("in memory") else size if name.startswith("cordon") else peer_size
        cpu, wall, memory = best(measures)
        speed = bytes_read / 1e6 / cpu
        print(f"{name:<17} {speed:>11.1f} {speed / geotext:>9.2f}× {bytes_read / 1e6 / wall:>8.1f} MB/s {memory:>9.0f}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--peer"]:
        peer(sys.argv[2], sys.argv[3])
    else:
        main()
