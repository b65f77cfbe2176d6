/** Writes spec/README.md, the specification as a document, from the clauses that the tests name. */
import { specification } from "./document.ts";

await Deno.writeTextFile(new URL("README.md", import.meta.url), await specification());
