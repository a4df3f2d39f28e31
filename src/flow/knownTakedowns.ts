import { randomBytes } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import Papa from "papaparse";
import { BuildStop } from "../model/buildStop.ts";
import type { Finding } from "../model/finding.ts";
import { rememberedColumns, type Remembered, type Takedown, type TakedownRow } from "../model/takedown.ts";
import { publicIds } from "../privacy/openGate.ts";
import { idsSecret } from "../privacy/publicId.ts";
import { QuotedTexts } from "../privacy/takedown/quotedTexts.ts";
import { type Compared, type Likeness, TakedownMemory } from "../privacy/takedown/takedownMemory.ts";
import { takedownKeyFile, takedownMemoryFile, takedownsFile, type Settings } from "../settings/readSettings.ts";
import type { AppealStore } from "../store/appealStore.ts";

/** An appeal that is not published: the takedown it falls under, and whether it is only like the one that was meant. */
export interface TakenDown {
  readonly takedown: Takedown;
  readonly alike: boolean;
}

/** What was taken down, and how it is known again. */
export interface KnownTakedowns {
  /** By present public id: every appeal that falls under a takedown by its id or its number. */
  readonly down: ReadonlyMap<string, TakenDown>;
  /** Whether an appeal that is not among them says the same as one of them. */
  likenessOf(appeal: Compared): (Likeness & { readonly takedown: TakedownRow }) | null;
  /** The stretches of words in the texts of an appeal that stand in one of them, each by its fingerprint. */
  quotedIn(appeal: { readonly text: string; readonly reply: string }): readonly number[];
  /** How many appeals are remembered as taken down, for the record of the release. */
  readonly remembered: number;
  /** What there is to say of the takedowns; told: what the person who builds has to know and no reader. */
  readonly findings: Finding[];
  readonly told: Finding[];
}

/** Where it does not matter what was taken down. */
export const nothingDown: KnownTakedowns = {
  down: new Map(),
  likenessOf: () => null,
  quotedIn: () => [],
  remembered: 0,
  findings: [],
  told: [],
};
const shortestKey = 32;

/**
 * Finds the appeals that were taken down, by their public ids and by what was remembered of them, and writes down by what
 * each will be known again: when its takedown is first applied, and whenever an export has other words for it.
 *
 * @throws BuildStop TAKEDOWN_MEMORY_BROKEN where the memory was changed or its key is another; TAKEDOWNS_GONE where it is
 *   there and no takedown is; TAKEDOWN_MEMORY_GONE where its key is there and it is not; ID_KEY_REPLACED where the public
 *   ids are made with another key than the memory knows; TAKEDOWNS_UNKNOWN where nothing is remembered and no export holds any of the ids. The last two only where nobody said
 *   that new ids are meant, those before them where nobody said that the memory is to be begun anew
 */
export async function knownTakedowns(
  settings: Settings,
  store: Pick<AppealStore, "numbers" | "versionsOf">,
): Promise<KnownTakedowns> {
  const { portal, idKey, takedowns, meant } = settings;
  const secret = idsSecret(idKey, portal.idLetters);
  if (portal.appeals !== "full") return nothingDown;
  const byId = new Map(takedowns.map((row) => [row.id, row]));
  const takedownMemory = meant.newMemory ? begunAnew(settings) : settings.takedownMemory;
  const key =
    takedownMemory.key !== null && takedownMemory.key.length >= shortestKey
      ? takedownMemory.key
      : randomBytes(32).toString("hex");
  const before = new TakedownMemory(takedownMemory.rows, key, secret);
  if (!meant.newMemory) requireWhole(takedownMemory, before, byId);
  if (!before.knowsIds && !meant.newIds) throw new BuildStop("ID_KEY_REPLACED", [{ file: "id.key" }]);
  if (byId.size === 0) {
    if (meant.newMemory) await forget(settings.dataDir);
    return nothingDown;
  }

  const publicId = publicIds(portal, idKey);
  const down = new Map<string, TakenDown>(takedowns.map((row) => [row.id, { takedown: published(row), alike: false }]));
  const remembered = takedownMemory.rows.filter(({ id }) => byId.has(id));
  const found = new Set(remembered.map(({ id }) => id));
  const added: Remembered[] = [];
  const texts: string[] = [];
  const replies: string[] = [];
  const atHand = new Set<string>();
  for await (const numbers of store.numbers()) {
    for (const { source, id } of numbers) {
      const now = publicId(source, id);
      const takedown = byId.get(now) ?? byId.get(before.ofNumber(source, id) ?? "");
      if (takedown === undefined) continue;
      down.set(now, { takedown: published(takedown), alike: false });
      found.add(takedown.id);
      for (const version of await store.versionsOf(source, id)) {
        if (takedown.copies !== "stay") {
          texts.push(version.text);
          replies.push(version.reply);
        }
        atHand.add(before.textOf(version));
        const row = before.remember(takedown.id, version);
        if (row !== null && !added.some(({ seal }) => seal === row.seal)) added.push(row);
      }
    }
  }
  const unknown = takedowns.flatMap(({ id }, index) => (found.has(id) ? [] : [{ id, line: index + 2 }]));
  if (found.size === 0 && !meant.newIds)
    throw new BuildStop(
      "TAKEDOWNS_UNKNOWN",
      unknown.map(({ line }) => ({ file: takedownsFile, line })),
      { count: unknown.length },
    );
  // That a person knows of them is remembered, too: they are not asked about again.
  if (meant.newIds)
    added.push(
      ...unknown.map(({ id }) =>
        before.sealed(
          { id, number: "", bare: "", day: "", text: "", words: "0", sketch: "", about: "" },
          takedownMemory.rows.length,
        ),
      ),
    );

  const rows = [...takedownMemory.rows, ...added];
  if (added.length > 0 || !before.knowsIds || meant.newMemory)
    await keep(
      settings.dataDir,
      rows.map((row) => before.sealed(row, rows.length)),
      takedownMemory.key === key ? null : key,
    );
  const memory = new TakedownMemory([...remembered, ...added], key, secret);
  const quoted = new QuotedTexts(texts);
  // Replies are looked for in what residents write alone: agencies say to many what they say to one.
  const quotedReplies = new QuotedTexts(replies);
  // What no export holds any more is known by its sample alone.
  const gone = new TakedownMemory(
    remembered.filter(({ id, text }) => !atHand.has(text) && byId.get(id)?.copies !== "stay"),
    key,
    secret,
  );
  return {
    down,
    likenessOf(appeal) {
      const likeness = memory.likenessOf(appeal);
      const takedown = likeness === null ? undefined : byId.get(likeness.of);
      return likeness === null || takedown === undefined || (takedown.copies === "stay" && likeness.how !== "same")
        ? null
        : { ...likeness, takedown };
    },
    quotedIn: ({ text, reply }) => [
      ...[text, reply].flatMap((one) => [...quoted.runsIn(one), ...(gone.isQuotedIn(one) ? [quotedWhole] : [])]),
      ...quotedReplies.runsIn(text),
    ],
    remembered: new Set(rows.map(({ id }) => id)).size,
    findings: [...unknownTakedowns(unknown.map(({ line }) => line)), ...lifted(takedownMemory.rows, byId)],
    told:
      added.length === 0
        ? []
        : [{ code: "TAKEDOWN_REMEMBERED", file: takedownMemoryFile, count: new Set(added.map(({ id }) => id)).size }],
  };
}

