import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { BuildStop } from "../model/buildStop.ts";
import { portalSchema, type Portal } from "../model/portal.ts";
import type { ReviewForm } from "../model/reviewForm.ts";
import type { ReplyRules } from "../model/replyRules.ts";
import { reviewRowSchema, type ReviewRow } from "../model/review.ts";
import { sourceSchema, type Source } from "../model/source.ts";
import type { CalendarRow } from "../model/workingCalendar.ts";
import { rememberedSchema, takedownRowSchema, type Remembered, type TakedownRow } from "../model/takedown.ts";
import {
  agencyRowSchema,
  channelRowSchema,
  kindRowSchema,
  markRowSchema,
  outcomeRowSchema,
  placeRowSchema,
  topicRowSchema,
  type Vocabulary,
} from "../model/vocabulary.ts";
import { readCalendar } from "./calendarFiles.ts";
import { readHelp, type HelpTexts } from "./readHelp.ts";
import { withKnownNames } from "./normNames.ts";
import { readReviewForms } from "./readReviewForms.ts";
import { readStatements } from "./readStatements.ts";
import { readReplyRules } from "./readReplyRules.ts";
import { readTranslations, type Translations } from "./readTranslations.ts";
import { type TileRow, tileRowSchema } from "../model/regionMap.ts";
import { readSettingsText } from "./settingsText.ts";
import { type UseRow, useRowSchema } from "../model/use.ts";
import { readVocabularyFile } from "./vocabularyFile.ts";
import { readYamlFile } from "./yamlFile.ts";

/** Names below the data folder. */
export const takedownsFile = "takedowns.csv";
export const takedownMemoryFile = "takedowns-memory.csv";
export const takedownKeyFile = "takedowns.key";
export const reviewFile = "review.csv";
export const usesFile = "uses.csv";
export const boundariesFile = "boundaries.geojson";
export const tilesFile = "tiles.csv";

/** What looks like a loss and is one unless a person says that it is meant. */
export interface Meant {
  /** Public ids are others than before. */
  readonly newIds: boolean;
  /** What was remembered of appeals that were taken down is forgotten, but for those that still are. */
  readonly newMemory: boolean;
}

export const nothingMeant: Meant = { newIds: false, newMemory: false };

/** Everything a portal's folder says about the portal, beside the exports themselves. */
export interface Settings {
  portal: Portal;
  sources: Source[];
  vocabulary: Vocabulary;
  /** Rows of the portal's working calendar, by date. */
  calendar: CalendarRow[];
  dataDir: string;
  exportsDir: string;
  /** Secret behind the public ids; null where the portal publishes registry numbers or no appeals at all. */
  idKey: string | null;
  /** data/takedowns.csv: appeals that are published no more. */
  takedowns: TakedownRow[];
  /** data/takedowns-memory.csv: by what the build knows appeals again that were taken down, and the secret that it is written with. */
  takedownMemory: { rows: Remembered[]; key: string | null };
  /** What a person said for this run. */
  meant: Meant;
  /** data/review.csv as it stands: what a person decided about doubtful finds. */
  review: ReviewRow[];
  /** data/uses.csv: who has used the portal. Left out: nobody is known. */
  uses?: UseRow[];
  /** data/boundaries.geojson as it stands: where the places lie. null or left out: nobody has said. */
  boundaries?: string | null;
  /** data/tiles.csv: in which square of a grid each place stands. */
  tiles?: TileRow[];
  /** data/languages/LANGUAGE.yaml: names in the portal's further languages. */
  translations: Translations;
  /** data/reports/*.yaml: forms of the review of appeals. */
  reviewForms: ReviewForm[];
  /** data/statements/AGENCY.md: what agencies say of what is shown of them. */
  statements: Awaited<ReturnType<typeof readStatements>>;
  /** data/vocabulary/replies: by which rules marks are found in replies. */
  replyRules: ReplyRules;
  /** data/help.LANGUAGE.md: what the portal advises those whom nobody answers. */
  help: HelpTexts;
}

/**
 * Reads data/portal.yaml, data/sources/*.yaml (or .yml), data/vocabulary/*.csv, data/vocabulary/replies/*.yaml, data/calendars/*.csv,
 * data/languages/*.yaml, data/statements/*.md, data/help.*.md, data/id.key, data/takedowns.csv, data/takedowns-memory.csv, data/takedowns.key,
 * data/review.csv, data/uses.csv, data/boundaries.geojson, data/tiles.csv and data/reports/*.yaml.
 *
 * @param meant what a person said of this run
 * @throws BuildStop for a missing or invalid file
 */
