/** Writes spec/README.md, the specification as a document, from the clauses that the tests name. */
import { specification } from "../spec/document.ts";

await Deno.writeTextFile(new URL("../spec/README.md", import.meta.url), await specification());
