import { z } from "zod";
import type { AnyFacts } from "../../model/facts.ts";

/** What a release was made of and what came of it. Holds no clock: the same inputs make the same record. */
export const releaseRecordFile = "release.json";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().min(0);

export const releaseRecordSchema = z.strictObject({
  schema: z.literal(1),
  tool: z.strictObject({ name: z.literal("otklik"), version: z.string() }),
  /** Day of the newest export. */
  edition: z.iso.date(),
  /** Over portal.yaml, sources, vocabulary, takedowns and review; not over secrets. */
  settings: sha256,
  /** By what the way is known in which public ids are made; absent where no appeals are published, and in old releases. */
  ids: z.string().optional(),
  /** How many appeals that were taken down are remembered beside the settings; absent with `ids`, and in old releases. */
  takedownsRemembered: count.optional(),
  /** How appeals are laid out in pages, so that growth never changes it silently; absent with `ids`, and in old releases. */
  appealPages: z.enum(["each", "bundled"]).optional(),
  /** Into how many bundles they are put; absent where each has a page of its own. */
  appealBundles: count.optional(),
  /** Every file of the exports, sorted by its path. */
  inputs: z.array(z.strictObject({ file: z.string(), sha256 })),
  /** read = accepted + merged + rejected */
  rows: z.strictObject({ read: count, accepted: count, merged: count, rejected: count }),
  appeals: z.strictObject({
    /** Counted in the figures. */
    counted: count,
    /** With a page of their own; 0 where only figures are published. */
    published: count,
    withdrawn: count,
    takenDown: count,
    /** With at least one mask; without their texts. */
    masked: count,
    withheld: count,
  }),
  /** Masks by class of personal data. */
  masks: z.record(z.string(), count),
  /** Findings about the input by code. */
  findings: z.record(z.string(), count),
});
export type ReleaseRecord = z.infer<typeof releaseRecordSchema>;

export function releaseRecord(
  facts: AnyFacts,
  version: string,
  settings: string,
  inputs: ReleaseRecord["inputs"],
  memory: { ids: string; remembered: number } | null = null,
): ReleaseRecord {
  const { edition, portal } = facts;
  const sum = (column: "read" | "accepted" | "merged" | "rejected") =>
    edition.files.reduce((total, file) => total + file[column], 0);
  return {
    schema: 1,
    tool: { name: "otklik", version },
    edition: edition.date,
    settings,
    ...(memory !== null && { ids: memory.ids, takedownsRemembered: memory.remembered }),
    ...(portal.appeals === "full" && {
      appealPages: portal.appealBundles === undefined ? ("each" as const) : ("bundled" as const),
      ...(portal.appealBundles !== undefined && { appealBundles: portal.appealBundles }),
    }),
    inputs,
    rows: { read: sum("read"), accepted: sum("accepted"), merged: sum("merged"), rejected: sum("rejected") },
    appeals: {
      counted: edition.published,
      published: publishedAppeals(facts),
      withdrawn: edition.withdrawn,
      takenDown: edition.privacy.takenDown + (edition.privacy.alikeTakenDown ?? 0),
      masked: edition.maskedAppeals,
      withheld: edition.withheldTexts,
    },
    masks: Object.fromEntries(
      Object.entries(edition.masked)
        .filter(([, number]) => number > 0)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    findings: Object.fromEntries(edition.findings.map(({ code, count }) => [code, count])),
  };
}

/** Appeals that have a page with their content. */
export function publishedAppeals({ portal, edition }: Pick<AnyFacts, "portal" | "edition">): number {
  return portal.appeals === "full"
    ? edition.published - edition.privacy.takenDown - (edition.privacy.alikeTakenDown ?? 0)
    : 0;
}
