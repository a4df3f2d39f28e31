import type { Random } from "./random.ts";
import type { Scene } from "./scene.ts";
import { slots } from "./slots.ts";

/** Wide ranges give round numbers: they sound like speech, and «25 метров» needs no other ending. */
function numberBetween(low: number, high: number, random: Random): string {
  if (high - low <= 12) return String(random.whole(low, high));
  const step = high - low > 2000 ? 100 : high - low > 200 ? 50 : 5;
  return String(step * random.whole(Math.ceil(low / step), Math.floor(high / step)));
}

/** Upper case for the first letter of a sentence, past quotation marks and brackets. */
function capital(text: string): string {
  return text.replace(/^([«"(]*)(\p{Ll})/u, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/**
 * Fills a template: `[а|б]` is a choice, `{2-5}` a number, `{наУл}` a slot.
 * `reply` is the minute the reply is sent. Throws for a slot nobody defined.
 */
export function fill(template: string, scene: Scene, random: Random, reply = scene.received): string {
  const chosen = template.replace(/\[([^\]]*)\]/gu, (_, options: string) => random.pick(options.split("|")));
  const opened = chosen.replace(/([.!?…]\s+)\{/gu, "$1{^");
  const filled = opened.replace(/\{([^}]+)\}/gu, (_, written: string) => {
    const name = written.startsWith("^") ? written.slice(1) : written;
    const range = /^(\d+)-(\d+)$/u.exec(name);
    if (range !== null) return numberBetween(Number(range[1]), Number(range[2]), random);
    const filler = slots[name];
    if (filler === undefined) throw new Error(`no slot «${name}»`);
    const value = filler(scene, random, reply);
    return name === written ? value : capital(value);
  });
  return capital(filled.replace(/ {2,}/gu, " ").trim());
}
