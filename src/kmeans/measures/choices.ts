import { readable, requireArray, shown } from "../../checks.ts";

/** How well one number of clusters fits. */
export interface Choice {
  /** How many clusters. */
  readonly k: number;
  /** The lowest inertia of several runs. */
  readonly inertia: number;
  /** The mean silhouette of that run over a sample of the points; `NaN` for one cluster. */
  readonly silhouette: number;
}

/**
 * Refuses what are no choices of a number of clusters, ascending.
 *
 * @throws {TypeError} If they are none.
 * @throws {RangeError} If numbers of clusters do not ascend, or a measure is out of range.
 */
export function requireChoices(action: string, choices: readonly Choice[]): void {
  requireArray(action, "choices", choices);
  const problem = readable(action, "choices", choices, () => problemIn(action, choices));
  if (problem) throw problem;
}

function problemIn(action: string, choices: readonly Choice[]): Error | undefined {
  let before = 0;
  for (let i = 0; i < choices.length; i++) {
    const choice = choices[i];
    if (typeof choice !== "object" || choice === null) {
      return new TypeError(
        `Cannot ${action} as 'choices[${i}]' must be a choice: ${shown(choice)}`,
      );
    }
    const { k, inertia, silhouette } = choice;
    const wrong = (name: string, wanted: string, value: unknown) => {
      const Kind = typeof value === "number" ? RangeError : TypeError;
      return new Kind(
        `Cannot ${action} as 'choices[${i}].${name}' must be ${wanted}: ${shown(value)}`,
      );
    };
    if (!(Number.isSafeInteger(k) && k > before)) {
      return wrong("k", `a whole number of ${before + 1} or more`, k);
    }
    if (!(typeof inertia === "number" && inertia >= 0)) {
      return wrong("inertia", "a number of 0 or more", inertia);
    }
    const isNumber = typeof silhouette === "number";
    if (!(isNumber && (Number.isNaN(silhouette) || Math.abs(silhouette) <= 1))) {
      return wrong("silhouette", "a number from -1 to 1, or NaN", silhouette);
    }
    before = k;
  }
}
