/** What an element says about one thing: in attributes of its own, and in animations of them. */
export interface Facet {
  readonly attributes: string;
  readonly animations: string;
}

/** An element to be written. Facets that say the same are the same object. */
export interface Shape {
  readonly tag: string;
  /** What no other element can say for it. */
  readonly own: string;
  /** What a group around it can say as well. */
  readonly facets: readonly Facet[];
  readonly content: string;
}

/** What a group costs, in characters. */
const COST = "<g></g>".length;

/**
 * Writes elements one after another. What neighbours say alike, a group around them says once: that
 * is shorter, and one animation instead of many.
 */
export function grouped(shapes: readonly Shape[]): string {
  let text = "";
  for (let i = 0; i < shapes.length;) {
    const [facet, end] = longestShared(shapes, i);
    const run = shapes.slice(i, end);
    const shared = run[0].facets.filter((other) =>
      other === facet || run.every(({ facets }) => facets.includes(other))
    );
    if (!facet || (run.length - 1) * shared.reduce((sum, f) => sum + lengthOf(f), 0) <= COST) {
      text += element(shapes[i].tag, shapes[i].own, shapes[i].facets, shapes[i].content);
      i++;
      continue;
    }
    const inner = run.map((shape) => ({
      ...shape,
      facets: shape.facets.filter((facet) => !shared.includes(facet)),
    }));
    text += element("g", "", shared, grouped(inner));
    i = end;
  }
  return text;
}

/** The facet that saves most when said for the neighbours from `start` on, and where they end. */
function longestShared(shapes: readonly Shape[], start: number): [Facet | undefined, number] {
  let best: [Facet | undefined, number] = [undefined, start + 1];
  let most = 0;
  for (const facet of shapes[start].facets) {
    let end = start + 1;
    while (end < shapes.length && shapes[end].facets.includes(facet)) end++;
    const saved = (end - start - 1) * lengthOf(facet);
    if (saved > most) [best, most] = [[facet, end], saved];
  }
  return best;
}

function lengthOf({ attributes, animations }: Facet): number {
  return attributes.length + animations.length;
}

function element(tag: string, own: string, facets: readonly Facet[], content: string): string {
  const start = `<${tag}${own}${facets.map(({ attributes }) => attributes).join("")}`;
  const inside = facets.map(({ animations }) => animations).join("") + content;
  return inside ? `${start}>${inside}</${tag}>` : `${start}/>`;
}

/** Elements that stand still, one after another. */
const RUN = /(?:<(?:path|use)\b[^>]*\/>){3,}/g;
/** As many elements as are looked at as one. */
const START = /^(?:<[^>]*>){3}/;

/**
 * Writes the elements that many runs of elements begin with only once: the discs of a centroid.
 *
 * @param texts Elements as text.
 * @param define Puts elements where they can be used from, and gives what uses them.
 * @returns The texts, with what comes again used.
 */
export function withoutRepeats(
  texts: readonly string[],
  define: (content: string) => string,
): string[] {
  const counts = new Map<string, number>();
  for (const [run] of texts.join("").matchAll(RUN)) {
    const [start] = START.exec(run)!;
    counts.set(start, (counts.get(start) ?? 0) + 1);
  }
  let results = [...texts];
  for (const [start, count] of counts) {
    if (count < 3) continue;
    const use = define(start);
    results = results.map((text) => text.replaceAll(start, use));
  }
  return results;
}
