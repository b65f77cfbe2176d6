import assert from "node:assert/strict";
import { readTable } from "../../mod.ts";
import type { Outcome } from "./captured.ts";

/** The longest message, in characters. */
const LONGEST = 600;

/** Holds a message to what all are: one line, not too long, with nothing invisible. */
export function checkMessage(message: string): void {
  assert(message.length > 0, "an empty message");
  assert(message.length <= LONGEST, `a message of ${message.length} characters: ${message}`);
  assert(
    !/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u.test(message),
    `not one line: ${message}`,
  );
  assert(!/this is a mistake in Lloyd/.test(message), message);
  assert(!isOfTheEngine(message), `the engine's own words: ${message}`);
}

/** Whether a message is one of V8's, which says nothing to whoever reads it. */
export function isOfTheEngine(message: string): boolean {
  return /Cannot (read|set|create|assign|define|delete|redefine)( to)?( read only)? propert/
    .test(message) ||
    /Cannot (destructure|convert (undefined|null|object|a \w+)|mix BigInt|access ')/.test(
      message,
    ) ||
    /is not (a function|iterable|defined|a constructor|extensible|an object)/.test(message) ||
    /Invalid (array|typed array|array buffer|string|Date|time) |Maximum call stack|\(reading '/
      .test(message) ||
    /called on (null|incompatible)|Reduce of empty|Array buffer allocation|circular structure/
      .test(message);
}

/** Holds what a call printed to the exit status that it has. */
export function checkOutcome({ code, stdout, stderr }: Outcome): void {
  const lines = stderr.split("\n").slice(0, -1);
  const complaints = lines.filter((line) => line.startsWith("lloyd: "));
  if (code === 0) return assert.deepEqual(complaints, []);
  assert(code === 1 || code === 2, `status ${code}`);
  assert(stderr.endsWith("\n"), "a line that does not end");
  assert.equal(complaints.length, 1, `${complaints.length} complaints: ${stderr}`);
  assert.equal(lines.at(-1), complaints[0], "the complaint is not the last line");
  lines.forEach(checkMessage);
  assert.equal(stdout, "", "something is printed besides the complaint");
}

/** The files of the current folder. */
export function filesHere(): Map<string, Uint8Array> {
  return new Map(
    [...Deno.readDirSync(".")].map(({ name }) => [name, Deno.readFileSync(name)] as const),
  );
}

/** Holds files to what they were before a call: none that it reads is lost, what is new is whole. */
export async function checkFiles(
  before: ReadonlyMap<string, Uint8Array>,
  { code }: Outcome,
  args: readonly string[],
): Promise<void> {
  const after = filesHere();
  for (const name of before.keys()) assert(after.has(name), `${name} is gone`);
  for (const [name, bytes] of after) {
    const old = before.get(name);
    if (old && old.length === bytes.length && old.every((byte, i) => byte === bytes[i])) continue;
    assert(
      !old || !args.includes(name) || args[args.indexOf(name) - 1] === "--out",
      `${name} is lost`,
    );
    assert.equal(code, 0, `${name} is written, and the status is ${code}`);
    assert(!name.endsWith(".part"), `${name} is left behind`);
    await checkArtifact(name, bytes);
  }
}

/** Holds an artifact to the format that its name ends in. */
export async function checkArtifact(name: string, bytes: Uint8Array): Promise<void> {
  const ending = /(?:rows\.)?\w+$/i.exec(name)?.[0].toLowerCase();
  const text = () => new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  switch (ending) {
    case "svg":
    case "html":
      return checkMarkup(name, text());
    case "gif":
      return checkGif(bytes);
    case "png":
    case "apng":
      return checkPng(bytes);
    case "mp4":
      return checkMp4(bytes);
    case "json":
    case "rows.json":
      JSON.parse(text());
      return;
    case "ndjson":
      text().trimEnd().split("\n").forEach((line) => JSON.parse(line));
      return;
    case "csv":
    case "tsv":
      assert(text().endsWith("\n"), `${name} does not end`);
      return;
    case "parquet":
      await readTable(bytes, { format: "parquet" });
  }
}

function checkMarkup(name: string, text: string): void {
  assert(/^<(svg|!doctype)/i.test(text), `${name} begins with ${text.slice(0, 20)}`);
  assert(/<\/(svg|html)>\s*$/.test(text), `${name} ends with ${text.slice(-20)}`);
  const bad =
    /\s(?:d|[cr]?[xy12]{1,2}|r|points|values|keyTimes|dur|transform|viewBox|width|height|opacity|stroke-width)="[^"]*\b(?:NaN|Infinity|undefined)\b/
      .exec(text);
  assert(!bad, `${name} has ${bad?.[0].slice(0, 80)}`);
}

/** Goes through the blocks of a GIF (GIF89a, appendix B). */
function checkGif(bytes: Uint8Array): void {
  const magic = new TextDecoder().decode(bytes.subarray(0, 6));
  assert.equal(magic, "GIF89a");
  const tableOf = (flags: number) => flags & 128 ? 3 << (flags & 7) + 1 : 0;
  let at = 13 + tableOf(bytes[10]);
  let pictures = 0;
  const skipData = () => {
    while (bytes[at] > 0) at += bytes[at] + 1;
    at++;
  };
  for (;;) {
    assert(at < bytes.length, "the GIF has no end");
    const kind = bytes[at++];
    if (kind === 0x3b) break;
    if (kind === 0x21) {
      at++;
      skipData();
      continue;
    }
    assert.equal(kind, 0x2c, `a block of kind ${kind}`);
    at += 9 + tableOf(bytes[at + 8]) + 1;
    skipData();
    pictures++;
  }
  assert.equal(at, bytes.length, "something follows the GIF");
  assert(pictures > 0, "a GIF without a picture");
}

/** Goes through the chunks of a PNG. */
function checkPng(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  assert.equal(view.getUint32(0), 0x89504e47);
  let at = 8;
  let type = "";
  while (at < bytes.length) {
    assert(at + 12 <= bytes.length, "a chunk is cut off");
    type = new TextDecoder().decode(bytes.subarray(at + 4, at + 8));
    at += view.getUint32(at) + 12;
  }
  assert.equal(at, bytes.length, "a chunk is cut off");
  assert.equal(type, "IEND");
}

/** Goes through the boxes of an MP4. */
function checkMp4(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const types: string[] = [];
  let at = 0;
  while (at < bytes.length) {
    const size = view.getUint32(at);
    types.push(new TextDecoder().decode(bytes.subarray(at + 4, at + 8)));
    assert(size >= 8, `a box of ${size} bytes`);
    at += size;
  }
  assert.equal(at, bytes.length, "a box is cut off");
  for (const type of ["ftyp", "moov", "mdat"]) assert(types.includes(type), `no ${type}`);
}
