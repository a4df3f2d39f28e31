import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { command } from "./command.ts";

const folder = join(import.meta.dirname, "../bench");
const benchmarks = [
  "build",
  "downloads",
  "figures",
  "intake",
  "marks",
  "measures",
  "press",
  "privacy",
  "replies",
  "rising",
  "search",
];
/** The benchmarks among what is named: numbers are sizes. */
const namesIn = (given: readonly string[]): string[] => given.filter((word) => !/^\d+$/.test(word));

/** Measures speed and quality; each benchmark in a process of its own, so that memory is its own too. */
export const bench = command({
  name: "bench",
  options: {
    queries: { kind: "number", value: "N", least: 1, isWhole: true },
    browser: { kind: "number", value: "N", least: 0, isWhole: true },
    folder: { kind: "text", value: "DIR" },
    "one-language": { kind: "flag" },
    pages: { kind: "text", value: "each|bundled" },
  },
  operands: { value: "NAME", least: 0, most: Infinity },
  examples: ["privacy", "search 7500 100000 --queries 200"],
  portalOf: () => null,
  faultOf: (_, given) => {
    const unknown = namesIn(given).find((name) => !benchmarks.includes(name));
    return unknown === undefined
      ? null
      : { fault: "benchmark-unknown", names: { name: unknown, known: benchmarks.join(", ") } };
  },
  run: async (values, given) => {
    const wanted = namesIn(given);
    // Sizes and options are those of one benchmark.
    const options = Object.entries(values).flatMap(([name, value]) =>
      name in bench.options && value !== undefined && value !== false
        ? [`--${name}`, ...(value === true ? [] : [String(value)])]
        : [],
    );
    const handed = wanted.length === 1 ? [...given.filter((word) => /^\d+$/.test(word)), ...options] : [];
    for (const name of wanted.length > 0 ? wanted : benchmarks) {
      const { status } = spawnSync(process.execPath, [join(folder, "runOne.ts"), name, ...handed], {
        stdio: "inherit",
      });
      if (status !== 0) process.exitCode = 1;
    }
  },
});
