"""The judgement of a link: one ordinal model (design: "The judgement of a link")."""
import numpy as np
from scipy.optimize import minimize
from sklearn.ensemble import HistGradientBoostingRegressor

from training.matrix import CONFLICT, POLARITY, family, logistic

# Not fitted, for gold holds but three typed conflicts of links: those that would agree have totals up to 1.5, and below about
# -0.3 oppose is the likeliest. Words that one side denies are as rare; their weight is enough to take two tellings in like
# terms below agreement.
CONFLICT_WEIGHT = -2.0
POLARITY_WEIGHT = -1.0
HOSTILE = ["coldness", "coldest", "concern", "protest", "pressure", "charge", "hostility", "demand", "warn", "accuse", "deny",
           "reject", "blame", "harm", "condition", "threaten", "sanction", "distancing", "name_charge", "negation",
           "opposites", "other_names", "other_numbers"]  # more of these never raises a score
FRIENDLY = ["warmth", "cooperation", "agree", "welcome", "praise", "commit", "concede", "cooperate", "progress"]  # never lowers
SCORE_WEIGHT = 4.0                              # of the squared error of the score beside the log-likelihood
DIMENSIONS = {"warmth": "tone", "coldness": "tone", "coldest": "tone", "concern": "tone", "protest": "tone",
              "welcome": "tone", "praise": "credit", "blame": "agency", "accuse": "agency", "sanction": "agency",
              "justify": "agency", "agree": "agency", "holders": "agency", "obligation": "strength",
              "prohibition": "strength", "intention": "strength", "readiness": "strength", "wish": "strength",
              "possibility": "strength", "ability": "strength", "commit": "strength", "stress": "strength",
              "demand": "strength", "urge": "strength", "warn": "strength", "pressure": "strength", "hedge": "strength",
              "booster": "strength", "if_clause": "scope", "inform": "scope", "report": "scope", "stems": "scope",
              "runs": "scope", "characters": "scope", "issues": "scope", "knowledge": "scope", "size": "scope",
              "other_numbers": "scope"}  # of a reframe, by the family of features that moved it most


class Boosted:
    """Small trees that add up to eta, grown one after the other by Newton steps of the ordinal model's loss at fixed
    cutpoints (Friedman 2001); each reads a random part of the features. Monotone where a cue is hostile or friendly."""

    TREES, RATE, LEAVES, LEAST, COLUMNS = 160, 0.05, 8, 10, 0.2

    def __init__(self, names, events):
        x = np.vstack([e.judged[e.told] for e in events])
        y = np.concatenate([e.relation[e.told] for e in events])
        score = np.concatenate([e.score[e.told] for e in events])
        # of mark and sign: "x.apart" tells the distance of the two sides, which friendly words may widen
        signs = np.array([-1 if family(n) in HOSTILE else int(family(n) in FRIENDLY and not n.endswith(".apart")) for n in names])
        random = np.random.RandomState(0)
        self.grown = []  # columns, tree
        eta = np.zeros(len(y))
        for _ in range(self.TREES):
            slope, curve = loss_slopes(eta, y, score)
            columns = np.sort(random.choice(len(names), int(self.COLUMNS * len(names)), replace=False))
            tree = HistGradientBoostingRegressor(max_iter=1, learning_rate=self.RATE, max_leaf_nodes=self.LEAVES,
                                                 min_samples_leaf=self.LEAST, l2_regularization=1.0, early_stopping=False,
                                                 monotonic_cst=signs[columns], random_state=0)
            tree.fit(x[:, columns], -slope / curve, sample_weight=curve)
            tree._baseline_prediction = np.zeros_like(tree._baseline_prediction)
            self.grown.append((columns, tree))
            eta += tree.predict(x[:, columns])

    def __call__(self, x):
        return sum(tree.predict(x[:, columns]) for columns, tree in self.grown)

    def to_json(self, names, scale):
        trees = []
        for columns, tree in self.grown:
            nodes = tree._predictors[0][0].nodes
            leaf, left, right = nodes["is_leaf"].astype(bool), nodes["left"].astype(int), nodes["right"].astype(int)
            value = nodes["value"].astype(float)
            for k in reversed(range(len(nodes))):  # children come after their parent
                if not leaf[k]:
                    count = nodes["count"][[left[k], right[k]]]
                    value[k] = value[[left[k], right[k]]] @ count / count.sum()
            trees.append({"feature": np.where(leaf, -1, columns[nodes["feature_idx"].astype(int)]).tolist(),
                          "threshold": np.where(leaf, 0.0, nodes["num_threshold"]).tolist(),
                          "left": left.tolist(), "right": right.tolist(), "value": (scale * value).tolist()})
        return {"features": list(names), "trees": trees}


OPPOSE_BELOW, AGREE_ABOVE, TEMPERATURE = -0.15, 0.62, 0.2  # while trees grow; atanh of the scores where annotators change label


def loss_slopes(eta, y, score):
    """First and second derivative of the loss of each link; the second at least 1."""
    def slope(eta):
        low, high = logistic((OPPOSE_BELOW - eta) / TEMPERATURE), logistic((eta - AGREE_ABOVE) / TEMPERATURE)
        d_low, d_high = -low * (1 - low) / TEMPERATURE, high * (1 - high) / TEMPERATURE
        middle = np.maximum(1 - low - high, 1e-9)
        d_log = np.choose(y, [d_low / np.maximum(low, 1e-12), (-d_low - d_high) / middle, d_high / np.maximum(high, 1e-12)])
        t = np.tanh(eta)
        return -d_log + SCORE_WEIGHT * 2 * (t - score) * (1 - t * t)
    step = 1e-3
    return slope(eta), np.maximum((slope(eta + step) - slope(eta - step)) / (2 * step), 1.0)


class Cutpoints:
    """Scale of the total, intercept, cutpoints and temperature by totals of left-out events (McCullagh 1980)."""

    def __init__(self, events, totals):
        z = np.concatenate([t[e.told] for e, t in zip(events, totals)])
        y = np.concatenate([e.relation[e.told] for e in events])
        score = np.concatenate([e.score[e.told] for e in events])

        def unpack(v):
            scale, intercept, t1, gap, temperature = np.exp(v[0]), v[1], v[2], np.exp(v[3]), np.exp(v[4])
            return scale, intercept, t1, t1 + 2 * temperature * np.log(2) * 1.05 + gap, temperature  # reframe can be likeliest

        def loss(v):
            scale, intercept, t1, t2, temperature = unpack(v)
            eta = intercept + scale * z
            low, high = logistic((t1 - eta) / temperature), logistic((eta - t2) / temperature)
            p = np.choose(y, [low, np.maximum(1 - low - high, 1e-9), high])
            return (-np.log(np.maximum(p, 1e-12)) + SCORE_WEIGHT * (np.tanh(eta) - score) ** 2).mean()

        start = np.array([0.0, 0.0, OPPOSE_BELOW, np.log(0.5), np.log(TEMPERATURE)])
        self.scale, self.intercept, self.t1, self.t2, self.temperature = unpack(minimize(loss, start, method="L-BFGS-B").x)

    def eta(self, totals):
        return self.intercept + self.scale * totals

    def to_json(self, names, boosted):
        return {"rows": [{"feature": CONFLICT, "weight": CONFLICT_WEIGHT},
                         {"feature": POLARITY, "weight": POLARITY_WEIGHT}], "trees": boosted.to_json(names, self.scale),
                "dimensions": DIMENSIONS, "intercept": float(self.intercept), "oppose_below": float(self.t1),
                "agree_above": float(self.t2), "temperature": float(self.temperature)}
