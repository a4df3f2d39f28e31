import type { fileErrors } from "../model/finding.ts";

/** Thrown inside the intake where a file turns out to be unusable; readExports makes a finding of it. */
export class FileFault extends Error {
  readonly code: keyof typeof fileErrors;
  readonly line: number | undefined;
  readonly column: string | undefined;
  /** Number of the record, where it is none of lines. */
  readonly record: number | undefined;

  constructor(code: keyof typeof fileErrors, line?: number, column?: string, record?: number) {
    super(code);
    this.name = "FileFault";
    this.code = code;
    this.line = line;
    this.column = column;
    this.record = record;
  }
}
