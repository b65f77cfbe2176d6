import { type Cloud, CloudAfter } from "../film/cloud/cloud.ts";
import type { Film } from "../film/scene/film.ts";
import {
  lastMark,
  type Line,
  type Mark,
  MovingLines,
  type MovingMark,
  type Properties,
} from "../film/scene/mark.ts";
import { type Letter, letterPath, Text, TextReel } from "../film/scene/text.ts";
import { type Animated, lastValue, Timeline, Track } from "../film/scene/track.ts";
import { animate } from "./animate.ts";
import { hasGlyph } from "../film/scene/typeface.ts";
import { changePicture, densityPicture } from "./cloud_pictures.ts";
import { type Attributes, attributesText, element, escape, usedId } from "./elements.ts";
import type { Facet, Shape } from "./groups.ts";
import { ATTRIBUTES, type Pen } from "./paint.ts";

/** From this length on, a path that the moving and the still picture share is written once. */
const WORTH_SHARING = 50;

/** An element but for what a group could say for it. */
type Drawn = Omit<Shape, "facets">;

/** The marks of a film as elements, twice: as they move, and as they are at the end. */
export class MarkWriter {
  /** The marks as they move, from back to front. */
  readonly moving: Shape[] = [];
  /** The marks at the end, from back to front. */
  readonly still: Shape[] = [];
  /** What they use. */
  readonly defs: string[] = [];
  readonly #pen: Pen;
  readonly #film: Film;
  readonly #timing: Attributes;
  readonly #names = new WeakMap<Shape, string>();
  readonly #facets = new Map<string, Facet>();
  readonly #letters = new Map<string, string>();
  readonly #masks = new Map<Cloud, string>();

  /**
   * @param pen How values are written.
   * @param film Whose marks they are.
   * @param timing What all animations say alike.
   */
  constructor(pen: Pen, film: Film, timing: Attributes) {
    this.#pen = pen;
    this.#film = film;
    this.#timing = timing;
  }

