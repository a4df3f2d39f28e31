import { rm } from "node:fs/promises";
import type { Appeal } from "../../model/appeal.ts";
import { isOwed } from "../../model/events/closing.ts";
import type { Gate } from "../../privacy/gate.ts";
import { replyReader } from "../../replies/marks/replyReader.ts";
import { readSettings } from "../../settings/readSettings.ts";
import { AppealStore } from "../../store/appealStore.ts";
import { stopOnUnusableFiles } from "../inputFindings.ts";
import { nothingDown } from "../knownTakedowns.ts";
import { asWritten } from "../markReplies.ts";
import { mergeExports } from "../mergeExports.ts";
import { openPortalGate } from "../portalGate.ts";
import type { Progress } from "../progress.ts";
import { openRememberedMarks } from "../rememberedMarks.ts";
import { requireKnownClasses } from "../requireKnownClasses.ts";
import type { TextReader } from "../textReader.ts";
import { surveyOf } from "../surveyInput.ts";
import { madeOf } from "./madeOf.ts";
import { shardContent, shardKey } from "./openShards.ts";
import { writeShardFile } from "./shardFiles.ts";
import { shardOf, type Shard } from "./shardOf.ts";

/** What a shard has worked out. */
export interface WorkedShard {
  appeals: number;
  texts: number;
}

/**
 * Works out what one shard of a portal costs most by the appeal, what the detectors make of its texts and what its replies contain, and writes it where
 * the portal will be made of all shards. What a text rests on beside itself (names of places, which are learned from all
 * appeals) is written with it, so the merge notices a text that the whole portal reads otherwise, and reads it again.
 *
 * @param workDir folder for what the gate has not seen; removed at the end, whatever happens
 * @param folder shared by the machines
 * @throws BuildStop where the exports cannot be used; SHARDS_KEYLESS where no key could seal what is written
 */
export async function workShard(
  dataDir: string,
  shard: Shard,
  { workDir, folder }: { workDir: string; folder: string },
  progress: Progress,
): Promise<WorkedShard> {
  const settings = await readSettings(dataDir);
  const key = shardKey(settings);
  requireKnownClasses(settings.portal);
  const made = await madeOf(dataDir);
  const store = await AppealStore.open(workDir);
  try {
    const isAsked = (appeal: { source: string; id: string }): boolean => shardOf(appeal, shard.of) === shard.only;
    const { intake, merged } = await mergeExports(settings, store, progress, { isAsked });
    stopOnUnusableFiles(intake.findings);
    const survey = await progress.stage("survey", () =>
      surveyOf(settings, intake.vocabulary, store, merged.remaining, nothingDown),
    );
    const { gate, reader, writtenTexts } = await openPortalGate({
      settings,
      survey,
      extended: intake.vocabulary,
      cacheFile: null,
      shards: nothingMade(),
      turn: 0,
    });
    // What decides beside the replies, the seal of the shard vouches for.
    const marks = await openRememberedMarks(null, { code: made, settings: made, key });
    const readMarks = replyReader(settings.replyRules, survey.common, marks);
    await progress.stage("gate", async (say) => {
      try {
        let passed = 0;
        for await (const appeals of store.appeals()) {
          await reader.read(appeals.flatMap((appeal) => gate.textsOf(appeal)));
          for (const appeal of appeals) readReply(appeal, gate, reader.clean, readMarks);
          say({ passed: (passed += appeals.length), masked: 0, withheld: 0, down: 0, known: 0 });
        }
      } finally {
        await reader.close();
      }
    });
    await writeShardFile(folder, shard, key, made, shardContent(writtenTexts(), marks?.written() ?? ""));
    return { appeals: merged.remaining, texts: reader.counts.cleaned };
  } finally {
    store.close();
    await rm(workDir, { recursive: true, force: true });
  }
}

/** Reads the reply of an appeal that is owed one, as the gate of the whole will: before it was masked, and as it is published. */
function readReply(
  appeal: Appeal,
  gate: Pick<Gate, "textsOf">,
  clean: TextReader["clean"],
  read: ReturnType<typeof replyReader>,
): void {
  if (!isOwed(appeal.outcome)) return;
  const published = new Map(gate.textsOf(appeal).map((written) => [written.field, clean(written).text || null]));
  const reply = published.get("reply") ?? null;
  if (reply === null) return;
  read(asWritten(appeal, reply), { text: published.get("text") ?? null, reply }, appeal.outcome === "acted");
}

/** A shard begins with nothing and remembers all. */
async function* nothingMade(): AsyncGenerator<string> {}
