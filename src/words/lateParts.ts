import type { Headline } from "../model/headlineChoice.ts";
import type { Voice } from "./language.ts";
import { closedAfterNorm } from "./closedAfterNorm.ts";
import { unansweredNumber } from "./unansweredText.ts";

/** Of what the appeals consist that were not answered in time. */
interface LateNumbers {
  /** Still without a reply. */
  waiting: number;
  /** Answered after the deadline; where closed is null, those closed without a reply as well. */
  later: number;
  /** Without a reply when the deadline passed, and then closed without one; null: nobody knows how many. */
  closed: number | null;
  /** Why they were, as far as all of the subject tell. */
  why: "both" | "law" | "withdrawn";
}

/** @returns null where the share is of closings, or is not told */
export function lateNumbers({ event, measures }: Pick<Headline, "event" | "measures">): LateNumbers | null {
  const { answeredInNorm, silent, leftByLaw, withdrawnUnanswered } = measures;
  if (event !== "first-reply" || answeredInNorm.state !== "exact" || silent.state !== "exact") return null;
  const closed = unansweredNumber(measures) === 0 ? 0 : closedAfterNorm(measures);
  const [law, withdrawn] = [leftByLaw, withdrawnUnanswered].map(
    (count) => count.state === "exact" && count.value === 0,
  );
  return {
    waiting: silent.part,
    later: answeredInNorm.whole - answeredInNorm.part - silent.part - (closed ?? 0),
    closed,
    why: withdrawn ? "law" : law ? "withdrawn" : "both",
  };
}

/**
 * «25 из 589: ждут до сих пор — 11, получили ответ позже — 8, закрыто по закону или отозвано авторами без ответа — 6»: of what
 * the appeals consist that were not answered in time, where some of them were owed no reply any more. The share alone would
 * reproach an agency with what the law lets it leave.
 *
 * @returns null where the share is of something else, where it holds late replies and silence alone, or where nobody knows
 */
export function lateParts(headline: Pick<Headline, "event" | "measures">, voice: Voice): string | null {
  const { measures } = headline;
  const { answeredInNorm } = measures;
  const numbers = lateNumbers(headline);
  if (numbers === null || answeredInNorm.state !== "exact" || unansweredNumber(measures) === 0) return null;
  const { waiting, later, closed, why } = numbers;
  const { part, whole } = answeredInNorm;
  const told = (id: "unknown" | "both" | "law" | "withdrawn", values: Record<string, number>): string =>
    voice.t(
      `headline.late.parts.${id}`,
      Object.fromEntries(Object.entries(values).map(([name, number]) => [name, voice.integer(number)])),
    );
  const values = { late: whole - part, whole, waiting };
  if (closed === null) return told("unknown", values);
  return closed === 0 ? null : told(why, { ...values, later, closed });
}
