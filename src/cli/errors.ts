/** The call or the data is wrong: exit status 2. Its message is one line that says how to mend it. */
export class UsageError extends Error {}

/** It could not be done, though the call is right: exit status 1. */
export class SystemError extends Error {}
