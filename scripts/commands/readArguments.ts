import { parseArgs } from "node:util";
import type { ArgumentFault } from "./argumentFault.ts";
import type { Command, Options, Values } from "./command.ts";
import { nearestWord } from "./nearestWord.ts";

export interface Arguments {
  values: Values<Options>;
  operands: readonly string[];
}

/** Options that every command has. */
export const commonOptions = { help: { kind: "flag" }, quiet: { kind: "flag" } } as const satisfies Options;

/** Of what a number may be, in words of mathematics: they are the same in every language. */
function numberOf(
  text: string,
  { least, most = Infinity, isWhole = false }: { least: number; most?: number; isWhole?: boolean },
): number | null {
  const number = /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : NaN;
  return number >= least && number <= most && (!isWhole || Number.isInteger(number)) ? number : null;
}

const range = ({ least, most }: { least: number; most?: number }): string =>
  most === undefined ? `≥ ${least}` : `${least}–${most}`;

/**
 * Reads what stands behind a command's name.
 *
 * @returns what is wrong with it where it cannot be read
 */
export function readArguments(
  { options, operands }: Pick<Command, "options" | "operands">,
  given: readonly string[],
): Arguments | ArgumentFault {
  const known: Options = { ...commonOptions, ...options };
  const { tokens } = parseArgs({
    args: [...given],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: Object.fromEntries(
      Object.entries(known).map(([name, { kind }]) => [
        name,
        { type: kind === "flag" ? ("boolean" as const) : ("string" as const) },
      ]),
    ),
  });
  const values: Record<string, string | number | boolean | undefined> = {};
  for (const [name, spec] of Object.entries(known)) values[name] = spec.kind === "flag" ? false : spec.usual;
  const seen = new Set<string>();
  const found: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") found.push(token.value);
    if (token.kind !== "option") continue;
    const option = token.rawName;
    const spec = token.name.length > 1 && Object.hasOwn(known, token.name) ? known[token.name] : undefined;
    if (spec === undefined) {
      const near = nearestWord(token.name, Object.keys(known));
      return near === null
        ? { fault: "option-unknown", names: { option } }
        : { fault: "option-unknown-near", names: { option, near: `--${near}` } };
    }
    if (seen.has(token.name)) return { fault: "option-twice", names: { option } };
    seen.add(token.name);
    if (spec.kind === "flag") {
      if (token.value !== undefined) return { fault: "value-unwanted", names: { option } };
      values[token.name] = true;
      continue;
    }
    // "--data --out site" forgot the folder: what looks like an option is none's value; a number below zero is one.
    const looksLikeOption =
      token.value?.startsWith("-") && !(spec.kind === "number" && /^-\d/.test(token.value)) && !token.inlineValue;
    if (token.value === undefined || token.value === "" || looksLikeOption)
      return { fault: "value-missing", names: { option, value: spec.value } };
    const value = spec.kind === "number" ? numberOf(token.value, spec) : token.value;
    if (value === null)
      return { fault: "value-wrong", names: { option, range: spec.kind === "number" ? range(spec) : "" } };
    values[token.name] = value;
  }
  if (values["help"] !== true) {
    if (found.length < (operands?.least ?? 0))
      return { fault: "operand-missing", names: { operand: operands?.value ?? "" } };
    if (found.length > (operands?.most ?? 0))
      return { fault: "operand-unwanted", names: { operand: found[operands?.most ?? 0] ?? "" } };
  }
  return { values: values, operands: found };
}
