import type { ReplyMark } from "../../model/replyMarks.ts";
import { exactOf, type ReplyTelling } from "./replyTelling.ts";

/** From this part of what was found in the region on, one agency's frequent texts are named: without it the share would be another. */
export const namedFrom = 0.1;

/**
 * «474 из них — копии частых текстов одного ведомства (…); без него правило нашло это в 848 из 10 362 ответов (8,2 %).» Empty where no
 * agency's frequent texts make up much of what the rule found in the region.
 *
 * @param region replies in which the mark was found, and all
 */
export function oneAgencysCopies(
  { say, counted, replies, telling: { names, voice } }: ReplyTelling,
  mark: ReplyMark,
  region: { readonly part: number; readonly whole: number },
): string {
  const agencies = replies.subjects.flatMap(({ dimension, code, periods: { all } }) => {
    const share = dimension === "agency" ? all.marks.find((each) => each.mark === mark) : undefined;
    const raw = exactOf(share?.raw);
    return raw === null ? [] : [{ code, raw, copies: share?.copies?.found ?? 0 }];
  });
  const [most] = agencies.sort((a, b) => b.copies - a.copies);
  if (most === undefined || most.copies === 0 || most.copies < namedFrom * region.part) return "";
  const part = region.part - most.raw.part;
  const whole = region.whole - most.raw.whole;
  if (whole === 0) return "";
  return say("mark.one-agency", {
    n: voice.integer(most.copies),
    agency: names.agencyShort(most.code),
    part: voice.integer(part),
    whole: counted("count.reply.genitive", whole),
    share: voice.percent(part / whole),
  });
}
