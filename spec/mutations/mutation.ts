/**
 * A mistake of one line that people make, and the test that must find it: the file, the text in it
 * that is replaced, what replaces it, and the tests, from spec/ on. The text must occur once.
 */
export type Mutation = readonly [file: string, from: string, to: string, tests: string];
