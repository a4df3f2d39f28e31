import { type Span } from "../span.ts";

/** Diagnoses and disability as they are written in appeals. The wider topic («поликлиника», «лечение») is not personal data. */
const HEALTH = new RegExp(
  [
    String.raw`диагноз\p{L}{0,3}[ :–-]{1,3}(?:[«"]?[\p{L}\d.-]{2,30}[»"]?(?: (?:\p{L}{4,24}|[IVX]{1,4}|\d{1,2}))?(?: (?:степени|стадии|типа|железы|мозга|л[её]гк\p{L}{2,3}|кишечника|желудка|печени|почек))?)`,
    String.raw`(?:реб[её]н\p{L}{1,3}-)?инвалид\p{L}{0,3}(?:,? (?:\d|[IVХX]{1,3}|перв\p{L}{2}|втор\p{L}{2}|трет\p{L}{2,3})(?:-?(?:й|ой|ей|я))?[ -]{0,1}(?:й |ой )?(?:групп\p{L}{1,2}|гр\.?)| (?:с )?детства| по (?:зрению|слуху))?`,
    String.raw`(?:\d|[IVХX]{1,3}|перв\p{L}{2}|втор\p{L}{2}|трет\p{L}{2,3})(?:-?(?:й|ой|ей|я|ю))? групп\p{L}{1,2} инвалидност\p{L}{1,2}|инвалидност\p{L}{1,2}(?: (?:\d|[IVХX]{1,3}|перв\p{L}{2}|втор\p{L}{2}|трет\p{L}{2,3})(?:-?(?:й|ой|ей|я))? групп\p{L}{1,2})?`,
    "ДЦП|детск\\p{L}{2,3} церебральн\\p{L}{2,3} паралич\\p{L}{0,2}|ВИЧ(?:-инфекц\\p{L}{1,3}|-инфицирован\\p{L}{1,3})?|СПИД\\p{L}{0,2}|онкологи\\p{L}{1,3}|онкобольн\\p{L}{2,3}|онкологическ\\p{L}{2,3} (?:заболевани\\p{L}{1,2}|больн\\p{L}{2,3})|злокачественн\\p{L}{2,3} \\p{L}{4,16}",
    "рак(?:а|ом|е)? (?:\\p{L}{4,14} )?(?:желез\\p{L}{1,2}|л[её]гк\\p{L}{2,3}|желудк\\p{L}|кишечник\\p{L}|кож\\p{L}|печени|почки|груди|кров\\p{L}|мозга|простаты|матки|\\d стади\\p{L})",
    "шизофрени\\p{L}{1,2}|эпилепси\\p{L}{1,2}|аутизм\\p{L}{0,2}|аутист\\p{L}{0,2}|РАС(?![\\p{L}])|(?:сахарн\\p{L}{2,3} )?диабет\\p{L}{0,3}(?: \\d типа)?|инсульт\\p{L}{0,2}|инфаркт\\p{L}{0,2}|деменци\\p{L}{1,2}|альцгеймер\\p{L}{0,2}|паркинсон\\p{L}{0,2}|туберкул[её]з\\p{L}{0,2}|гепатит\\p{L}{0,2}(?: [BCВС])?|бронхиальн\\p{L}{2,3} астм\\p{L}{1,2}|рассеянн\\p{L}{2,3} склероз\\p{L}{0,2}|синдром\\p{L}{0,2} Дауна|умственн\\p{L}{2,3} отсталост\\p{L}{1,2}|наркоман\\p{L}{0,3}|алкоголик\\p{L}{0,2}|беременн\\p{L}{2,5}",
    "лейкоз\\p{L}{0,2}|лейкеми\\p{L}{1,2}|лимфом\\p{L}{1,2}|сколиоз\\p{L}{0,2}|муковисцидоз\\p{L}{0,2}|фенилкетонури\\p{L}{1,2}|гемофили\\p{L}{1,2}|ЗПР|ЗПРР|ЗРР|СДВГ|ОНР|ХОБЛ|ИБС|ХПН|ВПС|порок\\p{L}{0,2} сердца|гипертони\\p{L}{1,3}|стенокарди\\p{L}{1,2}|аритми\\p{L}{1,2}|псориаз\\p{L}{0,2}|экзем\\p{L}{1,2}|артрит\\p{L}{0,2}|артроз\\p{L}{0,2}|цирроз\\p{L}{0,2}|сифилис\\p{L}{0,2}|гонорея|пневмони\\p{L}{1,2}|менингит\\p{L}{0,2}|психоз\\p{L}{0,2}|депресси\\p{L}{1,2}|невроз\\p{L}{0,2}|биполярн\\p{L}{2,3} расстройств\\p{L}{1,2}|олигофрени\\p{L}{1,2}|слабоуми\\p{L}{1,2}|опухол\\p{L}{1,3}|метастаз\\p{L}{0,3}|рак(?:а|ом)? \\d (?:степени|стадии)|химиотерапи\\p{L}{1,2}|лучев\\p{L}{2,3} терапи\\p{L}{1,2}|диализ\\p{L}{0,2}|гемодиализ\\p{L}{0,2}|ампутаци\\p{L}{1,2}|парализован\\p{L}{1,3}|лежач\\p{L}{2,3} больн\\p{L}{2,3}|выкидыш\\p{L}{0,2}|аборт\\p{L}{0,2}|бесплоди\\p{L}{1,2}|ЭКО(?![\\p{L}])",
    "(?:сто(?:ит|ял\\p{L}?|ю) |состо(?:ит|ял\\p{L}?|ю|ящ\\p{L}{2,3}) )?(?:на )?уч[её]т\\p{L}{0,2} (?:в|у) (?:ПНД|КВД|ПТД|наркодиспансер\\p{L}{0,2}|психдиспансер\\p{L}{0,2}|диспансер\\p{L}{0,2}|нарколог\\p{L}{0,2}|психиатр\\p{L}{0,2}|фтизиатр\\p{L}{0,2}|онколог\\p{L}{0,2})|ПНД|КВД|психдиспансер\\p{L}{0,2}|наркодиспансер\\p{L}{0,2}",
    "(?:пь[её]т|пью|принима\\p{L}{1,3}|кол[еи]\\p{L}{1,2}|колю|сид(?:ит|им|ел\\p{L}?) на|получа\\p{L}{1,3}|назнач\\p{L}{2,4}|прописа\\p{L}{1,3}|нужда\\p{L}{2,4} в|доза) (?:галоперидол\\p{L}{0,2}|инсулин\\p{L}{0,2}|аминазин\\p{L}{0,2}|метадон\\p{L}{0,2}|морфин\\p{L}{0,2}|трамадол\\p{L}{0,2}|феназепам\\p{L}{0,2}|антидепрессант\\p{L}{0,3}|нейролептик\\p{L}{0,3}|амитриптилин\\p{L}{0,2}|варфарин\\p{L}{0,2}|преднизолон\\p{L}{0,2}|метотрексат\\p{L}{0,2})",
  ].map((part) => `(?:${part})`).join("|"),
  "giu",
);
/** The beginnings of the words above: most texts hold none of them and are spared the long pattern. */
const ANY = /[дД]иагноз|ДИАГНОЗ|[иИ]нвалид|ИНВАЛИД|[дД][цЦ][пП]|[вВ][иИ][чЧ]|[сС]пид|СПИД|[оО]нко|[зЗ]локач|[рР]ак[ аое]|[шШ]изо|[эЭ]пилеп|[аА]утис|аутизм|РАС|[дД]иабет|[иИ]нсульт|[иИ]нфаркт|[дД]еменци|[аА]льцгейм|[пП]аркинсон|[тТ]убер|[гГ]епатит|[аА]стм|[сС]клероз|[дД]аун|[оО]тстал|[нН]арком|[аА]лкоголи|[бБ]еремен|[цЦ]еребрал|МКБ|[A-TV-Z]\d{2}\.\d|[кК]од[ :]|[лЛ]ейк[оеё]|[лЛ]имфом|[сС]колиоз|[мМ]уковис|[фФ]енилк|[гГ]емоф|ЗПР|ЗРР|СДВГ|ОНР|ХОБЛ|ИБС|ХПН|ВПС|порок|[гГ]иперто|[сС]тенок|[аА]ритм|[пП]сори|[эЭ]кзем|[аА]ртр|[цЦ]ирроз|[сС]ифил|[гГ]онор|[пП]невмо|[мМ]енинг|[пП]сихо|[дД]епресс|[нН]евроз|[бБ]иполя|[оО]лигоф|[сС]лабоум|[оО]пухол|[мМ]етаст|[хХ]имиот|[лЛ]учев|[дД]иализ|[аА]мпутац|[пП]арализ|[лЛ]ежач|[вВ]ыкид|[аА]борт|[бБ]еспло|ЭКО|[уУ]ч[её]т|ПНД|КВД|[дД]испанс|[гГ]алопер|[иИ]нсулин|[аА]миназ|[мМ]етадон|[мМ]орфин|[тТ]рамад|[фФ]еназ|нтидеп|ейролеп|[вВ]арфар|[пП]редниз|[мМ]етотр|[А-ЯЁ]{6}/u;
const HEALTH_WORD = new RegExp(String.raw`(?<!\p{L})(?:${HEALTH.source})(?!\p{L})`, "giu");
const ICD = /(?<![\p{L}\d])(?:диагноз\p{L}{0,2}|МКБ(?:-10)?|код)[ :–-]{1,4}([A-TV-ZАВСЕНКМ]\d{2}(?:[.,]\d{1,2})?)(?![\p{L}\d])/giu;
/** «F20.0»: a code of the classification by its form, beside a person. */
const BARE_ICD = /(?<![\p{L}\d])[A-TV-Z]\d{2}\.\d{1,2}(?![\p{L}\d]|[.,]\d)/gu;
/** «парковка для инвалидов», «общество инвалидов»: nobody in particular. */
const NOBODY = /(?<!\p{L})(?:для|обществ\p{L}{1,2}|мест\p{L}{0,2}|парковк\p{L}{1,3}|прав\p{L}{0,3}|доступн\p{L}{2,4}|знак\p{L}{0,2}|профилактик\p{L}{1,2}|день|дня|центр\p{L}{0,2}|борьб\p{L}{1,2} с|против|от) (?:\p{L}{2,14} )?$/iu;
const REACH = 120;

