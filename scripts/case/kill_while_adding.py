#!/usr/bin/env python3
"""Kills runs that add to a case at random moments, and says whether the case was ever anything but old or new.

    scripts/case/kill_while_adding.py CORDON REPORTS MORE [TIMES] [SEED]

A case of REPORTS is copied, `cordon map MORE --case` is started on the copy and killed (signal 9) after a random
part of the time a whole run takes; half of the moments fall into its last quarter, where it writes. Then the
case must be sound, and hold exactly the documents, accounts and incidents from before or from after.
"""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

TABLES = ("documents", "accounts", "incidents", "footprints", "links", "sites", "rings", "mentions", "claims",
          "gpkg_cordon_members", "gpkg_cordon_incidents", "gpkg_cordon_written", "rtree_incidents_geom")


def content(case):
    database = sqlite3.connect(case)
    try:
        if database.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            return "damaged"
        return tuple(
            tuple(sorted(map(repr, database.execute("SELECT * FROM %s" % table)))) for table in TABLES)
    finally:
        database.close()


def main():
    cordon, reports, more = sys.argv[1:4]
    times = int(sys.argv[4]) if len(sys.argv) > 4 else 200
    seed = int(sys.argv[5]) if len(sys.argv) > 5 else 1
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        old, new, case = (os.path.join(folder, name + ".gpkg") for name in ("old", "new", "case"))

        def add(inputs, target):
            return subprocess.Popen(
                [cordon, "map", inputs, "--case", target], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

        add(reports, old).wait()
        # The name is in the project of the case, so that all of them are made under the same one.
        shutil.copy(old, case)
        begin = time.monotonic()
        add(more, case).wait()
        length = time.monotonic() - begin
        shutil.copy(case, new)
        before, after = content(old), content(new)
        if before == after:
            sys.exit("%s: adds nothing to a case of %s" % (more, reports))
        seen = {"old": 0, "new": 0, "killed": 0, "journals": 0}
        for number in range(times):
            for name in os.listdir(folder):
                if name.startswith("case.gpkg"):
                    os.remove(os.path.join(folder, name))
            shutil.copy(old, case)
            process = add(more, case)
            time.sleep(length * (chance.random() if number % 2 else 0.75 + chance.random() * 0.3))
            if process.poll() is None:
                seen["killed"] += 1
            process.kill()
            process.wait()
            seen["journals"] += os.path.exists(case + "-journal")
            found = content(case)
            if found not in (before, after):
                print("seed %d, kill %d: the case is %s" % (
                    seed, number, "damaged" if found == "damaged" else "neither the old nor the new one"))
                sys.exit(1)
            seen["old" if found == before else "new"] += 1
        print("ok: a run takes %.2f s; of %d, %d were killed (%d with a journal to undo); old %d, new %d" % (
            length, times, seen["killed"], seen["journals"], seen["old"], seen["new"]))


main()
