import { join } from "node:path";
import { expect, test } from "vitest";
import { prepareEdition } from "../../src/flow/prepareEdition.ts";
import type { PublicAppeal } from "../../src/model/appeal.ts";
import type { StoredFacts } from "../../src/model/facts.ts";
import type { Finding } from "../../src/model/finding.ts";
import { appealHeader, appealRows } from "../../src/publish/downloads/appealTable.ts";
import { readAllAppeals } from "../../src/edition/readEdition.ts";
import { readSettings } from "../../src/settings/readSettings.ts";
import { appealWaits } from "../../src/appeals/appealWait.ts";
import { listedAppeal } from "../../src/edition/listedAppeal.ts";
import { overdueAppeals } from "../../src/site/overdue.ts";
import { allTime, portalFolder, settings } from "./portal.ts";

const columns =
  "columns: { id: id, received: received, firstReply: replied, closed: closed, agency: agency, topic: topic }";
const source = (name: string, more = "") =>
  `title: ${name}\nfiles: ["${name}*.csv"]\nchannel: social\ndateOrder: year-first\n${columns}\n${more}`;
const header = "id,received,replied,closed,agency,topic\n";
const portal = settings
  .replace("figures-only", "full")
  .replace(
    "norms:\n",
    'ids: registry\nminimum: { shown: 1, compared: 5 }\nnorms:\n  - { channel: social, event: first-reply, amount: 12, unit: hours, basis: "порядок" }\n',
  );

/** What the edition tells of each appeal, by its number. */
async function told(
  files: Record<string, string>,
  sources: Record<string, string> = {},
  zone = "Europe/Moscow",
): Promise<{ facts: StoredFacts; appeals: Map<string, PublicAppeal>; findings: Finding[] }> {
  const more = Object.fromEntries(Object.entries(sources).map(([name, text]) => [`sources/${name}.yaml`, text]));
  const folder = await portalFolder(
    source("register"),
    Object.fromEntries(Object.entries(files).map(([path, rows]) => [path, header + rows])),
    {
      "portal.yaml": portal.replace("Europe/Moscow", zone),
      "id.key": "00112233445566778899aabbccddeeff\n",
      "vocabulary/topics.csv": "code,parent,name,sensitive,aliases\nroads,,Дороги,no,\nhealth,,Здоровье,yes,\n",
      ...more,
    },
  );
  let findings: Finding[] = [];
  const { facts } = await prepareEdition({
    settings: await readSettings(folder),
    workDir: join(folder, "work"),
    editionDir: join(folder, "edition"),
    progress: { stage: (_, run) => run(() => undefined) },
    onReport: (report) => void (findings = report.findings),
  });
  const appeals = readAllAppeals(join(folder, "edition"));
  return { facts, findings, appeals: new Map(appeals.map((appeal) => [appeal.id.split("-").at(-1)!, appeal])) };
}

const cell = (facts: StoredFacts, appeal: PublicAppeal, column: string) =>
  appealRows(facts)(appeal)[appealHeader.indexOf(column)];
const inHours = (days: unknown) => Math.round(Number(days) * 24 * 100) / 100;

/** Received at eight on the day of the export; the last that the file knows is a closing at eleven. */
const morning = [
  "1,2026-10-31 08:00,,,Управа,Дороги",
  "2,2026-10-30 09:00,2026-10-31 10:30,2026-10-31 11:00,Управа,Дороги",
  "3,2026-10-31 09:30,,,Управа,Дороги",
].join("\n");

test("where times are known nobody is said to have waited longer than to the last event of the file, on any surface", async () => {
  const { facts, appeals } = await told({ "2026-10-31/register.csv": morning });
  const open = appeals.get("1")!;
  expect(open.followedUntil).toBe("2026-10-31T11:00+03:00");
  expect(inHours(cell(facts, open, "followed_days"))).toBe(3);
  expect(cell(facts, open, "followed_until")).toBe("2026-10-31T11:00+03:00");
  // The card: three hours, not a day.
  const [wait] = appealWaits(listedAppeal(open), facts.edition.date);
  expect(wait).toMatchObject({ event: "first-reply", state: "waiting", precision: "minute", inNorm: true });
  expect(inHours(wait!.days)).toBe(3);
  // Twelve hours have not passed for anybody: no appeal is overdue, none is old enough to be judged but the answered one.
  expect(
    overdueAppeals(
      [...appeals.values()].map((one) => listedAppeal(one)),
      facts.edition.date,
    ),
  ).toEqual([]);
  const { silent, firstReply, open: waiting } = allTime(facts);
  expect(silent).toMatchObject({ whole: 1, part: 0 });
  expect(waiting).toEqual({ state: "exact", value: 2 });
  // Kaplan–Meier: the one reply came after both others had ceased to be followed.
  expect(firstReply.median).toMatchObject({ state: "exact", days: 1.0625 });
});

test("a median that is not reached is beyond hours, where only hours have passed", async () => {
  const rows = ["1,2026-10-31 08:00,,,Управа,Дороги", "2,2026-10-31 11:00,,,Управа,Дороги"].join("\n");
  const { facts } = await told({ "2026-10-31/register.csv": rows });
  const { median } = allTime(facts).firstReply;
  expect(median.state === "not-reached" && inHours(median.beyond)).toBe(3);
});

