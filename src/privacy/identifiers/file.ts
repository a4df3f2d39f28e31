import type { Span } from "../span.ts";

/** Stores in which people keep what they show to one another: whoever has the link sees the scan of the passport. */
const STORE =
  /(?<![\p{L}\p{Nd}@])(?:https?:\/\/)?(?:www\.)?(?:disk\.(?:yandex\.(?:ru|com)|360\.yandex\.ru)\/(?:[di]|public|client)|yadi\.sk|drive\.google\.com|docs\.google\.com|photos\.(?:app\.goo\.gl|google\.com)|cloud\.mail\.ru\/public|(?:www\.)?dropbox\.com|1drv\.ms|onedrive\.live\.com|icloud\.com|mega\.nz|(?:we\.tl|wetransfer\.com)|fex\.net|transfiles\.ru|dropmefiles\.com|radikal\.ru|ibb\.co|imgur\.com|prnt\.sc|disk\.sber\.ru|sberdisk\.ru|box\.com\/s|pcloud\.(?:com|link)|file\.io|filemail\.com|dropme\.files|postimg\.cc|fotki\.yandex\.ru|disk\.360\.yandex\.ru|cloud\.sber\.ru|forms\.gle|share\.icloud\.com|photos\.icloud\.com)\/[\p{L}\p{Nd}_.\-/?=&%#+~:!$*@]{2,200}/giu;
const EXTENSION = "(?:jpe?g|png|heic|gif|pdf|docx?|xlsx?|odt|rtf|txt|zip|rar|mp4|mov|avi|3gp|mp3|m4a|ogg|wav)";
const HAS_FILE = new RegExp(String.raw`\.${EXTENSION}(?![\p{L}\p{Nd}])`, "iu");
/** One name of a file: words joined by marks, without spaces. */
const FILE_NAME = new RegExp(
  String.raw`(?<![\p{L}\p{Nd}/])[\p{L}\p{Nd}][\p{L}\p{Nd}_().+-]{2,100}\.${EXTENSION}(?![\p{L}\p{Nd}])`,
  "giu",
);
/** Endings of Russian surnames, in either script; the word begins with a capital. */
const SURNAME_PART =
  /(?<![\p{L}])(?:[A-Z][a-z]{1,20}(?:ov|ova|ev|eva|yov|in|ina|yn|yna|skiy|sky|skii|skaya|skaia|enko|chuk|yuk|yan|ian|dze|shvili)|[А-ЯЁ][а-яё]{1,20}(?:ов|ова|ев|ева|ёв|ёва|ин|ина|ын|ына|ский|ская|цкий|цкая|енко|чук|юк|ян|дзе|швили)[аеуы]?)(?![\p{L}])/u;
/** Words of the same ending that name no person. */
const ORDINARY =
  /(?<![\p{L}])(?:Main|Admin|Login|Plan|Join|Cabin|Basin|Magazin|Mashina|Kartina|Starina|Dolina|Ravnina|Bolshaya|Машина|Картина|Магазин|Район|Вид[а-я]*|Овражин[а-я]*|Равнин[а-я]*|Долин[а-я]*|Витрин[а-я]*)(?![\p{L}])/u;

/** Links to private stores, and names of files that hold a surname («Заявление_Иванова.docx»). */
export function findFiles(text: string): Span[] {
  const named = HAS_FILE.test(text);
  if (!named && !text.includes("/")) return [];
  const spans: Span[] = [];
  const add = (start: number, value: string): void =>
    void spans.push({
      start,
      end: start + value.replace(/(?<![.,:;?!-])[.,:;?!-]+$/u, "").length,
      class: "file",
      tier: "confirmed",
    });
  if (text.includes("/")) for (const match of text.matchAll(STORE)) add(match.index, match[0]);
  if (named)
    for (const match of text.matchAll(FILE_NAME)) {
      const words = match[0].replace(/[_().+\d-]+/gu, " ");
      const part = SURNAME_PART.exec(words);
      if (part && !ORDINARY.test(part[0])) add(match.index, match[0]);
    }
  return spans;
}
