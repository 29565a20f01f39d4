#!/usr/bin/python3
"""What a user would write in place of rashomon: TF-IDF and cosines of two files' lines by scikit-learn, as JSON.

    peer.py A B    # one sentence a line
"""
import json
import pathlib
import sys

from sklearn.feature_extraction.text import TfidfVectorizer

LEAST = 0.1  # cosine of a link

left, right = (pathlib.Path(name).read_text(encoding="utf-8").splitlines() for name in sys.argv[1:3])
rows = TfidfVectorizer(sublinear_tf=True).fit_transform(left + right)
cosines = (rows[:len(left)] @ rows[len(left):].T).toarray()
links = [{"left": left[i], "right": right[j], "similarity": cosines[i, j]}
         for i in range(len(left)) for j in range(len(right)) if cosines[i, j] >= LEAST]
json.dump({"links": links, "divergence": 1 - (cosines.max(axis=1).mean() + cosines.max(axis=0).mean()) / 2}, sys.stdout)
