/** Which script a UTF-16 unit is a letter of: Cyrillic, or Latin with its accents. */
function scriptOf(unit: number): "cyrillic" | "latin" | null {
  if (unit >= 0x400 && unit < 0x530) return "cyrillic";
  // A letter with or without 0x20: both cases.
  if ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a && unit < 0x7b) return "latin";
  return unit >= 0xc0 && unit < 0x250 ? "latin" : null;
}

/** Letters that need not all stand in rules, which are short. */
const basicLetters = { cyrillic: "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", latin: "abcdefghijklmnopqrstuvwxyz" } as const;
/** Words of Ukrainian replies too short to show a letter that Russian lacks. */
const ukrainian =
  /(?<!\p{L})(?:щодо|виконано|роботи|усунуто|усунено|вивезено|вивезли|замовлення|буде|будуть|прийнято|скасовано|відповідь)(?!\p{L})/iu;

/** So large a share of letters that the rules do not know shows another language: in Ukrainian «і» alone is one in seventeen. */
const foreignShare = 0.02;
/** A reply with so many letters shows its own language, whatever was asked in. */
const tellingLength = 80;

/** What rules look for, without the names of their fields. */
function phrasesIn(rules: unknown): string[] {
  if (typeof rules === "string") return [rules];
  return typeof rules === "object" && rules !== null ? Object.values(rules).flatMap(phrasesIn) : [];
}

const lettersOf = (text: string): string => text.toLowerCase().normalize("NFC");

/** Whether rules can read a reply, given what was asked (null where it is not known). */
type CanRead = (reply: string, question: string | null) => boolean;

/**
 * Tells which replies rules can read: those written with the letters of the rules. Rules for Russian find nothing true in Kazakh, Tatar,
 * Belarusian, Ukrainian or English, and that they find nothing would say nothing of the reply. The same holds where one reply is written in
 * two languages. A short reply is taken to be in the language of the question.
 *
 * @param rules lists and marks of a portal; without a word they read everything
 */
export function rulesAlphabet(rules: unknown): CanRead {
  const written = lettersOf(phrasesIn(rules).join(" "));
  const counts = { cyrillic: 0, latin: 0 };
  for (let at = 0; at < written.length; at += 1) {
    const script = scriptOf(written.charCodeAt(at));
    if (script !== null) counts[script] += 1;
  }
  if (counts.cyrillic + counts.latin === 0) return () => true;
  const own = counts.cyrillic >= counts.latin ? "cyrillic" : "latin";
  const known = new Set([...written, ...basicLetters[own]].map((letter) => letter.charCodeAt(0)));
  const isRussian = own === "cyrillic" && !known.has("і".charCodeAt(0));

  /** Letters of the rules' script, those among them that the rules lack, and letters of the other script. */
  function countsOf(text: string): { inScript: number; foreign: number; other: number } {
    const found = { inScript: 0, foreign: 0, other: 0 };
    const lower = lettersOf(text);
    for (let at = 0; at < lower.length; at += 1) {
      const unit = lower.charCodeAt(at);
      const script = scriptOf(unit);
      if (script === null) continue;
      if (script !== own) found.other += 1;
      else {
        found.inScript += 1;
        if (!known.has(unit)) found.foreign += 1;
      }
    }
    return found;
  }

  return (reply, question) => {
    const { inScript, foreign, other } = countsOf(reply);
    if (other > inScript || foreign > inScript * foreignShare) return false;
    if (isRussian && ukrainian.test(reply)) return false;
    if (inScript >= tellingLength || question === null) return true;
    const asked = countsOf(question);
    return asked.foreign <= asked.inScript * foreignShare;
  };
}
