import type { Option, OptionTable } from "./option.ts";
import { GROUPS, OPTIONS } from "./table.ts";

/** The text of `--help`. */
export function helpText(): string {
  return `Lloyd runs K-means one step at a time and draws the run.

Usage: deno run cli.ts [DATA] [options] --out FILE
       deno run cli.ts play [DATA] [options]
       deno run cli.ts menu [options]
       deno run --allow-net=127.0.0.1 cli.ts serve [--port PORT]
       deno run cli.ts predict DATA --model FILE --out FILE
       deno run cli.ts replay ARTIFACT [--data FILE] [options] --out FILE
       deno run --allow-run=PROGRAM cli.ts conform [options] -- PROGRAM [ARGUMENTS]

DATA is a file of points, or - for standard input; without it points are generated. play shows the
film in the terminal, menu asks what to show, serve is a page to play with. replay makes an
artifact again from the recipe that it carries, with the data that lie beside it or else where --data
says, or draws a trace (.json), also another program's.
predict labels new rows by an earlier run: see predict --help.
conform holds a K-means in any language to the specification: see conform --help.

  deno run --allow-write=anim.gif cli.ts --k 12 --out anim.gif
  deno run --allow-write cli.ts --k 5 --clusters 5 --seed 3 --out anim.svg --out run.json
  deno run -R=iris.csv -W=iris.gif cli.ts iris.csv --k 3 --standardize --out iris.gif
  deno run cli.ts --style classic --out - --format gif > classic.gif

${optionsText(OPTIONS, GROUPS)}

Exit status: 0 done, 1 it could not be done, 2 the call is wrong.
`;
}

/** The options of a table, under their headings. */
export function optionsText(table: OptionTable, groups: readonly string[]): string {
  const entries = Object.entries<Option>(table);
  const sections = groups.map((group) => {
    const rows = entries.filter(([, option]) => option.group === group).map(row);
    return `${group}:\n${rows.join("\n")}`;
  });
  return sections.join("\n\n");
}

function row([name, option]: [string, Option]): string {
  const { called = name, short, value, help, otherwise, initial, each = {} } = option;
  const left = `  ${short ? `-${short}, ` : "    "}--${called}${value ? ` ${value}` : ""}`;
  const ends = otherwise ?? (value ? String(initial ?? "") : "");
  const lines = Object.entries(each).map(([name, what]) => `${" ".repeat(30)}${name}: ${what}`);
  return [`${left.padEnd(27)} ${help}${ends && ` [${ends}]`}`, ...lines].join("\n");
}
