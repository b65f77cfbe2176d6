/** The most bytes that are made one text: engines hold at most 2^29 - 24 characters in one. */
export const LONGEST_TEXT = 2 ** 29 - 2 ** 20;
