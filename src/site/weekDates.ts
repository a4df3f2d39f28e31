import { belongsTo } from "../model/events/belonging.ts";
import type { Subject } from "../model/facts.ts";
import type { TextlessAppeal } from "../edition/listedAppeal.ts";
import { periodOf } from "../model/subjectsOfFacts.ts";
import type { Telling } from "../words/telling.ts";

const known = new WeakMap<readonly TextlessAppeal[], TextlessAppeal[]>();

/** The appeals whose dates are told to the week: few, and asked for by every page. */
function datedToWeek(appeals: readonly TextlessAppeal[]): TextlessAppeal[] {
  const dated = known.get(appeals) ?? appeals.filter(({ datesToWeek }) => datesToWeek === true);
  known.set(appeals, dated);
  return dated;
}

/**
 * For how many of a subject's appeals figures and table alike rest on weeks instead of days, and what that does to waits
 * and to shares in time.
 *
 * @param appeals those of the edition; empty where the portal publishes figures only
 * @returns null where no date of the subject is told to the week
 */
export function weekDatesNote(
  { facts, voice }: Telling,
  subject: Subject,
  appeals: readonly TextlessAppeal[],
): string | null {
  const { from, to } = facts.periods[periodOf(facts, subject)];
  const { dimension, code } = subject;
  const isOwn =
    dimension === "region"
      ? () => true
      : dimension === "channel"
        ? ({ channel }: TextlessAppeal) => channel === code
        : belongsTo(dimension, code, facts.vocabulary);
  // The figures count such an appeal by its Monday.
  const own = datedToWeek(appeals).filter(
    (appeal) => isOwn(appeal) && appeal.received >= from && appeal.received <= to,
  );
  return own.length === 0 ? null : voice.t("notes.week", { appeals: voice.counted(own.length, "appeal.genitive") });
}
