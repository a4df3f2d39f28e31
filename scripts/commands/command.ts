import type { ArgumentFault } from "./argumentFault.ts";
import type { EstimatedProgress } from "../../src/flow/progress.ts";
import type { InputReport } from "../../src/report/renderReport.ts";
import type { ReportWords } from "../../src/words/reportStrings.ts";

/** How an option is given: a flag stands alone, the others take a value. */
export type OptionSpec =
  | { kind: "flag" }
  /** @property value what stands for the value in the help: DIR, FILE; @property usual where it is not given */
  | { kind: "text"; value: string; usual?: string }
  | { kind: "number"; value: string; least: number; most?: number; isWhole?: boolean; usual?: number };

type ValueOf<Spec extends OptionSpec> = Spec extends { kind: "flag" }
  ? boolean
  : Spec extends { kind: "text"; usual: string }
    ? string
    : Spec extends { kind: "text" }
      ? string | undefined
      : Spec extends { kind: "number"; usual: number }
        ? number
        : number | undefined;

export type Options = Readonly<Record<string, OptionSpec>>;
export type Values<Given extends Options> = { readonly [Name in keyof Given]: ValueOf<Given[Name]> };

/** What a command tells the person who runs it, in the portal's language. */
export interface Told {
  report: (report: Pick<InputReport, "files" | "findings">) => void;
  progress: EstimatedProgress;
  words: ReportWords;
  language: "ru" | "en";
}

/** What stands behind the options: files, places. */
interface Operands {
  value: string;
  least: number;
  most: number;
}

/**
 * A command, declared once: its help, its documentation (docs/commands.md) and the reading of its arguments are made of
 * this. Its words stand in src/strings/commands.*.json, by its name and those of its options.
 */
export interface Command<Given extends Options = Options> {
  name: string;
  options: Given;
  operands?: Operands;
  /** What is written behind `otklik NAME` in an example. */
  examples: readonly string[];
  /** Folder of the portal whose language the command speaks; null where it knows of none. */
  portalOf: (values: Values<Given>) => string | null;
  /** What arguments lack together that are each well formed; left out: nothing. */
  faultOf?: (values: Values<Given>, operands: readonly string[]) => ArgumentFault | null;
  run: (values: Values<Given>, operands: readonly string[], told: Told) => Promise<void>;
}

/** Keeps the types of the options for `run`. */
export function command<const Given extends Options>(declared: Command<Given>): Command {
  return declared as unknown as Command;
}
