import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import { rememberedEditions } from "../../src/flow/rememberedEditions.ts";
import { readExports } from "../../src/intake/readExports.ts";
import { portalSchema } from "../../src/model/portal.ts";
import { sourceSchema } from "../../src/model/source.ts";
import { AppealStore } from "../../src/store/appealStore.ts";

// node scripts/bench/intake.ts [ROWS…]: rows a second and memory, from CSV to appeals, from CSV to the store, and to the store
// again from what was remembered of it.
const sizes = process.argv.slice(2).map(Number);
const portal = portalSchema.parse({
  title: "Bench",
  region: { name: "Bench", in: "Bench", of: "Bench" },
  timeZone: "Europe/Moscow",
  address: "https://example.org/",
  publisher: { name: "Bench", email: "bench@example.org" },
});
const source = {
  ...sourceSchema.parse({
    title: "Bench",
    files: ["*"],
    channel: "social",
    columns: {
      id: "Номер",
      received: "Поступило",
      firstReply: "Ответ дан",
      closed: "Закрыто",
      topicGroup: "Раздел",
      topic: "Тема",
      place: "Район",
      agency: "Ведомство",
      outcome: "Итог",
      rating: "Оценка",
      text: "Текст",
      reply: "Ответ",
    },
  }),
  name: "bench",
};

const words =
  "во дворе нашего дома уже вторую неделю не горит свет и не убран снег просим разобраться и принять меры".split(" ");
const sentence = (seed: number, length: number): string =>
  Array.from({ length }, (_, index) => words[(seed * 7 + index * 13) % words.length]).join(" ");

/** Rows of about 800 bytes, with quotes and line breaks as texts of people have them. */
async function writeCsv(path: string, rows: number): Promise<void> {
  const out = createWriteStream(path);
  out.write("Номер;Поступило;Ответ дан;Закрыто;Раздел;Тема;Район;Ведомство;Итог;Оценка;Текст;Ответ\n");
  for (let row = 0; row < rows; row += 1) {
    const day = String(1 + (row % 28)).padStart(2, "0");
    const clock = `${String(row % 24).padStart(2, "0")}:${String(row % 60).padStart(2, "0")}`;
    const line = `${row + 1};${day}.0${1 + (row % 9)}.2026 ${clock};${day}.10.2026 ${clock};${row % 3 === 0 ? "" : `${day}.10.2026`};ЖКХ;Тема ${row % 40};Район ${row % 25};Ведомство ${row % 43};${row % 3 === 0 ? "В работе" : "Решено"};${1 + (row % 5)};"${sentence(row, 32)} ""${row}"",\nдом ${row % 90}";"${sentence(row + 5, 24)}"\n`;
    if (!out.write(line)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}

/** Seconds that merging takes. */
async function mergeOf(store: AppealStore): Promise<string> {
  const started = performance.now();
  await store.merge();
  return ((performance.now() - started) / 1000).toFixed(1);
}

for (const rows of sizes.length > 0 ? sizes : [100_000, 300_000, 1_000_000]) {
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  await mkdir(join(folder, "exports", "2026-10-31"), { recursive: true });
  const file = join(folder, "exports", "2026-10-31", "a.csv");
  await writeCsv(file, rows);
  const bytes = (await stat(file)).size;
  for (const target of ["appeals", "store", "store and memory", "store from memory"] as const) {
    const workDir = join(folder, target);
    const store = target === "appeals" ? null : await AppealStore.open(workDir);
    const remember = rememberedEditions(join(folder, "memory"), "bench", "bench".repeat(8));
    let peak = 0;
    const started = performance.now();
    const processor = process.cpuUsage();
    await readExports(
      {
        exportsDir: join(folder, "exports"),
        portal,
        sources: [source],
        vocabulary: { agencies: [], topics: [], places: [], outcomes: [], channels: [] },
        memory: store !== null && target.endsWith("memory") ? remember(store, workDir) : null,
      },
      (appeals) => {
        store?.append(appeals);
        peak = Math.max(peak, process.memoryUsage.rss());
      },
    );
    const seconds = (performance.now() - started) / 1000;
    const { user, system } = process.cpuUsage(processor);
    peak = Math.max(peak, process.memoryUsage.rss());
    const told = store && (await mergeOf(store));
    store?.close();
    console.log(
      `${rows} rows of ${Math.round(bytes / rows)} bytes to ${target}: ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s; ${((user + system) / 1e6).toFixed(1)} s of processor time; at most ${Math.round(peak / 2 ** 20)} MB${told ? `; merged in ${told} s` : ""}`,
    );
  }
  await rm(folder, { recursive: true });
}