/**
 * Diagnoses and disability beside a name: in one sentence with it, or within 120 characters.
 * @param people spans found in the same text, sorted; only names and dates of birth count as a person
 */
export function findHealth(text: string, people: readonly Span[]): Span[] {
  const persons = [...people.filter((span) => span.class === "name" || span.class === "birthDate"), ...residents(text)].sort((a, b) => a.start - b.start);
  if (persons.length === 0 || !ANY.test(text)) return [];
  const spans: Span[] = [];
  const add = (start: number, end: number): void => {
    const tier = tierOf(text, start, end, persons);
    if (tier) spans.push({ start, end, class: "health", tier });
  };
  for (const match of text.matchAll(HEALTH_WORD)) {
    if (NOBODY.test(text.slice(Math.max(0, match.index - 32), match.index)) || /^инвалид(?:ов|ам|ами|ах)$/iu.test(match[0])) continue;
    add(match.index, match.index + match[0].length);
  }
  for (const match of text.matchAll(ICD)) add(match.index + match[0].length - (match[1] ?? "").length, match.index + match[0].length);
  for (const match of text.matchAll(BARE_ICD)) add(match.index, match.index + match[0].length);
  return spans;
}

/** «живу в д. Кривцы, дом 3, инвалид»: whoever says where they live has told who they are without a name. */
function residents(text: string): Span[] {
  if (!/живу|прожива|прописан|зарегистр/iu.test(text)) return [];
  return [...text.matchAll(/(?<!\p{L})(?:живу|проживаю|прописан\p{L}?|зарегистрирован\p{L}?)(?!\p{L})[^!?\n\d]{0,60}(?:д(?:\.|ом)|кв(?:\.|артир\p{L})) ?\d{1,4}/giu)].map(({ index, 0: value }) => ({ start: index, end: index + value.length, class: "name", tier: "confirmed" }));
}

/** The nearest person before and after decides; confirmed only when nothing ends the sentence in between. */
function tierOf(text: string, start: number, end: number, persons: readonly Span[]): "confirmed" | "doubtful" | undefined {
  let low = 0;
  let high = persons.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((persons[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  let tier: "confirmed" | "doubtful" | undefined;
  for (const person of [persons[low - 1], persons[low]]) {
    if (!person) continue;
    const between = person.end <= start ? text.slice(person.end, Math.min(start, person.end + REACH + 1)) : text.slice(end, Math.min(person.start, end + REACH + 1));
    if (between.length > REACH) continue;
    const sameSentence = !/[!?\n]|\.(?= [А-ЯЁ])/u.test(between);
    if (sameSentence && person.tier === "confirmed") return "confirmed";
    tier = "doubtful";
  }
  return tier;
}
