import { rm } from "node:fs/promises";
import { readSettings } from "../../settings/readSettings.ts";
import { AppealStore } from "../../store/appealStore.ts";
import { stopOnUnusableFiles } from "../inputFindings.ts";
import { nothingDown } from "../knownTakedowns.ts";
import { mergeExports } from "../mergeExports.ts";
import { openPortalGate } from "../portalGate.ts";
import { type Progress } from "../progress.ts";
import { requireKnownClasses } from "../requireKnownClasses.ts";
import { surveyOf } from "../surveyInput.ts";
import { madeOf } from "./madeOf.ts";
import { shardKey } from "./openShards.ts";
import { writeShardFile } from "./shardFiles.ts";
import { shardOf, type Shard } from "./shardOf.ts";

/** What a shard has worked out. */
export interface WorkedShard {
  appeals: number;
  texts: number;
}

/**
 * Works out what one shard of a portal costs most by the appeal, what the detectors make of its texts, and writes it where
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
    await progress.stage("gate", async (say) => {
      try {
        let passed = 0;
        for await (const appeals of store.appeals()) {
          await reader.read(appeals.flatMap((appeal) => gate.textsOf(appeal)));
          say({ passed: (passed += appeals.length), masked: 0, withheld: 0, down: 0, known: 0 });
        }
      } finally {
        await reader.close();
      }
    });
    await writeShardFile(folder, shard, key, made, writtenTexts());
    return { appeals: merged.remaining, texts: reader.counts.cleaned };
  } finally {
    store.close();
    await rm(workDir, { recursive: true, force: true });
  }
}

/** A shard begins with nothing and remembers all. */
async function* nothingMade(): AsyncGenerator<string> {}
