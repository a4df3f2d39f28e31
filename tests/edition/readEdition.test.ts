import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { appealsFile } from "../../src/edition/editionFiles.ts";
import { readAppeals, type AppealShare } from "../../src/edition/readEdition.ts";

const folder = mkdtempSync(join(tmpdir(), "edition-"));
const ids = Array.from({ length: 4500 }, (_, at) => `a${at}`);
writeFileSync(join(folder, appealsFile), ids.map((id) => `${JSON.stringify({ id })}\n`).join(""));

async function idsOf(share?: AppealShare): Promise<string[]> {
  const found: string[] = [];
  for await (const group of readAppeals(folder, share)) found.push(...group.map(({ id }) => id));
  return found;
}

test("appeals are read in their order, and each stands in exactly one of the shares", async () => {
  try {
    expect(await idsOf()).toEqual(ids);
    const shares = [await idsOf({ number: 0, of: 2 }), await idsOf({ number: 1, of: 2 })];
    expect(shares.map((share) => share.length)).toEqual([2500, 2000]);
    expect(shares.flat().sort()).toEqual([...ids].sort());
    expect(await idsOf({ number: 3, of: 4 })).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
