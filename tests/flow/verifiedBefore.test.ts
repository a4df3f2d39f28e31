import { link, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openVerifiedBefore } from "../../src/flow/verifiedBefore.ts";
import { checksumsFile, checksumsText, sha256 } from "../../src/publish/release/checksums.ts";

const key = "0123456789abcdef0123456789abcdef";

/** A site that passed the check, and the next one, which has its page in common with it. */
async function twoSites() {
  const folder = await mkdtemp(join(tmpdir(), "otklik-verified-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const [live, next, mark] = ["live", "next", "cache/verified"].map((name) => join(folder, name));
  await mkdir(live!);
  await mkdir(next!);
  await writeFile(join(live!, "page.html"), "<p>Яма засыпана");
  await link(join(live!, "page.html"), join(next!, "page.html"));
  const sums = checksumsText(new Map([["page.html", sha256("<p>Яма засыпана")]]));
  await writeFile(join(live!, checksumsFile), sums);
  const open = (changes: { code?: string; settings?: string; key?: string | null } = {}) =>
    openVerifiedBefore(
      mark!,
      live!,
      next!,
      changes.code ?? "code",
      changes.settings ?? "settings",
      changes.key === undefined ? key : changes.key,
    );
  await (await open()).keep(sums);
  const passed = async (changes: Parameters<typeof open>[0] = {}) => [
    ...(await open(changes)).passed(["page.html"]).keys(),
  ];
  return { live: live!, mark: mark!, passed, sums };
}

test("a page that was looked through under the same code and settings is not looked through again", async () => {
  const { passed } = await twoSites();
  expect(await passed()).toEqual(["page.html"]);
  expect(await passed({ code: "other" })).toEqual([]);
  expect(await passed({ settings: "other" })).toEqual([]);
});

test("a page that was changed where it lies is, and so is one whose checksum was changed with it", async () => {
  const { live, passed } = await twoSites();
  await writeFile(join(live, "page.html"), "<p>Звоните 8 912 345-67-89");
  expect(await passed()).toEqual([]);
  await writeFile(
    join(live, checksumsFile),
    checksumsText(new Map([["page.html", sha256("<p>Звоните 8 912 345-67-89")]])),
  );
  expect(await passed()).toEqual([]);
});

test("who does not know the key of the portal cannot say that a site was looked through", async () => {
  const { mark, passed } = await twoSites();
  expect(await passed({ key: "f".repeat(32) })).toEqual([]);
  expect(await passed({ key: null })).toEqual([]);
  await writeFile(
    mark,
    (await readFile(mark, "utf8")).replace(/^./u, (figure) => (figure === "0" ? "1" : "0")),
  );
  expect(await passed()).toEqual([]);
});
