import { type Editions } from "../../model/editions.ts";
import { type Breakdown, type Facts, type Measures, type Slice, type Subject, type Times } from "../../model/facts.ts";
import { channelsOf, periodOf } from "../../model/subjectsOfFacts.ts";
import { type LongCase } from "../../model/longCases.ts";
import { tellsClosings, tellsReplyDates } from "../../model/toldFigures.ts";
import { headlineOf } from "../../model/headlineChoice.ts";
import { changeKinds } from "../../model/change.ts";
import { capitalised, headlineText, periodText } from "../headline.ts";
import { createReplyTexts } from "../replyTexts.ts";
import { secondReaction } from "../secondReaction.ts";
import { type Telling } from "../telling.ts";
import { type PressTexts, pressTexts } from "./pressTexts.ts";

/** What a press office says of a subject in one edition, in three lengths. Each sentence stands by itself. */
export interface PressKit {
  name: string;
  /** Of its page inside the portal: "/press/" of the region, "/press/minobr/" of an agency. */
  address: string;
  short: string;
  medium: string[];
  /** Volume, usual time, topics, long cases one by one, what changed, and the newest words of the agency itself. */
  long: { title: string; sentences: string[] }[];
  evidence: string;
  cite: string;
}

export const pressAddress = ({ dimension, code }: Pick<Subject, "dimension" | "code">): string =>
  dimension === "region" ? "/press/" : `/press/${code}/`;

/** Topics that a paragraph and a full text name at most. */
const [few, most] = [3, 5];

/**
 * @param editions all of them, for what changed since the one before
 * @param cases the open appeals of the subject that have waited longest; null: single appeals are not told of
 */
export function pressKit(
  telling: Telling,
  subject: Subject,
  editions: Editions,
  cases: readonly LongCase[] | null,
): PressKit {
  const { facts, voice, names, links } = telling;
  const say = pressTexts(voice);
  const period = periodOf(facts, subject);
  const slice = subject.periods[period];
  const { measures } = slice;
  const name = names.of(subject.dimension, subject.code);
  const headline = headlineText(telling, subject);
  const received = measures.received.state === "exact" ? measures.received.value : 0;
  const when = periodText(telling, period);
  const came =
    received === 0
      ? say("sentence.received.none", { name, period: when })
      : say("sentence.received", { name, period: when, appeals: voice.counted(received, "appeal") });
  const address = pressAddress(subject);
  const told = received === 0 ? [] : [...openSentence(telling, say, measures), beforeSentence(telling, say, measures)];
  return {
    name,
    address,
    short: received === 0 ? came : `${came} ${firstSentence(headline.sentence)}`,
    medium: [
      came,
      ...(received === 0
        ? []
        : [headline.sentence, topicsSentence(telling, say, topicsOf(subject, slice), few, false), ...told]),
    ],
    long: [
      { title: say("volume"), sentences: [came, ...channelSentence(telling, say, slice), ...told] },
      ...(received === 0
        ? []
        : [
            {
              title: say("time"),
              sentences: [
                ...timeSentences(telling, say, slice),
                ...timeNote(facts, say),
                ...leftOutSentence(telling, say, slice),
              ],
            },
            { title: say("topics"), sentences: [topicsSentence(telling, say, topicsOf(subject, slice), most, true)] },
          ]),
      ...(tellsClosings(facts) && cases !== null
        ? [{ title: say("cases"), sentences: caseSentences(telling, say, cases) }]
        : []),
      { title: say("changes"), sentences: changeSentences(telling, say, subject, editions) },
      ...ownWords(telling, subject),
    ],
    evidence: headline.evidence,
    cite: say("cite.text", {
      portal: facts.portal.title,
      date: voice.date(facts.edition.date),
      address: links.absolute(address),
    }),
  };
}

/** What the agency itself says, with its date, as on its page: whoever takes the figures away takes its words along. */
function ownWords({ facts, voice }: Telling, { dimension, code }: Subject): PressKit["long"] {
  const newest = dimension === "agency" ? facts.statements.find(({ agency }) => agency === code) : undefined;
  if (newest === undefined) return [];
  const { say } = createReplyTexts(voice.language);
  return [
    {
      title: say("statements.title"),
      sentences: [say("statements.dated", { date: voice.date(newest.date) }), ...newest.paragraphs],
    },
  ];
}

/** An agency is asked about one or two topics: what it is asked in them says more. What is left over stands last. */
function topicsOf({ dimension }: Subject, { topics, subtopics }: Slice): Breakdown {
  const told = (dimension === "region" ? topics : subtopics).filter(({ code }) => code !== "");
  return [...told.filter(({ code }) => code !== "other"), ...told.filter(({ code }) => code === "other")];
}

/** None where no export tells how appeals end. */
function openSentence({ facts, voice }: Telling, say: PressTexts, { open }: Measures): string[] {
  if (open.state === "hidden") return [say("sentence.open.hidden")];
  if (open.state === "missing") return tellsClosings(facts) ? [say("sentence.open.unknown")] : [];
  return [
    say("sentence.open", {
      date: voice.date(facts.edition.date),
      appeals: voice.counted(open.value, "appeal"),
    }),
  ];
}

function beforeSentence({ voice }: Telling, say: PressTexts, { yearBefore }: Measures): string {
  return yearBefore?.received.state === "exact"
    ? say("sentence.before", { appeals: voice.counted(yearBefore.received.value, "appeal") })
    : say("sentence.before.none");
}

function channelSentence({ voice, names }: Telling, say: PressTexts, slice: Slice): string[] {
  const channels = channelsOf(slice);
  if (channels.length < 2) return [];
  const told = channels.flatMap(({ channel, measures: { received } }) =>
    received.state === "exact"
      ? [say("volume.channel", { channel: lower(voice.language, names.channel(channel)), n: received.value })]
      : [],
  );
  return [say("volume.channels", { channels: told.join("; ") })];
}

