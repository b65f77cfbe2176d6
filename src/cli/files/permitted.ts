/** Whether the sandbox allows something already; nobody is asked. */
export async function isPermitted(name: "read" | "write", path: string): Promise<boolean> {
  return (await Deno.permissions.query({ name, path })).state === "granted";
}
