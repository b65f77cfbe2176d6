import { ROOT } from "./command.ts";

/** A terminal in tmux that runs a shell in an empty folder. */
export class Tmux implements AsyncDisposable {
  readonly #socket = `lloyd-${crypto.randomUUID()}`;
  #folder = "";

  private constructor() {}

  static async opened(columns: number, rows: number): Promise<Tmux> {
    const tmux = new Tmux();
    tmux.#folder = await Deno.makeTempDir();
    await tmux.#run(
      ...["-f", "/dev/null", "new-session", "-d", "-x", `${columns}`, "-y", `${rows}`],
      ...["-c", tmux.#folder, "env", "PS1=ready> ", "bash", "--norc", "--noprofile"],
    );
    await tmux.until(/ready>/);
    return tmux;
  }

  get folder(): string {
    return this.#folder;
  }

  /** Types the call of the command. */
  async lloyd(permissions: readonly string[], ...args: readonly string[]): Promise<void> {
    const command = [
      Deno.execPath(),
      "run",
      "--no-prompt",
      ...permissions,
      `${ROOT}cli.ts`,
      ...args,
    ];
    await this.type(`clear; ${command.join(" ")}; echo status=$?`, "Enter");
  }

  /** Types keys, by tmux's names for them. */
  async type(...keys: readonly string[]): Promise<void> {
    await this.#run("send-keys", ...keys);
  }

  /** Sends text as it is, in one piece, as a paste does. */
  async paste(text: string): Promise<void> {
    await this.#run("send-keys", "-l", text);
  }

  /** Sends a signal to the program that runs in the terminal, and to no other. */
  async signal(signal: Deno.Signal): Promise<void> {
    const shell = Number(await this.#run("display-message", "-p", "#{pane_pid}"));
    const children = await Deno.readTextFile(`/proc/${shell}/task/${shell}/children`);
    Deno.kill(Number(children.trim().split(" ")[0]), signal);
  }

  async resize(columns: number, rows: number): Promise<void> {
    await this.#run("resize-window", "-x", `${columns}`, "-y", `${rows}`);
  }

  /** What the screen shows. */
  async screen(): Promise<string> {
    return await this.#run("capture-pane", "-p");
  }

  /** What the screen shows, with its colours. */
  async colors(): Promise<string> {
    return await this.#run("capture-pane", "-e", "-p");
  }

  /** Whether the cursor is seen and the usual screen shown. */
  async isRestored(): Promise<boolean> {
    const state = await this.#run("display-message", "-p", "#{cursor_flag}#{alternate_on}");
    return state.trim() === "10";
  }

  /** Waits until the screen matches, and gives it. */
  async until(pattern: RegExp, seconds = 60): Promise<string> {
    for (const end = Date.now() + seconds * 1000;;) {
      const screen = await this.screen();
      if (pattern.test(screen)) return screen;
      if (Date.now() > end) throw new Error(`the screen never shows ${pattern}:\n${screen}`);
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  async #run(...args: readonly string[]): Promise<string> {
    const { success, stdout, stderr } = await new Deno.Command("tmux", {
      args: ["-L", this.#socket, ...args],
      env: { TERM: "xterm-256color" },
    }).output();
    if (!success) throw new Error(new TextDecoder().decode(stderr));
    return new TextDecoder().decode(stdout);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#run("kill-server").catch(() => {});
    await Deno.remove(this.#folder, { recursive: true });
  }
}

/** Whether tmux is on this machine. */
export const hasTmux: boolean = await new Deno.Command("tmux", { args: ["-V"] }).output()
  .then(({ success }) => success, () => false);
