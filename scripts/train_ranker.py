#!/usr/bin/env python3
"""Learn the weights of data/ranker.tsv from annotated texts.  Python 3 standard library only.

    train_ranker.py recognition|resolution WEIGHTS.tsv CASES.jsonl GOLD.jsonl [CASES GOLD ...]
                    [--folds N] [--out WEIGHTS.tsv]

CASES  one line per document, as `cordon geocode --explain --format jsonl` prints them:
       {"id", "spans": [{"start", "end", "role", "recognition": {feature: value},
                         "candidates": [{"lat", "lon", "features": {feature: value}}]}]}
GOLD   one line per document: {"id", "toponyms": [{"start", "end", "lat", "lon"}]};
       offsets count Unicode scalars in both.

recognition  logistic regression: is this span exactly a gold toponym?
resolution   conditional logit over the candidates of each gold span: those within 161 km are right.

Each corpus weighs the same.  With --folds N the documents are cut into N parts, and the accuracy on
each part by the weights of the others is printed before the weights from all of them are written.
The other model's weights in WEIGHTS.tsv are kept as they are.
"""
import argparse
import json
import math
import random
import sys

EARTH_KM = 6371.0088


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
    """Per document a list of candidate lists of (features, is right)."""
    gold = {d["id"]: {(t["start"], t["end"]): t for t in d["toponyms"]} for d in read_lines(gold_path)}
    documents = []
    for document in read_lines(cases_path):
        cases = []
        for span in document["spans"]:
            answer = gold.get(document["id"], {}).get((span["start"], span["end"]))
            if answer is None or answer["lat"] is None or len(span["candidates"]) < 2:
                continue
            options = [(list(c["features"].items()),
                        haversine(c["lat"], c["lon"], answer["lat"], answer["lon"]) <= 161)
                       for c in span["candidates"]]
            if any(right for _, right in options) and not all(right for _, right in options):
                cases.append(options)
        documents.append(cases)
    return documents


def dot(weights, features):
    return sum(weights.get(name, 0.0) * value for name, value in features)


def sigmoid(x):
    return 1 / (1 + math.exp(-x)) if x >= 0 else math.exp(x) / (1 + math.exp(x))


class Adagrad:
    """Gradient steps with one rate per weight and a pull towards zero."""

    def __init__(self, rate, ridge):
        self.rate, self.ridge, self.weights, self.squares = rate, ridge, {}, {}

    def step(self, gradient, scale):
        for name, slope in gradient.items():
            slope = slope * scale - (0 if name == "bias" else self.ridge * self.weights.get(name, 0.0))
            square = self.squares.get(name, 1e-8) + slope * slope
            self.squares[name] = square
            self.weights[name] = self.weights.get(name, 0.0) + self.rate * slope / math.sqrt(square)


def learn(corpora, gradient_of, epochs, ridge, seed=1):
    """corpora: lists of cases; every corpus has the same say in total."""
    cases = [(case, 1.0 / max(1, len(corpus))) for corpus in corpora for case in corpus]
    mean = sum(weight for _, weight in cases) / max(1, len(cases))
    order = list(range(len(cases)))
    optimizer = Adagrad(0.1, ridge)
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
    chances = softmax([dot(weights, features) for features, _ in options])
    right = sum(c for c, (_, ok) in zip(chances, options) if ok)
    for chance, (features, ok) in zip(chances, options):
        slope = share * ((chance / max(right, 1e-12) if ok else 0.0) - chance)
        if abs(slope) < 1e-9:
            continue
        for name, value in features:
            gradient[name] = gradient.get(name, 0.0) + slope * value


def recognition_report(weights, cases):
    hits = sum(1 for f, gold in cases if gold and dot(weights, f) > 0)
    said = sum(1 for f, _ in cases if dot(weights, f) > 0)
    there = sum(1 for _, gold in cases if gold)
    precision, recall = hits / max(1, said), hits / max(1, there)
    return "of the spans seen: precision %.3f  recall %.3f  F1 %.3f" % (
        precision, recall, 2 * precision * recall / max(1e-9, precision + recall))


def resolution_report(weights, cases):
    right, buckets = 0, {}
    for options in cases:
        chances = softmax([dot(weights, features) for features, _ in options])
        best = max(range(len(options)), key=chances.__getitem__)
        right += options[best][1]
        bucket = buckets.setdefault(min(9, int(chances[best] * 10)), [0, 0.0, 0])
        bucket[0] += 1
        bucket[1] += chances[best]
        bucket[2] += options[best][1]
    calibration = "  ".join("%.2f:%.2f (%d)" % (b[1] / b[0], b[2] / b[0], b[0])
                            for _, b in sorted(buckets.items()))
    return "of the ambiguous names: %.3f right\n    said:true (count)  %s" % (
        right / max(1, len(cases)), calibration)


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
    parser.add_argument("--epochs", type=int, default=30)
    parser.add_argument("--ridge", type=float, default=0.003)
    parser.add_argument("--leave-one-corpus-out", action="store_true")
    parser.add_argument("--out")
    arguments = parser.parse_args(argv)
    if len(arguments.files) % 2:
        parser.error("CASES and GOLD come in pairs")
    load, gradient, report = {
        "recognition": (recognition_cases, recognition_gradient, recognition_report),
        "resolution": (resolution_cases, resolution_gradient, resolution_report),
    }[arguments.model]
    pairs = list(zip(arguments.files[::2], arguments.files[1::2]))
    corpora = [load(cases, gold) for cases, gold in pairs]

    def train(parts):
        return learn([flatten(part) for part in parts], gradient, arguments.epochs, arguments.ridge)

    for fold in range(arguments.folds):
        weights = train([[d for i, d in enumerate(c) if i % arguments.folds != fold] for c in corpora])
        for (name, _), corpus in zip(pairs, corpora):
            held = [d for i, d in enumerate(corpus) if i % arguments.folds == fold]
            print("fold %d  %s: %s" % (fold + 1, name, report(weights, flatten(held))))
    if arguments.leave_one_corpus_out:
        for out in range(len(corpora)):
            weights = train([c for i, c in enumerate(corpora) if i != out])
            print("without it  %s: %s" % (pairs[out][0], report(weights, flatten(corpora[out]))))
    weights = train(corpora)
    for (name, _), corpus in zip(pairs, corpora):
        print("all  %s: %s" % (name, report(weights, flatten(corpus))))
    write(arguments.weights, arguments.model, weights, arguments.out or arguments.weights)
    return 0


if __name__ == "__main__":
    sys.exit(main())
