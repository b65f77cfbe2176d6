import { sha256Of } from "../read.ts";
import { UsageError } from "../errors.ts";
import { VERSION } from "../../trace/version.ts";
import { artifactOf, type ServedFormat, TYPES } from "./artifact.ts";
import { Gate } from "./gate.ts";
import { page } from "./page.ts";
import { optionsOfQuery } from "./query.ts";

/** How long a link may be. */
const LONGEST = 4000;
/** As many as there are cores where it is likely to run, so that pictures do not slow each other. */
const gate = new Gate(2, 200);

/** Answers a request: `/` is the page, `/kmeans.svg?k=5` a picture. */
export async function handle(request: Request): Promise<Response> {
  const { pathname, searchParams, search } = new URL(request.url);
  if (request.method !== "GET" && request.method !== "HEAD") {
    return refusal(request, 405, "only GET and HEAD are answered", { allow: "GET, HEAD" });
  }
  if (search.length > LONGEST) return refusal(request, 414, "the parameters are too long");
  if (pathname === "/") return await page();
  if (pathname === "/favicon.ico") return new Response(null, { status: 204, headers: SAFE });
  const format = /^\/kmeans\.(\w+)$/.exec(pathname)?.[1];
  if (!format || !Object.hasOwn(TYPES, format)) {
    const all = Object.keys(TYPES).map((name) => `/kmeans.${name}`).join(", ");
    return refusal(request, 404, `there is no ${pathname.slice(0, 100)}: there are /, ${all}`);
  }
  return await picture(request, format as ServedFormat, searchParams);
}

/** What every answer says: it is what it says it is, and can do nothing. */
const SAFE = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
};

async function picture(
  request: Request,
  format: ServedFormat,
  query: URLSearchParams,
): Promise<Response> {
  try {
    const options = await optionsOfQuery(query);
    const { given: _, ...asked } = options;
    const etag = `"${
      sha256Of(new TextEncoder().encode(JSON.stringify([VERSION, format, asked]))).slice(0, 32)
    }"`;
    const caching = { etag, "cache-control": "public, max-age=3600", ...SAFE };
    if (request.headers.get("if-none-match")?.includes(etag)) {
      return new Response(null, { status: 304, headers: caching });
    }
    const { signal } = request;
    const body = await gate.pass(async () => {
      signal.throwIfAborted();
      return await artifactOf(format, options, signal);
    });
    if (body === undefined) {
      return refusal(request, 503, "too many pictures are being made: ask again soon", {
        "retry-after": "2",
      });
    }
    const headers = { ...caching, "content-type": TYPES[format] };
    // A page brings a policy of its own.
    if (format === "html") headers["content-security-policy"] = "frame-ancestors 'self'";
    return new Response(body as BodyInit, { headers });
  } catch (error) {
    if (request.signal.aborted) return new Response(null, { status: 499, headers: SAFE });
    if (!(error instanceof UsageError)) throw error;
    return refusal(request, 422, error.message.replace(/(^|\s)--(?=\w)/g, "$1"));
  }
}

/** An answer that says why there is none, as JSON to those who want that. */
function refusal(
  request: Request,
  status: number,
  why: string,
  headers: Record<string, string> = {},
): Response {
  const isJson = request.headers.get("accept")?.includes("application/json");
  return new Response(isJson ? JSON.stringify({ error: why }) : `${why}\n`, {
    status,
    headers: {
      ...SAFE,
      "content-type": isJson ? "application/json" : "text/plain; charset=utf-8",
      ...headers,
    },
  });
}

/** For `deno serve`, which brings its own address. */
export default { fetch: handle };
