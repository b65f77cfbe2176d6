/** How a run ended, in words. */
export function ending(iterations: number, converged: boolean): string {
  const count = `${iterations} iteration${iterations === 1 ? "" : "s"}`;
  return converged ? `converged after ${count}` : `stopped after ${count}`;
}
