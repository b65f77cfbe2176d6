/** Whether the sandbox already allows something, without asking the user. */
export function isPermitted(name: "read" | "write", path: string): boolean {
  return Deno.permissions.querySync({ name, path }).state === "granted";
}
