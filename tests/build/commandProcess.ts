import { writeSync } from "node:fs";
import { main } from "../../scripts/commands/main.ts";
import type { Asked } from "./oneProcess.ts";
import type { Outcome } from "./runScript.ts";

// A process that runs commands one after the other, as its parent (oneProcess.ts) asks for them, and tells what each said and
// with which code it would have ended.

/** Keeps what is written to a stream of this process. @returns gives it, and lets the stream be */
function keepWritten(stream: NodeJS.WriteStream): () => string {
  const write = stream.write.bind(stream);
  let written = "";
  stream.write = (text: string | Uint8Array, ...rest: unknown[]): boolean => {
    written += typeof text === "string" ? text : Buffer.from(text).toString();
    const done = rest.at(-1);
    if (typeof done === "function") (done as () => void)();
    return true;
  };
  return () => {
    stream.write = write;
    return written;
  };
}

// A command that ends the process before it is through: what it said goes to the parent's ear for accidents.
process.on("exit", () => writeSync(2, untold()));

process.on("message", (asked: Asked) => {
  void run(asked);
});
process.on("disconnect", () => process.exit());

let untold = (): string => "";

async function run({ given, environment }: Asked): Promise<void> {
  const before = Object.keys(environment).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, environment);
  const [stdout, stderr] = [keepWritten(process.stdout), keepWritten(process.stderr)];
  untold = stderr;
  await main(given);
  const outcome: Outcome = { code: Number(process.exitCode ?? 0), stdout: stdout(), stderr: stderr() };
  untold = () => "";
  process.exitCode = undefined;
  for (const [name, value] of before) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  process.removeAllListeners("uncaughtException");
  process.send!(outcome);
}
