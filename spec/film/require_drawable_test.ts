import assert from "node:assert/strict";
import { type Film, filmToGif, filmToHtml, filmToPng, filmToSvg, framesOf } from "../../mod.ts";
import {
  type DrawnFilm,
  type Geometry,
  Outline,
  Polyline,
  Segments,
  Stamps,
  Track,
} from "../../src/internal.ts";
import { MovingLines, type MovingMark } from "../../src/film/scene/mark.ts";
import { smallFilm } from "../support/films.ts";

const still = smallFilm(1);
const stamp = new Stamps(new Float64Array(2));

/** A film of one mark besides those of another. */
function withMark(mark: Partial<MovingMark>): Film {
  const film: DrawnFilm = {
    ...still,
    marks: [...(still as DrawnFilm).marks, { name: "odd", geometry: stamp, ...mark }],
  };
  return film;
}

const track = <T>(...values: T[]) =>
  new Track(
    values.map((value, i) => ({
      time: 100 * i,
      value,
      ease: i ? "linear" as const : "jump" as const,
    })),
  );

/** What is not finite, by where it is. */
const broken: Readonly<Record<string, Film>> = {
  width: withMark({ width: NaN }),
  opacity: withMark({ opacity: -Infinity }),
  dash: withMark({ dash: NaN }),
  dashOffset: withMark({ dashOffset: track(0, NaN) }),
  translate: withMark({ translate: track<readonly [number, number]>([0, 0], [0, Infinity]) }),
  time: withMark({ width: new Track([{ time: NaN, value: 1, ease: "jump" }]) }),
  ...Object.fromEntries(
    [
      new Stamps(Float64Array.of(0, NaN)),
      new Segments(Float64Array.of(0, 0, NaN, 0)),
      new Polyline([0, 0, NaN, 1]),
      new Outline([0, 0, Infinity, 1], "M0 0"),
      new MovingLines([track<readonly [number, number, number, number]>([0, 0, NaN, 1])]),
      track(stamp, new Stamps(Float64Array.of(Infinity, 0))),
    ].map((geometry, i) => [`geometry ${i}`, withMark({ geometry })]),
  ),
};

Deno.test("A film in which a number is not finite is written in no format, and says where it is", async () => {
  for (const [where, film] of Object.entries(broken)) {
    const says = new RegExp(
      `^RangeError: Cannot draw the film .*${
        where.split(" ")[0]
      } of a mark 'odd' is -?(NaN|Infinity)$`,
    );
    for (const write of [filmToSvg, filmToHtml, filmToGif, filmToPng]) {
      await assert.rejects(async () => await write(film), says, where);
    }
  }
});

Deno.test("A film whose size, time, title or theme cannot be is not drawn", () => {
  for (
    const [change, says] of [
      [{ width: NaN }, /RangeError.*'width'/],
      [{ width: 8193 }, /RangeError.*'width'/],
      [{ height: 0 }, /RangeError.*'height'/],
      [{ duration: NaN }, /RangeError.*'duration'/],
      [{ duration: Infinity }, /RangeError.*'duration'/],
      [{ title: 7 }, /TypeError.*'title'/],
      [{ theme: "drak" }, /RangeError.*'theme'/],
      [{ beats: [] }, /TypeError.*makeFilm/],
    ] as const
  ) {
    assert.throws(() => filmToSvg({ ...still, ...change } as unknown as Film), says);
  }
});

Deno.test("A film has a million frames at the most, counted before they are made", () => {
  assert.equal(framesOf({ ...still, duration: 20_000_000 } as Film, 50).length > 1, true);
  assert.throws(
    () => framesOf({ ...still, duration: 20_000_020 } as Film, 50),
    /RangeError.*1000000 frames at the most: 1000001 in 20000.02 s/,
  );
});

Deno.test("Paths and tracks that marks share are looked at once", () => {
  let looks = 0;
  class Counted extends Outline {
    override box() {
      looks++;
      return super.box();
    }
  }
  const shared = track<Geometry>(new Counted([0, 0, 1, 1], "M0 0"), stamp);
  const film = {
    ...still,
    marks: Array.from({ length: 9 }, () => ({ name: "a", geometry: shared })),
  };
  framesOf(film as Film, 20);
  framesOf(film as Film, 20);
  assert.equal(looks, 1);
});