test("each source ends with its own last event, and a vanished appeal with that of the last snapshot that held it", async () => {
  const { appeals } = await told(
    {
      "2026-09-30/register.csv": "1,2026-09-30 08:00,,,Управа,Дороги\n7,2026-09-30 09:15,,,Управа,Дороги",
      "2026-10-31/register.csv": "1,2026-09-30 08:00,,,Управа,Дороги\n2,2026-10-31 10:00,,,Управа,Дороги",
      "2026-10-31/letters.csv":
        "3,2026-10-29 10:00,2026-10-29 16:40,,Управа,Дороги\n4,2026-10-29 10:00,,,Управа,Дороги",
      "2026-10-31/days.csv": "5,2026-10-29,,,Управа,Дороги\n6,2026-10-20,,2026-10-28,Управа,Дороги",
    },
    { letters: source("letters"), days: source("days") },
  );
  const until = (number: string) => appeals.get(number)!.followedUntil;
  expect([until("1"), until("2")]).toEqual(["2026-10-31T10:00+03:00", "2026-10-31T10:00+03:00"]);
  expect(until("7")).toBe("2026-09-30T09:15+03:00");
  expect([until("3"), until("4")]).toEqual(["2026-10-29T16:40+03:00", "2026-10-29T16:40+03:00"]);
  // Of dates alone nothing finer is known than the day of the folder.
  expect([until("5"), until("6")]).toEqual(["2026-10-31", "2026-10-31"]);
});

test("an event after the day of the export is a finding, ends nothing and is no wait", async () => {
  const rows = [
    "1,2026-10-31 08:00,,,Управа,Дороги",
    "2,2026-10-30 09:00,,2026-11-05 11:00,Управа,Дороги",
    "3,2026-10-31 09:00,,,Управа,Дороги",
  ].join("\n");
  const { facts, appeals, findings } = await told({ "2026-10-31/register.csv": rows });
  expect(findings).toContainEqual(expect.objectContaining({ code: "DATE_AFTER_EXPORT", line: 3, column: "closed" }));
  expect(appeals.get("1")!.followedUntil).toBe("2026-10-31T09:00+03:00");
  expect(appeals.get("2")).toMatchObject({
    closingState: "undated",
    closingDays: null,
    firstReplyState: "undated",
    firstReplyDays: null,
  });
  expect(allTime(facts).closing.median).toEqual({ state: "missing", reason: "mostly-undated" });
});

test("the settings can name the instant, for every folder or for one; a later event proves more", async () => {
  const evening = { register: source("register", 'exportedAt: "18:00"\n') };
  expect((await told({ "2026-10-31/register.csv": morning }, evening)).appeals.get("1")!.followedUntil).toBe(
    "2026-10-31T18:00+03:00",
  );
  const early = { register: source("register", 'exportedAt: { "2026-10-31": "2026-10-31 06:00" }\n') };
  expect((await told({ "2026-10-31/register.csv": morning }, early)).appeals.get("1")!.followedUntil).toBe(
    "2026-10-31T11:00+03:00",
  );
  await expect(
    told({ "2026-10-31/register.csv": morning }, { register: source("register", 'exportedAt: "25:00"\n') }),
  ).rejects.toMatchObject({ code: "SETTINGS_INVALID" });
});

test("moments with an offset end the observation in the portal's zone, within the day of the folder", async () => {
  // 14:30 in Kamchatka is 05:30 in Moscow; 23:59:40 is the last minute of the day.
  const rows = [
    "1,2026-10-31T09:00:00+12:00,,,Управа,Дороги",
    "2,2026-10-30T09:00:00+12:00,2026-10-31T14:30:00+12:00,,Управа,Дороги",
  ].join("\n");
  expect((await told({ "2026-10-31/register.csv": rows })).appeals.get("1")!.followedUntil).toBe(
    "2026-10-31T05:30+03:00",
  );
  const late = "1,2026-10-31 23:59:40,,,Управа,Дороги";
  expect(
    (await told({ "2026-10-31/register.csv": late }, {}, "America/New_York")).appeals.get("1")!.followedUntil,
  ).toBe("2026-10-31T23:59-04:00");
});

test("the end of observation does not tell the hour of an appeal of which only the week is told", async () => {
  const rows = ["1,2026-10-30 08:00,,,Управа,Дороги", "2,2026-10-31 17:43,,,Управа,Здоровье"].join("\n");
  const { appeals } = await told({ "2026-10-31/register.csv": rows });
  for (const { followedUntil } of appeals.values()) expect(followedUntil).toBe("2026-10-30T08:00+03:00");
});

test("a date alone on a later day proves that its day had begun", async () => {
  const rows = ["1,2026-10-29 08:00,,,Управа,Дороги", "2,2026-10-28 09:00,,2026-10-30,Управа,Дороги"].join("\n");
  const { appeals } = await told({ "2026-10-31/register.csv": rows });
  expect(appeals.get("1")!.followedUntil).toBe("2026-10-30T00:00+03:00");
});
