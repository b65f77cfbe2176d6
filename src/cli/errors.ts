/** The call or the data is wrong: exit status 2. The message is one line and says how to put it right. */
export class UsageError extends Error {}

/** The call is right, but it could not be done: exit status 1. */
export class SystemError extends Error {}
