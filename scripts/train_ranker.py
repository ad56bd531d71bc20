#!/usr/bin/env python3
"""Learn the weights of data/ranker.tsv from annotated texts.  Python 3 standard library only.

    train_ranker.py recognition|resolution WEIGHTS.tsv CASES.jsonl GOLD.jsonl [CASES GOLD ...]
                    [--folds N] [--leave-one-corpus-out] [--out WEIGHTS.tsv]

CASES  one line per document, as `cordon geocode GOLD.jsonl --explain --format jsonl` prints them; for
       resolution better with `--spans GOLD.jsonl`, so that every name of the gold is there:
       {"id", "spans": [{"start", "end", "role", "recognition": {feature: value},
                         "candidates": [{"lat", "lon", "refused", "features": {feature: value}}]}]}
GOLD   one line per document: {"id", "toponyms": [{"start", "end", "lat", "lon"}]};
       offsets count Unicode scalars in both.

recognition  logistic regression: is this span exactly a gold toponym?
resolution   conditional logit over the candidates of each gold span: those within 161 km are right.

Each corpus weighs the same.  With --folds N the documents are cut into N parts; each part is judged by the
weights of the others, and for all parts together a calibration table is printed: said probability against
share that is right.  For resolution there is also the curve to choose the least probability by: what is kept
at each threshold and how much of it is right.  With --leave-one-corpus-out the same for each corpus by the
weights of the others.  The other model's weights in WEIGHTS.tsv are kept as they are.
"""
import argparse
import json
import math
import random
import sys

EARTH_KM = 6371.0088
# Local papers name small towns so often that fame would seem to speak against a place; elsewhere it does not.
# Reports of epidemics name few towns at all, as if a name told twice or borne by many towns were less of a place.
NEVER_AGAINST = {
    "isCapital", "mostPopulous", "greatCity", "greatAlternate", "population", "countryNamed",
    "manySenses", "repeated", "placeWordInside", "afterHyphen",
}
# What is set and not learned.  Recognition: annotators disagree whether the town inside the name of a public body
# ("Paris Police Department") is a place; here it is, and in "University of Georgia" there is none.  The common words
# of languages other than English are met in neither corpus, nor are words that only an ending makes a name.
# Resolution: neither local papers nor reports of epidemics teach what news from abroad takes for granted: that a
# state's people vouch for its cities, that a bare "Washington" is mostly the capital, and that a great city is meant
# by its other names too; with those that would otherwise be learned against them.
SET_BY_HAND = {
    "recognition": {
        "beforePublicBody": -1.0, "runEndsPublicBody": 0.5, "runEndsOther": 0.5,
        "afterInstitutionOf": -3.5,
        "commonWord": -1.8, "commonAtStart": -1.0, "looseAtStart": -3.0,
    },
    "resolution": {
        "isCapital": 2.0, "bareTerritory": -1.0, "demonymNamed": 1.2, "greatAlternate": 0.9,
        "alternateName": -1.2, "primaryName": 1.2, "territoryPopulation": 0.6, "populationGap": -1.1,
    },
}
# The pull towards zero.  The cues around a name differ more from one newspaper to the next than what a name means, so
# that weights of recognition which are held back carry over better to texts of another kind.
RIDGE = {"recognition": 0.005, "resolution": 0.0003}


def haversine(lat1, lon1, lat2, lon2):
    p1, p2 = math.radians(lat1), math.radians(lat2)
    h = (math.sin((p2 - p1) / 2) ** 2
         + math.cos(p1) * math.cos(p2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2)
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(h)))


def read_lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def recognition_cases(cases_path, gold_path):
    """Per document a list of (features, is gold)."""
    gold = {d["id"]: {(t["start"], t["end"]) for t in d["toponyms"]} for d in read_lines(gold_path)}
    documents = []
    for document in read_lines(cases_path):
        spans = gold.get(document["id"], set())
        documents.append([(list(s["recognition"].items()), (s["start"], s["end"]) in spans)
                          for s in document["spans"]
                          if s["role"] != "demonym" and s["recognition"]])
    return documents


def resolution_cases(cases_path, gold_path):
    """Per document a list of candidate lists of (features, is right, (lat, lon))."""
    gold = {d["id"]: {(t["start"], t["end"]): t for t in d["toponyms"]} for d in read_lines(gold_path)}
    documents = []
    for document in read_lines(cases_path):
        cases = []
        for span in document["spans"]:
            answer = gold.get(document["id"], {}).get((span["start"], span["end"]))
            if answer is None or answer["lat"] is None:
                continue
            options = [(list(c["features"].items()),
                        haversine(c["lat"], c["lon"], answer["lat"], answer["lon"]) <= 161,
                        (c["lat"], c["lon"]))
                       for c in span["candidates"] if not c.get("refused")]
            if options:
                cases.append(options)
        documents.append(cases)
    return documents


def dot(weights, features):
    return sum(weights.get(name, 0.0) * value for name, value in features)


