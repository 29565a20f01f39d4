"""What `rashomon matrix` wrote: labels and features of every pair of statements of every event."""
import json
import lzma
import sys

import numpy as np

NONE, PART, FULL, DISPUTED, LINKED = range(5)          # strength, as `rashomon matrix` writes it
OPPOSE, REFRAME, AGREE = range(3)               # the ordinal model's classes
CLASS_OF_RELATION = np.array([AGREE, REFRAME, OPPOSE, OPPOSE])
SCORE_OF_CLASS = np.array([-0.7, 0.0, 0.7])     # where a pair tells its relation and no score
CONFLICT, POLARITY = "conflict", "polarity"  # link features whose weights are fixed: a typed conflict, a word that one side denies
# What the judgement reads: what each statement does with the point, whose position it is, and how near the two are. Not how
# many statements there are, where they stand and what they name: these lost on events left out.
NOT_JUDGED = {"similarity", CONFLICT, POLARITY, "pairs", "names", "place", "numbers", "capitalised"}
NOT_JUDGED_ENDINGS = {"diagonal"}


def feature_names(header):
    return header["pair_features"] + header["link_features"]


def family(feature):
    return feature.split(".")[0]


def is_judged(feature):
    return family(feature) not in NOT_JUDGED and feature.split(".")[-1] not in NOT_JUDGED_ENDINGS


class Event:
    """One annotated event: labels and features of every pair of its statements."""

    def __init__(self, header, name, kind, sha256, shape, values):
        labels, pairs = len(header["labels"]), len(header["pair_features"])
        self.name, self.kind, self.sha256, self.shape = name, kind, sha256, shape
        column = dict(zip(header["labels"], values[:, :labels].T))
        self.strength = column["strength"].astype(int)
        self.relation = CLASS_OF_RELATION[np.nan_to_num(column["relation"]).astype(int)]
        self.score = np.where(np.isnan(column["score"]), SCORE_OF_CLASS[self.relation], column["score"])
        self.left_mass = column["left_mass"].reshape(shape)[:, 0]
        self.right_mass = column["right_mass"].reshape(shape)[0]
        self.pairs = values[:, labels:labels + pairs]
        self.judged = values[:, labels:][:, [k for k, name in enumerate(feature_names(header)) if is_judged(name)]]
        self.known = self.strength != DISPUTED
        self.graded = (self.strength == PART) | (self.strength == FULL)
        self.linked = self.graded | (self.strength == LINKED)
        self.told = self.linked & ~np.isnan(column["relation"])


def read_matrix(path):
    data = (lzma.open if str(path).endswith(".xz") else open)(path, "rb").read()
    line, rows = data.split(b"\n", 1)
    header = json.loads(line)
    width = sum(len(header[key]) for key in ("labels", "pair_features", "link_features"))
    values = np.frombuffer(rows, dtype="<f4").reshape(-1, width).astype(float)
    events, at = [], 0
    for row in header["events"]:
        size = row["rows"] * row["columns"]
        shape = (row["rows"], row["columns"])
        events.append(Event(header, row["name"], row["kind"], row["sha256"], shape, values[at:at + size]))
        at += size
    return header, events


def logistic(x):
    return 1 / (1 + np.exp(-x))


def logit(p):
    p = np.clip(p, 1e-9, 1 - 1e-9)
    return np.log(p / (1 - p))


def weights(events):
    """Every event counts by the root of its size, so that long ones do not drown the others."""
    parts = [np.full(e.known.sum(), 1 / np.sqrt(e.known.sum())) for e in events]
    all_weights = np.concatenate(parts)
    return all_weights / all_weights.mean()


def trouble(message):
    print(f"scripts/train: {message}", file=sys.stderr)
    sys.exit(2)
