#!/usr/bin/env python3
"""Fits the weights of data/confidence.tsv and prints how well what is said holds.

    scripts/fit_confidence.py REPORTS.jsonl=OUT/incidents.json ... [--unseen REPORTS.jsonl=OUT/incidents.json ...]
        [--folds 5] [--write]

Each pair is a file of annotated reports (Tests/Reports/*.jsonl) and what `cordon map` made of it. An incident is
right when the reports tell of it: days overlapping within one, the place within the larger radius (at least 1 km,
of ours at most 25 km), and then of that kind, and at a site when and only when there is one. The weights are
log-odds of a logistic regression with a ridge; the table printed is of parts of the reports held out, so that no
incident is rated by weights that saw it. Reports that the rules were mended on are read better than others, so that
the weights alone promise too much: `--unseen` names what was made of reports by a program that had not seen them, and
moves the start to where it is right for those; then the table is of them, each file held out in turn. `--write` puts
weights fitted on all into data/confidence.tsv.
"""
import argparse
import datetime
import json
import math
import pathlib
import re

TABLE = pathlib.Path(__file__).resolve().parent.parent / 'data' / 'confidence.tsv'
RIDGE = 1.0


def table():
    rows = [line.split('\t') for line in TABLE.read_text(encoding='utf-8').splitlines()[1:] if line]
    return [(name, reason) for name, _, reason in rows]


def metres(a, b):
    p, q = math.radians(a['lat']), math.radians(b['lat'])
    d = math.radians(b['lon'] - a['lon'])
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(d / 2) ** 2
    return 2 * 6371008.8 * math.asin(min(1, math.sqrt(h)))


def day(text):
    return datetime.date.fromisoformat(text).toordinal()


def fits(told, found):
    near = max(told['radius_m'], 1000, min(found['radius_m'], 25000))
    return (day(found['date_to']) >= day(told['date_from']) - 1 and day(found['date_from']) <= day(told['date_to']) + 1
            and metres(told, found) <= near)


def is_right(told, found):
    kinds = [told['kind']] + (told.get('kind_also') or [])
    return found['kind'] in kinds and bool(told['site']) == bool(found['site'])


def samples(pairs, names):
    """(features, right, fold key) of every incident found."""
    by_reason = {reason: name for name, reason in names}
    out = []
    for pair in pairs:
        gold, found = pair.split('=', 1)
        reports = {r['id']: r for r in map(json.loads, open(gold, encoding='utf-8'))}
        for incident in json.load(open(found, encoding='utf-8')):
            told = [t for d in incident['documents'] for t in reports[d]['incidents'] if fits(t, incident)]
            reasons = [re.sub(r'^[+−][0-9.]+ ', '', r) for r in incident['confidence_reasons']]
            features = {by_reason[r] for r in reasons if r in by_reason}
            out.append((features, any(is_right(t, incident) for t in told), min(incident['documents'])))
    return out


def fit(data, names):
    """Weights by Newton's method; the start is not shrunk."""
    columns = [name for name, _ in names]
    w = [0.0] * len(columns)
    rows = [([1.0 if c == 'start' or c in f else 0.0 for c in columns], 1.0 if y else 0.0) for f, y, _ in data]
    for _ in range(30):
        gradient = [0.0] * len(w)
        hessian = [[0.0] * len(w) for _ in w]
        for x, y in rows:
            p = 1 / (1 + math.exp(-sum(a * b for a, b in zip(w, x))))
            for i, a in enumerate(x):
                if a:
                    gradient[i] += y - p
                    for j, b in enumerate(x):
                        if b:
                            hessian[i][j] += p * (1 - p)
        for i, c in enumerate(columns):
            ridge = 1e-6 if c == 'start' else RIDGE
            gradient[i] -= ridge * w[i]
            hessian[i][i] += ridge
        w = [a + b for a, b in zip(w, solve(hessian, gradient))]
    return dict(zip(columns, w))


def solve(a, b):
    m = [row[:] + [v] for row, v in zip(a, b)]
    n = len(b)
    for i in range(n):
        k = max(range(i, n), key=lambda r: abs(m[r][i]))
        m[i], m[k] = m[k], m[i]
        for r in range(n):
            if r != i:
                f = m[r][i] / m[i][i]
                m[r] = [x - f * y for x, y in zip(m[r], m[i])]
    return [m[i][n] / m[i][i] for i in range(n)]


def share(w, features):
    return 1 / (1 + math.exp(-sum(v for c, v in w.items() if c == 'start' or c in features)))


def shift(w, data):
    """What to add to the start so that on the whole as many are right as said."""
    low, high = -5.0, 5.0
    for _ in range(60):
        middle = (low + high) / 2
        moved = {**w, 'start': w['start'] + middle}
        said = sum(share(moved, f) for f, _, _ in data)
        low, high = (middle, high) if said < sum(y for _, y, _ in data) else (low, middle)
    return (low + high) / 2


def report(said):
    print('incidents %d, right %d' % (len(said), sum(y for _, y in said)))
    print('Brier %.3f, of the base rate alone %.3f' % (
        sum((p - y) ** 2 for p, y in said) / len(said),
        (lambda r: r * (1 - r))(sum(y for _, y in said) / len(said))))
    print('said\tmean\tright\tincidents')
    for low, high in [(0, .5), (.5, .6), (.6, .7), (.7, .8), (.8, .9), (.9, 1.01)]:
        part = [(p, y) for p, y in said if low <= p < high]
        if part:
            print('%.2f–%.2f\t%.3f\t%.3f\t%d' % (
                low, min(high, 1), sum(p for p, _ in part) / len(part), sum(y for _, y in part) / len(part), len(part)))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('pairs', nargs='+')
    parser.add_argument('--unseen', nargs='+', default=[])
    parser.add_argument('--folds', type=int, default=5)
    parser.add_argument('--write', action='store_true')
    args = parser.parse_args()
    names = table()
    data = samples(args.pairs, names)
    keys = sorted({d[2] for d in data}, key=lambda k: (hash_of(k), k))
    fold = {k: i % args.folds for i, k in enumerate(keys)}
    said = []
    for held in range(args.folds):
        w = fit([d for d in data if fold[d[2]] != held], names)
        said += [(share(w, f), y) for f, y, k in data if fold[k] == held]
    report(said)
    w = fit(data, names)
    if args.unseen:
        parts = [samples([pair], names) for pair in args.unseen]
        said = []
        for held in parts:
            rest = [d for part in parts if part is not held or len(parts) == 1 for d in part]
            moved = {**w, 'start': w['start'] + shift(w, rest)}
            said += [(share(moved, f), y) for f, y, _ in held]
        print('unseen:')
        report(said)
        w['start'] += shift(w, [d for part in parts for d in part])
    for name, reason in names:
        print('%s\t%.2f\t%s' % (name, w[name], reason))
    if args.write:
        TABLE.write_text('feature\tweight\treason\n' + ''.join(
            '%s\t%.2f\t%s\n' % (name, w[name], reason) for name, reason in names), encoding='utf-8')


def hash_of(text):
    value = 0
    for byte in text.encode():
        value = (value * 31 + byte) % 1000003
    return value


if __name__ == '__main__':
    main()
