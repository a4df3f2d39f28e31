import { resolve } from "node:path";
import { wilson } from "../../src/measure/statistics/wilson.ts";
import { faultOf, type MarkTrial, replyMarkMeasures } from "../../src/model/replyMarkMeasures.ts";
import { type MarkSet, replyMarks } from "../../src/model/replyMarks.ts";
import { createMarkReader } from "../../src/replies/marks/markReader.ts";
import { readMarks } from "../../src/replies/marks/readMarks.ts";
import { readReplyRules } from "../../src/settings/readReplyRules.ts";
import { agreementOn, cohenKappa } from "../../tests/replies/marks/agreement.ts";
import { areRepliesPresent, type CodedReply, readReplies, trialOf } from "../../tests/replies/marks/devReplies.ts";
import { type InventedReply, inventedReplies, styles } from "../../tests/replies/marks/inventedReplies.ts";
import { laterReplies } from "../../tests/replies/marks/laterReplies.ts";

const TIMED = 100_000;

type Marked = { reply: CodedReply; marks: MarkSet };

/** A share of counts with its interval, or a dash where there is nothing to take it of. */
function share(count: number, total: number): string {
  if (total === 0) return "–".padEnd(22);
  const { share: value, lower, upper } = wilson(count, total);
  return `${value.toFixed(3)} [${lower.toFixed(3)}, ${upper.toFixed(3)}]`.padEnd(22);
}

function row(mark: string, trial: MarkTrial): string {
  const { having, found, lacking, left } = trial;
  const wrong = lacking - left;
  const counts = [found, wrong, having - found, left].map((count) => String(count).padStart(6)).join(" ");
  return `  ${mark.padEnd(17)} ${counts}   ${share(found, found + wrong)} ${share(found, having)} ${faultOf(trial) ?? "good enough"}`;
}

function table(title: string, marked: readonly Marked[]): void {
  console.log(`${title}: ${marked.length} replies; right, wrong, missed, left alone; precision, recall, 95 %`);
  for (const mark of replyMarks) console.log(row(mark, trialOf(mark, marked)));
}

function agreementTable(replies: readonly InventedReply[]): void {
  console.log(`Two raters of ${replies.length} invented replies; both, first alone, second alone, neither; kappa`);
  for (const mark of replyMarks) {
    const agreement = agreementOn(mark, replies);
    const { both, onlyFirst, onlySecond, neither } = agreement;
    const counts = [both, onlyFirst, onlySecond, neither].map((count) => String(count).padStart(6)).join(" ");
    console.log(`  ${mark.padEnd(17)} ${counts}   ${cohenKappa(agreement)?.toFixed(2) ?? "–"}`);
  }
}

/** Prints how well and how fast marks are found: on real replies where they are there, on invented ones always. */
async function main(): Promise<void> {
  const rules = await readReplyRules(resolve(import.meta.dirname, "../../data"));
  const reader = createMarkReader(rules);
  const marked = (reply: CodedReply): Marked => ({
    reply,
    marks: readMarks(reply.reply, reply.question, reader).marks,
  });

  const [earlier, last] = [laterReplies("unread").map(marked), laterReplies("last").map(marked)];
  table("Invented replies by which only the rules of who and sentElsewhere were mended", earlier);
  table("Invented replies that no rule was mended by", last);
  if (areRepliesPresent()) {
    const replies = readReplies();
    const unread = replies.filter(({ isHeldOut }) => isHeldOut).map(marked);
    table("All real replies", replies.map(marked));
    table("Real replies that no maker of rules had read; one of them mended the rule of nextStep", unread);
  } else console.log("Real replies: absent (../shared/data/replies-dev.ndjson), not measured");

  console.log("All of these together, each mark without what its rule was mended by: what pages say");
  for (const mark of replyMarks) console.log(row(mark, replyMarkMeasures[mark]));

  const invented = styles.flatMap((style) =>
    inventedReplies(style).map((coded): CodedReply & InventedReply => ({
      ...coded,
      isHeldOut: false,
      codeOf: (mark) => (coded.raterA.has(mark) === coded.raterB.has(mark) ? coded.raterA.has(mark) : null),
    })),
  );
  agreementTable(invented);
  table("Invented replies, where their raters agree; rules were made with them", invented.map(marked));

  table("Replies invented later, by which rules were mended", laterReplies("later").map(marked));

  // Texts that differ from each other, so that nothing that was read before helps more than it would in an export.
  const texts = Array.from({ length: TIMED }, (_, index) => {
    const { question, reply } = invented[index % invented.length]!;
    const other = invented[(index * 7 + 3) % invented.length]!;
    return { question: `${question} ${index}`, reply: `${reply} ${other.reply} ${index}` };
  });
  const start = process.cpuUsage();
  let words = 0;
  for (const { question, reply } of texts) words += readMarks(reply, question, reader).spans.size;
  const { user, system } = process.cpuUsage(start);
  console.log(
    `Speed: ${((user + system) / 1e6).toFixed(1)} s of one core for ${TIMED} replies of ${Math.round(texts.reduce((sum, { reply }) => sum + reply.length, 0) / TIMED)} characters; ${words} marks`,
  );
}

await main();
