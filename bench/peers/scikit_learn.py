"""The algorithm alone, in scikit-learn; prints milliseconds an iteration.

usage: python3 scikit_learn.py POINTS CENTROIDS M N K

Both files are 64-bit floats, row after row.
"""
import sys
import time

import numpy
from sklearn.cluster import KMeans

m, n, k = map(int, sys.argv[3:6])
points = numpy.fromfile(sys.argv[1]).reshape(m, n)
centroids = numpy.fromfile(sys.argv[2]).reshape(k, n)
begun = time.perf_counter()
fit = KMeans(k, init=centroids, n_init=1, tol=0, max_iter=10_000, algorithm="lloyd").fit(points)
print(1000 * (time.perf_counter() - begun) / fit.n_iter_)
