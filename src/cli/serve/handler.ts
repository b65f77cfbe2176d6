import { LIMITS } from "../../page/limits.ts";
import { VERSION } from "../../version.ts";
import { visible } from "../../visible.ts";
import { told, UsageError } from "../errors.ts";
import { tell } from "../tell.ts";
import { sha256Hex } from "../../bytes/sha256.ts";
import { artifactOf, TYPES } from "./artifact.ts";
import { BodyError, bodyOf } from "./body.ts";
import { within } from "./deadline.ts";
import { Gate } from "./gate.ts";
import { PAGE } from "./page.ts";
import { optionsOfQuery } from "./query.ts";

/** What limits the work of a server. */
export interface Gates {
  /** How many pictures are made at once. */
  readonly pictures: Gate;
  /** How many bodies are held in memory at once. */
  readonly bodies: Gate;
  /** How long a picture may take once it is begun, in milliseconds. Default: a minute. */
  readonly longest?: number;
}

/**
 * Answers a request: `/` is the page, `/kmeans.svg?k=5` a picture. Two pictures are made at once, as
 * small servers have two cores, and more would only slow each other down; six bodies are 48 MB.
 */
export const handle: (request: Request) => Promise<Response> = handlerWith({
  pictures: new Gate(2, 200),
  bodies: new Gate(6, 200),
});

/** A handler of requests whose work is limited by gates. */
export function handlerWith(gates: Gates): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      return await answer(request, gates);
    } catch (error) {
      tell(`lloyd: ${told(error).message}`);
      return refusal(request, 500, "it could not be done");
    }
  };
}

async function answer(request: Request, gates: Gates): Promise<Response> {
  const { pathname, searchParams, search } = new URL(request.url);
  const format = /^\/kmeans\.(\w+)$/.exec(pathname)?.[1];
  const isPicture = format !== undefined && Object.hasOwn(TYPES, format);
  const methods = isPicture ? ["GET", "HEAD", "POST"] : ["GET", "HEAD"];
  if (!methods.includes(request.method)) {
    const allow = methods.join(", ");
    return refusal(request, 405, `only ${allow} are answered here`, { allow });
  }
  if (request.method === "POST" && isForeign(request)) {
    return refusal(request, 403, "pages of other sites cannot send anything here");
  }
  if (Object.hasOwn(PAGE, pathname)) return await partOfPage(request, pathname);
  if (search.length > LIMITS.link) return refusal(request, 414, "the parameters are too long");
  if (isPicture) {
    const made = () => picture(request, format, searchParams, gates);
    return request.method === "POST"
      ? await gates.bodies.pass(made) ?? busy(request)
      : await made();
  }
  const all = Object.keys(TYPES).map((name) => `/kmeans.${name}`).join(", ");
  return refusal(
    request,
    404,
    `there is no ${visible(pathname.slice(0, 100))}: there are /, ${all}`,
  );
}

/** Whether a page of another site sends a request: browsers name the site in `Origin`. */
function isForeign({ headers }: Request): boolean {
  const origin = headers.get("origin");
  if (origin === null) return false;
  return !URL.canParse(origin) || new URL(origin).host !== headers.get("host");
}

/** Headers of every answer: browsers take its type as it is stated, and let it load or run nothing. */
export const SAFE = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
};

/** The page, which states its content security policy itself, or a file that it loads. */
async function partOfPage(request: Request, path: string): Promise<Response> {
  const [type, text] = PAGE[path];
  const body = await text();
  const etag = await tagOf(body);
  const headers = {
    ...SAFE,
    "content-security-policy": "frame-ancestors 'none'",
    "cache-control": "no-cache",
    etag,
  };
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, "content-type": type } });
}

async function picture(
  request: Request,
  format: string,
  query: URLSearchParams,
  { pictures, longest = LIMITS.time }: Gates,
): Promise<Response> {
  const { signal } = request;
  try {
    const body = request.method === "POST" ? await bodyOf(request) : undefined;
    const options = await optionsOfQuery(query);
    const { given: _, ...asked } = options;
    const etag = await tagOf(JSON.stringify([VERSION, format, asked]));
    const caching: Record<string, string> = body
      ? { ...SAFE, "cache-control": "no-store" }
      : { ...SAFE, "cache-control": "public, max-age=3600", etag };
    if (!body && isKnown(request, etag)) {
      return new Response(null, { status: 304, headers: caching });
    }
    const made = await pictures.pass(async () => {
      signal.throwIfAborted();
      return await within(longest, signal, (signal) => artifactOf(format, options, signal, body));
    });
    if (made === undefined) return busy(request);
    const headers: Record<string, string> = { ...caching, "content-type": TYPES[format] };
    // An exported page states its content security policy itself.
    if (format === "html") headers["content-security-policy"] = "frame-ancestors 'self'";
    return new Response(made as BodyInit, { headers });
  } catch (error) {
    if (signal.aborted) return new Response(null, { status: 499, headers: SAFE });
    if (error instanceof BodyError) return refusal(request, error.status, error.message);
    if (!(error instanceof UsageError)) throw error;
    return refusal(request, 422, visible(error.message).replace(/(^|\s)--(?=\w)/g, "$1"));
  }
}

async function tagOf(text: string): Promise<string> {
  return `"${(await sha256Hex(new TextEncoder().encode(text))).slice(0, 32)}"`;
}

function isKnown(request: Request, etag: string): boolean {
  const known = request.headers.get("if-none-match");
  return known === "*" || (known?.includes(etag) ?? false);
}

function busy(request: Request): Response {
  return refusal(request, 503, "too many pictures are being made: ask again soon", {
    "retry-after": "2",
  });
}

/** An answer that says why a request is refused: as JSON where the request accepts it. */
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

/** For `deno serve`, which is told the address to listen at. */
export default { fetch: handle };
