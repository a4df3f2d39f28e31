import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { openCleanedTexts } from "../../src/flow/cleanedTexts.ts";
import { openTextReader } from "../../src/flow/textReader.ts";
import { BuildStop } from "../../src/model/buildStop.ts";
import type { CleaningRules } from "../../src/privacy/cleaningRules.ts";
import { createDetectionContext, detect } from "../../src/privacy/detect.ts";
import { lastLook } from "../../src/privacy/lastLook.ts";
import { ReadTexts } from "../../src/privacy/readTexts.ts";
import { renderStop } from "../../src/report/renderStop.ts";

const rules: CleaningRules = {
  language: "ru",
  doubtful: "mask",
  names: "default",
  addresses: "house",
  replySignatures: "mask",
  allow: {},
  placeNames: [],
  key: "reading",
  decisions: {},
  turn: 0,
};
const canary = "Позвоните 8 912 345-67-89";
const thread = new URL("./throwingWorker.ts", import.meta.url);

class BrokenDetector extends Error {
  override name = canary;
}
const broken = () => {
  throw new BrokenDetector(canary);
};
const brokenContext = createDetectionContext({ dictionary: { ...createDetectionContext().dictionary, read: broken } });

async function stopOf(run: () => unknown): Promise<BuildStop> {
  try {
    await run();
  } catch (error) {
    expect(error).toBeInstanceOf(BuildStop);
    return error as BuildStop;
  }
  throw new Error("nothing was thrown");
}

async function stopOfReader(threads: number, changes: Partial<CleaningRules> = {}): Promise<BuildStop> {
  const under = { ...rules, ...changes };
  const reader = openTextReader(under, await openCleanedTexts(null, under), threads, { here: () => broken, thread });
  const texts = Array.from({ length: threads > 1 ? 500 : 1 }, (_, number) => ({
    text: `${canary} № ${number}`,
    field: "text" as const,
  }));
  const stop = await stopOf(() => reader.read(texts));
  await reader.close();
  return stop;
}

/** All that can be seen of a stop: its fields, its stack, what caused it, and what is printed. */
const seen = (stop: BuildStop) =>
  `${inspect(stop, { depth: 9, showHidden: true })} ${renderStop(stop, "ru")} ${renderStop(stop, "en")}`;

describe("a detector that throws stops the build and tells nothing of the text", () => {
  test.each([
    ["where texts are read in this thread", () => stopOfReader(1), "BrokenDetector"],
    ["where texts are read in another thread", () => stopOfReader(2), "BrokenDetector"],
    ["where another thread fails as it starts", () => stopOfReader(2, { key: "starting" }), "Error"],
    ["where another thread ends without an answer", () => stopOfReader(2, { key: "ending" }), "Error"],
    ["where the detectors are asked", () => stopOf(() => detect(canary, brokenContext)), "BrokenDetector"],
    [
      "at the last look",
      () => stopOf(() => lastLook(brokenContext, [], new ReadTexts())(canary, false)),
      "BrokenDetector",
    ],
    [
      "at the last look at markup",
      () => stopOf(() => lastLook(brokenContext, [], new ReadTexts())(`<p>${canary}`, true)),
      "BrokenDetector",
    ],
  ])("%s", async (_where, fail, error) => {
    const stop = await fail();
    expect(stop).toMatchObject({ code: "DETECTOR_FAILED", places: [], details: { error } });
    expect(seen(stop)).toContain(error);
    expect(seen(stop)).not.toContain("912");
    expect(seen(stop)).not.toContain("Позвоните");
  });

  test("where another thread ended while nobody waited for it", async () => {
    const reader = openTextReader({ ...rules, key: "leaving" }, await openCleanedTexts(null, rules), 2, {
      here: () => broken,
      thread,
    });
    const read = () =>
      reader.read(
        Array.from({ length: 500 }, (_, number) => ({ text: `${canary} № ${number}`, field: "text" as const })),
      );
    await read().catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await stopOf(() => reader.read([{ text: canary, field: "text" }]))).toMatchObject({
      code: "DETECTOR_FAILED",
    });
    await reader.close();
  });

  test("where the cleaner itself fails at what no detector is asked", async () => {
    const reader = openTextReader(
      { ...rules, doubtful: "review", key: 79123456789 as unknown as string },
      await openCleanedTexts(null, rules),
      1,
    );
    const stop = await stopOf(() => reader.read([{ text: "Автомобиль Кречетникова стоит на газоне", field: "text" }]));
    expect(stop).toMatchObject({ code: "DETECTOR_FAILED", details: { error: "TypeError" } });
    expect(seen(stop)).not.toContain("912");
  });
});
