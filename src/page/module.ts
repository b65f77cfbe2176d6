/**
 * The entry of the bundle for browsers: the algorithm, data, films, their SVG, and the page.
 *
 * @module
 */
export { blobs } from "../data/generate/blobs.ts";
export { featuresOf } from "../data/features/features.ts";
export { readTable } from "../data/read/read_table.ts";
export { makeShape } from "../data/generate/make_shape.ts";
export { filmToHtml } from "../encode/html.ts";
export { framesOf, lastScene, sceneAt } from "../film/scene/film.ts";
export { makeFilm } from "../film/styles/make_film.ts";
export { themes } from "../film/scene/theme.ts";
export { KMeans } from "../kmeans/kmeans.ts";
export { filmToSvg } from "../svg/film_svg.ts";
export { sceneToSvg } from "../svg/scene_svg.ts";
export { parseTrace } from "../trace/parse_trace.ts";
export { record } from "../trace/trace.ts";
export { traceToJson } from "../trace/trace_json.ts";
export { openPage } from "./open_page.ts";