/** Within a sentence. */
const lower = (language: string, text: string): string => text.slice(0, 1).toLocaleLowerCase(language) + text.slice(1);

/** A text up to where a new sentence begins. */
const firstSentence = (text: string): string => text.split(/(?<=\.) /u)[0]!;

/** Times of one channel each, never of several mixed. */
function timeSentences({ facts, voice, names, figureText }: Telling, say: PressTexts, slice: Slice): string[] {
  const events = tellsClosings(facts) ? (["first-reply", "closing"] as const) : (["first-reply"] as const);
  return channelsOf(slice).flatMap(({ channel, measures }) =>
    events.map((event) => {
      const times: Times = event === "closing" ? measures.closing : measures.firstReply;
      const text = (quantile: "median" | "upperQuartile" | "ninetieth") =>
        figureText.wait(times[quantile], times.precision, times.n, quantile);
      const median = text("median");
      if (median.state === "hidden" || median.state === "missing")
        return say(`time.absent.${event}`, { channel: names.channel(channel), reason: median.note ?? median.text });
      return [
        say(`time.${event}`, {
          channel: names.channel(channel),
          median: median.text,
          upper: text("upperQuartile").text,
          ninetieth: text("ninetieth").text,
        }),
        ...(median.note === null
          ? []
          : [voice.bound(`${median.note.replace(/^./u, (first) => first.toLocaleUpperCase(voice.language))}.`)]),
        ...[secondReaction({ event, measures }, voice)].flatMap((text) =>
          text === null ? [] : [`${capitalised(text)}.`],
        ),
      ].join(" ");
    }),
  );
}

/** That those still waiting are counted, too; nothing where no export tells for what they would wait. */
function timeNote(facts: Facts, say: PressTexts): string[] {
  if (tellsClosings(facts)) return [say("time.note")];
  return tellsReplyDates(facts) ? [say("time.note.replies")] : [];
}

/** Why the times are of fewer appeals than came in, of the channel that the headline speaks of. */
function leftOutSentence({ facts, voice, names }: Telling, say: PressTexts, slice: Slice): string[] {
  const headline = headlineOf(facts, slice);
  if (headline === null) return [];
  const { received } = headline.measures;
  const { n } = headline.times;
  if (received.state !== "exact" || n === 0 || n >= received.value) return [];
  return [
    say("time.left-out", {
      Where: capitalised(names.inChannel(headline.channel)),
      appeals: voice.counted(n, "appeal.dative"),
      whole: received.value,
    }),
  ];
}

function topicsSentence(
  { voice, names, figureText }: Telling,
  say: PressTexts,
  breakdown: Breakdown,
  limit: number,
  counted: boolean,
): string {
  const topics = breakdown.slice(0, limit).flatMap(({ code, count, share }) => {
    const values = { name: names.topic(code), share: figureText.share(share).text };
    if (share.state !== "exact" || count.state !== "exact") return [];
    return [
      counted
        ? say("topic.counted", { ...values, appeals: voice.counted(count.value, "appeal") })
        : say("topic", values),
    ];
  });
  return topics.length === 0 ? say("sentence.topics.none") : say("sentence.topics", { topics: topics.join(", ") });
}

function caseSentences({ facts, voice, names, links }: Telling, say: PressTexts, cases: readonly LongCase[]): string[] {
  if (facts.portal.appeals !== "full") return [say("cases.figures-only")];
  if (cases.length === 0) return [say("cases.none")];
  return [
    say("cases.lead"),
    ...cases.map(({ id, topic, place, received, days }) =>
      say("case", {
        topic: names.topic(topic ?? ""),
        place: names.place(place ?? ""),
        days: voice.counted(days, "day"),
        date: voice.date(received.slice(0, 10)),
        address: links.appealCited(id),
      }),
    ),
  ];
}

/** What came since the edition before, and what became of what was there: never in one list, where the one looks like a part of the other. */
function changeSentences(
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
    return count === undefined || kind === "new" || kind === "vanished"
      ? []
      : [say("change", { kind: lower(voice.language, voice.t(`edition.kind.${kind}`)), n: count })];
  });
  const { new: added, vanished } = changes;
  if (added === undefined && vanished === undefined && kinds.length === 0) return [say("changes.none", { before })];
  return [
    added === undefined
      ? say("changes.new.none", { before })
      : say("changes.new", { before, appeals: voice.counted(added, "appeal") }),
    ...(kinds.length === 0 ? [] : [say("changes.kinds", { kinds: kinds.join(", ") })]),
    ...(vanished === undefined
      ? []
      : [say("changes.vanished", { appeals: voice.counted(vanished, "appeal.genitive") })]),
  ];
}

/** All of a kit as plain text, for messengers and mail. */
export function kitAsText(kit: PressKit, { facts, voice }: Pick<Telling, "facts" | "voice">): string {
  const say = pressTexts(voice);
  const demo = demoMark({ facts, voice });
  return [
    [kit.name, ...(demo === null ? [] : [demo])].join("\n"),
    `${say("short")}\n\n${kit.short}`,
    `${say("medium")}\n\n${kit.medium.join(" ")}`,
    `${say("long")}\n\n${kit.long.map(({ title, sentences }) => `${title}\n${sentences.join("\n")}`).join("\n\n")}`,
    `${say("evidence")}\n${kit.evidence}`,
    `${say("cite")}\n${kit.cite}`,
  ].join("\n\n\n");
}

/** What every text of a demonstration begins with; null where the data are real. */
export function demoMark({ facts, voice }: { facts: Facts; voice: Telling["voice"] }): string | null {
  return facts.portal.demo ? voice.t("site.demo") : null;
}
