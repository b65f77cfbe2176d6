/**
 * K-means, one step at a time: the algorithm, the record of a run, its film, and the ways to turn
 * the film into files.
 *
 * @module
 */
export { adjustedRandIndex } from "./src/kmeans/measures/adjusted_rand_index.ts";
export { assign } from "./src/kmeans/assign.ts";
export type { EmptyPolicy } from "./src/kmeans/empty_clusters.ts";
export { type Choice, elbow, type ElbowOptions, kneeOf } from "./src/kmeans/measures/elbow.ts";
export { inertia } from "./src/kmeans/inertia.ts";
export { type Fit, KMeans, type KMeansOptions, type Step } from "./src/kmeans/kmeans.ts";
export { type Matrix, type Rows, toMatrix, toRows } from "./src/kmeans/matrix.ts";
export { Random } from "./src/kmeans/random.ts";
export type { Init } from "./src/kmeans/starts/start.ts";
export { silhouette } from "./src/kmeans/measures/silhouette.ts";
export { update } from "./src/kmeans/update.ts";

export { blobs, type BlobsOptions } from "./src/data/generate/blobs.ts";
export { DataError } from "./src/data/data_error.ts";
export { type FeatureOptions, type Features, featuresOf } from "./src/data/features/features.ts";
export {
  type PrincipalComponents,
  principalComponents,
} from "./src/data/features/principal_components.ts";
export { type InputFormat, readTable, type ReadTableOptions } from "./src/data/read/read_table.ts";
export {
  rescale,
  type Scale,
  type Scaling,
  scalingOf,
  unscale,
} from "./src/data/features/scaling.ts";
export { makeShape } from "./src/data/generate/shapes.ts";
export type { ShapeName } from "./src/data/generate/shape_names.ts";
export type { Cell, Column, ReadOptions, Table } from "./src/data/read/table.ts";

export {
  type Metric,
  project,
  type ProjectedAxis,
  type Projection,
} from "./src/trace/projection.ts";
export { type Recipe, record, type Trace, type TraceOptions } from "./src/trace/trace.ts";
export { parseTrace } from "./src/trace/parse_trace.ts";
export { traceToJson } from "./src/trace/trace_json.ts";

export type { Beat } from "./src/film/scene/beats.ts";
export { Cloud, CloudAfter, type Recoloring } from "./src/film/cloud/cloud.ts";
export { elbowFilm, type ElbowFilmOptions } from "./src/film/styles/elbow_film.ts";
export {
  type Figures,
  type Film,
  type Frame,
  framesOf,
  lastScene,
  type Scene,
  sceneAt,
} from "./src/film/scene/film.ts";
export { type Box, type Geometry, Segments, Stamps } from "./src/film/scene/geometry.ts";
export type { FilmOptions, Storyboard, Style } from "./src/film/styles/film_options.ts";
export { makeFilm } from "./src/film/styles/make_film.ts";
export { type Moment, stillOf } from "./src/film/scene/still.ts";
export { compareFilm, type NamedRun } from "./src/film/styles/compare_film.ts";
export {
  type Line,
  type Mark,
  MovingLines,
  type MovingMark,
  type Paint,
  type Point,
  type Properties,
} from "./src/film/scene/mark.ts";
export { type Role, type Theme, type ThemeName, themes } from "./src/film/scene/theme.ts";
export { type Animated, type Ease, type Key, Track } from "./src/film/scene/track.ts";
export { Axis, type Range, View } from "./src/film/scene/view.ts";

export { type FilmSvgOptions, filmToSvg } from "./src/svg/film_svg.ts";
export { sceneToSvg } from "./src/svg/scene_svg.ts";

export { filmToGif, filmToGifStream, type GifOptions } from "./src/encode/gif/gif.ts";
export { filmToHtml, type HtmlOptions } from "./src/encode/html.ts";
export { type ApngOptions, filmToApng } from "./src/encode/apng.ts";
export { encodeFilm, type EncodeOptions, type MovingFormat } from "./src/encode/encode_film.ts";
export type { FrameOptions } from "./src/encode/frames.ts";
export { filmToMp4, type Mp4Options } from "./src/encode/mp4/mp4.ts";
export { filmToPng, type PngOptions } from "./src/encode/png.ts";
export { readRecipe } from "./src/formats/read_recipe.ts";
