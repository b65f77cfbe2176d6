export const UNASSIGNED = "#8a8f98";
const T = [
  "#4269d0",
  "#d9731a",
  "#c0392b",
  "#2a9d8f",
  "#3c9d3c",
  "#d6568f",
  "#7d55c7",
  "#a0714f",
  "#1f8ab0",
  "#8a7a00",
  "#b03a9c",
  "#5b7a99",
];
export function clusterColors(k: number): string[] {
  return Array.from({ length: k }, (_, i) => T[i % T.length]);
}
export function classicColors(k: number): string[] {
  return Array.from({ length: k }, (_, i) => {
    const h = i / k * 6,
      f = (n: number) => {
        const kk = (n + h) % 6;
        return Math.round(255 * (.8 - .8 * .8 * Math.max(0, Math.min(kk, 4 - kk, 1))));
      };
    return "#" + [5, 3, 1].map((n) => f(n).toString(16).padStart(2, "0")).join("");
  });
}
