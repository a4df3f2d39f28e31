import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { prepareEdition } from "../../src/flow/prepareEdition.ts";
import type { Finding } from "../../src/model/finding.ts";
import { readSettings } from "../../src/settings/readSettings.ts";
import { portalFolder, settings } from "./portal.ts";

const source = `title: Регистр
files: ["*.csv"]
columns: { id: "№", received: Поступило, agency: Ведомство, topic: Тема, topicGroup: Раздел, text: Текст }
channel: letter
`;
const rows = [
  "Мобилизация,Выплаты",
  "Мобилизация,Отсрочка",
  "Дороги,Ямы",
  "Прочее,Кое-что",
  "Прочее,Иванов Пётр Сергеевич",
].map((topic, at) => `${at + 1},1${at}.09.2026,Минтранс,${topic},Просим помочь с этим делом`);
const files = { "2026-10-31/register.csv": ["№,Поступило,Ведомство,Раздел,Тема,Текст", ...rows].join("\n") };
const topics =
  "code,parent,name,sensitive,aliases\narmy,,Мобилизация,yes,\npay,army,Выплаты,,\nroads,,Дороги,,\npits,roads,Ямы,,\n";

async function published(unlisted: string): Promise<{ weekly: string[]; findings: Finding[] }> {
  const portal = settings.replace(
    "appeals: figures-only",
    `appeals: full\nprivacy: { stopAbove: 1, unlistedTopics: ${unlisted} }`,
  );
  const folder = await portalFolder(source, files, {
    "portal.yaml": portal,
    "vocabulary/topics.csv": topics,
    "id.key": "0".repeat(64),
  });
  const findings: Finding[] = [];
  await prepareEdition({
    settings: await readSettings(folder),
    workDir: join(folder, "work"),
    editionDir: join(folder, "edition"),
    progress: { stage: (_, run) => run(() => undefined) },
    onReport: (report) => void findings.push(...report.findings),
  });
  const appeals = (await readFile(join(folder, "edition", "appeals.ndjson"), "utf8"))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { topic: string; datesToWeek?: boolean });
  return {
    weekly: appeals
      .filter((appeal) => appeal.datesToWeek)
      .map(({ topic }) => topic)
      .sort(),
    findings: findings.filter(({ code }) => code === "TOPIC_SENSITIVE_UNLISTED"),
  };
}

test("a child of a sensitive topic and every unlisted topic are published as sensitive, with one finding that names codes", async () => {
  const { weekly, findings } = await published("sensitive");
  expect(weekly).toHaveLength(4);
  expect(weekly).toContain("pay");
  expect(findings).toMatchObject([{ count: 4, column: "army-otsrochka, prochee, prochee-koe-chto, …" }]);
});

test("a portal may say that unlisted topics are as any other, but for those under a sensitive one", async () => {
  const { weekly, findings } = await published("ordinary");
  expect(weekly).toEqual(["army-otsrochka", "pay"]);
  expect(findings).toMatchObject([{ count: 1, column: "army-otsrochka" }]);
});
