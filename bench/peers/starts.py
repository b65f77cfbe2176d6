"""The inertia of runs of scikit-learn from many starts by k-means++; prints them as JSON.

usage: python3 starts.py POINTS M N K SEEDS

The file is 64-bit floats, row after row.
"""
import json
import sys

import numpy
from sklearn.cluster import KMeans

m, n, k, seeds = map(int, sys.argv[2:6])
points = numpy.fromfile(sys.argv[1]).reshape(m, n)
fits = (KMeans(k, n_init=1, tol=0, max_iter=10_000, random_state=seed).fit(points) for seed in range(seeds))
print(json.dumps([fit.inertia_ for fit in fits]))
