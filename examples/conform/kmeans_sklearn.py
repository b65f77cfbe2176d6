"""scikit-learn's KMeans, the last step only: conform --protocol fit -- python3 kmeans_sklearn.py

It moves empty clusters to far points, and takes no more clusters than points: clauses 3.3 and 1.7.
"""
import json
import sys
import warnings

import numpy as np
from sklearn.cluster import KMeans

warnings.simplefilter("ignore")

for line in sys.stdin:
    request = json.loads(line)
    try:
        points, centroids = (np.array(request[name], dtype=float) for name in ("points", "centroids"))
        if points.ndim != 2 or centroids.ndim != 2:
            raise ValueError("points and centroids must be tables")
        kmeans = KMeans(len(centroids), init=centroids, n_init=1, tol=0, max_iter=1000)
        kmeans.fit(points)
        step = {"iteration": int(kmeans.n_iter_), "centroids": kmeans.cluster_centers_.tolist(),
                "labels": kmeans.labels_.tolist()}
        answer = {"steps": [step]}
    except ValueError as error:
        answer = {"error": str(error)}
    print(json.dumps(answer), flush=True)
