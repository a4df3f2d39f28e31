import { belongsTo } from "../model/events/belonging.ts";
import { dayOfIsoDate } from "../model/moment.ts";
import { type Facts, type Subject } from "../model/facts.ts";
import { type TextlessAppeal } from "./appeals/listedAppeal.ts";
import { headlineOf } from "./headlineChoice.ts";
import { type Voice } from "./language.ts";
import { inNormOf, periodOf } from "./subjects.ts";

/** Days that a date may lie after the Monday which stands for it; a wait between two may be off by less than a week. */
const weekMargin = 6;

const known = new WeakMap<readonly TextlessAppeal[], TextlessAppeal[]>();

/** The appeals whose dates are told to the week: few, and asked for by every page. */
function datedToWeek(appeals: readonly TextlessAppeal[]): TextlessAppeal[] {
  const dated = known.get(appeals) ?? appeals.filter(({ datesToWeek }) => datesToWeek === true);
  known.set(appeals, dated);
  return dated;
}

/**
 * That a subject's figures rest on weeks where its appeals are sensitive, and by how much the truth may differ: of those
 * appeals rows and figures alike are made of the week, so that neither tells the day of any.
 *
 * @param appeals those of the edition; empty where the portal publishes figures only
 * @returns null where no date of the subject is told to the week
 */
export function weekDatesNote(facts: Facts, subject: Subject, appeals: readonly TextlessAppeal[], voice: Voice): string | null {
  const period = periodOf(facts, subject);
  const [from, to] = [dayOfIsoDate(facts.periods[period].from) - weekMargin, dayOfIsoDate(facts.periods[period].to)];
  const { dimension, code } = subject;
  const isOwn = dimension === "region" ? () => true : dimension === "channel" ? ({ channel }: TextlessAppeal) => channel === code : belongsTo(dimension, code, facts.vocabulary);
  const own = datedToWeek(appeals).filter((appeal) => {
    const monday = dayOfIsoDate(appeal.received.slice(0, 10));
    return isOwn(appeal) && monday >= from && monday <= to;
  });
  if (own.length === 0) return null;
  const headline = headlineOf(facts, subject.periods[period]);
  const share = headline?.measures[inNormOf[headline.event]];
  const judged = own.filter(({ channel }) => channel === headline?.channel).length;
  const values = { appeals: voice.counted(own.length, "appeal.genitive") };
  if (share?.state !== "exact" || judged === 0) return voice.t("notes.week", values);
  if (judged * 2 > share.whole) return voice.t("notes.week.most", values);
  // Each of them may fall on the other side of the norm, or out of the period.
  return voice.t("notes.week.share", { ...values, points: voice.decimal(Math.ceil((judged / share.whole) * 1000) / 10) });
}
