/** Whether an address to listen at can be reached from this machine alone. */
export function isLoopback(address: string): boolean {
  return /^(127\.|::1$|localhost$)/.test(address);
}

/**
 * Whether a `Host` header names this machine. A page of another site can have its name lead here
 * (DNS rebinding) and so read what is meant for this machine alone, but its requests keep that name.
 */
export function isLoopbackHost(host: string | null): boolean {
  return /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])(:\d+)?$/i.test(host ?? "");
}
