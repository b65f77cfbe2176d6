/** How many colours a terminal shows. */
export type Colors = "true" | "256" | "none";

/** A picture: a pixel a number, red in the lowest bits, then green, blue. */
export interface Pixels {
  readonly data: Int32Array;
  readonly width: number;
  readonly height: number;
}

/** How many dots or half blocks a cell of the terminal has, across and down. */
export function cellOf(colors: Colors): readonly [number, number] {
  return colors === "none" ? [2, 4] : [1, 2];
}

/** A picture as lines of text: half blocks in colour, or dots of Braille without colours. */
export function linesOf(picture: Pixels, colors: Colors): string[] {
  return colors === "none" ? brailleLines(picture) : blockLines(picture, colors);
}

/** A picture whose pixels are the means of `by` × `by` pixels. */
export function reduced({ data, width, height }: Pixels, by: number): Pixels {
  const [across, down] = [Math.floor(width / by), Math.floor(height / by)];
  const less = new Int32Array(across * down);
  for (let y = 0, to = 0; y < down; y++) {
    for (let x = 0; x < across; x++, to++) {
      let [red, green, blue] = [0, 0, 0];
      for (let dy = 0; dy < by; dy++) {
        for (let dx = 0; dx < by; dx++) {
          const pixel = data[(y * by + dy) * width + x * by + dx];
          red += pixel & 255;
          green += pixel >> 8 & 255;
          blue += pixel >> 16 & 255;
        }
      }
      const n = by * by;
      less[to] = Math.round(red / n) | Math.round(green / n) << 8 | Math.round(blue / n) << 16;
    }
  }
  return { data: less, width: across, height: down };
}

function blockLines({ data, width, height }: Pixels, colors: Colors): string[] {
  const code = colors === "true"
    ? (pixel: number) => `2;${pixel & 255};${pixel >> 8 & 255};${pixel >> 16 & 255}`
    : (pixel: number) => `5;${xtermColor(pixel)}`;
  const lines: string[] = [];
  for (let y = 0; y + 1 < height; y += 2) {
    let line = "";
    let before = "";
    for (let x = 0; x < width; x++) {
      const [upper, lower] = [data[y * width + x], data[(y + 1) * width + x]].map(code);
      const both = `\x1b[38;${upper};48;${lower}m`;
      line += both === before ? "▀" : `${both}▀`;
      before = both;
    }
    lines.push(`${line}\x1b[0m`);
  }
  return lines;
}

/** The nearest of the 240 colours that all terminals of 256 colours share; the first 16 differ. */
export function xtermColor(pixel: number): number {
  const parts = [pixel & 255, pixel >> 8 & 255, pixel >> 16 & 255];
  const levels = [0, 95, 135, 175, 215, 255];
  const nearest = parts.map((part) =>
    levels.reduce(
      (best, level, i) => Math.abs(level - part) < Math.abs(levels[best] - part) ? i : best,
      0,
    )
  );
  const gray = Math.max(0, Math.min(23, Math.round((parts[0] + parts[1] + parts[2]) / 30 - 0.8)));
  const error = (values: number[]) => values.reduce((sum, v, i) => sum + (v - parts[i]) ** 2, 0);
  const grayValue = 8 + 10 * gray;
  return error(nearest.map((i) => levels[i])) <= error([grayValue, grayValue, grayValue])
    ? 16 + 36 * nearest[0] + 6 * nearest[1] + nearest[2]
    : 232 + gray;
}

/** The bit of each dot in a Braille character, row by row (Unicode 8.2, Braille patterns). */
const DOTS = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80];
/** How far a pixel must differ from the background to be a dot: red, green and blue together. */
const LEAST_DIFFERENCE = 90;

function brailleLines({ data, width, height }: Pixels): string[] {
  const background = data[0];
  const isDot = (pixel: number) => {
    let difference = 0;
    for (let bits = 0; bits < 24; bits += 8) {
      difference += Math.abs((pixel >> bits & 255) - (background >> bits & 255));
    }
    return difference > LEAST_DIFFERENCE;
  };
  const lines: string[] = [];
  for (let y = 0; y + 3 < height; y += 4) {
    let line = "";
    for (let x = 0; x + 1 < width; x += 2) {
      let character = 0x2800;
      DOTS.forEach((dot, i) => {
        if (isDot(data[(y + (i >> 1)) * width + x + (i & 1)])) character |= dot;
      });
      line += String.fromCharCode(character);
    }
    lines.push(line);
  }
  return lines;
}
