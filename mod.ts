/**
 * K-means, one step at a time: the algorithm, the record of a run, its film, and the ways to turn
 * the film into files.
 *
 * Points go into {@link KMeans} or {@link record}; a {@linkcode Trace} goes into {@link makeFilm};
 * a {@linkcode Film} goes into {@link filmToGif}, {@link filmToSvg} and the like.
 *
 * @module
 */

// The algorithm.
export { assign } from "./src/kmeans/assign.ts";
export type { EmptyPolicy } from "./src/kmeans/empty_policies.ts";
export type { ClusterFigures } from "./src/kmeans/cluster_figures.ts";
export { inertia } from "./src/kmeans/inertia.ts";
export {
  type Fit,
  KMeans,
  type KMeansOptions,
  type Step,
  type Stopped,
} from "./src/kmeans/kmeans.ts";
export { type Matrix, type Rows, toMatrix, toRows } from "./src/kmeans/matrix.ts";
export { adjustedRandIndex } from "./src/kmeans/measures/adjusted_rand_index.ts";
export type { Choice } from "./src/kmeans/measures/choices.ts";
export { elbow, type ElbowOptions, kneeOf } from "./src/kmeans/measures/elbow.ts";
export { silhouette } from "./src/kmeans/measures/silhouette.ts";
export { Random } from "./src/kmeans/random.ts";
export type { Init } from "./src/kmeans/starts/inits.ts";
export { update } from "./src/kmeans/update.ts";

// Data: generated, read, and made ready.
export { DataError } from "./src/data/data_error.ts";
export { type FeatureOptions, type Features, featuresOf } from "./src/data/features/features.ts";
export { type Layout, layOut } from "./src/data/features/layout.ts";
export type { Missing } from "./src/data/features/missing.ts";
export {
  type PrincipalComponents,
  principalComponents,
} from "./src/data/features/principal_components.ts";
export { type PlaneAxis, principalPlane } from "./src/data/features/principal_plane.ts";
export {
  rescale,
  type Scale,
  type Scaling,
  scalingOf,
  unscale,
} from "./src/data/features/scaling.ts";
export { blobs, type BlobsOptions } from "./src/data/generate/blobs.ts";
export type { ShapeName } from "./src/data/generate/shapes.ts";
export { makeShape } from "./src/data/generate/make_shape.ts";
export { type InputFormat } from "./src/data/read/input_formats.ts";
export { readTable, type ReadTableOptions } from "./src/data/read/read_table.ts";
export type { TextOptions } from "./src/data/read/delimited/read_delimited.ts";
export type { Cell, Column, ReadOptions, Table, TextLines } from "./src/data/read/table.ts";

// The record of a run.
export { parseTrace } from "./src/trace/parse_trace.ts";
export { project } from "./src/trace/project.ts";
export type { Metric, ProjectedAxis, Projection } from "./src/trace/projection.ts";
export {
  type Recipe,
  record,
  type RecordOptions,
  type Trace,
  type TraceOptions,
  type Unconverged,
} from "./src/trace/trace.ts";
export { traceToJson } from "./src/trace/trace_json.ts";
export type { TraceScaling } from "./src/trace/trace_scaling.ts";

// What a run found, and new rows labelled by it.
export type { Model } from "./src/model/model.ts";
export { modelToJson } from "./src/model/model_json.ts";
export { modelOf } from "./src/model/model_of.ts";
export { parseModel } from "./src/model/parse_model.ts";
export { predict, type Prediction } from "./src/model/predict.ts";

// The film.
export type { Beat } from "./src/film/scene/beats.ts";
export type { Figures } from "./src/film/scene/figures.ts";
export type { Film, Frame } from "./src/film/scene/film.ts";
export { framesOf } from "./src/film/scene/film.ts";
export type { Part } from "./src/film/scene/step_scene.ts";
export { type Moment, stillOf } from "./src/film/scene/still.ts";
export { type Role, type Theme, type ThemeName, themes } from "./src/film/scene/theme.ts";
export { compareFilm, type NamedRun } from "./src/film/styles/compare_film.ts";
export { elbowFilm, type ElbowFilmOptions } from "./src/film/styles/elbow_film.ts";
export type { FilmOptions, Storyboard, Style } from "./src/film/styles/film_options.ts";
export { makeFilm } from "./src/film/styles/make_film.ts";

// Files.
export { type ApngOptions, filmToApng } from "./src/encode/apng.ts";
export { encodeFilm, type EncodeOptions, type MovingFormat } from "./src/encode/encode_film.ts";
export type { FrameOptions } from "./src/encode/frames.ts";
export { filmToGif, filmToGifStream, type GifOptions } from "./src/encode/gif/gif.ts";
export { filmToHtml, type HtmlOptions } from "./src/encode/html.ts";
export { filmToMp4, type Mp4Options } from "./src/encode/mp4/mp4.ts";
export { filmToPng, type PngOptions } from "./src/encode/png.ts";
export { readRecipe } from "./src/formats/read_recipe.ts";
export { type FilmSvgOptions, filmToSvg } from "./src/svg/film_svg.ts";
