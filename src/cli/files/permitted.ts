/** Whether the sandbox already allows something, without asking the user. */
export async function isPermitted(name: "read" | "write", path: string): Promise<boolean> {
  return (await Deno.permissions.query({ name, path })).state === "granted";
}
