/// <reference lib="dom" />
import type { Point } from "../film/scene/mark.ts";

/** What handles report; places are in pixels of the picture. */
export interface HandleEvents {
  /** A handle was taken. */
  readonly onTake: () => void;
  /** The handle with this index was moved to a place. */
  readonly onMove: (i: number, to: Point) => void;
  /** It was let go; `isMoved` tells whether it was moved at all. */
  readonly onDrop: (isMoved: boolean) => void;
  /** It is to go back to where it was. */
  readonly onCancel: () => void;
}

/** How far an arrow key moves a handle, as a share of the picture's width. */
const STRIDE = 0.01;
/** How long after the last arrow key a handle is let go, in milliseconds. */
const PATIENCE = 900;

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Buttons over the centroids of a picture, to be dragged or moved with the arrow keys. */
export class Handles {
  readonly #root: HTMLElement;
  readonly #events: HandleEvents;
  #buttons: HTMLButtonElement[] = [];
  #places: readonly Point[] = [];
  /** The width of the picture on the page, in pixels of the page. */
  #width = 0;
  #size: readonly [width: number, height: number] = [1, 1];
  /** The handle that is held, and whether it has been moved. */
  #held?: { readonly i: number; isMoved: boolean };
  #waiting?: ReturnType<typeof setTimeout>;

  /**
   * @param root The element that lies over the picture.
   * @param events What they report.
   */
  constructor(root: HTMLElement, events: HandleEvents) {
    this.#root = root;
    this.#events = events;
    new ResizeObserver(([{ contentRect }]) => {
      this.#width = contentRect.width;
      this.place(this.#places);
    }).observe(root);
  }

  /** Lays one handle for each centroid over a picture of a size. */
  lieOver(size: readonly [width: number, height: number], count: number): void {
    this.#size = size;
    while (this.#buttons.length > count) this.#buttons.pop()!.remove();
    while (this.#buttons.length < count) this.#add(this.#buttons.length);
  }

  /** Places the handles. */
  place(places: readonly Point[]): void {
    this.#places = places;
    const scale = this.#width / this.#size[0];
    places.forEach(([x, y], i) => {
      // A transform moves it without another layout of the page.
      this.#buttons[i].style.transform = `translate(${x * scale}px, ${y * scale}px)`;
    });
  }

  /** Whether one is held. */
  get areHeld(): boolean {
    return this.#held !== undefined;
  }

  #add(i: number): void {
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-label", `Centroid ${i + 1}`);
    button.addEventListener("pointerdown", (event) => this.#drag(event, i));
    button.addEventListener("keydown", (event) => this.#type(event, i));
    button.addEventListener("blur", () => this.#drop());
    // A click on a centroid adds no point to the picture.
    button.addEventListener("click", (event) => event.stopPropagation());
    this.#root.append(button);
    this.#buttons.push(button);
  }

  #take(i: number): void {
    clearTimeout(this.#waiting);
    if (this.#held) return;
    this.#held = { i, isMoved: false };
    this.#events.onTake();
  }

  #move(to: Point): void {
    if (!this.#held) return;
    this.#held.isMoved = true;
    this.#events.onMove(this.#held.i, to);
  }

  #drop(): void {
    clearTimeout(this.#waiting);
    const held = this.#held;
    this.#held = undefined;
    if (held) this.#events.onDrop(held.isMoved);
  }

  #drag(event: PointerEvent, i: number): void {
    // Before the film is drawn once, nobody knows where the centroid lies.
    if (event.button !== 0 || !this.#places[i]) return;
    const button = this.#buttons[i];
    button.setPointerCapture(event.pointerId);
    this.#take(i);
    const [x, y] = this.#places[i];
    const from = this.#pixel(event);
    const move = (event: PointerEvent) => {
      const [toX, toY] = this.#pixel(event);
      this.#move([x + toX - from[0], y + toY - from[1]]);
    };
    const end = () => {
      button.removeEventListener("pointermove", move);
      button.removeEventListener("lostpointercapture", end);
      this.#drop();
    };
    button.addEventListener("pointermove", move);
    button.addEventListener("lostpointercapture", end);
  }

  #type(event: KeyboardEvent, i: number): void {
    if (event.key === "Escape" && this.#held) {
      clearTimeout(this.#waiting);
      this.#held = undefined;
      this.#events.onCancel();
    } else if (event.key === "Enter" && this.#held) {
      this.#drop();
    } else if (
      event.key in ARROWS && this.#places[i] && !event.ctrlKey && !event.metaKey && !event.altKey
    ) {
      this.#take(i);
      const stride = STRIDE * this.#size[0] * (event.shiftKey ? 5 : 1);
      const [x, y] = this.#places[i];
      const [right, down] = ARROWS[event.key];
      this.#move([x + right * stride, y + down * stride]);
      this.#waiting = setTimeout(() => this.#drop(), PATIENCE);
    } else return;
    event.preventDefault();
  }

  /** The place of an event, in pixels of the picture. */
  #pixel({ clientX, clientY }: MouseEvent): Point {
    const { left, top, width, height } = this.#root.getBoundingClientRect();
    return [
      (clientX - left) / width * this.#size[0],
      (clientY - top) / height * this.#size[1],
    ];
  }
}
