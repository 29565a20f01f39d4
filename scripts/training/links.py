"""The pair model: which pairs are linked, and which in full."""
import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from training.matrix import FULL, logit, weights

LINK_PENALTY = 0.003                            # C of the logistic regression over the pair features


def linear_member(scaler, fit):
    coefficients = fit.coef_[0] / scaler.scale_
    return {"intercept": float(fit.intercept_[0] - coefficients @ scaler.mean_), "weights": coefficients.tolist()}


def boosted_tree(nodes):
    leaf = nodes["is_leaf"].astype(bool)
    return {"feature": np.where(leaf, -1, nodes["feature_idx"].astype(int)).tolist(),
            "threshold": np.where(leaf, 0.0, nodes["num_threshold"]).tolist(),
            "left": nodes["left"].astype(int).tolist(), "right": nodes["right"].astype(int).tolist(),
            "value": np.where(leaf, nodes["value"], 0.0).tolist()}


class Classifier:
    """Mean of a logistic regression and, where asked for, gradient boosting."""

    def __init__(self, x, y, w, penalty, trees):
        self.scaler = StandardScaler().fit(x)
        self.scaler.scale_ = np.where(self.scaler.scale_ > 1e-9, self.scaler.scale_, 1.0)
        self.linear = LogisticRegression(C=penalty, max_iter=3000, tol=1e-6)
        self.linear.fit(self.scaler.transform(x), y, sample_weight=w)
        self.boosted = None
        if trees:
            self.boosted = HistGradientBoostingClassifier(max_iter=120, learning_rate=0.05, max_leaf_nodes=8,
                                                          min_samples_leaf=20, l2_regularization=1.0, random_state=0,
                                                          early_stopping=False).fit(x, y, sample_weight=w)

    def __call__(self, x):
        parts = [self.linear.predict_proba(self.scaler.transform(x))[:, 1]]
        if self.boosted is not None:
            parts.append(self.boosted.predict_proba(x)[:, 1])
        return np.mean(parts, axis=0)

    def to_json(self, features, slope, offset):
        trees = []
        if self.boosted is not None:
            trees.append({"mean": False, "base": float(np.ravel(self.boosted._baseline_prediction)[0]),
                          "trees": [boosted_tree(p[0].nodes) for p in self.boosted._predictors]})
        return {"features": features, "linear": [linear_member(self.scaler, self.linear)], "trees": trees,
                "slope": slope, "offset": offset}


def fit_links(events, penalty=LINK_PENALTY, trees=True):
    x = np.vstack([e.pairs[e.known] for e in events])
    y = np.concatenate([e.linked[e.known] for e in events])
    return Classifier(x, y, weights(events), penalty, trees)


def fit_full(events):
    x = np.vstack([e.pairs[e.graded] for e in events])
    y = np.concatenate([e.strength[e.graded] == FULL for e in events])
    return Classifier(x, y, None, LINK_PENALTY, trees=False)


def platt(p, y, w):
    """Slope and offset of the logit that make p a calibrated probability (Platt 1999)."""
    fit = LogisticRegression(C=1e6).fit(logit(p)[:, None], y, sample_weight=w)
    return float(fit.coef_[0][0]), float(fit.intercept_[0])


def f1(p, y, threshold):
    said = p >= threshold
    return 2 * (said & y).sum() / max(1, said.sum() + y.sum())


def best_threshold(events, probabilities):
    """That with the highest mean F1 over the kinds of events."""
    kinds = sorted({e.kind for e in events})

    def mean_f1(threshold):
        scores = []
        for kind in kinds:
            chosen = [(p[e.known], e.linked[e.known]) for e, p in zip(events, probabilities) if e.kind == kind]
            p, y = (np.concatenate(part) for part in zip(*chosen))
            scores.append(f1(p, y, threshold))
        return np.mean(scores)

    grid = np.round(np.arange(0.05, 0.8, 0.01), 2)
    smooth = [np.mean([mean_f1(t + d) for d in (-0.02, -0.01, 0, 0.01, 0.02)]) for t in grid]
    return float(grid[int(np.argmax(smooth))])
