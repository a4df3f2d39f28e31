import { isPersonWord, isShopWord } from "./contextWords.ts";
import type { Token } from "./tokens.ts";

/** What people do to people by name: they write to them, thank them, complain of them. Beginnings of words, prefixes apart. */
const CONTACT =
  /^(?!соответств|ответственност)(?:по|на|за|до|пере|от|об|вы|при|с|со|у|про|раз|рас)?(?:звон|писа|пиши|пишем|пишу|пишут|говор|сказа|скаж|жало|жалу|обраща|обрати|проси|прош|спро|спраш|вызва|вызыва|виде|видя|встре|зна(?:ем|ю|ет|ли)|переда|отда|благодар|спасибо|признательн|объясн|доклад|долож|сообщ|прав(?:ил|лял|лен|лят)|вер(?:ил|им|ит)|винов|вин[её]н|обвин|навещ|руга|крич|говар|вол(?:ил|ен|ьт|ить)|наказ|привле|допрос|доверя|руч|назнач|наград|премир|подписа|заявл|согласов|ходи|приш|подош|подход|бездейств|претензи|ответ|реч|помощник|подпис|ответственн|обращени|письм|заявлени|приём|прием|слов(?:ам|а)$|отношени|фамили)/u;
/** People see, meet and know animals, too. */
const SIGHT = /^(?:у|уви|по|при|вс|за)?(?:виде|видя|встре|зна|ходи|приш|говар|руч|спас(?!ибо))/u;
/** Prepositions between a contact and the person, and those that hardly ever lead to a place. */
const TO_A_PERSON = /^(?:к|ко|у|с|со|от|на|про|о|об|обо|против|через|за|для|перед|кроме)$/u;
const SKIPPED =
  /^(?:не|тоже|также|опять|снова|уже|ещё|еще|только|лишь|даже|всё|все|сам|сама|так|вчера|сегодня|сразу|просто|лично|нам|мне|нас|меня|вновь|никогда|всегда|часто|потом|тогда|там|тут|здесь|давно|и|же|ни|разу)$/u;

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

/** What people alone do, as far as appeals tell: houses, buses and shops do none of it. Beginnings of verbs, prefixes apart. */
const HUMAN =
  /^(?:по|на|за|до|пере|от|об|вы|при|с|со|у|про|раз|рас)?(?:обеща|гов[ао]р|сказа|скаж|отмахива|уверя|увер(?:ил|ен)|клян|клял|хам|груб|крич|кричит|ор[её]т|молч|игнорир|отвеча|ответи|отказ|забра(?:л|ла|ли)$|забира|взял|смотр|смея|прос[ия]|требу|выгна|выгоня|подписа|решил|решает|бер[её]т|кур[иь]|пь[её]т|пил[аи]?$|жив[её]т|дела(?:ет|л|ла)$|почини|явля(?:лся|лась|ется на)|реагир|обман|угрож|оскорб|руга|зна[её]т|понима|хоч[её]т|пиш[её]т|писал|звон|бездейств|извин|отмалчива|прячет|спрят|пришл[аи]|приш[её]л|прид[её]т|приход|приех|уш[её]л|ушла|уш|уехал|явил|потребова|составил|нахам|сооб|приня(?:л|ла)$|команду|руковод|распоряж|заведу|уволи)/u;
/** Between a person and the verb: «Серп только отмахивается», «Гвоздь нам опять обещал». */
const BETWEEN =
  /^(?:не|нам|мне|нас|меня|им|ей|ему|всем|только|лишь|опять|снова|всё|все|тоже|даже|вечно|так|уже|сам|сама|вообще|постоянно|всегда|же|и|ни|разу|лично|сразу|потом|тогда|просто|упорно)$/u;

const TO_US = /^(?:нам|мне|нас|меня|ей|ему|им)$/u;

/** «Гвоздь опять обещал», «забрала Рубаха»: a verb of what only people do, of the number and gender of the word. */
export function actsAsPerson(tokens: readonly Token[], index: number): boolean {
  const gender = genderOf(tokens[index]?.text ?? "");
  let at = index + 1;
  while (at - index <= 3 && tokens[at]?.breaks === 0 && BETWEEN.test(tokens[at]?.text ?? "")) at += 1;
  if (isHumanVerb(tokens, at, gender)) return true;
  // «Зубр опять не открыл нам дверь»: whatever is done, somebody does it to somebody.
  if (
    gender !== undefined &&
    [at - 1, at + 1].some(
      (near) => near > index && tokens[near]?.breaks === 0 && TO_US.test(tokens[near]?.text ?? ""),
    ) &&
    agrees(tokens, at, gender)
  )
    return true;
  let back = index - 1;
  while (index - back <= 2 && tokens[back + 1]?.breaks === 0 && BETWEEN.test(tokens[back]?.text ?? "")) back -= 1;
  return tokens[back + 1]?.breaks === 0 && isHumanVerb(tokens, back, gender);
}