  /** Writes one more mark, in front of those before. */
  add(mark: MovingMark): void {
    const last = lastMark(mark);
    const isSeen = last.opacity !== 0 && last.width !== 0;
    const { geometry } = mark;
    if (last.geometry instanceof CloudAfter) return this.#addCloud(mark, last, last.geometry);
    if (geometry instanceof MovingLines) {
      const lines = { tag: "g", own: "", content: this.#lines(geometry) };
      this.moving.push(this.#shape(lines, last, this.#pen, mark));
      if (isSeen) this.still.push(this.#shape(this.#path(last, ""), last, this.#pen));
      return;
    }
    const drawn = geometry instanceof Track
      ? this.#path(last, this.#animation(geometry, "geometry", this.#pen))
      : geometry instanceof Text
      ? this.#texts([geometry])
      : geometry instanceof TextReel
      ? this.#texts(geometry.rows)
      : this.#used(last, isSeen);
    this.moving.push(this.#shape(drawn, last, this.#pen, mark));
    if (!isSeen) return;
    const still = geometry instanceof Track
      ? this.#path(last, "")
      : geometry instanceof TextReel
      ? this.#texts(geometry.rows.filter((row) => this.#isInside(row, last)))
      : drawn;
    if (still.own || still.content) this.#addStill(this.#shape(still, last, this.#pen), mark.name);
  }

  /** Adds a cloud: what is changed is laid over what was, and all is masked by how dense it is. */
  #addCloud(mark: MovingMark, last: Mark, { cloud }: CloudAfter): void {
    const { scale } = this.#pen;
    let mask = this.#masks.get(cloud);
    if (!mask) {
      const density = element("image", densityPicture(cloud, scale));
      this.#masks.set(cloud, mask = this.define("mask", {}, density));
    }
    const ground = element("path", { fill: cloud.colors[0], d: this.#pen.path(last.geometry) });
    const geometry = mark.geometry as Animated<CloudAfter>;
    const keys = geometry instanceof Track ? geometry.keys : [{ time: 0, value: geometry }];
    const [moving, still] = [[ground], [ground]];
    let done = 0;
    for (const { time, value: { changes } } of keys) {
      if (changes === done) continue;
      const picture = changePicture(cloud, done, changes, scale);
      const use = usedId(this.define("image", picture));
      const seen = new Timeline(0).jump(time, 1).done();
      const comes = seen instanceof Track
        ? animate("opacity", seen, String, this.#film.duration, this.#timing)
        : "";
      moving.push(element("use", use, comes));
      still.push(element("use", use));
      done = changes;
    }
    const shape = (content: string[], mark?: MovingMark) =>
      this.#shape(
        { tag: "g", own: ` mask="url(#${mask})"`, content: content.join("") },
        last,
        this.#pen,
        mark,
      );
    this.moving.push(shape(moving, mark));
    this.still.push(shape(still));
  }

  /** Adds an element to the still picture: what has the same name and looks becomes neighbours. */
  #addStill(shape: Shape, name: string): void {
    const isAlike = (other: Shape) =>
      this.#names.get(other) === name && other.facets.length === shape.facets.length &&
      other.facets.every((facet) => shape.facets.includes(facet));
    const like = this.still.findLastIndex(isAlike);
    this.still.splice(like < 0 ? this.still.length : like + 1, 0, shape);
    this.#names.set(shape, name);
  }

  /** An element; with its animations, where it is to move. */
  #shape(drawn: Drawn, last: Mark, pen: Pen, mark?: MovingMark): Shape {
    const facets: Facet[] = [];
    for (const property of Object.keys(ATTRIBUTES) as (keyof Properties)[]) {
      if (property === "geometry") continue;
      const attributes = attributesText(pen.attributes(last, property));
      const animations = mark?.[property] instanceof Track
        ? this.#animation(mark[property], property, pen)
        : "";
      if (attributes || animations) facets.push(this.#facet(attributes, animations));
    }
    if (last.cap) facets.push(this.#facet(` stroke-linecap="${last.cap}"`, ""));
    const dash = last.dash === undefined ? "" : ` stroke-dasharray="${pen.length(last.dash)}"`;
    return { ...drawn, own: drawn.own + dash, facets };
  }

  #isInside({ baseline }: Text, { translate = [0, 0] }: Mark): boolean {
    const y = baseline + translate[1];
    return y > 0 && y < this.#film.height;
  }

  #facet(attributes: string, animations: string): Facet {
    const key = attributes + animations;
    const facet = this.#facets.get(key) ?? { attributes, animations };
    this.#facets.set(key, facet);
    return facet;
  }

  #animation(track: Track<unknown>, property: keyof Properties, pen: Pen): string {
    const text = (value: unknown) => pen.value(property, value);
    return animate(ATTRIBUTES[property], track, text, this.#film.duration, this.#timing);
  }

  /** Lines, each with its own animation. */
  #lines({ lines }: MovingLines): string {
    // From one end to the other is less to say than where the other is.
    const draw = (line: Line) => {
      const [x1, y1, x2, y2] = line.map((pixel) => this.#pen.length(pixel));
      return `M${x1} ${y1}l${x2 - x1}${y2 < y1 ? "" : " "}${y2 - y1}`;
    };
    return lines.map((line) =>
      element(
        "path",
        { d: draw(lastValue(line)) },
        line instanceof Track ? animate("d", line, draw, this.#film.duration, this.#timing) : "",
      )
    ).join("");
  }

  #path({ geometry }: Mark, content: string): Drawn {
    return { tag: "path", own: ` d="${this.#pen.path(geometry)}"`, content };
  }

  /** A path that does not change, from `defs` where that is shorter. */
  #used(last: Mark, isSeen: boolean): Drawn {
    const path = this.#pen.path(last.geometry);
    if (!isSeen || path.length < WORTH_SHARING) return this.#path(last, "");
    const own = attributesText(usedId(this.define("path", { d: path })));
    return { tag: "use", own, content: "" };
  }

  #texts(texts: readonly Text[]): Drawn {
    return { tag: "g", own: "", content: texts.map((text) => this.#text(text)).join("") };
  }

  /** A text, letter by letter, each drawn once; in a typeface of the reader's where ours has not all. */
  #text({ content, letters, left, baseline, size }: Text): string {
    const pen = this.#pen;
    const transform = `translate(${pen.place([left, baseline])})`;
    if (letters.every(({ character }) => hasGlyph(character))) {
      return element(
        "g",
        { transform },
        letters.map((letter) => this.#letter(letter, size)).join(""),
      );
    }
    const font = { "font-family": "sans-serif", "font-size": pen.length(size) };
    return element("text", { transform, ...font }, escape(content));
  }

  #letter({ character, x }: Letter, size: number): string {
    const key = `${size} ${character}`;
    const id = this.#letters.get(key) ??
      this.define("path", { d: this.#pen.data(letterPath(character, size)) });
    this.#letters.set(key, id);
    return element("use", { ...usedId(id), x: this.#pen.length(x) });
  }

  /** Puts an element into `defs` and gives its id, one of its own within this picture. */
  define(tag: string, attributes: Attributes, content = ""): string {
    const id = this.defs.length.toString(36);
    this.defs.push(element(tag, { id, ...attributes }, content));
    return id;
  }
}
