/// <reference lib="dom" />
import { fileOf, NotHereError, type Shown } from "./downloads.ts";

/** The buttons that download what is shown, and the link to embed it. */
export class Downloads {
  readonly #shown: () => Shown;
  readonly #onError: (error: unknown) => void;
  /** Whether there is a server that draws pixels. */
  readonly #isServed = document.documentElement.dataset.server !== undefined;
  #controller?: AbortController;

  /**
   * @param shown What is shown now.
   * @param onError Called with the reason why a file cannot be made.
   */
  constructor(shown: () => Shown, onError: (error: unknown) => void) {
    this.#shown = shown;
    this.#onError = onError;
    for (const button of document.querySelectorAll<HTMLElement>("[data-format]")) {
      button.addEventListener("click", () => this.#download(button.dataset.format!));
    }
    document.getElementById("stop")!.addEventListener("click", () => this.#controller?.abort());
  }

  /**
   * Shows the link to what is shown now, instead of the one before.
   *
   * @param parameters The parameters of the link; `undefined` if there is none.
   */
  follow(parameters?: URLSearchParams): void {
    document.getElementById("command")!.hidden = true;
    const embed = document.querySelector<HTMLInputElement>("#embed");
    if (!embed) return;
    // A run that was changed by hand has no link: its file has to be embedded.
    embed.closest("label")!.hidden = parameters === undefined;
    const address = new URL("kmeans.svg", location.href);
    address.search = String(parameters ?? "");
    embed.value = `![K-means](${address})`;
  }

  async #download(format: string): Promise<void> {
    this.#controller?.abort();
    const controller = this.#controller = new AbortController();
    const { signal } = controller;
    const making = document.getElementById("making")!;
    making.querySelector("span")!.textContent = `Making the ${format.toUpperCase()} …`;
    const waiting = setTimeout(() => making.hidden = false, 200);
    try {
      save(await fileOf(format, this.#shown(), this.#isServed, signal));
    } catch (error) {
      if (error instanceof NotHereError) tellCommand(format, error.message);
      else if (!signal.aborted) this.#onError(error);
    } finally {
      clearTimeout(waiting);
      if (this.#controller === controller) making.hidden = true;
    }
  }
}

/** Shows the command that makes what the page cannot. */
function tellCommand(format: string, command: string): void {
  const element = document.getElementById("command")!;
  element.querySelector("span")!.textContent = `No ${format.toUpperCase()} can be made here. ${
    command.includes("replay") ? "Download the JSON and type:" : "Type:"
  }`;
  element.querySelector("code")!.textContent = command;
  element.hidden = false;
}

function save(file: File): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
