import { type Geometry, round, wholePath } from "../film/scene/geometry.ts";
import type { Mark, Paint, Point, Properties } from "../film/scene/mark.ts";
import { colorOf, type Role, type Theme } from "../film/scene/theme.ts";
import type { Attributes } from "./elements.ts";

/** The attribute that shows a property. */
export const ATTRIBUTES: Readonly<Record<keyof Properties, string>> = {
  geometry: "d",
  fill: "fill",
  stroke: "stroke",
  width: "stroke-width",
  opacity: "opacity",
  dashOffset: "stroke-dashoffset",
  translate: "transform",
};

/** Writes what marks say as attributes of SVG. */
export class Pen {
  /**
   * @param theme The colours of roles.
   * @param scale How many units a pixel has.
   * @param classes Whether roles are classes too (`f-ink`, `s-faint`), for a style sheet to change.
   */
  constructor(
    readonly theme: Theme,
    readonly scale: 1 | 10 = 1,
    readonly classes: boolean = false,
  ) {}

  /** The attributes of a mark, all but its path. */
  paint(mark: Mark): Attributes {
    return Object.assign(
      {},
      ...(Object.keys(ATTRIBUTES) as (keyof Properties)[]).map((property) =>
        property === "geometry" ? {} : this.attributes(mark, property)
      ),
      mark.dash !== undefined && { "stroke-dasharray": this.length(mark.dash) },
      mark.cap && { "stroke-linecap": mark.cap },
    );
  }

  /** The attributes that show a property; none where they go without saying. */
  attributes(mark: Mark, property: Exclude<keyof Properties, "geometry">): Attributes {
    const value = mark[property];
    if (value === undefined) return {};
    if (property === "opacity" && value === 1 || property === "dashOffset" && value === 0) {
      return {};
    }
    const name = ATTRIBUTES[property];
    if (property === "translate") return { [name]: `translate(${this.place(value as Point)})` };
    const byRole = this.classes && (value as string) in this.theme;
    return {
      ...(byRole && { class: classOf(property as "fill" | "stroke", value as Role) }),
      [name]: this.value(property, value),
    };
  }

  /** A value of a property, as an animation lists it. */
  value(property: keyof Properties, value: unknown): string {
    if (property === "geometry") return this.path(value as Geometry);
    if (property === "translate") return this.place(value as Point);
    if (property === "opacity") return String(round(value as number, 2));
    if (property === "fill" || property === "stroke") return colorOf(value as Paint, this.theme);
    return String(this.length(value as number));
  }

  /** A length. */
  length(pixels: number): number {
    return this.scale === 1 ? round(pixels, 2) : Math.round(pixels * this.scale);
  }

  /** Two coordinates. */
  place([x, y]: Point): string {
    return `${round(x * this.scale, this.scale === 1 ? 1 : 0)} ${
      round(y * this.scale, this.scale === 1 ? 1 : 0)
    }`;
  }

  /** A geometry as path data. */
  path(geometry: Geometry): string {
    return this.data(wholePath(geometry));
  }

  /** Path data in pixels. */
  data(path: string): string {
    if (this.scale === 1) return path;
    return path.replace(/-?(?:\d+\.?\d*|\.\d+)/g, (number) => String(Math.round(+number * 10)));
  }
}

/** The class of what is painted by role. */
export function classOf(property: "fill" | "stroke", role: Role): string {
  return `${property[0]}-${role}`;
}
