import { describe, expect, test } from "vitest";
import type { Options } from "../../scripts/commands/command.ts";
import { readArguments } from "../../scripts/commands/readArguments.ts";

const options = {
  data: { kind: "text", value: "DIR", usual: "data" },
  key: { kind: "text", value: "FILE" },
  port: { kind: "number", value: "N", least: 0, most: 99, isWhole: true, usual: 7 },
  once: { kind: "flag" },
} as const satisfies Options;
const read = (...given: string[]) => readArguments({ options, operands: { value: "FILE", least: 0, most: 1 } }, given);

test("what is not given has its usual value, and a flag is off", () => {
  expect(read()).toEqual({
    values: { help: false, quiet: false, data: "data", key: undefined, port: 7, once: false },
    operands: [],
  });
});

test("values come behind a space or an equals sign, operands anywhere, and everything behind -- is an operand", () => {
  expect(read("--data=my", "a.csv", "--port", "12", "--once")).toMatchObject({
    values: { data: "my", port: 12, once: true },
    operands: ["a.csv"],
  });
  expect(read("--", "--data")).toMatchObject({ operands: ["--data"] });
});

describe("what cannot be meant is a fault", () => {
  test.each([
    [["--dat", "my"], { fault: "option-unknown-near", names: { option: "--dat", near: "--data" } }],
    [["--prot", "1"], { fault: "option-unknown-near", names: { option: "--prot", near: "--port" } }],
    [["--nonsense"], { fault: "option-unknown", names: { option: "--nonsense" } }],
    [["-d"], { fault: "option-unknown", names: { option: "-d" } }],
    [["--constructor"], { fault: "option-unknown", names: { option: "--constructor" } }],
    [["--data"], { fault: "value-missing", names: { option: "--data", value: "DIR" } }],
    [["--data", "--once"], { fault: "value-missing", names: { option: "--data", value: "DIR" } }],
    [["--data="], { fault: "value-missing", names: { option: "--data", value: "DIR" } }],
    [["--once=yes"], { fault: "value-unwanted", names: { option: "--once" } }],
    [["--port", "100"], { fault: "value-wrong", names: { option: "--port", range: "0–99" } }],
    [["--port", "1.5"], { fault: "value-wrong", names: { option: "--port", range: "0–99" } }],
    [["--port", "-3"], { fault: "value-wrong", names: { option: "--port", range: "0–99" } }],
    [["--port", "--once"], { fault: "value-missing", names: { option: "--port", value: "N" } }],
    [["--data", "-3"], { fault: "value-missing", names: { option: "--data", value: "DIR" } }],
    [["--port", "12x"], { fault: "value-wrong", names: { option: "--port", range: "0–99" } }],
    [["--data", "a", "--data", "b"], { fault: "option-twice", names: { option: "--data" } }],
    [["a", "b"], { fault: "operand-unwanted", names: { operand: "b" } }],
  ])("%j", (given, fault) => {
    expect(read(...given)).toEqual(fault);
  });

  test("also where a file has to be named and none is, unless help is asked for", () => {
    const needy = { options, operands: { value: "FILE", least: 1, most: Infinity } };
    expect(readArguments(needy, [])).toEqual({ fault: "operand-missing", names: { operand: "FILE" } });
    expect(readArguments(needy, ["--help"])).toMatchObject({ values: { help: true } });
  });
});
