import assert from "node:assert/strict";
import { isWrittenNumber, numberAs, twoReadings } from "../../src/data/read/notation.ts";

Deno.test("What has marks in the wrong places, or two of a kind, is no number", () => {
  const texts = [
    ...["(-1,5)", "-5-", "+-5", "$5€", "(5", "5)", "$", "-", "12 kg m", "12A", "1a"],
    ...["1.23.456,7", "1,2,3", "0.123.456", "1 23", "1'2345", "12.34,5", "1.419,06.1", "1.419.06"],
    ...["01.03.2024", "12:30", "2024-03-01", "1_000", "٣", "0x10", "1e", "1.419e3,5"],
  ];
  for (const text of texts) assert(!isWrittenNumber(text), text);
});

Deno.test("A number is the same in any of the ways to write it", () => {
  for (
    const text of [
      ...[
        "-1.419,06",
        "-1419,06",
        "-1 419,06",
        "-1'419,06",
        "- 1.419,06",
        "−1.419,06",
        "1.419,06-",
      ],
      ...["(1.419,06)", "-1.419,06 €", "€ -1.419,06", "-€1.419,06", "EUR -1.419,06", "-1,41906e3"],
    ]
  ) {
    const affix = /€|EUR/.exec(text)?.[0] ?? "";
    assert.equal(numberAs(text, { decimal: ",", affix }), -1419.06, text);
  }
});

Deno.test("Only a mark before three digits can be read in two ways", () => {
  assert.deepEqual(twoReadings("1.419"), [1.419, 1419]);
  assert.deepEqual(twoReadings("1,419"), [1419, 1.419]);
  for (
    const text of ["1419", "0.419", "1.41", "1.4190", "1234.567", "1.419.000", "1 419", "1.419e3"]
  ) {
    assert.equal(twoReadings(text), undefined, text);
  }
});
