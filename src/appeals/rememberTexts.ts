import type { Voice } from "../words/language.ts";

/**
 * The same voice with a memory: thousands of pages repeat the same labels, dates and waits, and setting each of them
 * anew is most of the work.
 */
export function rememberTexts(voice: Voice): Voice {
  const texts = new Map<string, string>();
  const once = (key: string, make: () => string): string => {
    const known = texts.get(key);
    if (known !== undefined) return known;
    const fresh = make();
    texts.set(key, fresh);
    return fresh;
  };
  return {
    ...voice,
    t: (key, values) => (values === undefined ? once(`t ${key}`, () => voice.t(key)) : voice.t(key, values)),
    plainDate: (iso) => once(`date ${iso.slice(0, 10)}`, () => voice.plainDate(iso)),
    month: (iso) => once(`month ${iso}`, () => voice.month(iso)),
    duration: (days, precision) => once(`duration ${days} ${precision}`, () => voice.duration(days, precision)),
    shortDuration: (days, precision) => once(`short ${days} ${precision}`, () => voice.shortDuration(days, precision)),
  };
}
