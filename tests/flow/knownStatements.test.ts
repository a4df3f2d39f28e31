import { expect, test } from "vitest";
import { knownStatements } from "../../src/flow/knownStatements.ts";
import type { CleaningRules } from "../../src/privacy/cleaningRules.ts";
import type { WrittenStatement } from "../../src/settings/readStatements.ts";
import { canaries } from "../canaries/canaries.ts";
import { found } from "../canaries/searchBytes.ts";
import { factsOf } from "./portal.ts";

const rules: CleaningRules = {
  language: "ru",
  doubtful: "mask",
  names: "default",
  addresses: "house",
  replySignatures: "mask",
  allow: {},
  placeNames: [],
  key: "",
  decisions: {},
  turn: 0,
};
const vocabulary = {
  agencies: [{ code: "roads", name: "Дорожный комитет", short: "Дорожный", kind: "other" as const }],
};
const written = (agency: string, date: string, ...paragraphs: string[]): WrittenStatement => ({
  agency,
  date,
  paragraphs,
  file: `statements/${agency}.md`,
  line: 1,
});
const knownUnder = (some: CleaningRules, ...statements: WrittenStatement[]) =>
  knownStatements({ statements: { statements, findings: [] } }, vocabulary as never, some);
const known = (...statements: WrittenStatement[]) => knownUnder(rules, ...statements);

test("Statements are kept with their dates, the newest first, and paragraphs stay apart", () => {
  const { statements, findings } = known(
    written("roads", "2026-05-01", "Раньше."),
    written("roads", "2026-10-20", "Теперь.", "Иначе."),
  );
  expect(findings).toEqual([]);
  expect(statements).toEqual([
    { agency: "roads", date: "2026-10-20", paragraphs: ["Теперь.", "Иначе."] },
    { agency: "roads", date: "2026-05-01", paragraphs: ["Раньше."] },
  ]);
});

test("Words of an agency that nobody knows are left out once, whatever they say", () => {
  expect(known(written("roadz", "2026-05-01", "Раз."), written("roadz", "2026-05-02", "Два."))).toEqual({
    statements: [],
    findings: [{ code: "STATEMENT_AGENCY_UNKNOWN", file: "statements/roadz.md" }],
  });
});

test("An official's name and a mobile number are masked, and the report says where, not what", () => {
  const { statements, findings } = known(
    written("roads", "2026-05-01", "Отвечает Петров Иван Сергеевич, телефон +7 912 345-67-89.", "Ответы исправлены."),
  );
  expect(statements[0]!.paragraphs.join(" ")).not.toMatch(/Петров|Иван|912/u);
  expect(statements[0]!.paragraphs).toHaveLength(2);
  expect(findings).toEqual([{ code: "STATEMENT_MASKED", file: "statements/roads.md", line: 1 }]);
});

test.each(canaries(3))("A statement with personal data is published without them: $class", (canary) => {
  const { statements, findings } = knownUnder(
    { ...rules, addresses: "street" },
    written("roads", "2026-05-01", `Отвечаем иначе. ${canary.words}.`, "Ждём."),
  );
  expect(found(JSON.stringify([statements, findings]), [canary])).toEqual([]);
  expect(findings).toEqual([{ code: "STATEMENT_MASKED", file: "statements/roads.md", line: 1 }]);
});

test("They come into the facts of agencies that have appeals", async () => {
  const facts = await factsOf(
    "title: Реестр\nfiles: ['*.csv']\nchannel: letter\ncolumns: { id: n, received: d, agency: a }\n",
    { "2026-10-31/r.csv": "n,d,a\n1,2026-10-01,Дорожный комитет\n" },
    {
      "vocabulary/agencies.csv":
        "code,name,short,kind,aliases\nroads,Дорожный комитет,Дорожный,executive,\nwater,Водоканал,Водоканал,executive,\n",
      "statements/roads.md": "## 2026-10-20\nОтвечаем иначе.\n",
      "statements/water.md": "## 2026-10-20\nНам не пишут.\n",
    },
  );
  expect(facts.statements).toEqual([{ agency: "roads", date: "2026-10-20", paragraphs: ["Отвечаем иначе."] }]);
});
