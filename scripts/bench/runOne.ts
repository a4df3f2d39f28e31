import { join } from "node:path";
import { environmentLanguage, runCommand } from "../commands/runCommand.ts";

// node scripts/bench/runOne.ts NAME [SIZES AND OPTIONS]: one benchmark in a process of its own, as the command starts it.
const [program = "", , name = "", ...handed] = process.argv;
const script = join(import.meta.dirname, `${name}.ts`);
process.argv = [program, script, ...handed];

await runCommand(environmentLanguage(process.env), async () => {
  await import(script);
});
