import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { normalisedReply } from "../normalisedReply.ts";
import type { AgencyGroup } from "./agencyGroups.ts";

/** A group as an earlier edition has it. */
export interface EarlierGroup {
  readonly id: string;
  /** Public ids of its appeals. */
  readonly appeals: readonly string[];
}

/** Twelve hexadecimal digits: of ten thousand groups two would share an id once in five million portals. */
const digits = 12;

/**
 * With more figures in a row a name reads as a telephone, to people and to the last look, which would stop the build: of a
 * thousand groups a few would.
 */
const likeNumber = /\d{6}/u;

/** The first stretch of a hash that can be a name and is not taken yet. */
function nameIn(hash: string, taken: ReadonlySet<string>): string | null {
  for (let start = 0; start + digits <= hash.length; start += 1) {
    const name = hash.slice(start, start + digits);
    if (!likeNumber.test(name) && !taken.has(name)) return name;
  }
  return null;
}

function idOfContent(agency: string | null, firstReply: string, taken: ReadonlySet<string>): string {
  const words = normalisedReply(firstReply).words.join(" ");
  for (let content = `${agency ?? ""}\n${words}`; ;) {
    const hash = bytesToHex(sha256(utf8ToBytes(content)));
    const name = nameIn(hash, taken);
    if (name !== null) return name;
    content = hash;
  }
}

/** The group that holds more than half of some appeals, and how many; undefined where none does. */
function heirOf(
  appeals: readonly string[],
  groupOf: ReadonlyMap<string, AgencyGroup>,
): { group: AgencyGroup; shared: number } | undefined {
  for (const [group, shared] of Map.groupBy(appeals, (id) => groupOf.get(id)))
    if (group !== undefined && shared.length * 2 > appeals.length) return { group, shared: shared.length };
  return undefined;
}

/**
 * A permanent id for each group: the one it had in an earlier edition, if more than half of what is still published of that group is
 * in it, however its first reply fared (withdrawn, taken down, changed); else one made of its agency and the normalised text of its
 * first reply, the same on every machine.
 *
 * @param groups in the order in which they count
 * @param earlier groups of the edition before; with none, ids are made of content alone
 * @param isPublished whether an appeal is published with its reply in this edition
 * @param replyTo the published reply to the first appeal of a group
 * @returns ids in the order of the groups, all different
 */
export function groupIds(
  groups: readonly AgencyGroup[],
  earlier: readonly EarlierGroup[],
  isPublished: (id: string) => boolean,
  replyTo: (id: string) => string,
): string[] {
  const groupOf = new Map(groups.flatMap((group) => group.members.map(({ id }) => [id, group] as const)));
  const heirs = earlier
    .map(({ id, appeals }) => ({ id, heir: heirOf(appeals.filter(isPublished), groupOf) }))
    // Where two groups became one, the larger part gives the id.
    .sort((a, b) => (b.heir?.shared ?? 0) - (a.heir?.shared ?? 0) || (a.id < b.id ? -1 : 1));
  const ids = new Map<AgencyGroup, string>();
  for (const { id, heir } of heirs) if (heir !== undefined && !ids.has(heir.group)) ids.set(heir.group, id);
  const taken = new Set(ids.values());
  return groups.map((group) => {
    const id = ids.get(group) ?? idOfContent(group.agency, replyTo(group.members[0]!.id), taken);
    taken.add(id);
    return id;
  });
}
