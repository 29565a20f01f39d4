"""A similarity from outside that joins the pair model."""
import numpy as np
from sklearn.linear_model import LogisticRegression

from training.matrix import logit, trouble, weights

# Of a small sentence encoder on 56 events (docs/embeddings.md); used where no embeddings are given.
OUTSIDE = {"slope": 0.983, "weight": 0.079, "offset": -0.052}


def outside_standing(scores):
    """As engine/aligner/outside.cpp computes it."""
    beyond = scores - scores.mean(axis=1, keepdims=True) - scores.mean(axis=0, keepdims=True) + scores.mean()
    beyond = np.where(beyond > 1e-6 * np.abs(scores).max(), beyond, 0.0)
    best = beyond.max(axis=1, keepdims=True) * beyond.max(axis=0, keepdims=True)
    competition = beyond * np.sqrt(np.divide(beyond ** 2, best, out=np.zeros_like(beyond), where=best > 0))
    apart = competition - competition.mean()
    return apart / apart.std() if apart.std() > 0 else apart


def embeddings_of(path, statements):
    """Unit rows, one a statement."""
    try:
        rows = np.load(path).astype(float)
    except (OSError, ValueError) as error:
        trouble(f"{path}: no embeddings: {error}")
    if rows.ndim != 2 or len(rows) != statements or not np.isfinite(rows).all():
        trouble(f"{path}: its shape is {rows.shape}; give one row of finite numbers for each of the {statements} statements")
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)


def cosines(folder, event):
    left, right = (embeddings_of(folder / event.name / f"{side}.npy", statements)
                   for side, statements in zip(("left", "right"), event.shape))
    if left.shape[1] != right.shape[1]:
        trouble(f"{folder / event.name}: its two files have rows of {left.shape[1]} and {right.shape[1]} numbers")
    return left @ right.T


def fit_outside(events, probability, standings):
    """How far standings, by the events' names, move the calibrated log-odds of left-out events."""
    if not standings:
        return OUTSIDE
    x = np.vstack([np.column_stack([logit(p), standings[e.name].ravel()])[e.known] for e, p in zip(events, probability)])
    y = np.concatenate([e.linked[e.known] for e in events])
    fit = LogisticRegression(C=1e6).fit(x, y, sample_weight=weights(events))
    return {"slope": float(fit.coef_[0][0]), "weight": float(fit.coef_[0][1]), "offset": float(fit.intercept_[0])}
