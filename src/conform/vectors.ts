import nearest from "../../fixtures/conform/nearest.json" with { type: "json" };
import tie_goes_low from "../../fixtures/conform/tie_goes_low.json" with { type: "json" };
import equal_centroids from "../../fixtures/conform/equal_centroids.json" with { type: "json" };
import not_by_one_feature from "../../fixtures/conform/not_by_one_feature.json" with {
  type: "json",
};
import manhattan_errs from "../../fixtures/conform/manhattan_errs.json" with { type: "json" };
import means from "../../fixtures/conform/means.json" with { type: "json" };
import empty_keeps from "../../fixtures/conform/empty_keeps.json" with { type: "json" };
import empty_wins_again from "../../fixtures/conform/empty_wins_again.json" with { type: "json" };
import one_step from "../../fixtures/conform/one_step.json" with { type: "json" };
import above_2_53 from "../../fixtures/conform/above_2_53.json" with { type: "json" };
import several_steps from "../../fixtures/conform/several_steps.json" with { type: "json" };
import labels_rest_first from "../../fixtures/conform/labels_rest_first.json" with { type: "json" };
import more_centroids_than_points from "../../fixtures/conform/more_centroids_than_points.json" with {
  type: "json",
};
import one_point from "../../fixtures/conform/one_point.json" with { type: "json" };
import equal_points from "../../fixtures/conform/equal_points.json" with { type: "json" };
import negative from "../../fixtures/conform/negative.json" with { type: "json" };
import thirds from "../../fixtures/conform/thirds.json" with { type: "json" };
import equal_values from "../../fixtures/conform/equal_values.json" with { type: "json" };
import unlike_features from "../../fixtures/conform/unlike_features.json" with { type: "json" };
import fewer_features from "../../fixtures/conform/fewer_features.json" with { type: "json" };
import ragged_points from "../../fixtures/conform/ragged_points.json" with { type: "json" };
import ragged_centroids from "../../fixtures/conform/ragged_centroids.json" with { type: "json" };
import no_points from "../../fixtures/conform/no_points.json" with { type: "json" };
import no_features from "../../fixtures/conform/no_features.json" with { type: "json" };
import no_centroids from "../../fixtures/conform/no_centroids.json" with { type: "json" };
import type { ClauseId } from "./clauses.ts";
import type { Case } from "./cases.ts";

/** The fixed cases in fixtures/conform, with which every test begins. */
export const vectors: readonly Case[] = [
  nearest,
  tie_goes_low,
  equal_centroids,
  not_by_one_feature,
  manhattan_errs,
  means,
  empty_keeps,
  empty_wins_again,
  one_step,
  above_2_53,
  several_steps,
  labels_rest_first,
  more_centroids_than_points,
  one_point,
  equal_points,
  negative,
  thirds,
  equal_values,
  unlike_features,
  fewer_features,
  ragged_points,
  ragged_centroids,
  no_points,
  no_features,
  no_centroids,
].map(({ clause, request, ...rest }) => ({
  request,
  ...("answer" in rest && "error" in rest.answer && { refusedBy: clause as ClauseId }),
}));
