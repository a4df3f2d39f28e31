/** What is wrong with the arguments of a command: a key of src/strings/commands.*.json, and what it names. */
export interface ArgumentFault {
  fault:
    | "option-unknown"
    | "option-unknown-near"
    | "option-missing"
    | "option-twice"
    | "value-missing"
    | "value-unwanted"
    | "value-wrong"
    | "operand-missing"
    | "operand-unwanted"
    | "benchmark-unknown";
  names: Record<string, string>;
}
