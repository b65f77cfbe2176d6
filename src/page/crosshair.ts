/// <reference lib="dom" />
import type { Point } from "../film/scene/mark.ts";

/** How far an arrow key moves the crosshair, as a share of the picture. */
const STRIDE = 0.02;

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * Listens for new points: a click on the picture adds one there, and the crosshair, which the arrow
 * keys move, adds one where it is.
 *
 * @param stage The picture.
 * @param crosshair A button in it.
 * @param onPoint Called with the place of each, as shares of the picture's width and height.
 */
export function listenForPoints(
  stage: HTMLElement,
  crosshair: HTMLElement,
  onPoint: (share: Point) => void,
): void {
  let aim: Point = [0.5, 0.5];
  stage.addEventListener("click", ({ clientX, clientY }) => {
    const { left, top, width, height } = stage.getBoundingClientRect();
    onPoint([(clientX - left) / width, (clientY - top) / height]);
  });
  crosshair.addEventListener("click", (event) => {
    event.stopPropagation();
    onPoint(aim);
  });
  crosshair.addEventListener("keydown", (event) => {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    if (!(key in ARROWS) || ctrlKey || metaKey || altKey) return;
    event.preventDefault();
    const stride = STRIDE * (shiftKey ? 5 : 1);
    const to = (i: 0 | 1) => Math.max(0, Math.min(1, aim[i] + ARROWS[key][i] * stride));
    aim = [to(0), to(1)];
    crosshair.style.left = `${aim[0] * 100}%`;
    crosshair.style.top = `${aim[1] * 100}%`;
  });
}
