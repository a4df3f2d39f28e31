import { type Random, randomOf } from "../../demo/random.ts";
import { isoDateOfDay } from "../../src/model/moment.ts";
import type { RepliedAppeal } from "../../src/replies/groups/repliedAppeal.ts";
import * as phrases from "./replyPhrases.ts";

/** An appeal with a generated reply, and the template it was made of: equal for copies of one text, null for a text of its own. */
export interface GeneratedReply {
  readonly appeal: RepliedAppeal;
  readonly template: number | null;
  readonly isNotice: boolean;
}

const firstDay = 20_454;
const period = 365;
const places = 25;
const agencies = 12;
const topics = 30;

/** A sentence with slots: `{date}`, `{number}`, `{street}`, `{person}` and `{thing}` differ from copy to copy. */
function sentence(random: Random): string {
  const pick = <T>(list: readonly T[]): T => random.pick(list);
  const slot = pick(["{date}", "{number}", "на ул. {street}, д. {number}", "({person})", "— {thing}"]);
  const forms = [
    () => `${pick(phrases.who)} ${pick(phrases.did)} ${pick(phrases.what)} ${pick(phrases.because)}`,
    () => `${pick(phrases.because)} ${pick(phrases.who)} ${pick(phrases.did)} ${pick(phrases.what)} ${slot}`,
    () => `${pick(phrases.what)} ${pick(phrases.who)} ${pick(phrases.did)}, ${pick(phrases.next)} {date}`,
    () => `${pick(phrases.next)} {date}, ${pick(phrases.because)} ${pick(phrases.what)} ${pick(phrases.did)}`,
  ];
  const text = pick(forms)();
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}

const sentences = (random: Random): string[] => Array.from({ length: random.whole(6, 9) }, () => sentence(random));

function filled(text: string, random: Random): string {
  return text.replace(/\{(\w+)\}/g, (_, slot: string) => {
    if (slot === "date") return `${random.whole(1, 28)}.0${random.whole(1, 9)}.2026`;
    if (slot === "number") return String(random.whole(1, 400));
    if (slot === "street") return random.pick(phrases.streets);
    return slot === "person" ? "[имя]" : random.pick(phrases.things);
  });
}

/** One copy: slots filled, at times a sentence dropped or added, of `lostWords` of its words nothing left. */
function copyOf(template: readonly string[], lostWords: number, random: Random): string {
  const kept = [...template];
  if (random.chance(0.1)) kept.splice(random.whole(0, kept.length - 1), 1);
  if (random.chance(0.1)) kept.splice(random.whole(0, kept.length), 0, random.pick(phrases.added));
  const body = filled(kept.join(" "), random)
    .split(" ")
    .filter(() => !random.chance(lostWords))
    .join(" ");
  const greeting = random.chance(0.7)
    ? random.pick(["Здравствуйте! ", "Добрый день, [имя]! ", "Уважаемый заявитель! "])
    : "";
  return `${greeting}${body}${random.chance(0.3) ? "\nС уважением, администрация округа" : ""}`;
}

interface Template {
  readonly sentences: readonly string[];
  readonly agency: number;
  /** One event: its place, topic and first day. */
  readonly event: { readonly place: number; readonly topic: number; readonly day: number } | null;
}

/** Of every ten templates one shares half of its sentences with the one before it: alike, and not the same. */
function templatesOf(count: number, seed: string): Template[] {
  const made: Template[] = [];
  for (let index = 0; index < count; index += 1) {
    const random = randomOf(`${seed}/template/${index}`);
    const own = sentences(random);
    const before = made.at(-1)?.sentences;
    const isSibling = index % 10 === 9 && before !== undefined;
    const event = { place: random.whole(1, places), topic: random.whole(1, topics), day: random.whole(0, period - 20) };
    made.push({
      sentences: isSibling ? own.map((text, at) => (at % 2 === 0 ? (before[at] ?? text) : text)) : own,
      agency: random.whole(1, agencies),
      event: index % 8 === 3 ? event : null,
    });
  }
  return made;
}

/**
 * A corpus of replies of known origin: 70 % are copies of templates, of which every eighth tells of one event (one place,
 * within ten days); the others are texts of their own. The same seed gives the same corpus.
 *
 * @param lostWords share of words that a copy loses
 * @param from the number of the first reply: a corpus can be made piece by piece
 */
export function generatedReplies(
  count: number,
  {
    templates = 400,
    lostWords = 0.03,
    seed = "replies",
    from = 0,
  }: { templates?: number; lostWords?: number; seed?: string; from?: number } = {},
): GeneratedReply[] {
  const list = templatesOf(templates, seed);
  return Array.from({ length: count }, (_, at) => {
    const index = from + at;
    const random = randomOf(`${seed}/reply/${index}`);
    const number = random.chance(0.7) ? random.whole(0, templates - 1) : null;
    const template = number === null ? null : list[number]!;
    const event = template?.event ?? null;
    const received = firstDay + (event === null ? random.whole(0, period) : event.day + random.whole(0, 9));
    const closed = isoDateOfDay(received + random.whole(0, 9));
    return {
      template: number,
      isNotice: event !== null,
      appeal: {
        id: `a-${String(index).padStart(6, "0")}`,
        agency: `agency-${template?.agency ?? random.whole(1, agencies)}`,
        topic: `topic-${event?.topic ?? random.whole(1, topics)}`,
        place: `place-${event?.place ?? random.whole(1, places)}`,
        received: isoDateOfDay(received),
        firstReply: null,
        closed,
        outcome: random.pick(["acted", "planned", "explained", "refused"] as const),
        rating: random.chance(0.2) ? random.whole(1, 5) : null,
        reply: copyOf(template?.sentences ?? sentences(random), lostWords, random),
      },
    };
  });
}
