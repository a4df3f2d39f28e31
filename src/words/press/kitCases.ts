import type { Subject } from "../../model/facts.ts";
import type { LongCase } from "../../model/longCases.ts";
import type { Telling } from "../telling.ts";
import { uncapitalised } from "../uncapitalised.ts";
import type { PressTexts } from "./pressTexts.ts";

/**
 * The open appeals that have waited longest, one by one: for what they wait, and in a list of several agencies who is to answer, since
 * the place where somebody lives is not to blame.
 */
export function caseSentences(
  { facts, firstLanguage, voice, names, links }: Telling,
  say: PressTexts,
  { dimension }: Pick<Subject, "dimension">,
  cases: readonly LongCase[],
): string[] {
  if (facts.portal.appeals !== "full") return [say("cases.figures-only")];
  const [first] = cases;
  if (first === undefined) return [say("cases.none")];
  const { from } = facts.edition;
  return [
    cases.length === 1 ? say("cases.lead.one") : say("cases.lead", { topics: sensitiveTopics(facts, names, say) }),
    ...(voice.language === firstLanguage ? [] : [say("cases.language")]),
    ...cases.map(({ id, agency, channel, topic, place, received, days, awaits, reopened }) =>
      say(`case.${awaits}`, {
        about: [names.topic(topic ?? ""), ...(place === null ? [] : [names.place(place)])].join(", "),
        who: answering(agency === null || dimension === "agency" ? null : names.agency(agency), channel),
        days: voice.counted(days, "day"),
        date: voice.date(received.slice(0, 10)),
        again: reopened === null ? "" : say("case.again", { date: voice.date(reopened.slice(0, 10)) }),
        address: links.appealCited(id),
      }),
    ),
    // Of the oldest nobody knows whether they are the oldest of all.
    ...(first.received.slice(0, 10) === from ? [say("cases.first-day", { date: voice.date(from) })] : []),
  ];

  /** By which way it came, since deadlines go by that, and who is to answer it. */
  function answering(agency: string | null, way: LongCase["channel"]): string {
    const channel = uncapitalised(voice.language, names.channel(way));
    return agency === null ? channel : say("case.agency", { channel, agency });
  }
}

/** «обращений на темы „Пособия“, „Поликлиники“»: topics of which no single appeal is told; empty where there are none. */
function sensitiveTopics({ vocabulary }: Telling["facts"], names: Telling["names"], say: PressTexts): string {
  const told = vocabulary.topics
    .filter(({ sensitive }) => sensitive)
    .map(({ code }) => say("topic.only", { name: names.topic(code) }));
  return told.length === 0 ? "" : say("cases.sensitive", { topics: told.join(", ") });
}
