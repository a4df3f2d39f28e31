import type { Appeal } from "./appeal.ts";
import type { State } from "./state.ts";

/** How one system writes its export. */
export interface ExportFormat {
  file: string;
  encoding: "utf8" | "windows-1251";
  byteOrderMark: boolean;
  delimiter: string;
  header: readonly string[];
  /** The cells of an appeal in the state it has on the day of the export. */
  row(appeal: Appeal, state: State): string[];
}
