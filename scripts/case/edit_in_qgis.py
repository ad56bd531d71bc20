#!/usr/bin/env python3
"""Edits a case as an analyst does in QGIS, adds to it, and says whether the edits are kept.

    scripts/case/edit_in_qgis.py CORDON REPORTS MORE

CORDON is the program, REPORTS the reports the case is made of, MORE those added afterwards. Needs python3-qgis. A
point is moved, a kind corrected, a note written, an incident dismissed, two are merged; after each further run
all of it must stand as it was left, and the index and the counts must agree with the layers.
"""

import os
import sqlite3
import subprocess
import sys
import tempfile

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.core import QgsApplication, QgsGeometry, QgsPointXY, QgsVectorLayer  # noqa: E402


def add(cordon, reports, case):
    run = subprocess.run([cordon, "map", reports, "--case", case], capture_output=True, text=True)
    if run.returncode not in (0, 1):
        sys.exit("cordon: " + run.stderr)
    return run.stderr


def layer(case, name="incidents"):
    layer = QgsVectorLayer("%s|layername=%s" % (case, name), name, "ogr")
    if not layer.isValid():
        sys.exit("%s: QGIS cannot open the layer %s" % (case, name))
    return layer


def main():
    cordon, reports, more = sys.argv[1:4]
    application = QgsApplication([], False)
    application.initQgis()
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        case = os.path.join(folder, "case.gpkg")
        add(cordon, reports, case)
        incidents = layer(case)
        rows = {f["id"]: f.id() for f in incidents.getFeatures()}
        ids = sorted(rows)
        if len(ids) < 5:
            sys.exit("%s: five incidents are needed, there are %d" % (reports, len(ids)))
        moved, kind, noted, dismissed, merged = ids[:5]
        target = moved
        column = incidents.fields().indexOf
        if not incidents.startEditing():
            sys.exit("QGIS cannot edit the layer")
        incidents.changeGeometry(rows[moved], QgsGeometry.fromPointXY(QgsPointXY(30.123456, 50.654321)))
        incidents.changeAttributeValue(rows[kind], column("kind"), "bombing")
        incidents.changeAttributeValue(rows[noted], column("note"), "seen on two films, <b>«ясно»</b>")
        incidents.changeAttributeValue(rows[dismissed], column("dismissed"), True)
        incidents.changeAttributeValue(rows[merged], column("merged_into"), target)
        if not incidents.commitChanges():
            sys.exit("QGIS cannot save: " + "; ".join(incidents.commitErrors()))
        del incidents

        def expect(what, truth):
            if not truth:
                failures.append(what)

        for run in (more, reports, more):
            told = add(cordon, run, case)
            incidents = layer(case)
            now = {f["id"]: f for f in incidents.getFeatures()}
            point = now[moved].geometry().asPoint()
            expect("moved point", abs(point.x() - 30.123456) + abs(point.y() - 50.654321) < 1e-12)
            expect("moved point marked", "geom" in str(now[moved]["edited"]))
            expect("kind", now[kind]["kind"] == "bombing" and "kind" in str(now[kind]["edited"]))
            expect("note", now[noted]["note"] == "seen on two films, <b>«ясно»</b>")
            expect("dismissed", bool(now[dismissed]["dismissed"]))
            expect("merged", merged not in now)
            area = {f["id"]: f for f in layer(case, "footprints").getFeatures()}
            expect("area follows the point", area[moved].geometry().contains(now[moved].geometry()))
            expect("no area of what is dismissed", dismissed not in area)
            documents = str(now[target]["n_documents"])
            expect("accounts of both", int(documents) >= 2)
            shown = subprocess.run([cordon, "show", merged, "--case", case], capture_output=True, text=True)
            expect("a former name is found", shown.stdout.startswith(target))
            near = subprocess.run(
                [cordon, "near", "geo:50.654321,30.123456", "--within", "10m", "--case", case],
                capture_output=True, text=True)
            expect("near finds it where it was put", moved in near.stdout)
            near = subprocess.run(
                [cordon, "near", "geo:50,30", "--within", "5000km", "--case", case], capture_output=True, text=True)
            expect("near leaves out what is dismissed", dismissed not in near.stdout)
            del incidents
        database = sqlite3.connect(case)
        expect("sound", database.execute("PRAGMA integrity_check").fetchone()[0] == "ok")
        for name in ("incidents", "footprints", "links", "sites", "rings", "mentions"):
            drawn, indexed, counted = database.execute(
                "SELECT (SELECT count(*) FROM %s WHERE geom IS NOT NULL), (SELECT count(*) FROM rtree_%s_geom), "
                "(SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = '%s') = (SELECT count(*) FROM %s)"
                % (name, name, name, name)).fetchone()
            expect("index of " + name, drawn == indexed)
            expect("count of " + name, counted == 1)
        print("edits:", database.execute("SELECT count(*) FROM edits").fetchone()[0], "kept;", told.strip().splitlines()[-1])
    for failure in dict.fromkeys(failures):
        print("NOT KEPT:", failure)
    print("ok" if not failures else "FAILED")
    sys.stdout.flush()
    os._exit(1 if failures else 0)


main()
