"""K-means animated with numpy, matplotlib and Pillow, a step a frame, as tutorials do it.

usage: python3 matplotlib_film.py POINTS.csv CENTROIDS.csv OUT(.gif|.html) [FRAMES]

Both files are numbers without a header. With FRAMES, steps are shown longer, so that there are as
many frames.
"""
import colorsys
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.animation
import matplotlib.pyplot
import numpy

points = numpy.loadtxt(sys.argv[1], delimiter=",", ndmin=2)
centroids = numpy.loadtxt(sys.argv[2], delimiter=",", ndmin=2)
out = sys.argv[3]
k = len(centroids)

steps = []
before = None
while before is None or not numpy.array_equal(before, centroids):
    labels = numpy.array([
        numpy.argmin([numpy.linalg.norm(point - centroid) for centroid in centroids])
        for point in points
    ])
    steps.append((centroids, labels))
    before = centroids
    centroids = numpy.array([
        points[labels == i].mean(axis=0) if (labels == i).any() else centroids[i] for i in range(k)
    ])
steps.append((centroids, labels))
if len(sys.argv) > 4:
    count = int(sys.argv[4])
    steps = [steps[i * len(steps) // count] for i in range(count)]

figure, axes = matplotlib.pyplot.subplots()
colors = [colorsys.hsv_to_rgb(i / k, 0.8, 0.8) for i in range(k)]
crosses = [axes.plot([], [], "x", color=color)[0] for color in colors]
discs = [axes.plot([], [], "o", color=color, markeredgecolor="black")[0] for color in colors]
note = axes.annotate("", xy=(0.01, 0.01), xycoords="axes fraction")
low, high = points.min(axis=0), points.max(axis=0)
padding = 0.05 * (high - low)
axes.set_xlim(low[0] - padding[0], high[0] + padding[0])
axes.set_ylim(low[1] - padding[1], high[1] + padding[1])


def draw(i):
    places, labels = steps[i]
    for j in range(k):
        crosses[j].set_data(points[labels == j, 0], points[labels == j, 1])
        discs[j].set_data(places[j:j + 1, 0], places[j:j + 1, 1])
    note.set_text(f"i = {i}")


film = matplotlib.animation.FuncAnimation(figure, draw, frames=len(steps), interval=500)
if out.endswith(".html"):
    matplotlib.rcParams["animation.embed_limit"] = 1000
    with open(out, "w") as file:
        file.write(film.to_jshtml())
else:
    film.save(out, writer="pillow", fps=2)
