import { type Facts, type Measures, type Slice, type Subject } from "../../model/facts.ts";
import { channelsOf } from "../../model/subjectsOfFacts.ts";
import { tellsClosings } from "../../model/toldFigures.ts";
import { fromTo } from "../daySpan.ts";
import { type Telling } from "../telling.ts";
import { uncapitalised } from "../uncapitalised.ts";
import { type PressTexts } from "./pressTexts.ts";

/** None where no export tells how appeals end. */
export function openSentence({ facts, voice }: Telling, say: PressTexts, { open }: Measures): string[] {
  if (open.state === "hidden") return [say("sentence.open.hidden")];
  if (open.state === "missing") return tellsClosings(facts) ? [say("sentence.open.unknown")] : [];
  return [
    say("sentence.open", {
      date: voice.date(facts.edition.date),
      appeals: voice.counted(open.value, "appeal"),
    }),
  ];
}

/** How many came in the same months a year before; or why the years cannot be compared, and which months of them can. */
export function beforeSentences(
  { facts, voice, links }: Telling,
  say: PressTexts,
  { dimension, code }: Pick<Subject, "dimension" | "code">,
  { yearBefore }: Measures,
): string[] {
  if (yearBefore?.received.state === "exact")
    return [say("sentence.before", { appeals: voice.counted(yearBefore.received.value, "appeal") })];
  const { shifts, edition } = facts;
  return [
    beginsTooLate(facts)
      ? say("sentence.before.starts", { date: voice.date(edition.from) })
      : say("sentence.before.none"),
    ...(shifts === undefined ||
    (dimension !== "region" && !shifts.looked.some((one) => one.dimension === dimension && one.code === code))
      ? []
      : [
          say("sentence.before.months", {
            span: fromTo(shifts.from, shifts.to, voice),
            address: links.absolute("/shifts/"),
          }),
        ]),
  ];
}

/** Whether the data begin after the first day of the twelve months before the last. */
function beginsTooLate({ edition, periods }: Facts): boolean {
  const { from } = periods.year;
  return edition.from > `${Number(from.slice(0, 4)) - 1}${from.slice(4)}`;
}

export function channelSentence({ voice, names }: Telling, say: PressTexts, slice: Slice): string[] {
  const channels = channelsOf(slice);
  if (channels.length < 2) return [];
  const told = channels.flatMap(({ channel, measures: { received } }) =>
    received.state === "exact"
      ? [say("volume.channel", { channel: uncapitalised(voice.language, names.channel(channel)), n: received.value })]
      : [],
  );
  return [say("volume.channels", { channels: told.join("; ") })];
}
