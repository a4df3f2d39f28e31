import { type Subject } from "../../model/facts.ts";
import { type LongCase } from "../../model/longCases.ts";
import { type Telling } from "../telling.ts";
import { type PressTexts } from "./pressTexts.ts";

/**
 * The open appeals that have waited longest, one by one: for what they wait, and in a list of several agencies who is to answer, since
 * the place where somebody lives is not to blame.
 */
export function caseSentences(
  { facts, voice, names, links }: Telling,
  say: PressTexts,
  { dimension }: Pick<Subject, "dimension">,
  cases: readonly LongCase[],
): string[] {
  if (facts.portal.appeals !== "full") return [say("cases.figures-only")];
  const [first] = cases;
  if (first === undefined) return [say("cases.none")];
  const { from } = facts.edition;
  return [
    say(cases.length === 1 ? "cases.lead.one" : "cases.lead"),
    ...(voice.language === facts.portal.language ? [] : [say("cases.language")]),
    ...cases.map(({ id, agency, topic, place, received, days, awaits, reopened }) =>
      say(`case.${awaits}`, {
        about: [names.topic(topic ?? ""), ...(place === null ? [] : [names.place(place)])].join(", "),
        agency: agency === null || dimension === "agency" ? "" : say("case.agency", { agency: names.agency(agency) }),
        days: voice.counted(days, "day"),
        date: voice.date(received.slice(0, 10)),
        again: reopened === null ? "" : say("case.again", { date: voice.date(reopened.slice(0, 10)) }),
        address: links.appealCited(id),
      }),
    ),
    // Of the oldest nobody knows whether they are the oldest of all.
    ...(first.received.slice(0, 10) === from ? [say("cases.first-day", { date: voice.date(from) })] : []),
  ];
}
