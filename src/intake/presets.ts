import { readFileSync, readdirSync } from "node:fs";
import Papa from "papaparse";
import { parse } from "yaml";
import { z } from "zod";
import { channelRowSchema, kindRowSchema, markRowSchema } from "../model/vocabulary.ts";
import { sourceFields, sourceSchema, wordMeanings, type Source, type SourceField } from "../model/source.ts";
import { matchHeader } from "./headerMatch.ts";

/** data/presets/NAME.yaml: a source description that is recognised by its headers instead of by the names of files. */
const presetSchema = sourceSchema.omit({ files: true }).extend({
  /** Fields without which a file is none of this system. Any other column may be absent. */
  required: z.array(z.enum(sourceFields)),
  /** At least one of these headers must be there: what tells this system from others. */
  signature: z.array(z.string()).optional(),
  /** Files of this layout have other columns too, under names of their own: inspect proposes fields for them by their names and contents. */
  open: z.boolean().optional(),
});

export interface Preset extends Source {
  required: SourceField[];
  signature: string[] | undefined;
  open?: boolean | undefined;
}

const folder = new URL("../../data/presets/", import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), "utf8");
const rowsOf = (name: string): unknown[] =>
  Papa.parse<unknown>(read(name), { header: true, skipEmptyLines: true }).data;

let known: Preset[] | undefined;

/** All presets, in the order of their names. */
export function presets(): Preset[] {
  known ??= readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map(
      (name) =>
        ({ ...presetSchema.parse(parse(read(name))), files: [], name: name.slice(0, -".yaml".length) }) as Preset,
    );
  return known;
}

const readWords = () => ({
  outcomes: rowsOf("outcomes.csv").map((row) =>
    z.object({ word: z.string().min(1), outcome: z.enum(wordMeanings) }).parse(row),
  ),
  channels: rowsOf("channels.csv").map((row) => channelRowSchema.parse(row)),
  kinds: rowsOf("kinds.csv").map((row) => kindRowSchema.parse(row)),
  marks: rowsOf("marks.csv").map((row) => markRowSchema.parse(row)),
});

let words: ReturnType<typeof readWords> | undefined;

/** Words for outcomes, channels and kinds of appeals that official systems use; a portal's own vocabulary comes before them. */
export function officialWords(): ReturnType<typeof readWords> {
  return (words ??= readWords());
}

/** How well a preset fits a header: the number of its fields that are fed, or 0 where something it needs is not there. */
export function presetFit(header: readonly string[], preset: Preset): number {
  const { columns } = matchHeader(header, preset);
  if (preset.required.some((field) => columns[field] === undefined)) return 0;
  const signed =
    preset.signature && matchHeader(header, { columns: { id: preset.signature }, ignore: [] }).columns.id !== undefined;
  if (preset.signature && !signed) return 0;
  return Object.keys(columns).length + (signed ? sourceFields.length : 0);
}

/** Whether a preset leaves it open what further columns feed. */
export function isOpenPreset(name: string): boolean {
  return presets().some((preset) => preset.name === name && preset.open === true);
}

/** A preset as the description of one file: without the columns that the file does not have. */
export function presetFor(header: readonly string[], preset: Preset): Source {
  const { columns } = matchHeader(header, preset);
  return {
    ...preset,
    columns: Object.fromEntries(
      Object.entries(preset.columns).filter(([field]) => columns[field as SourceField] !== undefined),
    ),
  };
}
