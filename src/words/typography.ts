/** Words of one or two letters that must not stay alone at the end of a line, and particles that must not begin one. */
const shortWords =
  /(?<=^|[\s(«„"])([вскоуиаяВСКОУИАЯ]|на|по|за|из|от|до|не|ни|но|об|со|ко|во|На|По|За|Из|От|До|Не|Но|Об|Со|Ко|Во)\s+(?=\S)/gu;
const particles = /\s+(?=(?:же|ли|бы)(?:[\s,.;:!?]|$))/gu;
/** A year belongs to the date before it: what follows, but for «года», goes on without it. Counts of thousands are grouped and never look like one. */
const numberAndWord = /(?<=\d)(?<!(?<!\d)(?:19|20)\d\d)\s+(?=[\p{L}%₽])|(?<=\d)\s+(?=год)/gu;
const dash = /\s+(?=[—–]\s)/gu;
/** «59-ФЗ», «1-го»: a figure and what is hung on it are one word. Addresses stay as they are. */
const hyphen = /(?<=(?<![^\s(«„"№])\d+)-(?=\p{L}(?!\S*[@/]))/gu;

/**
 * Sets Russian text the way a printed page does: no-break spaces after short prepositions, between a figure and its
 * word, before a dash, and hyphens that do not break after a figure.
 *
 * @param text plain text
 */
export function bindRussian(text: string): string {
  return text
    .replace(shortWords, "$1\u00a0")
    .replace(particles, "\u00a0")
    .replace(numberAndWord, "\u00a0")
    .replace(dash, "\u00a0")
    .replace(hyphen, "\u2011");
}

/** Sets English text: a no-break space between a figure and its word, and before a dash between two of them; hyphens as in Russian. */
export function bindEnglish(text: string): string {
  return text.replace(numberAndWord, "\u00a0").replace(dash, "\u00a0").replace(hyphen, "\u2011");
}
