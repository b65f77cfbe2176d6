/// <reference lib="dom" />
import { groupsIn, SHAPE_NAMES, type ShapeName } from "../data/generate/shapes.ts";
import { STYLE_NAMES } from "../film/styles/film_options.ts";
import { THEME_NAMES } from "../film/scene/theme.ts";
import { INIT_NAMES } from "../kmeans/starts/inits.ts";
import { drawSeed } from "../kmeans/draw_seed.ts";
import { type Choices, choicesOf } from "./choices.ts";

/** The fields that are lists, and what can be chosen from each. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  shape: SHAPE_NAMES,
  init: INIT_NAMES,
  size: ["480x360", "640x480", "960x720", "1280x720"],
  theme: THEME_NAMES,
  style: STYLE_NAMES,
};

/** The form of choices. */
export class ChoicesForm {
  readonly #form: HTMLFormElement;

  /**
   * @param form The element.
   * @param onChoice Called with the name of the field that was changed.
   */
  constructor(form: HTMLFormElement, onChoice: (name: string) => void) {
    this.#form = form;
    for (const name in LISTS) this.#offer(name, LISTS[name]);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", (event) => {
      const { name, value } = event.target as HTMLInputElement;
      if (!name) return;
      if (name === "shape") this.#field("k").value = String(groupsIn(value as ShapeName));
      if (name === "seed") this.#field("start-seed").value = "";
      onChoice(name);
    });
    const drawn = (button: string, field: string) =>
      form.querySelector(button)!.addEventListener("click", () => {
        this.#field("start-seed").value = "";
        this.#field(field).value = String(drawSeed());
        onChoice(field);
      });
    drawn("#new-clusters", "seed");
    drawn("#new-centroids", "start-seed");
  }

  /**
   * Reads what is chosen.
   *
   * @throws {RangeError} If a value is out of range.
   */
  read(): Choices {
    const said = new URLSearchParams(
      [...new FormData(this.#form)].map(([name, value]) => [name, String(value)]),
    );
    for (const name of ["cells", "trails"]) {
      if (!said.has(name)) said.set(`no-${name}`, "true");
    }
    return choicesOf(said);
  }

  /** Shows choices. */
  write(choices: Choices): void {
    const { size, theme = "auto", startSeed = "", cells, trails, standardize, ...values } = choices;
    const said = { ...values, theme, size: size.join("x"), "start-seed": startSeed };
    for (const [name, value] of Object.entries(said)) {
      const field = this.#field(name);
      field.value = String(value);
      if (field.value !== String(value)) {
        // A link can hold a size that is not on the list.
        this.#offer(name, [String(value)]);
        field.value = String(value);
      }
    }
    this.#field("cells").checked = cells;
    this.#field("trails").checked = trails;
    this.#field("standardize").checked = standardize;
  }

  #offer(name: string, values: readonly string[]): void {
    this.#field(name).append(...values.map((value) => new Option(value)));
  }

  #field(name: string): HTMLInputElement {
    return this.#form.elements.namedItem(name) as HTMLInputElement;
  }
}
