import type { Matrix } from "../../kmeans/matrix.ts";
import { principalComponents } from "./principal_components.ts";

/** An axis of the plane: its name, and how its values come from features. */
export interface PlaneAxis {
  readonly name: string;
  readonly offset: number;
  readonly weights: readonly number[];
}

/** How points of many features are laid out by their first two principal components. */
export function principalPlane(points: Matrix): { axes: PlaneAxis[] } {
  const { mean, directions, shares } = principalComponents(points);
  return {
    axes: directions.map((direction, i) => ({
      name: `PC ${i + 1} (${Math.round(shares[i] * 100)} % of variance)`,
      offset: -direction.reduce((sum, weight, j) => sum + weight * mean[j], 0),
      weights: [...direction],
    })),
  };
}