def sigmoid(x):
    return 1 / (1 + math.exp(-x)) if x >= 0 else math.exp(x) / (1 + math.exp(x))


class Adagrad:
    """Gradient steps with one rate per weight and a pull towards zero; the weights held stay as they are."""

    def __init__(self, rate, ridge, held):
        self.rate, self.ridge, self.held, self.squares = rate, ridge, held, {}
        self.weights = dict(held)

    def step(self, gradient, scale):
        for name, slope in gradient.items():
            if name in self.held:
                continue
            slope = slope * scale - (0 if name == "bias" else self.ridge * self.weights.get(name, 0.0))
            square = self.squares.get(name, 1e-8) + slope * slope
            self.squares[name] = square
            self.weights[name] = self.weights.get(name, 0.0) + self.rate * slope / math.sqrt(square)
            if name in NEVER_AGAINST:
                self.weights[name] = max(0.0, self.weights[name])


def teaches(case):
    """False for a name whose candidates are all right or all wrong."""
    return not isinstance(case, list) or any(o[1] for o in case) and not all(o[1] for o in case)


def learn(corpora, gradient_of, epochs, ridge, held, seed=1):
    """corpora: lists of cases; every corpus has the same say in total."""
    corpora = [[case for case in corpus if teaches(case)] for corpus in corpora]
    cases = [(case, 1.0 / max(1, len(corpus))) for corpus in corpora for case in corpus]
    mean = sum(weight for _, weight in cases) / max(1, len(cases))
    order = list(range(len(cases)))
    optimizer = Adagrad(0.1, ridge, held)
    total, count = {}, 0
    generator = random.Random(seed)
    for epoch in range(epochs):
        generator.shuffle(order)
        for position in range(0, len(order), 16):
            gradient = {}
            for index in order[position:position + 16]:
                case, weight = cases[index]
                gradient_of(optimizer.weights, case, weight / mean, gradient)
            optimizer.step(gradient, 1 / 16)
        if epoch >= epochs // 2:
            count += 1
            for name, value in optimizer.weights.items():
                total[name] = total.get(name, 0.0) + value
    return {name: value / count for name, value in total.items()}


def recognition_gradient(weights, case, share, gradient):
    features, is_gold = case
    slope = (is_gold - sigmoid(dot(weights, features))) * share
    for name, value in features:
        gradient[name] = gradient.get(name, 0.0) + slope * value


def softmax(scores):
    most = max(scores)
    raw = [math.exp(s - most) for s in scores]
    return [r / sum(raw) for r in raw]


def resolution_gradient(weights, options, share, gradient):
    chances = softmax([dot(weights, option[0]) for option in options])
    right = sum(c for c, option in zip(chances, options) if option[1])
    for chance, (features, ok, _) in zip(chances, options):
        slope = share * ((chance / max(right, 1e-12) if ok else 0.0) - chance)
        if abs(slope) < 1e-9:
            continue
        for name, value in features:
            gradient[name] = gradient.get(name, 0.0) + slope * value


def rescaled(weights, corpora):
    """The weights times a factor, the bias moved: what the pull towards zero took from the said probabilities."""
    scored = [(dot(weights, features), is_gold, 1 / len(corpus)) for corpus in corpora for features, is_gold in corpus]
    factor, shift = 1.0, 0.0
    for _ in range(20):
        g0 = g1 = h00 = h01 = h11 = 0.0
        for score, is_gold, share in scored:
            chance = sigmoid(factor * score + shift)
            slope, bend = share * (is_gold - chance), share * chance * (1 - chance)
            g0, g1 = g0 + slope * score, g1 + slope
            h00, h01, h11 = h00 + bend * score * score, h01 + bend * score, h11 + bend
        determinant = h00 * h11 - h01 * h01
        factor += (h11 * g0 - h01 * g1) / determinant
        shift += (h00 * g1 - h01 * g0) / determinant
    scaled = {name: value * factor for name, value in weights.items()}
    scaled["bias"] = scaled.get("bias", 0.0) + shift
    return scaled


def recognition_verdicts(weights, cases):
    """Per span (said probability, is gold)."""
    return [(sigmoid(dot(weights, features)), is_gold) for features, is_gold in cases]


def resolution_verdicts(weights, cases):
    """Per name (said probability of the best candidate and what lies within 161 km of it, is right)."""
    verdicts = []
    for options in cases:
        chances = softmax([dot(weights, option[0]) for option in options])
        best = max(range(len(options)), key=chances.__getitem__)
        here = options[best][2]
        near = sum(c for c, option in zip(chances, options) if haversine(*here, *option[2]) <= 161)
        verdicts.append((min(1.0, near), options[best][1]))
    return verdicts


