"""K-means in numpy, one JSON a line: conform -- python3 kmeans_numpy.py"""
import json
import sys

import numpy as np


def steps(points, centroids):
    if points.ndim != 2 or centroids.ndim != 2 or points.size == 0 or centroids.size == 0:
        raise ValueError("points and centroids must be tables")
    if points.shape[1] != centroids.shape[1]:
        raise ValueError(f"{points.shape[1]} features and {centroids.shape[1]}")
    iteration = 0
    moved = None
    while True:
        distances = ((points[:, None, :] - centroids[None, :, :]) ** 2).sum(axis=2)
        labels = distances.argmin(axis=1)
        if iteration == 0:
            yield iteration, centroids, labels
        moved = centroids.copy()
        for k in np.unique(labels):
            moved[k] = points[labels == k].mean(axis=0)
        iteration += 1
        yield iteration, moved, labels
        if np.array_equal(moved, centroids):
            return
        centroids = moved


for line in sys.stdin:
    request = json.loads(line)
    try:
        points, centroids = (np.array(request[name], dtype=float) for name in ("points", "centroids"))
        run = [{"iteration": i, "centroids": c.tolist(), "labels": l.tolist()}
               for i, c, l in steps(points, centroids)]
        answer = {"steps": run}
    except ValueError as error:
        answer = {"error": str(error)}
    print(json.dumps(answer), flush=True)
