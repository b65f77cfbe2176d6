/**
 * What a film consists of, for those who draw it in a way of their own. It may change with any
 * version: scripts are better off with what `mod.ts` has.
 *
 * @module
 */
export { Cloud, CloudAfter, type Recoloring } from "./film/cloud/cloud.ts";
export { drawn, type DrawnFilm, lastScene, type Scene, sceneAt } from "./film/scene/film.ts";
export {
  type Box,
  type Geometry,
  Outline,
  Polyline,
  Segments,
  Stamps,
} from "./film/scene/geometry.ts";
export {
  type Line,
  type Mark,
  MovingLines,
  type MovingMark,
  type Paint,
  type Point,
  type Properties,
} from "./film/scene/mark.ts";
export { type Animated, type Ease, type Key, Track } from "./film/scene/track.ts";
export { Axis, type Range, View } from "./film/scene/view.ts";
export { sceneToSvg } from "./svg/scene_svg.ts";
