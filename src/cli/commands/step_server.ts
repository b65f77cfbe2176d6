import { KMeans } from "../../kmeans/kmeans.ts";
import { parseJson } from "../../json_text.ts";
import { type Rows, toRows } from "../../kmeans/matrix.ts";
import { writeStandardOutput } from "../output/write.ts";

/** Answers requests for runs, one JSON on each line, until standard input ends: Lloyd under conform. */
export async function stepServer(): Promise<number> {
  let rest = "";
  for await (const text of Deno.stdin.readable.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split("\n");
    rest = lines.pop()!;
    for (const line of lines) await answer(line);
  }
  if (rest) await answer(rest);
  return 0;
}

async function answer(line: string): Promise<void> {
  await writeStandardOutput(new TextEncoder().encode(`${JSON.stringify(runOf(line))}\n`));
}

function runOf(line: string): unknown {
  try {
    const request = parseJson(line);
    if (typeof request !== "object" || request === null) {
      throw new TypeError('a request is an object with "points" and "centroids"');
    }
    const { points, centroids } = request as { points: Rows; centroids: Rows };
    const steps = [];
    for (const step of new KMeans(points, { init: centroids }).steps()) {
      const { iteration, labels, inertia } = step;
      steps.push({ iteration, centroids: toRows(step.centroids), labels: [...labels], inertia });
    }
    return { steps };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
