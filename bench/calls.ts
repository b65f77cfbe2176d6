import { FOLDER, ROOT } from "./files.ts";
import { type Call, isThere } from "./measure.ts";

/** The program that runs this. */
export const DENO = Deno.execPath();
/** A Python that has all that the peers need. */
export const PYTHON = await firstThere(
  ["/usr/bin/python3", "python3"].map((python) =>
    [python, "-c", "import matplotlib, sklearn, pandas, PIL"] as const
  ),
);
const CPP = await firstThere(["c++", "g++", "clang++"].map((cpp) => [cpp, "--version"] as const));

/** 1,200 points and twelve centroids, numbers without a header. */
export const REFERENCE = ["points", "centroids"].map((what) =>
  `${ROOT}fixtures/reference/blobs_k12_${what}.csv`
);
/** A file in the folder of benchmarks. */
export const out = (name: string) => `${FOLDER}/${name}`;
/** A call of the command. */
export const lloyd = (
  ...args: string[]
): Call => [DENO, "run", "-RW", `${ROOT}cli.ts`, "-q", ...args];
/** A call of the command on the reference. */
export const reference = (...args: string[]) =>
  lloyd(REFERENCE[0], "--centroids", REFERENCE[1], "--no-header", ...args);
/** A call of one of the programs in work/. */
export const own = (name: string, ...args: string[]): Call => [
  DENO,
  "run",
  "-RW",
  `${ROOT}bench/work/${name}.ts`,
  ...args,
];
/** A call of one of the peers in Python, where all that they need is there. */
export const python = (name: string, ...args: string[]): Call | undefined =>
  PYTHON ? [PYTHON, `${ROOT}bench/peers/${name}.py`, ...args] : undefined;

async function firstThere(calls: readonly Call[]): Promise<string | undefined> {
  for (const call of calls) if (await isThere(call)) return call[0];
}

/** Compiles a peer; gives its program. */
export async function compiled(name: string): Promise<string | undefined> {
  const program = out(name);
  const source = `${ROOT}bench/peers/${name}.cpp`;
  return CPP && await isThere([CPP, "-O3", "-march=native", "-o", program, source])
    ? program
    : undefined;
}
