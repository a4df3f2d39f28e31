import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { portalFolder, settings } from "./portal.ts";

const source = `title: Сообщения
files: ["*.csv"]
channel: social
regime: порядок
dateOrder: day-first
columns: { id: id, received: received, registered: registered, planned: planned, firstReply: reply, closed: closed, reopened: reopened, topic: topic, agency: agency, place: place, text: text, reply: answer }
`;
const norms = `norms:
  - { regime: порядок, event: first-reply, amount: 4, unit: working-hours, basis: "порядок" }
  - { event: closing, amount: 8, unit: working-days, start: registered, extension: 8, basis: "порядок" }
`;

/** Around midnights, ends of months and of the year, and the night on which Berlin turns its clocks. */
function rows(): string[] {
  const two = (value: number) => String(value).padStart(2, "0");
  const moment = (minutes: number) => {
    const at = new Date(Date.UTC(2025, 11, 20, 0, 10) + minutes * 60_000);
    return `${two(at.getUTCDate())}.${two(at.getUTCMonth() + 1)}.${at.getUTCFullYear()} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
  };
  return Array.from({ length: 160 }, (_, i) => {
    const received = i * 927;
    const reply = i % 7 === 0 ? "" : moment(received + ((i * 613) % 9000) + 60);
    const closed = i % 5 === 0 ? "" : moment(received + ((i * 1511) % 30_000) + 9060);
    const reopened = i % 11 === 1 && closed !== "" ? moment(received + 60_000) : "";
    return [
      i,
      moment(received),
      moment(received + (i % 3) * 700),
      moment(received + 20_000),
      reply,
      closed,
      reopened,
      "Дороги",
      "А",
      "Б",
      "Нет света",
      "Починили",
    ].join(",");
  });
}

test("an edition is the same to the byte, whatever zone the machine stands in", async () => {
  const portal = settings
    .replace("Europe/Moscow", "Europe/Berlin")
    .replace("appeals: figures-only", "ids: registry")
    .replace(/norms:\n.*\n/, norms);
  const header = "id,received,registered,planned,reply,closed,reopened,topic,agency,place,text,answer";
  const folder = await portalFolder(
    source,
    { "2026-05-31/a.csv": [header, ...rows()].join("\n") },
    { "portal.yaml": portal },
  );
  const printed = async (zone: string) =>
    (
      await promisify(execFile)(process.execPath, [join(import.meta.dirname, "printEdition.ts"), folder], {
        env: { ...process.env, TZ: zone },
        maxBuffer: 1e8,
      })
    ).stdout;
  const editions = [];
  for (const zone of ["Asia/Kamchatka", "America/New_York"]) editions.push(await printed(zone));
  const [first, ...others] = editions;
  const { calendar, edition } = JSON.parse(first!.slice(0, first!.indexOf("\n"))) as {
    calendar: { years: unknown };
    edition: { published: number };
  };
  expect(edition.published).toBe(160);
  expect(calendar.years).toEqual([2025, 2026].map((year) => ({ year, provisional: true, basis: [] })));
  for (const other of others) expect(other === first).toBe(true);
});
