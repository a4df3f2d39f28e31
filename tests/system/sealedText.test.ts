import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { openSealedText, sealedText } from "../../src/system/sealedText.ts";

const sealOf =
  (key: string) =>
  (content: string): string =>
    createHmac("sha256", key).update(content).digest("hex");

test("a sealed text is read as it was written, by whoever has its key", () => {
  for (const content of ["", "one line", "first\nsecond\n", "\n"]) {
    const written = sealedText(content, sealOf("key"));
    expect(openSealedText(written, sealOf("key"))).toBe(content);
    expect(openSealedText(written, sealOf("another"))).toBeNull();
  }
});

test("one that was cut, changed or never sealed is none", () => {
  const written = sealedText("first\nsecond", sealOf("key"));
  for (const other of ["", "first\nsecond", written.slice(0, -1), `${written} `, written.slice(1), `\n${written}`])
    expect(openSealedText(other, sealOf("key"))).toBeNull();
});
