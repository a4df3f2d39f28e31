import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { readAppeals, readAppealsOf } from "../../src/edition/readEdition.ts";
import { appealsWriter } from "../../src/edition/writeEdition.ts";
import type { PublicAppeal } from "../../src/model/appeal.ts";
import { replyReader } from "../../src/replies/marks/replyReader.ts";
import { readReplyRules } from "../../src/settings/readReplyRules.ts";
import { repeatedReplies } from "../../src/replies/groups/repeatedReplies.ts";
import { generatedReplies } from "../../tests/replies/generatedReplies.ts";
import { pairScore } from "../../tests/replies/pairScore.ts";

// npm run bench -- replies [REPLIES…]: how long it takes to find repeated replies among texts of a thousand characters, seven in
// ten of them copies of 400 templates, read from the file of an edition as a build reads them, and the memory at its highest; then
// how many pairs of copies are found. Then how long it takes to find the marks of as many of them, by one thread: a build shares that out.
const sizes = process.argv.slice(2).map(Number);
const piece = 10_000;
const scored = 20_000;

/** Writes appeals as an edition has them; gives back how many characters their replies have on average. */
async function writeReplies(folder: string, size: number): Promise<number> {
  const writer = appealsWriter(folder);
  let characters = 0;
  for (let from = 0; from < size; from += piece) {
    const made = generatedReplies(Math.min(piece, size - from), { from }).map(({ appeal }) => appeal);
    for (const { reply } of made) characters += reply!.length;
    await writer.write(made as PublicAppeal[]);
  }
  await writer.close();
  return characters / size;
}

function* readBack(folder: string): Generator<PublicAppeal> {
  for (const group of readAppeals(folder)) yield* group;
}

for (const size of sizes.length > 0 ? sizes : [10_000, 100_000]) {
  const folder = await mkdtemp(join(tmpdir(), "otklik-replies-"));
  const characters = await writeReplies(folder, size);
  const started = performance.now();
  const processor = process.cpuUsage();
  const { groups } = repeatedReplies(readBack(folder), { minimumShown: 5, earlier: [] }, (ids) =>
    readAppealsOf(folder, ids),
  );
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(processor);
  const highest = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${size} replies of ${Math.round(characters)} characters: ${groups.length} groups in ${seconds.toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of processor time, reading them from a file included; at most ${Math.round(highest)} MB`,
  );
  await rm(folder, { recursive: true });
}
/** Finds the marks of replies as the gate does, and prints how long it took. */
async function timeMarks(size: number): Promise<void> {
  const read = replyReader(await readReplyRules(resolve(import.meta.dirname, "../../data")));
  const text = "Прошу устранить неисправность во дворе: скамейка сломана, фонарь не горит.";
  let [milliseconds, processor, characters] = [0, 0, 0];
  for (let from = 0; from < size; from += piece) {
    const made = generatedReplies(Math.min(piece, size - from), { from }).map(({ appeal }) => appeal.reply!);
    const [started, before] = [performance.now(), process.cpuUsage()];
    for (const reply of made) {
      characters += reply.length;
      read({ text, reply }, { text, reply }, false);
    }
    milliseconds += performance.now() - started;
    const { user, system } = process.cpuUsage(before);
    processor += user + system;
  }
  console.log(
    `marks of ${size} replies of ${Math.round(characters / size)} characters: ${(milliseconds / 1000).toFixed(1)} s, ${(processor / 1e6).toFixed(1)} s of processor time, by one thread`,
  );
}
await timeMarks(sizes.at(-1) ?? 100_000);

const { precision, recall } = pairScore(generatedReplies(scored));
console.log(`pairs of copies among ${scored} replies: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`);
