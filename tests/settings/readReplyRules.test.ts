import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { BuildStop } from "../../src/model/buildStop.ts";
import { replyMarks } from "../../src/model/replyMarks.ts";
import { readReplyRules } from "../../src/settings/readReplyRules.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "otklik-replies-"));
  await mkdir(join(folder, "vocabulary/replies"), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const put = (name: string, text: string) => writeFile(join(folder, "vocabulary/replies", name), text);
const stop = async () => {
  const error: unknown = await readReplyRules(folder).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(BuildStop);
  return error as BuildStop;
};

describe("The rules by which marks are found", () => {
  test("are there for every mark in the portal's own data", async () => {
    const rules = await readReplyRules(resolve(import.meta.dirname, "../../data"));
    expect(Object.keys(rules.marks).sort()).toEqual([...replyMarks].sort());
  });

  test("are the built-in ones where a portal has no folder of them, and only its own where it has one", async () => {
    expect(await readReplyRules(join(folder, "elsewhere"))).toEqual(
      await readReplyRules(resolve(import.meta.dirname, "../../data")),
    );
    await put("bare.yaml", "rules:\n  - say: [выполнено]\n");
    expect(Object.keys((await readReplyRules(folder)).marks)).toEqual(["bare"]);
  });

  test("are refused with file, line and column for a phrase that is none, a list that is not there, an unknown key", async () => {
    await put("lists.yaml", "кто: { words: [мастер] }\n");
    await put(
      "deed.yaml",
      'rules:\n  - say:\n      - <кто> убрал\n      - <кого> убрал\n      - "убр.*"\n      - … убрал\n    sey: []\n',
    );
    const { code, places } = await stop();
    expect(code).toBe("SETTINGS_INVALID");
    const file = "vocabulary/replies/deed.yaml";
    expect(places).toEqual(
      expect.arrayContaining([
        { file, line: 4, column: 9 },
        { file, line: 5, column: 9 },
        { file, line: 6, column: 9 },
        { file, line: 7, column: 5 },
      ]),
    );
    expect(places).toHaveLength(4);
  });

  test("are refused in a file that no mark has the name of", async () => {
    await put("deeds.yaml", "rules: []\n");
    expect((await stop()).places).toEqual([{ file: "vocabulary/replies/deeds.yaml" }]);
  });
});
