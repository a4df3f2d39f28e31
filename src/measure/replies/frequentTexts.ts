import type { AppealColumns, ReplyColumns } from "../../model/columns.ts";
import { alikeFrom, frequentFrom } from "../../model/replies.ts";
import { hasMark, type ReplyMark, unreadReply } from "../../model/replyMarks.ts";

/** How many replies each group has, by its number; those in no group stand at 0. */
function sizesOf({ group }: ReplyColumns): Uint32Array {
  const sizes = new Uint32Array(group.reduce((most, number) => Math.max(most, number), 0) + 1);
  for (const number of group) sizes[number]! += 1;
  return sizes;
}

/**
 * Which groups of nearly identical replies are frequent texts of their agency, over the whole time: the same in every period and subject.
 *
 * @returns by number of the group, 1 where it is; 0 for what is in no group
 */
export function frequentTexts({ agency }: Pick<AppealColumns, "agency">, replies: ReplyColumns): Uint8Array {
  const byAgency = new Map<number, number>();
  for (const row of replies.rows) byAgency.set(agency[row]!, (byAgency.get(agency[row]!) ?? 0) + 1);
  const sizes = sizesOf(replies);
  const isFrequent = new Uint8Array(sizes.length);
  replies.group.forEach((number, place) => {
    // All copies of a group are of one agency.
    if (number > 0 && sizes[number]! >= frequentFrom * byAgency.get(agency[replies.rows[place]!]!)!)
      isFrequent[number] = 1;
  });
  return isFrequent;
}

/** Which of the frequent texts a rule judged once, for all copies alike. @returns by number of the group, 1 where it did */
export function judgedOnce(replies: ReplyColumns, isFrequent: Uint8Array, mark: ReplyMark): Uint8Array {
  const [read, found] = [new Uint32Array(isFrequent.length), new Uint32Array(isFrequent.length)];
  replies.group.forEach((number, place) => {
    if (isFrequent[number] !== 1 || replies.marks[place]! === unreadReply) return;
    read[number]! += 1;
    if (hasMark(replies.marks[place]!, mark)) found[number]! += 1;
  });
  return isFrequent.map((is, number) =>
    is === 1 && Math.max(found[number]!, read[number]! - found[number]!) >= alikeFrom * read[number]! ? 1 : 0,
  );
}
