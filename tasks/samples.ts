/** Makes the samples in out/ that the README shows. */

const SAMPLES = [
  "--k 12 --seed 11 --out out/anim.gif --out out/anim.svg",
  "--style classic --k 12 --seed 11 --out out/classic.gif",
  "--theme dark --k 5 --clusters 7 --init kmeans++ --seed 9 --size 480x360 --out out/dark.svg",
  "--k 3 --clusters 3 --spread 0.02 --seed 4 --size 480x360 --out out/k3.svg",
  "--k 20 --clusters 20 --points 30 --seed 2 --size 480x360 --out out/k20.svg",
  "--k 4 --clusters 4 --points 30 --seed 5 --shapes --size 480x360 --out out/shapes.svg",
  "--clusters 5 --centroids fixtures/data/four_centroids.csv --empty farthest --seed 2 " +
  "--size 480x360 --out out/empty.svg",
  "--shape moons --seed 2 --out out/moons.svg",
  "fixtures/data/iris.csv --k 3 --standardize --label Species --init kmeans++ --seed 1 " +
  "--out out/iris.svg",
  "fixtures/data/faithful.csv --k 2 --standardize --seed 3 --size 480x360 --out out/faithful.svg",
  "fixtures/data/faithful.csv --columns waiting --k 2 --seed 3 --size 480x240 " +
  "--out out/one_feature.svg",
  "fixtures/data/faithful.csv --standardize --elbow 1..12 --seed 1 --out out/elbow.svg",
  "--k 12 --seed 11 --storyboard auto --size 1080x560 --out out/storyboard.png",
  "--points 83334 --init kmeans++ --seed 4 --out out/million.svg",
  "--seed 11 --compare init=random,kmeans++ --size 1000x420 --out out/compare.svg",
];

for (const sample of SAMPLES) {
  const permissions = ["--allow-read=fixtures/data", "--allow-write=out"];
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: ["run", ...permissions, "cli.ts", "--quiet", ...sample.split(" ")],
  }).spawn().status;
  if (!success) Deno.exit(1);
}
