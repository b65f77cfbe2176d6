import { type Answer, shown } from "./protocol.ts";

/** How many steps of a run are shown: a program can answer with any number of them. */
const MOST_STEPS = 20;

/** The longest answer that is kept as it is, in characters of JSON. */
const LONGEST = 20_000;

/** As much of an answer as a report needs: `more` steps are left out; of a long one `text` is left. */
export type Excerpt = Answer & { readonly more?: number } | { readonly text: string };

/** As much of an answer as a report needs, so that failures of any program can be kept. */
export function excerptOf(answer: Answer): Excerpt {
  const { steps, more } = firstOf("steps" in answer ? answer.steps : []);
  const cut = more > 0 ? { steps, more } : answer;
  const text = JSON.stringify(cut);
  return text.length <= LONGEST ? cut : { text: shown(text, LONGEST) };
}

/** The first of many steps, and how many more there are. */
export function firstOf<T>(all: readonly T[]): { steps: readonly T[]; more: number } {
  const steps = all.slice(0, MOST_STEPS);
  return { steps, more: all.length - steps.length };
}
