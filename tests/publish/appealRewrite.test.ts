import { expect, test } from "vitest";
import { appealAddress } from "../../src/model/appealBundle.ts";
import { keyedIds } from "../../src/privacy/publicId.ts";
import { appealRewrite } from "../../src/publish/appealRewrite.ts";

/** Where a map of nginx leads from an address, by its first pattern that fits; null: nowhere. */
function led(rules: string, path: string): string | null {
  for (const [, pattern, target] of rules.matchAll(/^"~([^"]+)" "([^"]+)";$/gm)) {
    const found = new RegExp(pattern!).exec(path);
    if (found)
      return target!.replace(/\$\{(\w+)\}|\$(\w+)/g, (_, one: string, other: string) => found.groups![one ?? other]!);
  }
  return null;
}

test.each([1, 2, 31, 62, 961, 1922, 29_791])("of %i bundles a server finds the one that pages link to", (bundles) => {
  const ids = [10, 13].flatMap((letters) => {
    const idOf = keyedIds("00112233445566778899aabbccddeeff", letters);
    return Array.from({ length: 60 }, (_, at) => idOf("register", `Р-${at}`));
  });
  for (const [address, base] of [
    ["https://otklik.example/", ""],
    ["https://otklik.example/portal", "/portal"],
  ] as const) {
    const rules = appealRewrite(address, bundles);
    for (const id of ids) {
      expect(led(rules, `${base}/appeals/${id}/`)).toBe(base + appealAddress(id, bundles));
      expect(led(rules, `${base}/appeals/${id}`)).toBe(base + appealAddress(id, bundles));
    }
    for (const other of ["2026-10/", "2026-10/2/", "by/agency/gzhi/", "in/ab.html", "page/", "", "abc/"])
      expect(led(rules, `${base}/appeals/${other}`), other).toBeNull();
    expect(led(rules, `/elsewhere/appeals/${ids[0]!}/`)).toBeNull();
  }
});