function isHumanVerb(tokens: readonly Token[], index: number, gender: "male" | "female" | undefined): boolean {
  const verb = tokens[index];
  if (
    verb?.kind !== "cyrillic" ||
    verb.breaks > 0 ||
    (verb.shape !== "lower" && !(verb.sentenceStart && verb.shape === "capital")) ||
    (verb.reading.noun && !verb.text.startsWith("забра")) ||
    !HUMAN.test(verb.text)
  )
    return false;
  if (/(?:[её]т|ит)(?:ся)?$/u.test(verb.text)) return true;
  return /ла(?:сь)?$/u.test(verb.text)
    ? gender === "female"
    : /(?:[аеиоуыя]л(?:ся)?|ш[её]л)$/u.test(verb.text) && gender === "male";
}

/** «Кулебов, который ведёт наш дом», «о Тюпловской, которая закрыла калитку». */
export function hasOwnClause(tokens: readonly Token[], index: number): boolean {
  return tokens[index + 1]?.text === "," && /^котор(?:ый|ая)$/u.test(tokens[index + 2]?.text ?? "");
}

const SAME_CASE: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:ому|ему|у|ю)$/u, /[ую]$/u],
  [/(?:ого|его|а|я)$/u, /[ая]$/u],
  [/(?:ым|им|ом|ем)$/u, /(?:ом|ем)$/u],
  [/[ое]й$/u, /(?:[ое]й)$/u],
  [/(?:ке|же)$/u, /е$/u],
];

/** «сосед Комар», «бригадир Гвоздь»: an office or a relation in the nominative, and a word of its own gender right after. */
export function isTitledWord(tokens: readonly Token[], index: number): boolean {
  const [title, word] = [tokens[index - 1], tokens[index]];
  if (
    !title ||
    !word ||
    word.breaks > 0 ||
    title.kind !== "cyrillic" ||
    title.text.length < 4 ||
    !isPersonWord(title.text) ||
    title.shape === "upper" ||
    isShopWord(word.text)
  )
    return false;
  // «к участковому Стрижу», «гражданка Шапка»: one case for both.
  const inOneCase = SAME_CASE.some(([ofTitle, ofWord]) => ofTitle.test(title.text) && ofWord.test(word.text));
  // «бригадиру Гвоздю»: what an office belongs to stands in the genitive, never in these cases.
  const besideEachOther = /(?:ому|ему|[ую])$/u.test(title.text) && /[ую]$/u.test(word.text) && word.reading.noun;
  if (
    inOneCase &&
    (word.reading.animate ||
      besideEachOther ||
      (/^(?:гражданк|госпож|соседк|г-ж)/u.test(title.text) && word.reading.noun))
  )
    return true;
  return (
    /[бвгджзклмнпрстфхцчшщйь]$/u.test(title.text) &&
    !/(?:ов|ей|ям|ам|ом|ем|ых|ах|ях)$/u.test(title.text) &&
    (/[бвгджзклмнпрстфхцчшщь]$/u.test(word.text) || (word.reading.animate && word.text.endsWith("й"))) &&
    !/(?:ств|ость)$/u.test(word.text)
  );
}

function genderOf(word: string): "male" | "female" | undefined {
  if (/(?:[оеё]в|[иы]н|[сц]кий)$/u.test(word)) return "male";
  if (/(?:[оеё]ва|[иы]на|[сц]кая)$/u.test(word)) return "female";
  if (/(?:[иыое]м|[ое]й|[иы]х)$/u.test(word)) return undefined;
  return /[бвгджзклмнпрстфхцчшщь]$/u.test(word) ? "male" : /[ая]$/u.test(word) ? "female" : undefined;
}

function agrees(tokens: readonly Token[], index: number, gender: "male" | "female"): boolean {
  const verb = tokens[index];
  if (
    verb?.kind !== "cyrillic" ||
    verb.breaks > 0 ||
    (verb.shape !== "lower" && !(verb.shape === "capital" && verb.sentenceStart))
  )
    return false;
  // «Хромов тоже там был»; «диоксин был обнаружен» tells of a thing.
  if (verb.text === (gender === "male" ? "был" : "была"))
    return index - 1 >= 0 && SKIPPED.test(tokens[index - 1]?.text ?? "");
  if (verb.text.length < 4 || verb.reading.noun) return false;
  if (
    /^(?:[а-яё]{2,}(?:[её]т|ит)(?:ся)?)$/u.test(verb.text) &&
    !/^(?:нет|может|этот|будет|летит|стоит)$/u.test(verb.text)
  )
    return true;
  return gender === "male"
    ? /[аеёиоуыюя]л(?:ся)?$|[^аеёиоуыюя]ш[её]л$/u.test(verb.text)
    : /[а-яё]ла(?:сь)?$/u.test(verb.text);
}
