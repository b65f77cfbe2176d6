import { Window } from "npm:happy-dom@17.6.3";
import { pageHtml } from "../../src/page/html.ts";
import { openPage } from "../../src/page/open_page.ts";

/** How a page in memory is opened. */
interface How {
  /** Whether its reader prefers that nothing moves. */
  readonly isStill?: boolean;
  /** Whether its reader prefers dark pages. */
  readonly isDark?: boolean;
  /** Whether it is one of a static site, without a server that draws pixels. */
  readonly isStatic?: boolean;
}

/** Where the picture lies on the page, in pixels; the film is twice as wide. */
const PLACE = { left: 10, top: 20, width: 320, height: 240 };

/** What the page takes from a browser, by its name. */
type Globals = Record<string, unknown>;

/**
 * The page in memory, made by the modules themselves and not by their bundle. What a browser lays
 * out, draws or plays is not there: `frame` says when the next picture is due.
 */
export class MemoryPage implements AsyncDisposable {
  /** What was downloaded. */
  readonly files: { readonly name: string; readonly file: File }[] = [];
  /** What was asked of the server, and what it answers. */
  readonly asked: { readonly url: string; readonly init: RequestInit }[] = [];
  answer: () => Response | Promise<Response> = () => new Response(null, { status: 404 });
  /** The problems that were told, one after another. */
  readonly problems: string[] = [];
  /** What was copied. */
  copied: string | undefined;
  readonly window: Window;
  readonly #before = new Map<string, PropertyDescriptor | undefined>();
  #frames: ((now: number) => void)[] = [];
  #last: File | undefined;

  private constructor(search: string) {
    this.window = new Window({
      url: `https://page.invalid/${search}`,
      // An error in a listener is thrown where its event is dispatched, and so fails the test.
      settings: { errorCapture: "disabled" as never },
    });
  }

  static async opened(search = "", how: How = {}) {
    const page = new MemoryPage(search);
    const { window } = page;
    const served = { embed: '<label>To embed it <input id="embed" readonly></label>\n', links: "" };
    const html = await pageHtml(how.isStatic ? undefined : served);
    window.document.write(
      html.replace(/<script type="module">.*?<\/script>/s, "").replace(/<link[^>]*>/g, ""),
    );
    page.#lend(how);
    openPage();
    return page;
  }

  /** Stands in for a browser. */
  #lend({ isStill = false, isDark = false }: How): void {
    const { window } = this;
    const own = window as unknown as Globals;
    const { HTMLElement, HTMLAnchorElement, SVGSVGElement } = window;
    const proto = HTMLElement.prototype as unknown as Globals;
    Object.assign(proto, {
      getBoundingClientRect: () => PLACE,
      setPointerCapture: () => {},
      scrollIntoView: () => void this.problems.push(this.problem),
    });
    (HTMLAnchorElement.prototype as unknown as Globals).click = function (this: HTMLAnchorElement) {
      page.files.push({ name: this.download, file: page.#last! });
    };
    Object.assign(SVGSVGElement.prototype, { pauseAnimations() {}, setCurrentTime() {} });
    // deno-lint-ignore no-this-alias -- for functions of other objects
    const page = this;
    Object.defineProperty(window.navigator, "clipboard", {
      value: { writeText: (text: string) => void (page.copied = text) },
    });
    const taken = ["document", "location", "history", "CSSStyleSheet", "FormData", "HTMLElement"];
    const globals: Globals = {
      ...Object.fromEntries(
        [...taken, "HTMLButtonElement", "navigator"].map((name) => [name, own[name]]),
      ),
      addEventListener: window.addEventListener.bind(window),
      matchMedia: (query: string) => ({
        matches: /reduced-motion/.test(query) ? isStill : isDark,
      }),
      Option: function (text: string) {
        const option = window.document.createElement("option");
        option.textContent = text;
        return option;
      },
      ResizeObserver: class {
        constructor(readonly told: (entries: unknown[]) => void) {}
        observe() {
          queueMicrotask(() => this.told([{ contentRect: PLACE }]));
        }
      },
      requestAnimationFrame: (frame: (now: number) => void) => this.#frames.push(frame),
      cancelAnimationFrame: (i: number) => void (this.#frames[i - 1] = () => {}),
      fetch: (url: string, init: RequestInit = {}) => {
        this.asked.push({ url: String(url), init });
        return Promise.resolve(this.answer());
      },
    };
    for (const [name, value] of Object.entries(globals)) {
      this.#before.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
      Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
    }
    this.#before.set("createObjectURL", Object.getOwnPropertyDescriptor(URL, "createObjectURL"));
    URL.createObjectURL = (file) => {
      this.#last = file as File;
      return "blob:own";
    };
  }

  // deno-lint-ignore no-explicit-any -- elements of any kind, to be looked at
  part(id: string): any {
    return this.window.document.getElementById(id);
  }

  // deno-lint-ignore no-explicit-any -- as above
  field(name: string): any {
    return this.part("choices").elements.namedItem(name);
  }

  /** The parameters in the address. */
  get parameters(): URLSearchParams {
    return new URLSearchParams(this.window.location.search);
  }

  /** What went wrong, in words; nothing where nothing did. */
  get problem(): string {
    return this.part("problem").textContent;
  }

  get note(): string {
    return this.part("note").textContent;
  }

  /** The handle of a centroid. */
  // deno-lint-ignore no-explicit-any -- as above
  handle(i: number): any {
    return this.part("handles").children[i];
  }

  /** Where the handles lie, in pixels of the page. */
  get places(): string[] {
    return [...this.part("handles").children].map(({ style }) => style.transform);
  }

  /** Lets something happen to an element. */
  // deno-lint-ignore no-explicit-any -- as above
  does(element: any, type: string, about: object = {}): boolean {
    const event = new this.window.Event(type, { bubbles: true, cancelable: true });
    Object.assign(event, { button: 0, pointerId: 1, ...about });
    return element.dispatchEvent(event);
  }

  /** Goes back or forward in the history, to a state that has this address. */
  comesBackTo(state: unknown, search?: string): void {
    this.window.history.replaceState(state as object, "", search);
    this.does(this.window, "popstate", { state });
  }

  press(element: unknown, key: string, about: object = {}): boolean {
    return this.does(element, "keydown", { key, ...about });
  }

  /** Chooses something in the form. */
  choose(name: string, value: string | boolean): void {
    const field = this.field(name);
    if (typeof value === "boolean") field.checked = value;
    else field.value = value;
    this.does(field, "change");
  }

  /** How many functions wait for the next picture. */
  get due(): number {
    return this.#frames.length;
  }

  /** The next picture is due, some time after the last. */
  frame(milliseconds = 0): void {
    const due = this.#frames;
    this.#frames = [];
    for (const frame of due) frame(performance.now() + milliseconds);
  }

  /** Waits until what comes later has come. */
  async until(isSo: () => unknown): Promise<void> {
    for (const end = Date.now() + 20_000; !isSo();) {
      if (Date.now() > end) throw new Error(`it never comes: ${isSo}`);
      await new Promise((done) => setTimeout(done, 1));
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const [name, before] of this.#before) {
      const owner = name === "createObjectURL" ? URL : globalThis;
      if (before) Object.defineProperty(owner, name, before);
      else delete (owner as unknown as Globals)[name];
    }
    await this.window.happyDOM.close();
  }
}
