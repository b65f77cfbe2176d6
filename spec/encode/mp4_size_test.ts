import assert from "node:assert/strict";
import { encodeFilm, filmToMp4, makeFilm, record } from "../../mod.ts";
import { requireMp4Size } from "../../src/encode/mp4/mp4_size.ts";
import { isInstalled } from "../support/command.ts";
import { probed, withFile } from "../support/decode.ts";

const trace = record([[0, 0], [0, 1], [9, 9]], { k: 2 });
/** A film of five frames, three of which change nothing. */
const filmOf = (width: number, height: number) =>
  makeFilm(trace, { style: "classic", width, height, interval: 200, hold: 600 });

Deno.test("A picture is as large as an MP4 can hold it: 8,160 pixels a side, 65,534 macroblocks", () => {
  for (const [width, height] of [[8160, 2048], [2048, 8160], [4096, 4080], [16, 8160], [1, 1]]) {
    requireMp4Size(width, height);
  }
  for (const [width, height] of [[8161, 16], [16, 8161], [8192, 8192]]) {
    assert.throws(() => requireMp4Size(width, height), /RangeError.* may be 8160 pixels long/);
  }
  for (const [width, height] of [[4096, 4096], [4081, 4081], [8160, 2049], [2049, 8160]]) {
    assert.throws(() => requireMp4Size(width, height), /RangeError.* may have 65534 squares/);
  }
});

Deno.test("A picture too large for an MP4 is refused before anything is drawn", async () => {
  for (const [width, height] of [[8192, 16], [16, 8161], [8000, 8000]]) {
    const film = filmOf(width, height);
    let drawn = 0;
    const onProgress = () => drawn++;
    await assert.rejects(
      () => filmToMp4(film, { onProgress }),
      /^RangeError: Cannot write the MP4/,
    );
    await assert.rejects(() => encodeFilm(film, ["gif", "mp4"], { onProgress }), RangeError);
    assert.equal(drawn, 0);
  }
});

Deno.test(
  "The largest pictures that an MP4 can hold are encoded, those in which nothing changes too",
  { ignore: !(await isInstalled("ffmpeg")) },
  async () => {
    for (const [width, height] of [[8160, 16], [16, 8160], [8160, 2048]]) {
      const film = filmOf(width, height);
      await withFile(".mp4", await filmToMp4(film, { fps: 5 }), async (path) => {
        const { streams: [stream] } = await probed(path);
        assert.deepEqual([stream.width, stream.height], [width, height]);
        assert.equal(Number(stream.nb_read_frames), film.duration / 200);
      });
    }
  },
);
