/** Whether bytes begin with the characters of a text, none of which is above 255. */
export function beginsWith(bytes: Uint8Array, text: string): boolean {
  return [...text].every((character, i) => bytes[i] === character.charCodeAt(0));
}
