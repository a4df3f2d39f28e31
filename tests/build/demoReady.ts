import { existsSync, readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { inject } from "vitest";

// Before each file of tests that looks at the demonstration portal: waits until it is built.
const outcome = inject("demoOutcome");
while (!existsSync(outcome)) await setTimeout(200);
const failure = readFileSync(outcome, "utf8");
if (failure !== "") throw new Error(failure);