export async function readSettings(dataDir: string, meant: Meant = nothingMeant): Promise<Settings> {
  const portal = await readYamlFile(join(dataDir, "portal.yaml"), "portal.yaml", portalSchema);
  const [
    sources,
    vocabulary,
    calendar,
    idKey,
    takedowns,
    remembered,
    takedownKey,
    review,
    statements,
    replyRules,
    uses,
    boundaries,
    tiles,
  ] = await Promise.all([
    readSources(dataDir),
    readVocabulary(dataDir, portal.language),
    readCalendar(dataDir, portal),
    readIdKey(dataDir, portal),
    readVocabularyFile(join(dataDir, takedownsFile), takedownsFile, takedownRowSchema, portal.language),
    readVocabularyFile(join(dataDir, takedownMemoryFile), takedownMemoryFile, rememberedSchema, portal.language),
    readFile(join(dataDir, takedownKeyFile), "utf8").catch(() => null),
    readVocabularyFile(join(dataDir, reviewFile), reviewFile, reviewRowSchema, portal.language),
    readStatements(dataDir),
    readReplyRules(dataDir),
    readVocabularyFile(join(dataDir, usesFile), usesFile, useRowSchema, portal.language),
    readSettingsText(join(dataDir, boundariesFile), boundariesFile),
    readVocabularyFile(join(dataDir, tilesFile), tilesFile, tileRowSchema, portal.language),
  ]);
  requireKnownParents(vocabulary);
  requireOnce(takedowns);
  // Names can be checked only once the files that define them are read; the faults still name their lines.
  if (portal.norms.length > 0 || portal.appealPages === "bundled")
    await readYamlFile(join(dataDir, "portal.yaml"), "portal.yaml", withKnownNames(portalSchema, vocabulary, sources));
  const translations = await readTranslations(dataDir, portal, vocabulary);
  return {
    portal,
    sources,
    vocabulary,
    calendar,
    dataDir,
    exportsDir: join(dataDir, "exports"),
    idKey,
    takedowns,
    takedownMemory: { rows: remembered, key: takedownKey?.trim() ?? null },
    meant,
    review,
    uses,
    boundaries,
    tiles,
    translations,
    reviewForms: await readReviewForms(dataDir, portal, vocabulary),
    statements,
    replyRules,
    help: await readHelp(dataDir, portal),
  };
}

async function readSources(dataDir: string): Promise<Source[]> {
  const folder = join(dataDir, "sources");
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((file) => /\.ya?ml$/.test(file)).sort();
  return Promise.all(
    files.map(async (file) => ({
      name: file.replace(/\.ya?ml$/, ""),
      ...(await readYamlFile(join(folder, file), `sources/${file}`, sourceSchema)),
      offered: offeredIn(await readFile(join(folder, file), "utf8")),
    })),
  );
}

/** Lists that a description holds as comments. */
function offeredIn(description: string): NonNullable<Source["offered"]> {
  return (["outcomes", "channels"] as const).filter((key) => new RegExp(`^# *${key}: *$`, "m").test(description));
}

async function readVocabulary(dataDir: string, language: Portal["language"]): Promise<Vocabulary> {
  const path = (file: string) => join(dataDir, "vocabulary", file);
  const [agencies, topics, places, outcomes, channels, kinds, marks] = await Promise.all([
    readVocabularyFile(path("agencies.csv"), "vocabulary/agencies.csv", agencyRowSchema, language),
    readVocabularyFile(path("topics.csv"), "vocabulary/topics.csv", topicRowSchema, language),
    readVocabularyFile(path("places.csv"), "vocabulary/places.csv", placeRowSchema, language),
    readVocabularyFile(path("outcomes.csv"), "vocabulary/outcomes.csv", outcomeRowSchema, language),
    readVocabularyFile(path("channels.csv"), "vocabulary/channels.csv", channelRowSchema, language),
    readVocabularyFile(path("kinds.csv"), "vocabulary/kinds.csv", kindRowSchema, language),
    readVocabularyFile(path("marks.csv"), "vocabulary/marks.csv", markRowSchema, language),
  ]);
  return { agencies, topics, places, outcomes, channels, kinds, marks };
}

/** An appeal is taken down once, for one reason. */
function requireOnce(takedowns: readonly TakedownRow[]): void {
  const problems = takedowns.flatMap(({ id }, index) =>
    takedowns.findIndex((other) => other.id === id) < index ? [`${takedownsFile}:${index + 2}: id`] : [],
  );
  if (problems.length > 0)
    throw new BuildStop("SETTINGS_INVALID", [{ file: takedownsFile }], {
      problems: problems.join("\n"),
      count: problems.length,
    });
}

/** Shortest secret accepted: 32 hexadecimal characters hold 128 bits. */
const shortestKey = 32;

async function readIdKey(dataDir: string, portal: Portal): Promise<string | null> {
  if (portal.appeals === "figures-only" || portal.ids === "registry") return null;
  const key = (await readFile(join(dataDir, "id.key"), "utf8").catch(() => "")).trim();
  if (key.length < shortestKey) throw new BuildStop("ID_KEY_MISSING", [{ file: "id.key" }], { length: shortestKey });
  return key;
}

function requireKnownParents(vocabulary: Vocabulary): void {
  const lists = { topics: vocabulary.topics, places: vocabulary.places };
  for (const [name, entries] of Object.entries(lists)) {
    const codes = new Map<string, number>();
    const problems: string[] = [];
    entries.forEach((entry, index) => {
      const file = `vocabulary/${name}.csv:${index + 2}`;
      if (codes.has(entry.code)) problems.push(`${file}: code`);
      codes.set(entry.code, index);
    });
    const parents = new Map(entries.map(({ code, parent }) => [code, parent]));
    // What is its own ancestor belongs nowhere; a list as long as all entries goes round in a circle.
    const isCircular = (code: string): boolean => {
      let at: string | null = code;
      for (let steps = 0; at !== null && steps <= entries.length; steps += 1) at = parents.get(at) ?? null;
      return at !== null;
    };
    entries.forEach((entry, index) => {
      if (entry.parent !== null && (!codes.has(entry.parent) || isCircular(entry.code)))
        problems.push(`vocabulary/${name}.csv:${index + 2}: parent`);
    });
    if (problems.length > 0) {
      throw new BuildStop("SETTINGS_INVALID", [{ file: `vocabulary/${name}.csv` }], {
        problems: problems.join("\n"),
        count: problems.length,
      });
    }
  }
}
