import { join } from "node:path";
import { expect, test } from "vitest";
import { folderDestination, releaseDestination } from "../../src/flow/destination.ts";
import { requireNoEmbargo } from "../../src/flow/embargo.ts";
import { portalFolder, settings } from "./portal.ts";

const source = "title: Письма\nfiles: ['*.csv']\nchannel: letter\ncolumns: { received: received }\n";
const embargo = "embargo: { edition: 2026-10-31, until: 2026-11-05, seenEarly: [Пресс-служба] }\n";

const folderOf = (more: string) =>
  portalFolder(
    source,
    { "2026-09-30/a.csv": "received\n", "2026-10-31/a.csv": "received\n" },
    { "portal.yaml": settings + more },
  );
const at = (moment: string) => Date.parse(moment);

test("an edition under embargo is not published before its day begins in the portal's zone", async () => {
  const folder = await folderOf(embargo);
  await expect(requireNoEmbargo(folder, at("2026-11-04T20:59:59Z"))).rejects.toMatchObject({
    code: "EMBARGOED",
    details: { edition: "2026-10-31", until: "2026-11-05" },
  });
  // Midnight in Moscow.
  await expect(requireNoEmbargo(folder, at("2026-11-04T21:00:00Z"))).resolves.toBeUndefined();
});

test("the embargo of another edition, and none, hold nothing back", async () => {
  const old = await folderOf(embargo.replace("edition: 2026-10-31", "edition: 2026-09-30"));
  await expect(requireNoEmbargo(old, at("2026-11-01T00:00:00Z"))).resolves.toBeUndefined();
  const plain = await folderOf("");
  await expect(requireNoEmbargo(plain, at("2026-11-01T00:00:00Z"))).resolves.toBeUndefined();
});

test("release refuses it, and a build to look at does not", async () => {
  const folder = await folderOf(embargo);
  const released = (moment: string) =>
    releaseDestination(join(folder, "site"), { keep: 1, dropAddresses: false, now: () => at(moment) });
  await expect(released("2026-11-04T12:00:00Z").requireDue(folder)).rejects.toMatchObject({ code: "EMBARGOED" });
  await expect(released("2026-11-05T12:00:00Z").requireDue(folder)).resolves.toBeUndefined();
  await expect(folderDestination(join(folder, "site")).requireDue(folder)).resolves.toBeUndefined();
});
