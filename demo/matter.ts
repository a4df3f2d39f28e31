import type { Bank, Case, Line, Role } from "./bank.ts";
import type { Random } from "./random.ts";
import { fits, type Scene } from "./scene.ts";

/** The cases of a bank that can happen here and now; all of them where none fits. */
export function casesFor(bank: Bank, scene: Scene): readonly Case[] {
  const own = bank.cases.filter((entry) => scene.specialist !== undefined && entry.tags.includes(scene.specialist));
  if (own.length > 0) return own;
  const fitting = bank.cases.filter((entry) => fits(entry.tags, scene));
  return fitting.length > 0 ? fitting : bank.cases;
}

/** A complaint: the case, and the keys that say what exactly is the matter. */
export interface Matter {
  bank: Bank;
  entry: Case;
  keys: ReadonlySet<string>;
}

/** Lines of a part that may be said about this matter, here and now: those of the case, then those of the topic. */
export function linesFor({ bank, entry, keys }: Matter, role: Role, scene: Scene): { own: Line[]; common: Line[] } {
  const said = (line: Line): boolean =>
    fits(line.tags, scene) && (line.keys.length === 0 || line.keys.some((key) => keys.has(key)));
  return { own: entry.own[role].filter(said), common: bank.common[role].filter(said) };
}

/** Draws the complaint itself. */
export function complaintOf(bank: Bank, entry: Case, scene: Scene, random: Random): { matter: Matter; line: Line } {
  const fitting = entry.own["?"].filter((line) => fits(line.tags, scene));
  const line = random.pick(fitting.length > 0 ? fitting : entry.own["?"]);
  return { matter: { bank, entry, keys: new Set([...entry.keys, ...line.keys]) }, line };
}
