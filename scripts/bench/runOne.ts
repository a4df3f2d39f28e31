import { join } from "node:path";
import { runCommand } from "../flow/runCommand.ts";

// node scripts/bench/runOne.ts NAME [SIZES AND OPTIONS]: one benchmark in a process of its own, as bench.ts starts it.
const [program = "", , name = "", ...handed] = process.argv;
const script = join(import.meta.dirname, `${name}.ts`);
process.argv = [program, script, ...handed];

await runCommand("data", async () => {
  await import(script);
});
