import { describe, expect, test } from "vitest";
import { createDetectionContext, detect } from "../../src/privacy/detect.ts";
import { isDevsetPresent, readDevset, scoreWords } from "./factRuEval.ts";

const score = (mode: "default" | "strict") => {
  const context = createDetectionContext({ mode, classes: new Set(["name"]) });
  return scoreWords(readDevset(), (text) => detect(text, context));
};

// The set lies beside the project (../shared/data); where it is absent the tests are shown as skipped.
describe.skipIf(!isDevsetPresent())("Words of people's names in the news of factRuEval-2016", () => {
  test("are found with precision .97 and recall .90", () => {
    const { precision, recall } = score("default");
    expect(precision).toBeGreaterThanOrEqual(0.97);
    expect(recall).toBeGreaterThanOrEqual(0.9);
  });

  test("are found with recall .95 in strict mode", () => {
    expect(score("strict").recall).toBeGreaterThanOrEqual(0.95);
  });
});
