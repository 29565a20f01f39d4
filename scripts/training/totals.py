"""The totals of a comparison (design: "The totals"), said and annotated."""
import numpy as np

from training.matrix import FULL, PART


def answered(full, part):
    p0, p1 = np.ones(len(full)), np.zeros(len(full))
    for f, h in zip(full.T, part.T):
        none = 1 - f - h
        p1, p0 = p1 * none + p0 * h, p0 * none
    return np.clip(1 - p0 - p1 / 2, 0, 1)


def divergence(event, full, part, score):
    share = full + part / 2

    def of_side(w, mass, a):
        total = w.sum(axis=1, keepdims=True)
        return np.divide(w, total, out=np.zeros_like(w), where=total > 0) * (mass * a)[:, None]

    u = (of_side(share, event.left_mass, answered(full, part)) +
         of_side(share.T, event.right_mass, answered(full.T, part.T)).T) / 2
    return 1 - u.sum() + (u * (1 - score) / 2).sum()


def gold_divergence(event):
    full = (event.strength == FULL).astype(float).reshape(event.shape)
    part = (event.strength == PART).astype(float).reshape(event.shape)
    weight = full + part / 2

    def of_side(w, mass):
        total = w.sum(axis=1, keepdims=True)
        return np.divide(w, total, out=np.zeros_like(w), where=total > 0) * np.minimum(1, total) * mass[:, None]

    u = (of_side(weight, event.left_mass) + of_side(weight.T, event.right_mass).T) / 2
    return 1 - u.sum() + (u * (1 - event.score.reshape(event.shape)) / 2).sum()