def recognition_report(verdicts):
    hits = sum(1 for p, gold in verdicts if gold and p > 0.5)
    said = sum(1 for p, _ in verdicts if p > 0.5)
    there = sum(1 for _, gold in verdicts if gold)
    precision, recall = hits / max(1, said), hits / max(1, there)
    return "of the spans seen: precision %.3f  recall %.3f  F1 %.3f" % (
        precision, recall, 2 * precision * recall / max(1e-9, precision + recall))


def resolution_report(verdicts):
    return "of the names with a candidate: %.3f right" % (
        sum(right for _, right in verdicts) / max(1, len(verdicts)))


def calibration_table(verdicts):
    lines = ["    said         mean   true   count"]
    gap = 0.0
    for low in range(10):
        bucket = [v for v in verdicts if min(9, int(v[0] * 10)) == low]
        if not bucket:
            continue
        said = sum(p for p, _ in bucket) / len(bucket)
        true = sum(right for _, right in bucket) / len(bucket)
        gap += abs(said - true) * len(bucket)
        lines.append("    %.1f ... %.1f  %.3f  %.3f  %6d" % (low / 10, (low + 1) / 10, said, true, len(bucket)))
    lines.append("    mean gap between said and true %.3f" % (gap / max(1, len(verdicts))))
    return "\n".join(lines)


def abstention_curve(verdicts):
    lines = ["    least probability   kept   right of the kept   right of all"]
    for percent in (0, 30, 35, 40, 45, 50, 55, 60, 70, 80, 90):
        kept = [right for p, right in verdicts if p >= percent / 100]
        lines.append("    %.2f               %.3f        %.3f            %.3f" % (
            percent / 100, len(kept) / max(1, len(verdicts)), sum(kept) / max(1, len(kept)),
            sum(kept) / max(1, len(verdicts))))
    return "\n".join(lines)


def flatten(documents):
    return [case for document in documents for case in document]


def write(path, model, learned, out):
    kept = []
    try:
        with open(path, encoding="utf-8") as file:
            kept = [line.rstrip("\n").split("\t") for line in file][1:]
    except FileNotFoundError:
        pass
    rows = [row for row in kept if row and row[0] != model]
    rows += [[model, name, "%.4f" % value] for name, value in learned.items()]
    with open(out, "w", encoding="utf-8", newline="\n") as file:
        file.write("model\tfeature\tweight\n")
        for row in sorted(rows):
            file.write("\t".join(row) + "\n")


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", choices=["recognition", "resolution"])
    parser.add_argument("weights")
    parser.add_argument("files", nargs="+")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--epochs", type=int, default=40)
    parser.add_argument("--ridge", type=float, help="the pull towards zero, instead of the model's own")
    parser.add_argument("--leave-one-corpus-out", action="store_true")
    parser.add_argument("--out")
    arguments = parser.parse_args(argv)
    if len(arguments.files) % 2:
        parser.error("CASES and GOLD come in pairs")
    load, gradient, judge, report = {
        "recognition": (recognition_cases, recognition_gradient, recognition_verdicts, recognition_report),
        "resolution": (resolution_cases, resolution_gradient, resolution_verdicts, resolution_report),
    }[arguments.model]
    pairs = list(zip(arguments.files[::2], arguments.files[1::2]))
    corpora = [load(cases, gold) for cases, gold in pairs]

    held = SET_BY_HAND[arguments.model]
    ridge = arguments.ridge if arguments.ridge is not None else RIDGE[arguments.model]

    def train(parts):
        parts = [flatten(part) for part in parts]
        weights = learn(parts, gradient, arguments.epochs, ridge, held)
        return rescaled(weights, parts) if arguments.model == "recognition" else weights

    def tell(title, verdicts):
        print("%s: %s\n%s" % (title, report(verdicts), calibration_table(verdicts)))
        if arguments.model == "resolution":
            print(abstention_curve(verdicts))

    outside = [[] for _ in corpora]
    for fold in range(arguments.folds):
        weights = train([[d for i, d in enumerate(c) if i % arguments.folds != fold] for c in corpora])
        for verdicts, corpus in zip(outside, corpora):
            verdicts += judge(weights, flatten(d for i, d in enumerate(corpus) if i % arguments.folds == fold))
    if arguments.folds:
        for (name, _), verdicts in zip(pairs, outside):
            tell("%d folds, held out  %s" % (arguments.folds, name), verdicts)
        tell("%d folds, held out  all together" % arguments.folds, [v for part in outside for v in part])
    if arguments.leave_one_corpus_out and len(corpora) > 1:
        for out, (name, _) in enumerate(pairs):
            weights = train([c for i, c in enumerate(corpora) if i != out])
            tell("by the other corpora  %s" % name, judge(weights, flatten(corpora[out])))
    weights = train(corpora)
    for (name, _), corpus in zip(pairs, corpora):
        print("all  %s: %s" % (name, report(judge(weights, flatten(corpus)))))
    write(arguments.weights, arguments.model, weights, arguments.out or arguments.weights)
    return 0


if __name__ == "__main__":
    sys.exit(main())
