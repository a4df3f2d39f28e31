import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { type RepliedAppeal } from "../../src/replies/groups/repliedAppeal.ts";
import { repeatedReplies } from "../../src/replies/groups/repeatedReplies.ts";
import { generatedReplies } from "../../tests/replies/generatedReplies.ts";
import { pairScore } from "../../tests/replies/pairScore.ts";

// npm run bench -- replies [REPLIES…]: how long it takes to find repeated replies among texts of a thousand characters, seven in
// ten of them copies of 400 templates, and the memory at its highest, texts included; then how many pairs of copies are found.
const sizes = process.argv.slice(2).map(Number);
const piece = 10_000;
const scored = 20_000;
setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as (how: object) => void;

/** Appeals as they are read from an edition; what making them left behind is not memory of the groups. */
function readReplies(size: number): RepliedAppeal[] {
  const appeals: RepliedAppeal[] = [];
  for (let from = 0; from < size; from += piece) {
    const made = generatedReplies(Math.min(piece, size - from), { from });
    appeals.push(...(JSON.parse(JSON.stringify(made.map(({ appeal }) => appeal))) as RepliedAppeal[]));
    collectGarbage({ type: "major", execution: "sync", flavor: "last-resort" });
  }
  return appeals;
}

for (const size of sizes.length > 0 ? sizes : [10_000, 100_000]) {
  const appeals = readReplies(size);
  const characters = appeals.reduce((sum, { reply }) => sum + reply!.length, 0) / size;
  const before = process.memoryUsage.rss();
  const started = performance.now();
  const processor = process.cpuUsage();
  const { groups } = repeatedReplies(appeals, { minimumShown: 5, earlier: [] });
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(processor);
  const highest = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${size} replies of ${Math.round(characters)} characters: ${groups.length} groups in ${seconds.toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of processor time; at most ${Math.round(highest)} MB, of which ${Math.round(before / 2 ** 20)} MB stood before`,
  );
}
const { precision, recall } = pairScore(generatedReplies(scored));
console.log(`pairs of copies among ${scored} replies: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`);
