/** Codes that a command ends with; their words stand in src/strings/commands.*.json. 75 is EX_TEMPFAIL of sysexits.h. */
export const exitCodes = { done: 0, stopped: 1, misused: 2, busy: 75 } as const;
