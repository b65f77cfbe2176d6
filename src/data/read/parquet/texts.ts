import type { Values } from "./plain.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * Bytes of no stated meaning as texts, as some writers mean them; nothing where one of the column is
 * none.
 */
export function bytesAsTexts(groups: readonly Values[]): Values[] | undefined {
  const texts: Values[] = [];
  for (const values of groups) {
    const changed = new Array<unknown>(values.length);
    for (let i = 0; i < values.length; i++) {
      const value = values[i];
      const text = value instanceof Uint8Array ? textOf(value) : value;
      if (text === undefined) return undefined;
      changed[i] = text;
    }
    texts.push(changed);
  }
  return texts;
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = utf8.decode(bytes);
    // deno-lint-ignore no-control-regex
    return /[\0-\x08\x0e-\x1f]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
