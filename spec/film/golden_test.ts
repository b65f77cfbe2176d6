import assert from "node:assert/strict";
import {
  blobs,
  compareFilm,
  elbow,
  elbowFilm,
  type Film,
  type FilmOptions,
  makeFilm,
  record,
  themes,
} from "../../mod.ts";
import { lastScene, type Scene, sceneAt, sceneToSvg } from "../../src/internal.ts";
import { ROOT } from "../support/command.ts";
import { smallTrace } from "../support/films.ts";

const FOLDER = `${ROOT}fixtures/scenes/`;
/** `deno task accept` writes the scenes instead of comparing them. */
const isAccepting = Deno.args.includes("--accept");

const size = { width: 320, height: 240 };
const trace = smallTrace({ seed: 3 });
const film = (options: FilmOptions = {}) => makeFilm(trace, { ...size, ...options });

/** The picture in the middle of a beat. */
function during(film: Film, kind: string, iteration = 1): Scene {
  const beat = film.beats.find((beat) => beat.kind === kind && beat.iteration === iteration)!;
  return sceneAt(film, (beat.start + beat.end) / 2);
}

const heaps = [[0, 0], [0, 1], [1, 0], [8, 8], [8, 9], [9, 8]];
const emptied = record(heaps, { init: [[0, 0], [9, 9], [60, -40]] });
const line = record([...Array(30).keys()].map((i) => [(i * 37) % 11 + (i % 3) * 20]), {
  k: 3,
  seed: 1,
}, { features: ["waiting"] });
const named = record(blobs({ clusters: 3, points: 20, seed: 5 }), { k: 3, seed: 5 }, {
  features: ["eruptions", "waiting"],
});

const scenes: Record<string, () => Scene> = {
  "start": () => sceneAt(film(), 500),
  "assign": () => during(film(), "assign", 2),
  "update": () => during(film(), "update"),
  "converged": () => lastScene(film({ title: "Four clusters" })),
  "bare": () => lastScene(film({ cells: false, trails: false, chart: false, caption: false })),
  "shapes": () => lastScene(film({ shapes: true })),
  "classic": () => lastScene(film({ style: "classic" })),
  "picks": () => {
    const run = record(heaps, { k: 3, init: "kmeans++", candidates: 1, seed: 2 });
    return during(makeFilm(run, size), "start", 0);
  },
  "empty_cluster": () => lastScene(makeFilm(emptied, size)),
  "one_feature": () => lastScene(makeFilm(line, size)),
  "named_features": () => lastScene(makeFilm(named, size)),
  "one_cluster": () => lastScene(makeFilm(record(heaps, { k: 1 }), size)),
  "one_point": () => lastScene(makeFilm(record([[3, 4]], { k: 1 }), size)),
  "equal_points": () => lastScene(makeFilm(record(Array(5).fill([2, 2]), { k: 2 }), size)),
  "tiny_values": () =>
    lastScene(makeFilm(record([[1e-300, 0], [2e-300, 3e-300]], { k: 2 }), { ...size, axes: true })),
  "huge_values": () =>
    lastScene(makeFilm(record([[1e300, 0], [-1e300, 5e299]], { k: 2 }), { ...size, axes: true })),
  "storyboard": () => lastScene(film({ storyboard: [0, 1, "last"], width: 640 })),
  "compare": () => {
    const runs = (["random", "kmeans++"] as const).map((init) => ({
      name: init,
      trace: smallTrace({ seed: 3, init, ...(init === "kmeans++" && { candidates: 1 }) }),
    }));
    return lastScene(compareFilm(runs, { width: 640, height: 240 }));
  },
  "elbow": () => lastScene(elbowFilm([...elbow(heaps, { from: 1, to: 4, seed: 1 })], size)),
};

for (const [name, scene] of Object.entries(scenes)) {
  Deno.test(`The scene ${name} is the accepted one`, async () => {
    const svg = sceneToSvg(scene(), themes.light).replaceAll("><", ">\n<") + "\n";
    const file = `${FOLDER}${name}.svg`;
    if (isAccepting) {
      await Deno.mkdir(FOLDER, { recursive: true });
      await Deno.writeTextFile(file, svg);
      return;
    }
    assert.equal(
      svg,
      await Deno.readTextFile(file),
      `${name}.svg is another picture: look at it, then run deno task accept`,
    );
  });
}
