// How cost grows, drawn in growth.svg: `deno task growth`. With `--draw`, what was measured last.
import { lloyd, out, own, python, REFERENCE, reference } from "./calls.ts";
import { binaryOf, csvOf, ROOT } from "./files.ts";
import { type Call, type Cost, costsOf } from "./measure.ts";
import { type Growth, plot } from "./plot.ts";

/** What is done with one size of a problem, by Lloyd and by a peer where it can follow. */
type Work = (size: number) => Readonly<Record<string, Call | undefined>>;

const csvToGif: Work = (m) => {
  const csv = csvOf(m);
  const args = ["--max-iterations", "20", "--style", "classic", "--seed", "1"];
  return {
    "Lloyd": lloyd(csv, ...args, "--out", out("own.gif")),
    // It would take minutes.
    "Python": m <= 1e6 ? python("python_stack", csv, out("peer.gif"), "12", "20") : undefined,
  };
};

const fit = (m: number, n: number, k: number): ReturnType<Work> => {
  const args = [...binaryOf(m, n, k, 1), String(m), String(n), String(k)];
  return { "Lloyd": own("fit", ...args), "Python": python("scikit_learn", ...args) };
};

/** The interval at which the film of the reference has about so many frames. */
const film: Work = (frames) => ({
  "Lloyd": reference(
    "--interval",
    `${Math.round(frames / 13 * 5) * 10}ms`,
    "--out",
    out("own.gif"),
  ),
  "Python": frames <= 500
    ? python("matplotlib_film", ...REFERENCE, out("peer.gif"), String(frames))
    : undefined,
});

const GROWTHS: readonly { over: string; work: string; sizes: number[]; calls: Work }[] = [
  { over: "points", work: "CSV to GIF", sizes: [1e3, 1e4, 1e5, 1e6, 1e7], calls: csvToGif },
  {
    over: "clusters",
    work: "fit 100,000 × 8",
    sizes: [2, 8, 32, 128],
    calls: (k) => fit(1e5, 8, k),
  },
  {
    over: "features",
    work: "fit 100,000, k = 12",
    sizes: [1, 2, 8, 32, 128],
    calls: (n) => fit(1e5, n, 12),
  },
  { over: "frames", work: "film to GIF", sizes: [30, 100, 300, 1000], calls: film },
];

const file = `${ROOT}bench/growth.json`;
const figures = ["ms", "MB"] as const;
let measured: Record<(typeof figures)[number], Growth[]> = { ms: [], MB: [] };
if (Deno.args.includes("--draw")) measured = JSON.parse(await Deno.readTextFile(file));
else {
  for (const { over, work, sizes, calls } of GROWTHS) {
    const costs: Record<string, [size: number, cost: Cost][]> = {};
    for (const size of sizes) {
      const named = Object.entries(calls(size)).filter(([, call]) => call);
      const all = await costsOf(named.map(([, call]) => call!), size >= 1e6 ? 1 : 3);
      named.forEach(([name], i) => (costs[name] ??= []).push([size, all[i]]));
      console.log(over, size, ...named.map(([name], i) => `${name} ${all[i].time.toFixed(1)} ms`));
    }
    const curves = (figure: (cost: Cost) => number) =>
      Object.fromEntries(
        Object.entries(costs).map(([name, all]) => [
          name,
          all.map(([size, cost]) => [size, Number(figure(cost).toPrecision(3))] as const),
        ]),
      );
    const what = work.startsWith("fit") ? `an iteration, ${work}` : work;
    measured.ms.push({ over, work: what, curves: curves(({ time }) => time) });
    measured.MB.push({ over, work, curves: curves(({ memory = NaN }) => memory) });
  }
  await Deno.writeTextFile(file, JSON.stringify(measured, null, 1) + "\n");
}
await Deno.writeTextFile(
  `${ROOT}bench/growth.svg`,
  plot(figures.map((figure) => ({ figure, growths: measured[figure] }))),
);
