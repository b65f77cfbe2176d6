import { box, boxHead, fullBox } from "./boxes.ts";
import { joinedAll, u16, u32, u32s } from "../../bytes/join.ts";
import type { H264Stream } from "./h264.ts";
import { describedSps, levelOf } from "./sps.ts";

/** What an MP4 says of its film besides the frames. */
export interface Mp4Facts {
  /** In pixels, even. */
  readonly width: number;
  /** In pixels, even. */
  readonly height: number;
  /** Frames a second. */
  readonly fps: number;
  /** In milliseconds; the last frame may be cut by it. */
  readonly duration: number;
  /** A remark. */
  readonly comment?: string;
}

/** Units of time in a frame; a second has as many times that as frames. */
const TICKS = 1000;
/** The matrix that leaves pictures as they are, in fixed point. */
const UPRIGHT = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000].flatMap(u32);
/** Undetermined, three letters of five bits each. */
const NO_LANGUAGE = u16(0x55c4);
const NOTHING = (bytes: number) => new Array<number>(bytes).fill(0);

/**
 * An MP4 of one film, ISO/IEC 14496-12 and -15: all that is to be known of it comes first, so that
 * it can be played while it is loaded. It says nothing of when it was made.
 */
export function mp4File(stream: H264Stream, facts: Mp4Facts): Uint8Array {
  const type = box("ftyp", "isom", u32(512), "isomiso2avc1mp41");
  const length = movie(stream, facts, 0).length;
  const start = type.length + length + 8;
  const head = boxHead("mdat", stream.length);
  return joinedAll([type, movie(stream, facts, start), head, ...stream.parts]);
}

/** @param start Where the first frame begins in the file. */
function movie(stream: H264Stream, facts: Mp4Facts, start: number): Uint8Array {
  const { duration, comment } = facts;
  const header = fullBox(
    "mvhd",
    0,
    ...[0, 0, 1000, duration, 0x10000].map(u32),
    u16(0x100), // volume
    NOTHING(10),
    UPRIGHT,
    NOTHING(24),
    u32(2), // the next track
  );
  return box("moov", header, track(stream, facts, start), comment ? remark(comment) : []);
}

function track(stream: H264Stream, facts: Mp4Facts, start: number): Uint8Array {
  const { width, height, fps, duration } = facts;
  const header = fullBox(
    "tkhd",
    3, // enabled, in the movie
    ...[0, 0, 1, 0, duration].map(u32),
    NOTHING(16),
    UPRIGHT,
    u32(width * 0x10000),
    u32(height * 0x10000),
  );
  const edits = box("edts", fullBox("elst", 0, ...[1, duration, 0, 0x10000].map(u32)));
  const times = [0, 0, Math.round(fps * TICKS), stream.sizes.length * TICKS].map(u32);
  const media = fullBox("mdhd", 0, ...times, NO_LANGUAGE, NOTHING(2));
  const handler = fullBox("hdlr", 0, NOTHING(4), "vide", NOTHING(12), "Video\0");
  const source = box("dinf", fullBox("dref", 0, u32(1), fullBox("url ", 1)));
  const information = box("minf", fullBox("vmhd", 1, NOTHING(8)), source, samples());
  return box("trak", header, edits, box("mdia", media, handler, information));

  function samples(): Uint8Array {
    const { sizes, keys } = stream;
    return box(
      "stbl",
      fullBox("stsd", 0, u32(1), description(stream, facts)),
      fullBox("stts", 0, ...[1, sizes.length, TICKS].map(u32)),
      fullBox("stss", 0, u32(keys.length), u32s(keys.map((key) => key + 1))),
      fullBox("stsc", 0, ...[1, 1, sizes.length, 1].map(u32)),
      fullBox("stsz", 0, u32(0), u32(sizes.length), u32s(sizes)),
      fullBox("stco", 0, u32(1), u32(start)),
    );
  }
}

/** How the frames are to be decoded. */
function description({ sps, pps }: H264Stream, { width, height, fps }: Mp4Facts): Uint8Array {
  const described = describedSps(sps, levelOf(width, height, fps));
  const configuration = box(
    "avcC",
    [1, ...described.subarray(1, 4), 0xff, 0xe1],
    u16(described.length),
    described,
    [1],
    u16(pps.length),
    pps,
  );
  return box(
    "avc1",
    NOTHING(6),
    u16(1), // the source
    NOTHING(16),
    u16(width),
    u16(height),
    u32(72 * 0x10000), // dots an inch
    u32(72 * 0x10000),
    NOTHING(4),
    u16(1), // frames a sample
    NOTHING(32), // the name of an encoder
    u16(24), // bits a pixel
    u16(0xffff),
    configuration,
    box("colr", "nclx", u16(1), u16(1), u16(1), [0]),
    box("pasp", u32(1), u32(1)),
  );
}

/** A remark where players look for one. */
function remark(text: string): Uint8Array {
  const handler = fullBox("hdlr", 0, NOTHING(4), "mdirappl", NOTHING(9));
  const data = box("data", u32(1), u32(0), text); // in UTF-8
  return box("udta", fullBox("meta", 0, handler, box("ilst", box("\xa9cmt", data))));
}
