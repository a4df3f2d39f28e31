import { expect, test } from "vitest";
import { allTime, factsOf } from "./portal.ts";

const source = (confirmed: string) => `title: Сообщения
files: ["*.csv"]
channel: portal
columns: { id: id, received: received, closed: closed, reopened: reopened, outcome: outcome, agency: agency${confirmed} }
outcomes: { Меры приняты: acted }
`;
const header = "id,received,closed,reopened,outcome,agency,confirmed";
const rows = [
  ...Array.from({ length: 6 }, (_, i) => `c${i},2026-03-02,2026-03-10,,Меры приняты,А,2026-03-${12 + i}`),
  ...Array.from({ length: 3 }, (_, i) => `n${i},2026-03-02,2026-03-10,,Меры приняты,А,`),
  "again,2026-03-02,2026-03-20,2026-03-12,Меры приняты,А,2026-03-11",
  "open,2026-03-02,,,,А,",
];
const files = { "2026-05-31/a.csv": [header, ...rows].join("\n") };

test("authors confirm what was acted on; a confirmation before the appeal was taken up again is of another result", async () => {
  const { confirmed } = allTime(await factsOf(source(", confirmed: confirmed"), files));
  expect(confirmed).toMatchObject({ part: 6, whole: 10 });
});

test("where the export does not ask authors, nothing is said of them", async () => {
  const { confirmed } = allTime(await factsOf(`${source("")}ignore: [confirmed]\n`, files));
  expect(confirmed).toEqual({ state: "missing", reason: "not-recorded" });
});
