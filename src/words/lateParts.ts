import { type Headline } from "../model/headlineChoice.ts";
import { type Voice } from "./language.ts";
import { closedAfterNorm } from "./closedAfterNorm.ts";
import { unansweredNumber } from "./unansweredText.ts";

/**
 * «25 из 589: ждут до сих пор — 11, получили ответ позже — 8, закрыто по закону или отозвано авторами без ответа — 6»: of what
 * the appeals consist that were not answered in time, where some of them were owed no reply any more. The share alone would
 * reproach an agency with what the law lets it leave.
 *
 * @returns null where the share is of something else, where it holds late replies and silence alone, or where nobody knows
 */
export function lateParts({ event, measures }: Pick<Headline, "event" | "measures">, voice: Voice): string | null {
  const { answeredInNorm, silent, leftByLaw, withdrawnUnanswered } = measures;
  if (event !== "first-reply" || answeredInNorm.state !== "exact" || silent.state !== "exact") return null;
  if (unansweredNumber(measures) === 0) return null;
  const late = answeredInNorm.whole - answeredInNorm.part;
  const values = { late: voice.integer(late), whole: voice.integer(answeredInNorm.whole) };
  const parts = (id: "unknown" | "both" | "law" | "withdrawn", numbers: Record<string, number>): string =>
    voice.t(`headline.late.parts.${id}`, {
      ...values,
      ...Object.fromEntries(Object.entries(numbers).map(([name, number]) => [name, voice.integer(number)])),
    });
  const closed = closedAfterNorm(measures);
  if (closed === null) return parts("unknown", { waiting: silent.part });
  if (closed === 0) return null;
  const [law, withdrawn] = [leftByLaw, withdrawnUnanswered].map(
    (count) => count.state === "exact" && count.value === 0,
  );
  return parts(withdrawn ? "law" : law ? "withdrawn" : "both", {
    waiting: silent.part,
    later: late - silent.part - closed,
    closed,
  });
}
