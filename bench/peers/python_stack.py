"""A table of many points to a GIF with pandas, scikit-learn, matplotlib and Pillow.

usage: python3 python_stack.py POINTS.csv OUT.gif K ITERATIONS

The file has a header and two columns.
"""
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.animation
import matplotlib.pyplot
import numpy
import pandas
from sklearn.metrics import pairwise_distances_argmin

points = pandas.read_csv(sys.argv[1]).to_numpy()
k, limit = int(sys.argv[3]), int(sys.argv[4])
centroids = points[numpy.random.default_rng(0).choice(len(points), k, replace=False)]
steps = []
for _ in range(limit):
    labels = pairwise_distances_argmin(points, centroids)
    steps.append((centroids, labels))
    counts = numpy.maximum(numpy.bincount(labels, minlength=k), 1)
    sums = [numpy.bincount(labels, points[:, j], k) for j in range(2)]
    centroids = numpy.stack(sums, axis=1) / counts[:, None]

figure, axes = matplotlib.pyplot.subplots()
crosses = [axes.plot([], [], "x")[0] for _ in range(k)]
discs = [axes.plot([], [], "o", markeredgecolor="black")[0] for _ in range(k)]
axes.set_xlim(points[:, 0].min(), points[:, 0].max())
axes.set_ylim(points[:, 1].min(), points[:, 1].max())


def draw(step):
    places, labels = step
    for j in range(k):
        crosses[j].set_data(*points[labels == j].T)
        discs[j].set_data(places[j:j + 1, 0], places[j:j + 1, 1])


film = matplotlib.animation.FuncAnimation(figure, draw, frames=steps)
film.save(sys.argv[2], writer="pillow", fps=2)
