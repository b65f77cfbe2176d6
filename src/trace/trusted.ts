/** Traces that need not be looked through: Lloyd has made or checked them. */
const known = new WeakSet<object>();

/** Remembers that a trace is one; gives it back. */
export function trusted<T extends object>(trace: T): T {
  known.add(trace);
  return trace;
}

/** Whether a trace is known to be one. */
export function isTrusted(trace: object): boolean {
  return known.has(trace);
}
