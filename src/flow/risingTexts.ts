import type { RiseFacts, Weeks } from "../model/weeks.ts";
import { belongsTo } from "../model/events/belonging.ts";
import type { PublicAppeal } from "../model/appeal.ts";
import type { StoredFacts } from "../model/facts.ts";
import { dayOfIsoDate, isoDateOfDay } from "../model/moment.ts";
import { logOddsScore } from "../measure/statistics/logOdds.ts";
import { courtesyStems } from "./courtesyWords.ts";
import { stemsOf, visibleText, wordsOf } from "../search/words/analyzer.ts";

/** Texts of a quarter before are what is usual. */
const usualDays = 91;
/** More words than these are no list to read, and a word that chance explains once in a hundred cases is none. */
const mostWords = 6;
const leastScore = 2.58;
/** What nobody can read anything into. */
const shortestWord = 3;
const mostExamples = 3;
/** What stands for personal data says nothing of a text. */
const mask = /\[[^\]]*\]/gu;

/** Whether an appeal is one of those that a rise counts. */
function isCountedBy({ topic, place }: RiseFacts, vocabulary: StoredFacts["vocabulary"]) {
  const isOfTopic = topic === "" ? () => true : belongsTo("topic", topic, vocabulary);
  const isOfPlace = place === "" ? () => true : belongsTo("place", place, vocabulary);
  return { isOfTopic, isCounted: (appeal: PublicAppeal) => isOfTopic(appeal) && isOfPlace(appeal) };
}

/**
 * Adds to each rise the words that rise with it, from texts as the gate let them through, beside those of its topic in the
 * quarter before; and some of its appeals.
 *
 * @param newestFirst the public appeals of the edition; only those of the weeks that are asked for are read
 * @param shown no word of fewer texts is told
 */
export function withRisingTexts(
  weeks: Weeks,
  { portal: { language }, vocabulary }: Pick<StoredFacts, "portal" | "vocabulary">,
  newestFirst: Iterable<readonly PublicAppeal[]>,
  shown: number,
): Weeks {
  if (weeks.rises.length === 0) return weeks;
  const oldest = weeks.rises.reduce((day, { from }) => Math.min(day, dayOfIsoDate(from)), Infinity) - usualDays;
  const first = isoDateOfDay(oldest);
  const all = corpus();
  const rises = weeks.rises.map((rise) => ({
    rise,
    ...isCountedBy(rise, vocabulary),
    usualFrom: isoDateOfDay(dayOfIsoDate(rise.from) - usualDays),
    now: corpus(),
    before: corpus(),
    examples: [] as string[],
  }));
  for (const appeals of newestFirst) {
    for (const appeal of appeals) {
      const day = appeal.received.slice(0, 10);
      if (day < first) continue;
      const words = appeal.text === null ? null : formsOf(appeal.text, language);
      if (words !== null) all.add(words);
      for (const one of rises) {
        if (day > one.rise.to || day < one.usualFrom) continue;
        const isNow = day >= one.rise.from;
        if (isNow ? !one.isCounted(appeal) : !one.isOfTopic(appeal)) continue;
        if (words !== null) (isNow ? one.now : one.before).add(words);
        if (isNow && one.examples.length < mostExamples) one.examples.push(appeal.id);
      }
    }
    // Dates of one group may be mixed, those of groups follow each other.
    if (appeals.every(({ received }) => received.slice(0, 10) < first)) break;
  }
  return {
    ...weeks,
    rises: rises.map(({ rise, now, before, examples }) => {
      const own = new Set([...stemsOf(namesOf(rise, vocabulary), language), ...courtesyStems(language)]);
      const words = [...now.texts]
        .filter(([stem, texts]) => texts >= shown && !own.has(stem))
        .map(([stem, texts]) => ({
          word: now.formOf(stem),
          texts,
          score: logOddsScore({
            now: texts,
            nowTexts: now.count(),
            before: before.texts.get(stem) ?? 0,
            beforeTexts: before.count(),
            everywhere: (all.texts.get(stem) ?? 0) / Math.max(1, all.count()),
          }),
        }))
        .filter(({ score }) => score >= leastScore)
        .sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1))
        .slice(0, mostWords)
        .map(({ word, texts }) => ({ word, texts }));
      return { ...rise, words, examples };
    }),
  };
}

function namesOf({ topic, place }: RiseFacts, { topics, places }: StoredFacts["vocabulary"]): string {
  const nameIn = (list: readonly { code: string; name: string }[], code: string) =>
    list.find((entry) => entry.code === code)?.name ?? "";
  return `${nameIn(topics, topic)} ${nameIn(places, place)}`;
}

/** The words of a text by stem, as they are written; numbers and what stands for personal data are no words. */
function formsOf(text: string, language: "ru" | "en"): Map<string, string> {
  const visible = visibleText(text.replace(mask, " "));
  const forms = new Map<string, string>();
  for (const { start, end, stem } of wordsOf(visible, language)) {
    const form = visible.slice(start, end);
    if (stem !== null && form.length >= shortestWord && !/\p{N}/u.test(form) && !forms.has(stem))
      forms.set(stem, form.toLowerCase());
  }
  return forms;
}

/** In how many texts a stem stands, and in which form most often. */
function corpus() {
  const texts = new Map<string, number>();
  const forms = new Map<string, Map<string, number>>();
  let count = 0;
  return {
    texts,
    count: () => count,
    add: (words: ReadonlyMap<string, string>) => {
      count += 1;
      for (const [stem, form] of words) {
        texts.set(stem, (texts.get(stem) ?? 0) + 1);
        const known = forms.get(stem) ?? new Map<string, number>();
        forms.set(stem, known.set(form, (known.get(form) ?? 0) + 1));
      }
    },
    formOf: (stem: string): string => [...forms.get(stem)!].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]![0],
  };
}
