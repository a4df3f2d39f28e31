import { isPersonWord } from "./contextWords.ts";
import { type Token } from "./tokens.ts";

/** What people do to people by name: they write to them, thank them, complain of them. Beginnings of words, prefixes apart. */
const CONTACT =
  /^(?:по|на|за|до|пере|от|об|вы|при|с|со|у|про|раз|рас)?(?:звон|писа|пиши|пишем|пишу|пишут|говор|сказа|скаж|жало|жалу|обраща|обрати|проси|прош|спро|спраш|вызва|вызыва|виде|видя|встре|зна(?:ем|ю|ет|ли)|переда|отда|благодар|спасибо|признательн|объясн|доклад|долож|сообщ|прав(?:ил|лял|лен|лят)|вер(?:ил|им|ит)|винов|вин[её]н|обвин|навещ|руга|крич|говар|вол(?:ил|ен|ьт|ить)|наказ|привле|допрос|доверя|руч|назнач|наград|премир|подписа|заявл|согласов|ходи|приш|подош|подход|бездейств|претензи|ответ|реч|помощник|подпис|ответственн|обращени|письм|заявлени|приём|прием|слов(?:ам|а)$|отношени|фамили)/u;
/** People see, meet and know animals, too. */
const SIGHT = /^(?:у|уви|по|при|вс|за)?(?:виде|видя|встре|зна|ходи|приш|говар|руч|спас)/u;
/** Prepositions between a contact and the person, and those that hardly ever lead to a place. */
const TO_A_PERSON = /^(?:к|ко|у|с|со|от|на|про|о|об|обо|против|через|за|для|перед|кроме)$/u;
const SKIPPED = /^(?:не|тоже|также|опять|снова|уже|ещё|еще|только|лишь|даже|всё|все|сам|сама|так|вчера|сегодня|сразу|просто|лично|нам|мне|нас|меня|вновь|никогда|всегда|часто|потом|тогда|там|тут|здесь|давно|и|же|ни|разу)$/u;

/** «писали Лопуховой», «обращались к Комару», «спасибо Щегловой»: somebody is written to, thanked or complained of. */
export function isContacted(tokens: readonly Token[], index: number, mayBeAnimal = false): boolean {
  let at = index - 1;
  if (tokens[index]?.breaks !== 0) return false;
  if (TO_A_PERSON.test(tokens[at]?.text ?? "")) at -= 1;
  for (let steps = 0; steps < 2; steps += 1, at -= 1) {
    const word = tokens[at];
    if (word?.kind !== "cyrillic" || tokens[at + 1]?.breaks !== 0) return false;
    if (CONTACT.test(word.text) && !(mayBeAnimal && SIGHT.test(word.text))) return true;
    if (!SKIPPED.test(word.text)) return false;
  }
  return false;
}

/** «Хромов тоже пришёл», «Лопухова обещала»: a verb of the gender of the surname follows; or stands before («забрал Шелестов»). */
export function hasOwnVerb(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (!token) return false;
  const gender = genderOf(token.text);
  if (gender === undefined) return false;
  let at = index + 1;
  while (SKIPPED.test(tokens[at]?.text ?? "") && at - index < 3) at += 1;
  let back = index - 1;
  while (index - back < 3 && tokens[back + 1]?.breaks === 0 && SKIPPED.test(tokens[back]?.text ?? "")) back -= 1;
  return agrees(tokens, at, gender) || (token.breaks === 0 && agrees(tokens, back, gender));
}

/** «Кулебов, который ведёт наш дом», «о Тюпловской, которая закрыла калитку». */
export function hasOwnClause(tokens: readonly Token[], index: number): boolean {
  return tokens[index + 1]?.text === "," && /^котор(?:ый|ая)$/u.test(tokens[index + 2]?.text ?? "");
}

const SAME_CASE: readonly (readonly [RegExp, RegExp])[] = [[/(?:ому|ему|у|ю)$/u, /[ую]$/u], [/(?:ого|его|а|я)$/u, /[ая]$/u], [/(?:ым|им|ом|ем)$/u, /(?:ом|ем)$/u], [/[ое]й$/u, /(?:[ое]й)$/u], [/(?:ке|же)$/u, /е$/u]];

/** «сосед Комар», «бригадир Гвоздь»: an office or a relation in the nominative, and a word of its own gender right after. */
export function isTitledWord(tokens: readonly Token[], index: number): boolean {
  const [title, word] = [tokens[index - 1], tokens[index]];
  if (!title || !word || word.breaks > 0 || title.kind !== "cyrillic" || title.text.length < 4 || !isPersonWord(title.text) || title.shape === "upper") return false;
  // «к участковому Стрижу», «гражданка Шапка»: one case for both.
  const inOneCase = SAME_CASE.some(([ofTitle, ofWord]) => ofTitle.test(title.text) && ofWord.test(word.text));
  // «бригадиру Гвоздю»: what an office belongs to stands in the genitive, never in these cases.
  const besideEachOther = /(?:ому|ему|[ую])$/u.test(title.text) && /[ую]$/u.test(word.text) && word.reading.noun;
  if (inOneCase && (word.reading.animate || besideEachOther || (/^(?:гражданк|госпож|соседк|г-ж)/u.test(title.text) && word.reading.noun))) return true;
  return /[бвгджзклмнпрстфхцчшщйь]$/u.test(title.text) && !/(?:ов|ей|ям|ам|ом|ем|ых|ах|ях)$/u.test(title.text) && (/[бвгджзклмнпрстфхцчшщь]$/u.test(word.text) || (word.reading.animate && word.text.endsWith("й"))) && !/(?:ств|ость)$/u.test(word.text);
}

function genderOf(word: string): "male" | "female" | undefined {
  if (/(?:[оеё]в|[иы]н|[сц]кий)$/u.test(word)) return "male";
  if (/(?:[оеё]ва|[иы]на|[сц]кая)$/u.test(word)) return "female";
  if (/(?:[иыое]м|[ое]й|[иы]х)$/u.test(word)) return undefined;
  return /[бвгджзклмнпрстфхцчшщь]$/u.test(word) ? "male" : /[ая]$/u.test(word) ? "female" : undefined;
}

function agrees(tokens: readonly Token[], index: number, gender: "male" | "female"): boolean {
  const verb = tokens[index];
  if (verb?.kind !== "cyrillic" || verb.breaks > 0 || (verb.shape !== "lower" && !(verb.shape === "capital" && verb.sentenceStart))) return false;
  // «Хромов тоже там был»; «диоксин был обнаружен» tells of a thing.
  if (verb.text === (gender === "male" ? "был" : "была")) return index - 1 >= 0 && SKIPPED.test(tokens[index - 1]?.text ?? "");
  if (verb.text.length < 4 || verb.reading.noun) return false;
  if (/^(?:[а-яё]{2,}(?:[её]т|ит)(?:ся)?)$/u.test(verb.text) && !/^(?:нет|может|этот|будет|летит|стоит)$/u.test(verb.text)) return true;
  return gender === "male" ? /[аеёиоуыюя]л(?:ся)?$|[^аеёиоуыюя]ш[её]л$/u.test(verb.text) : /[а-яё]ла(?:сь)?$/u.test(verb.text);
}
