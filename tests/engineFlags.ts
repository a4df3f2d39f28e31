/**
 * How Node runs tests, and the commands that they start: every pattern is compiled when it is first used, since the detectors'
 * are all used again. Otherwise each text is first read by an interpreter of patterns, and each pattern compiled twice.
 */
export const engineFlags = ["--no-regexp-tier-up"];

/** For a process that runs one small command after the other: what is optimized there has ended before that has paid. */
export const shortRunFlags = [...engineFlags, "--max-opt=2"];
