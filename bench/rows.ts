import { compiled, DENO, lloyd, out, own, python, REFERENCE, reference } from "./calls.ts";
import { binaryOf, csvOf, ROOT } from "./files.ts";
import type { Call } from "./measure.ts";

/** One kind of work, done by Lloyd and by a peer. */
export interface Row {
  readonly work: string;
  readonly lloyd: Call;
  /** Its name, and its call; nothing where it is not on this machine. */
  readonly peer: readonly [name: string, call?: Call];
  /** The file that Lloyd writes and that of the peer, where their sizes are compared. */
  readonly files?: readonly [string, string];
  /** How often each is run. */
  readonly turns: number;
  /** What the figures are: how long the program runs, or what it prints. */
  readonly figure: "process" | "ms an iteration" | "ms of reading";
}

/** How many frames the default film of the reference has. */
const FRAMES = 150;

/** All rows; the data that they need are made when their turn comes. */
export async function* rows(): AsyncGenerator<Row> {
  const [gif, svg, html] = [out("lloyd.gif"), out("lloyd.svg"), out("peer.html")];
  yield {
    work: "1,200 points, k = 12, a frame a step → GIF, 640×480",
    lloyd: reference("--style", "classic", "--out", gif),
    peer: ["matplotlib, Pillow", python("matplotlib_film", ...REFERENCE, out("peer.gif"))],
    files: [gif, out("peer.gif")],
    turns: 7,
    figure: "process",
  };
  yield {
    work: `the default film → GIF, some ${FRAMES} frames`,
    lloyd: reference("--out", gif),
    peer: [
      "matplotlib, Pillow",
      python("matplotlib_film", ...REFERENCE, out("peer.gif"), String(FRAMES)),
    ],
    files: [gif, out("peer.gif")],
    turns: 5,
    figure: "process",
  };
  yield {
    work: "the default film → SVG",
    lloyd: reference("--out", svg),
    peer: ["matplotlib's HTML player", python("matplotlib_film", ...REFERENCE, html)],
    files: [svg, html],
    turns: 7,
    figure: "process",
  };
  for (const [m, turns] of [[100_000, 5], [1_000_000, 3]]) {
    const csv = csvOf(m);
    const count = m.toLocaleString("en");
    yield {
      work: `CSV of ${count} points → GIF, 20 iterations`,
      lloyd: lloyd(
        csv,
        "--max-iterations",
        "20",
        "--style",
        "classic",
        "--seed",
        "1",
        "--out",
        gif,
      ),
      peer: [
        "pandas, scikit-learn, matplotlib, Pillow",
        python("python_stack", csv, out("peer.gif"), "12", "20"),
      ],
      files: [gif, out("peer.gif")],
      turns,
      figure: "process",
    };
  }
  const hamerly = await compiled("hamerly");
  for (
    const [m, n, k, spread] of [[1_000_000, 2, 12, 0.28], [200_000, 16, 32, 1], [
      100_000,
      64,
      64,
      1,
    ]]
  ) {
    const args = [...binaryOf(m, n, k, spread), String(m), String(n), String(k)];
    const work = `the algorithm, ${m.toLocaleString("en")} × ${n}, k = ${k}, to convergence`;
    const ours = { work, lloyd: own("fit", ...args), turns: 3, figure: "ms an iteration" } as const;
    yield { ...ours, peer: ["scikit-learn, all threads", python("scikit_learn", ...args)] };
    const call: Call | undefined = hamerly ? [hamerly, ...args] : undefined;
    yield { ...ours, peer: ["Hamerly in C++, one thread", call] };
  }
  const csv = csvOf(1_000_000);
  yield {
    work: "reading a CSV of 1,000,000 points",
    lloyd: own("read", csv),
    peer: ["papaparse", [DENO, "run", "-R", `${ROOT}bench/peers/papaparse.ts`, csv]],
    turns: 5,
    figure: "ms of reading",
  };
  const empty = out("empty.ts");
  await Deno.writeTextFile(empty, "");
  yield {
    work: "--help",
    lloyd: [DENO, "run", `${ROOT}cli.ts`, "--help"],
    peer: ["an empty Deno program", [DENO, "run", empty]],
    turns: 21,
    figure: "process",
  };
}