/** Stands for a whole text that is quoted; fingerprints are not below zero. */
export const quotedWhole = -1;

/** What is left of a memory where a person said that it is changed on purpose: that of present takedowns, if it is whole. */
function begunAnew({ takedownMemory: { rows, key }, takedowns }: Settings): Settings["takedownMemory"] {
  const isWhole = key !== null && new TakedownMemory(rows, key, null).brokenRows().length === 0;
  return { rows: isWhole ? rows.filter(({ id }) => takedowns.some((takedown) => takedown.id === id)) : [], key };
}

function requireWhole(
  { rows, key }: Settings["takedownMemory"],
  memory: TakedownMemory,
  byId: ReadonlyMap<string, unknown>,
): void {
  if (rows.length === 0 && key !== null) throw new BuildStop("TAKEDOWN_MEMORY_GONE", [{ file: takedownMemoryFile }]);
  if (rows.length === 0) return;
  const broken = memory.brokenRows();
  if (broken.length > 0)
    throw new BuildStop(
      "TAKEDOWN_MEMORY_BROKEN",
      broken.map((index) => ({ file: takedownMemoryFile, line: index + 2 })),
      { count: broken.length },
    );
  if (byId.size === 0)
    throw new BuildStop("TAKEDOWNS_GONE", [{ file: takedownsFile }], { count: new Set(rows.map(({ id }) => id)).size });
}

async function forget(dataDir: string): Promise<void> {
  for (const name of [takedownMemoryFile, takedownKeyFile]) await rm(join(dataDir, name), { force: true });
}

/** The key first: a memory without it would stop every build. */
async function keep(dataDir: string, rows: readonly Remembered[], newKey: string | null): Promise<void> {
  if (newKey !== null) await writeFile(join(dataDir, takedownKeyFile), `${newKey}\n`, { mode: 0o600 });
  const file = join(dataDir, takedownMemoryFile);
  const table = Papa.unparse(
    { fields: [...rememberedColumns], data: rows.map((row) => rememberedColumns.map((column) => row[column])) },
    { newline: "\n" },
  );
  await writeFile(`${file}.new`, `${table}\n`);
  await rename(`${file}.new`, file);
}

function published({ id, reason, date }: TakedownRow): Takedown {
  return { id, reason, date };
}

/** A takedown of an appeal that no export holds any more is in order; one with a mistyped id must not pass unseen. */
function unknownTakedowns(lines: number[]): Finding[] {
  return lines.length === 0
    ? []
    : [{ code: "TAKEDOWN_UNKNOWN", file: takedownsFile, line: lines[0]!, count: lines.length, lines }];
}

/** Whoever strikes a takedown out publishes the appeal again; whoever loses a line should hear of it. */
function lifted(rows: readonly Remembered[], byId: ReadonlyMap<string, unknown>): Finding[] {
  const lines = rows.flatMap(({ id }, index) => (byId.has(id) ? [] : [index + 2]));
  return lines.length === 0
    ? []
    : [{ code: "TAKEDOWN_LIFTED", file: takedownMemoryFile, line: lines[0]!, count: lines.length, lines }];
}
