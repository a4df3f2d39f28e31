import { changeKinds } from "../../model/change.ts";
import type { Editions } from "../../model/editions.ts";
import type { Subject } from "../../model/facts.ts";
import type { Telling } from "../telling.ts";
import type { PressTexts } from "./pressTexts.ts";

/** What came since the edition before, and what became of what was there: never in one list, where the one looks like a part of the other. */
export function changeSentences(
  { facts, voice }: Telling,
  say: PressTexts,
  subject: Subject,
  { editions }: Editions,
): string[] {
  const edition = editions.find(({ date }) => date === facts.edition.date);
  if (edition === undefined || edition.before === null) return [say("changes.first")];
  const before = voice.date(edition.before);
  const changes =
    subject.dimension === "region"
      ? edition.changes
      : (edition.changesByAgency.find(({ agency }) => agency === subject.code)?.changes ?? {});
  const kinds = changeKinds.flatMap((kind) => {
    const count = changes[kind];
    return count === undefined || kind === "new" || kind === "vanished" || kind === "withdrawn"
      ? []
      : [say(`change.${kind}`, { n: count })];
  });
  const { new: added, vanished, withdrawn } = changes;
  if ([added, vanished, withdrawn].every((count) => count === undefined) && kinds.length === 0)
    return [say("changes.none", { before })];
  return [
    added === undefined
      ? say("changes.new.none", { before })
      : say("changes.new", { before, appeals: voice.counted(added, "appeal") }),
    ...(kinds.length === 0 ? [] : [say("changes.kinds", { kinds: kinds.join(", ") })]),
    ...(withdrawn === undefined ? [] : [say("changes.withdrawn", { appeals: voice.counted(withdrawn, "appeal") })]),
    ...(vanished === undefined
      ? []
      : [say("changes.vanished", { appeals: voice.counted(vanished, "appeal.genitive") })]),
    ...([added, withdrawn, vanished, changes.returned].some((count) => count !== undefined)
      ? [say("changes.export", { portal: facts.portal.title })]
      : []),
  ];
}
