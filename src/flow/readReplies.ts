import type { PublishedGroups } from "../edition/publishedGroups.ts";
import { readAppeals, readAppealsOf } from "../edition/readEdition.ts";
import type { PublicAppeal } from "../model/appeal.ts";
import { type ReplyColumns, replyKinds } from "../model/columns.ts";
import type { MeasuredReplies } from "../measure/replies/measureReplies.ts";
import { isOwed } from "../model/events/closing.ts";
import type { Portal } from "../model/portal.ts";
import type { MarkQuality, Replies } from "../model/replies.ts";
import { type RepeatedReplies, repeatedReplies } from "../replies/groups/repeatedReplies.ts";

/** The replies of an edition as they were read. */
export interface ReadReplies {
  readonly columns: ReplyColumns;
  readonly repeated: Pick<RepeatedReplies, "groups" | "oneTexts">;
  readonly earlier: PublishedGroups;
}

export const noRepeated: ReadReplies["repeated"] = { groups: [], oneTexts: new Map() };

/** The published appeals that are owed a reply, without holding them. */
function* owedAppeals(editionDir: string): Generator<PublicAppeal> {
  for (const group of readAppeals(editionDir)) yield* group.filter(({ outcome }) => isOwed(outcome));
}

/**
 * Finds the replies of an edition that repeat, and puts into the columns how each stands beside the others.
 *
 * @param earlier groups that the site which is replaced has: their ids stay
 * @throws Error where the columns and the edition do not hold the same replies
 */
export function groupsOfEdition(
  editionDir: string,
  columns: ReplyColumns,
  minimumShown: number,
  earlier: PublishedGroups,
): RepeatedReplies {
  const rules = { minimumShown, earlier: earlier.groups };
  const found = repeatedReplies(owedAppeals(editionDir), rules, (ids) => readAppealsOf(editionDir, ids));
  if (found.kinds.length !== columns.rows.length) throw new Error("Columns and edition hold different replies");
  found.kinds.forEach((kind, place) => (columns.kind[place] = replyKinds.indexOf(kind)));
  found.groupOf.forEach((group, place) => (columns.group[place] = group));
  return found;
}

/** What is told of replies, put together. */
export function assembleReplies(
  portal: Pick<Portal, "address" | "appeals">,
  marks: readonly MarkQuality[],
  measured: MeasuredReplies | null,
  { repeated: { groups, oneTexts }, earlier }: ReadReplies,
): Replies {
  const ids = new Set(groups.map(({ id }) => id));
  const known = [...earlier.groups.map(({ id }) => id), ...earlier.gone];
  const subjects = measured?.subjects ?? [];
  return {
    schema: 1,
    address: portal.address,
    reading: portal.appeals === "full" ? (subjects.length > 0 ? "read" : "no-texts") : "figures-only",
    marks,
    subjects: subjects.map((subject) => ({
      ...subject,
      oneText: (subject.dimension === "agency" ? oneTexts.get(subject.code) : undefined) ?? null,
    })),
    groups,
    gone: [...new Set(known)].filter((id) => !ids.has(id)).sort(),
    associations: measured?.associations ?? [],
  };
}
