import { type Range, widthOf } from "../scene/view.ts";

/**
 * The ticks of an axis: multiples of 1, 2, 2.5 or 5 times a power of ten.
 *
 * @param range The values at the ends of the axis.
 * @param bins How many intervals the ticks may divide it into at most.
 * @returns The ticks in order; none where the range is too narrow, or too wide, for numbers.
 */
export function ticksOf([low, high]: Range, bins: number): number[] {
  const width = widthOf([low, high]);
  // Halves keep the width of the range from overflowing.
  const raw = width < Infinity ? width / bins : (high / 2 - low / 2) / bins * 2;
  if (!(raw > 0 && Number.isFinite(raw))) return [];
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((step) =>
    step >= raw * (1 - 1e-9)
  )!;
  // A tick at the very end of the range is not lost to rounding.
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  if (!(last - first <= bins + 1)) return [];
  return Array.from(
    { length: last - first + 1 },
    (_, i) => Number(((first + i) * step).toPrecision(12)),
  ).filter(Number.isFinite); // beyond the ends of what numbers can be there are no round ones
}

/**
 * Ticks as text, all with the same number of decimals and with a minus sign instead of a hyphen;
 * with exponents from a million on, and where steps are smaller than a ten-thousandth.
 */
export function tickTexts(ticks: readonly number[]): string[] {
  const largest = Math.max(...ticks.map(Math.abs));
  const step = ticks.length > 1 ? ticks[1] - ticks[0] : largest || 1;
  const exponent = largest >= 1e6 || step < 1e-4;
  const decimals = Math.max(
    0,
    ...ticks.map((tick) => {
      const text = String(tick);
      return text.includes(".") ? text.length - text.indexOf(".") - 1 : 0;
    }),
  );
  return ticks.map((tick) =>
    (exponent && tick !== 0
      ? String(Number(tick.toPrecision(6)).toExponential())
      : exponent
      ? "0"
      : tick.toFixed(decimals)).replace("e+", "e").replaceAll("-", "−")
  );
}
