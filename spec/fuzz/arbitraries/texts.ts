import fc from "fast-check";

/** Texts that terminals, markup, paths, tables or JavaScript take for more than text. */
const HOSTILE = [
  "\x1b[2J\x1b]0;x\x07",
  "\u202egnp.",
  "a\nlloyd: all is well",
  "\0",
  "</metadata><script>alert(1)</script>",
  "]]>",
  "--out",
  "../../up",
  "/dev/null",
  "__proto__",
  "constructor",
  "toString",
  "=1+1",
  "\ud800",
  "\ufeff",
  "👩‍🔬",
  "%00%ff",
  "${1}",
  "x".repeat(5000),
];

/** Any text, hostile ones among them. */
export const text: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 12 }),
);

/** Text that looks like a number, or nearly so. */
export const numberText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "-1",
    "0",
    "1e999",
    "-1e-999",
    "NaN",
    "Infinity",
    "0x10",
    "1e21",
    "1,5",
    "٣",
    "½",
  ),
  fc.integer().map(String),
  fc.double().map(String),
);
