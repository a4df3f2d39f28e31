import type { PublicAppeal } from "../../../src/model/appeal.ts";
import { channels } from "../../../src/model/channel.ts";
import { isoDateOfDay } from "../../../src/model/moment.ts";
import { outcomes } from "../../../src/model/outcome.ts";
import { planChannel } from "../../../demo/plan.ts";
import { randomOf, type Random } from "../../../demo/random.ts";
import { writeAppeal } from "../../../demo/write-appeal.ts";
import type { SearchNames } from "../../../src/search/format/manifest.ts";

/**
 * A corpus of the shape of real Russian appeals at any size: some 84 words of question and 65 of answer, 84 agencies,
 * 174 topics, 25 places, twelve years, and a vocabulary that grows as Heaps's law has it for real texts (V ≈ 14.7 n^0.618
 * word forms, fitted on 4,005 real appeals), which the demonstration's own sentences do not. Appeal number i depends on
 * i and the size only, so that a million are never held in memory.
 */

const seed = "search";
const firstDay = Date.UTC(2015, 0, 1) / 86_400_000;
const lastDay = Date.UTC(2026, 11, 31) / 86_400_000;
const counts = { agencies: 84, topics: 174, parents: 17, places: 25 };

const consonants = "бвгджзклмнпрстфхцчш";
const vowels = "аеиоуяы";
const endings = {
  adjective: ["ый", "ого", "ому", "ым", "ом", "ая", "ой", "ую", "ое", "ые", "ых", "ыми"],
  noun: ["", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах"],
} as const;

/** A made-up lemma for a rank: the same rank is the same word, and neighbouring ranks are far apart in the alphabet. */
function lemma(rank: number): { stem: string; kind: keyof typeof endings } {
  let left = Math.imul(rank + 1, 2_654_435_761) >>> 0;
  const take = (count: number): number => {
    const value = left % count;
    left = (Math.floor(left / count) + Math.imul(rank, 40_503)) >>> 0;
    return value;
  };
  let stem = "";
  const syllables = 2 + take(3);
  for (let index = 0; index < syllables; index += 1)
    stem += consonants.charAt(take(consonants.length)) + vowels.charAt(take(vowels.length));
  stem += consonants.charAt(take(consonants.length));
  return { stem, kind: take(2) === 0 ? "adjective" : "noun" };
}

/** A rare word in some form. Ranks follow a power law whose distinct values grow with the 0.618th power of the draws. */
function rareWord(random: Random): string {
  const rank = Math.floor(1400 * ((1 - random.next()) ** (-1 / 0.618) - 1));
  const { stem, kind } = lemma(rank % 50_000_000);
  return stem + random.pick(endings[kind]);
}

interface Pool {
  questions: string[];
  replies: string[];
}

/** Sentences of the demonstration region by topic. */
function sentencePools(): Map<string, Pool> {
  const pools = new Map<string, Pool>();
  for (const channel of ["social", "letter", "portal"] as const) {
    for (const slot of planChannel(channel, { seed, count: 6000 })) {
      const { text, finalText } = writeAppeal(seed, slot);
      const pool = pools.get(slot.topic) ?? { questions: [], replies: [] };
      pool.questions.push(...text.split(/(?<=[.!?])\s+/u));
      pool.replies.push(...finalText.split(/(?<=[.!?])\s+/u).filter((sentence) => sentence !== ""));
      pools.set(slot.topic, pool);
    }
  }
  return pools;
}

const wordCount = (text: string): number => text.split(" ").length;

/** Sentences until the text has about so many words, some with a rare word put in. */
function textOf(
  sentences: readonly string[],
  others: readonly string[],
  words: number,
  rarity: number,
  random: Random,
): string {
  const parts: string[] = [];
  for (let length = 0; length < words;) {
    const sentence = random.pick(random.chance(0.12) ? others : sentences).split(" ");
    for (let at = sentence.length - 1; at > 0; at -= 1)
      if (random.chance(rarity)) sentence.splice(at, 0, rareWord(random));
    parts.push(sentence.join(" "));
    length += sentence.length;
  }
  return parts.join(" ");
}

const code = (kind: string, number: number): string => `${kind}-${number}`;

export interface SearchCorpus {
  size: number;
  names: SearchNames;
  /** Appeal number i in order of receipt, oldest first. */
  appeal: (number: number) => PublicAppeal;
}

export function searchCorpus(size: number): SearchCorpus {
  const pools = [...sentencePools()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pool]) => pool);
  const names: SearchNames = {
    agencies: Array.from({ length: counts.agencies }, (_, i) => ({ code: code("agency", i), name: `Ведомство ${i}` })),
    topics: Array.from({ length: counts.topics }, (_, i) => ({
      code: code("topic", i),
      name: `Тема ${i}`,
      parent: i < counts.parents ? null : code("topic", i % counts.parents),
    })),
    places: Array.from({ length: counts.places }, (_, i) => ({
      code: code("place", i),
      name: `Район ${i}`,
      parent: null,
    })),
    channels: [...channels],
    outcomes: [...outcomes],
  };
  const days = lastDay - firstDay + 1;
  return {
    size,
    names,
    appeal(number) {
      const random = randomOf(`${seed}/${number}`);
      const day = firstDay + Math.floor((number / size) * days);
      const received = isoDateOfDay(day);
      const topic = Math.floor(random.next() ** 1.8 * counts.topics);
      // An agency answers for few topics; every fifth appeal goes elsewhere.
      const agency = random.chance(0.2)
        ? Math.floor(random.next() * counts.agencies)
        : Math.floor((topic * 31 + Math.floor(random.next() ** 2 * 4) * 7) % counts.agencies);
      const pool = pools[topic % pools.length] as Pool;
      const other = random.pick(pools);
      const collective = random.chance(0.03);
      const text = textOf(
        pool.questions,
        other.questions,
        Math.round(random.lognormal(collective ? 260 : 62, 0.55)),
        0.055,
        random,
      );
      const reply = random.chance(0.93)
        ? `На обращение № ${received.slice(0, 4)}-${String(number).padStart(7, "0")}. ${textOf(pool.replies.length > 0 ? pool.replies : pool.questions, other.replies.length > 0 ? other.replies : pool.questions, Math.round(random.lognormal(48, 0.4)), 0.02, random)}`
        : null;
      const wait = Math.min(lastDay - day, Math.floor(random.lognormal(9, 0.9)));
      const closed = isoDateOfDay(day + wait);
      return {
        id: (BigInt(Math.imul(number + 1, 2_654_435_761) >>> 0) * 4_294_967_296n + BigInt(number))
          .toString(36)
          .padStart(10, "a")
          .slice(-10),
        source: "register",
        channel: random.pick(["social", "social", "letter", "portal"] as const),
        agency: code("agency", agency),
        handedFrom: null,
        topic: code("topic", topic),
        place: code("place", Math.floor(random.next() ** 2 * counts.places)),
        received,
        firstReply: closed,
        closed,
        reopened: null,
        outcome: random.pick(["acted", "acted", "explained", "explained", "planned", "refused"] as const),
        rating: null,
        firstReplyDays: wait,
        closingDays: wait,
        firstReplyNorm: 30,
        closingNorm: 30,
        text,
        reply,
        withheld: null,
      } as unknown as PublicAppeal;
    },
  };
}

/** Mean words and distinct word forms of the first appeals: whether the corpus is of the shape it is meant to be. */
export function shapeOf(corpus: SearchCorpus, sample: number): { question: number; reply: number; forms: number } {
  const forms = new Set<string>();
  let question = 0;
  let reply = 0;
  for (let index = 0; index < sample; index += 1) {
    const appeal = corpus.appeal(Math.floor((index / sample) * corpus.size));
    question += wordCount(appeal.text ?? "");
    reply += wordCount(appeal.reply ?? "");
    for (const word of `${appeal.text} ${appeal.reply ?? ""}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
      forms.add(word);
  }
  return { question: question / sample, reply: reply / sample, forms: forms.size };
}
