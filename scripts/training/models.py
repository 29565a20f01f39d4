"""Events to a model: what is chosen comes from events left out of the fit."""
import json
import pathlib

import numpy as np

from training.judgement import Boosted, Cutpoints
from training.links import best_threshold, fit_full, fit_links, platt
from training.matrix import FULL, family, feature_names, is_judged, logistic, logit, trouble, weights
from training.outside import fit_outside
from training.totals import divergence, gold_divergence

DEFAULT = pathlib.Path(__file__).resolve().parents[2] / "corpora/models/default.json"
FOLDS = 6
PAIR_PENALTIES = [0.0003, 0.003, 0.03]  # C of the linear member; pairs take the one that suits groups left out of the fit


def folds(events, parts=FOLDS):
    """Whole events; every kind spread over all folds."""
    order = sorted(range(len(events)), key=lambda k: (events[k].kind, events[k].name))
    fold = np.empty(len(events), int)
    fold[order] = np.arange(len(events)) % min(parts, len(events))
    return fold


def left_out(events, fit, read):
    """Of every event what a model that was fitted on the other folds says of `read` of it."""
    fold, out = folds(events), [None] * len(events)
    for k in range(fold.max() + 1):
        model = fit([e for e, f in zip(events, fold) if f != k])
        for n in np.flatnonzero(fold == k):
            out[n] = model(read(events[n]))
    return out


def pairs_of(event):
    return event.pairs


def judged_of(event):
    return event.judged


def calibrated(probabilities, slope, offset):
    return [logistic(slope * logit(p) + offset) for p in probabilities]


def fit_judgement(names, events):
    """The judgement, and the totals of all pairs of every event by trees that never saw it."""
    totals = left_out(events, lambda rest: Boosted(names, rest), judged_of)
    cutpoints = Cutpoints(events, totals)
    return cutpoints.to_json(names, Boosted(names, events)), [cutpoints.eta(t) for t in totals]


def fit_model(header, events, standings=None):
    raw = left_out(events, fit_links, pairs_of)
    full = left_out(events, fit_full, pairs_of)
    judgement, total = fit_judgement([name for name in feature_names(header) if is_judged(name)], events)
    y = np.concatenate([e.linked[e.known] for e in events])
    link_scale = platt(np.concatenate([p[e.known] for e, p in zip(events, raw)]), y, weights(events))
    full_scale = platt(np.concatenate([p[e.linked] for e, p in zip(events, full)]),
                       np.concatenate([e.strength[e.linked] == FULL for e in events]), None)
    probability, full = calibrated(raw, *link_scale), calibrated(full, *full_scale)
    errors = []
    for e, p, f, eta in zip(events, probability, full, total):
        said = divergence(e, (p * f).reshape(e.shape), (p * (1 - f)).reshape(e.shape), np.tanh(eta).reshape(e.shape))
        errors.append(abs(said - gold_divergence(e)))
    features = header["pair_features"]
    return {
        "format": "rashomon.model/1",
        "name": "default",
        "trained_on": [{"event": e.name, "sha256": e.sha256} for e in events],
        "threshold": best_threshold(events, probability),
        "divergence_error": float(np.quantile(errors, 0.9)),
        "pairs": {"first": fit_links(events).to_json(features, *link_scale),
                  "second": {"features": [], "linear": [], "trees": [], "slope": 1.0, "offset": 0.0},
                  "full": fit_full(events).to_json(features, *full_scale),
                  "outside": fit_outside(events, probability, standings)},
        "judgement": judgement,
    }


def log_loss(p, y, w):
    p = np.clip(p, 1e-9, 1 - 1e-9)
    return -np.average(np.where(y, np.log(p), np.log(1 - p)), weights=w)


def tells_order(feature):
    return family(feature) == "place" or feature.endswith(".diagonal") or feature in ("characters.cross", "knowledge.cross")


def fit_pairs(header, events, name):
    """What the labels tell is learned; all else is the default model's."""
    if len(events) < 2:
        trouble("one group of pairs has labels; give labels of two or more, so that one can be left out")
    model = json.loads(DEFAULT.read_text(encoding="utf-8"))
    kept = [k for k, feature in enumerate(header["pair_features"]) if not tells_order(feature)]  # lines have none
    features = [header["pair_features"][k] for k in kept]
    judged = [name for name in feature_names(header) if is_judged(name)]
    names = [name for name in judged if not tells_order(name)]
    for event in events:
        event.pairs = event.pairs[:, kept]
        event.judged = event.judged[:, [name in names for name in judged]]
    y, w = np.concatenate([e.linked for e in events]), weights(events)
    if y.all() or not y.any():
        trouble("all labelled pairs are alike; give some with a link and some without")
    losses = []
    for penalty in PAIR_PENALTIES:
        p = left_out(events, lambda rest: fit_links(rest, penalty, trees=False), pairs_of)
        losses.append(log_loss(np.concatenate(calibrated(p, *platt(np.concatenate(p), y, w))), y, w))
    penalty = PAIR_PENALTIES[int(np.argmin(losses))]
    raw = left_out(events, lambda rest: fit_links(rest, penalty), pairs_of)
    scale = platt(np.concatenate(raw), y, w)
    model["name"] = name
    model["trained_on"] = [{"event": e.name, "sha256": e.sha256} for e in events]
    model["threshold"] = best_threshold(events, calibrated(raw, *scale))
    model["pairs"]["first"] = fit_links(events, penalty).to_json(features, *scale)
    model["pairs"]["second"] = {"features": [], "linear": [], "trees": [], "slope": 1.0, "offset": 0.0}
    graded = [e for e in events if e.graded.any()]
    if len(graded) > 1 and len({s for e in graded for s in e.strength[e.graded]}) == 2:
        model["pairs"]["full"] = fit_full(graded).to_json(features, 1.0, 0.0)
    told = [e for e in events if e.told.any()]
    if len(told) > 1:
        model["judgement"] = fit_judgement(names, told)[0]
    return model


def rounded(value):
    """Seven digits say all that the data can; the file stays small."""
    if isinstance(value, float):
        return float(f"{value:.7g}")
    if isinstance(value, list):
        return [rounded(v) for v in value]
    if isinstance(value, dict):
        return {key: rounded(v) for key, v in value.items()}
    return value


def write_model(model, path):
    beside = path.with_name(path.name + ".part")
    beside.write_text(json.dumps(rounded(model), separators=(",", ":")) + "\n", encoding="utf-8")
    beside.replace(path)
