/** The version of Lloyd, the same as in deno.json. */
export const VERSION = "0.1.0";
