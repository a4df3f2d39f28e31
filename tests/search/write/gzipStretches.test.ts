import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { gzipStretches } from "../../../src/search/write/gzipStretches.ts";

test("any stretches are one gzip file of them, one behind the other", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 6 }), async (stretches) => {
      const packed = gzipStretches(stretches);
      expect(gunzipSync(packed)).toEqual(Buffer.concat(stretches));
      const unpacked = new Blob([Uint8Array.from(packed)]).stream().pipeThrough(new DecompressionStream("gzip"));
      expect(Buffer.from(await new Response(unpacked).arrayBuffer())).toEqual(Buffer.concat(stretches));
    }),
  );
});

test("columns that are unlike each other weigh less than packed together", () => {
  let state = 7;
  const roll = (below: number): number =>
    Math.floor(((state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32) * below);
  const columns = [174, 3, 1, 25].map((values) =>
    Uint8Array.from({ length: 20_000 }, () => Math.min(roll(values), roll(values))),
  );
  const together = gzipSync(Buffer.concat(columns), { level: 9 }).length;
  expect(gzipStretches(columns).length).toBeLessThan(together * 0.95);
});
