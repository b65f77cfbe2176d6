import type { NamedRows } from "../data/write/rows.ts";
import type { EncodeOptions } from "../encode/encode_film.ts";
import type { Film } from "../film/scene/film.ts";
import type { Recipe, Trace } from "../trace/trace.ts";

/** What can be given up for a smaller file. */
export type Economy = "fps" | "colors" | "quality" | "size";

/** How a picture is to look, beside what its film says. */
export interface Look extends Pick<EncodeOptions, "theme" | "fps" | "loop" | "colors" | "quality"> {
  /** Whether it has no background. */
  readonly transparent?: boolean;
}

/** What a file is made from. */
export interface Subject {
  /** Makes the film. */
  readonly film: () => Promise<Film>;
  /** Makes a film in which nothing moves, of the one moment that is asked for, if one is. */
  readonly still?: () => Promise<Film>;
  readonly look: Look;
  /** The run; of a choice of k, or of several runs, there is none. */
  readonly trace: Trace | undefined;
  /** The rows as they came with their cluster; of a choice of k, what each k comes to. */
  readonly rows: () => NamedRows;
  /** What it is made with. */
  readonly recipe: Recipe;
  /** Is told how much is done, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Ends the work early; its reason is thrown. */
  readonly signal?: AbortSignal;
}

/** A format of files: all that is to be known of it, so that a new one is one file. */
export interface Format {
  /** What the names of its files end in, without the point; it is called so too. */
  readonly ending: string;
  /** Its media type. */
  readonly mime: string;
  /** What a file of it is, for the help. */
  readonly about: string;
  /** What it holds. */
  readonly holds: "picture" | "run" | "rows";
  /** Whether it shows pixels: then letters that the typeface lacks are boxes. */
  readonly isPixels?: boolean;
  /** Whether it is drawn frame by frame, which is done once for all such files. */
  readonly isMoving?: boolean;
  /** Whether it can show one moment alone. */
  readonly canBeStill?: boolean;
  /** Whether it can do without a background. */
  readonly canBeTransparent?: boolean;
  /** What can be given up for its size, in the order in which that is done. */
  readonly economies?: readonly Economy[];
  /** How a page embeds it. */
  readonly embeddedAs?: "image" | "still" | "video" | "page";
  /**
   * Refuses pictures of a width and height, in pixels, that it cannot have though others can.
   *
   * @throws {RangeError} If it cannot.
   */
  readonly requireSize?: (width: number, height: number) => void;
  /** Makes the bytes of a file; its code is loaded when it is needed. */
  readonly encode: (subject: Subject) => Promise<Uint8Array>;
  /**
   * The text of the recipe that a file carries; `undefined` where it carries none, or is of another
   * format.
   */
  readonly recipeIn?: (bytes: Uint8Array) => string | undefined;
}

/** A format of rows, which can be written from rows alone. */
export interface RowFormat extends Format {
  readonly encodeRows: (rows: NamedRows) => Promise<Uint8Array>;
}
