import { civilDate, dayOf, spokenDate } from "./calendar.ts";
import { type Place, type Settlement } from "./places.ts";
import { type Random, randomOf } from "./random.ts";
import { type Street, streets } from "./streets.ts";

/** Where and when an appeal is written, with everything its sentences may name. */
export interface Scene {
  place: Place;
  settlement: Settlement;
  street: Street;
  crossing: Street;
  house: string;
  received: number;
  woman: boolean;
  /** Code of a small agency that is written to about its own matters only. */
  specialist?: string;
  /** What a line may be limited to: город, село, зима, лето, … */
  tags: ReadonlySet<string>;
}

const seasons: Readonly<Record<string, readonly number[]>> = {
  зима: [12, 1, 2],
  весна: [3, 4, 5],
  лето: [6, 7, 8],
  осень: [9, 10, 11],
  холод: [10, 11, 12, 1, 2, 3, 4],
  тепло: [5, 6, 7, 8, 9],
  снег: [12, 1, 2, 3],
  слякоть: [3, 4, 5, 9, 10, 11],
  учёба: [9, 10, 11, 12, 1, 2, 3, 4, 5],
};

/** The streets of a settlement: the same few come back again and again, as they do in life. */
function streetsOf(settlement: Settlement): Street[] {
  const random = randomOf(`streets/${settlement.name}`);
  const known = streets.filter((street) => settlement.urban || street.short.startsWith("ул."));
  const size = settlement.urban ? 22 : 9;
  const chosen = new Set<Street>();
  while (chosen.size < size) chosen.add(random.pick(known));
  return [...chosen];
}

const known = new Map<string, Street[]>();

function streetList(settlement: Settlement): Street[] {
  const list = known.get(settlement.name) ?? streetsOf(settlement);
  known.set(settlement.name, list);
  return list;
}

/** Draws the scene of an appeal. `rural` keeps it out of towns. */
export function sceneOf(place: Place, received: number, rural: boolean, random: Random): Scene {
  const inVillage = rural || (place.villages.length > 0 && random.chance(place.centre.urban ? 0.08 : 0.35));
  const settlement = inVillage ? random.pick(place.villages) : place.centre;
  const list = streetList(settlement);
  const street = list[Math.floor(list.length * random.next() * random.next())] ?? random.pick(list);
  let crossing = random.pick(list);
  while (crossing === street) crossing = random.pick(list);
  const number = 1 + Math.floor((settlement.urban ? 96 : 58) * random.next() * (0.4 + 0.6 * random.next()));
  const letter = random.chance(0.1) ? random.pick(["а", "б", "/1", "/2", " к. 2"]) : "";
  const { month } = civilDate(dayOf(received));
  const tags = new Set(Object.keys(seasons).filter((season) => seasons[season]?.includes(month)));
  tags.add(settlement.urban ? "город" : "село");
  if (rural) tags.add("дорога");
  return {
    place,
    settlement,
    street,
    crossing,
    house: `${number}${letter}`,
    received,
    woman: random.chance(0.62),
    tags,
  };
}

function season(minute: number, last: number, text: string): string {
  const { year, month } = civilDate(dayOf(minute));
  return `${text} ${month < last ? year : year + 1} года`;
}

function quarter(minute: number): string {
  const { year, month } = civilDate(dayOf(minute));
  const next = Math.floor((month - 1) / 3) + 1;
  const words = ["первом", "втором", "третьем", "четвёртом"];
  return next > 3 ? `в первом квартале ${year + 1} года` : `в ${words[next]} квартале ${year} года`;
}

type Filler = (scene: Scene, random: Random, reply: number) => string;

const fillers: Readonly<Record<string, Filler>> = {
  адрес: ({ street, house }, random) =>
    random.pick([`${street.short}, ${house}`, `${street.short}, д. ${house}`, `${street.name}, дом ${house}`]),
  Ул: ({ street }) => street.name,
  улицы: ({ street }) => street.of,
  наУл: ({ street }) => street.on,
  поУл: ({ street }) => street.along,
  вДоме: ({ street, house }, random) =>
    random.pick([
      `в доме ${house} ${street.along}`,
      `в доме ${house} ${street.on}`,
      `в нашем доме (${street.short}, ${house})`,
    ]),
  уДома: ({ street, house }, random) =>
    random.pick([
      `у дома ${house} ${street.along}`,
      `возле дома ${house} ${street.on}`,
      `рядом с домом ${house} ${street.along}`,
    ]),
  воДворе: ({ street, house }, random) =>
    random.pick([
      `во дворе дома ${house} ${street.along}`,
      `во дворе (${street.short}, ${house})`,
      `в нашем дворе ${street.on}`,
    ]),
  дома: ({ street, house }) => `дома ${house} ${street.along}`,
  доДома: ({ street, house }) => `дом ${house} ${street.along}`,
  угол: ({ street, crossing }) => `на пересечении ${street.of} и ${crossing.of}`,
  вГороде: ({ settlement }) => settlement.in,
  города: ({ settlement }) => settlement.of,
  округа: ({ place }) => place.spokenOf,
  дней: (_, random) =>
    random.pick([
      "второй день",
      "третий день",
      "третьи сутки",
      "четвёртый день",
      "с позавчерашнего дня",
      "с самых выходных",
      "уже несколько дней",
      "вторые сутки",
      "пятый день",
    ]),
  недель: (_, random) =>
    random.pick([
      "вторую неделю",
      "уже неделю",
      "третью неделю",
      "почти месяц",
      "больше месяца",
      "второй месяц",
      "с прошлого месяца",
      "недели две",
      "месяца полтора",
    ]),
  назад: (_, random) =>
    random.pick(["неделю назад", "две недели назад", "месяц назад", "полтора месяца назад", "недели три назад"]),
  давно: (_, random) =>
    random.pick([
      "третий год",
      "не первый год",
      "с прошлого года",
      "уже два года",
      "который год",
      "много лет",
      "лет пять",
    ]),
  раз: (_, random) => random.pick(["третий", "второй", "четвёртый", "пятый"]),
  когда: (_, random) =>
    random.pick([
      "вчера вечером",
      "сегодня утром",
      "вчера",
      "на днях",
      "в прошлую пятницу",
      "на прошлой неделе",
      "позавчера",
    ]),
  датаДо: ({ received }, random) => spokenDate(dayOf(received) - random.whole(3, 25)),
  а: ({ woman }) => (woman ? "а" : ""),
  ся: ({ woman }) => (woman ? "ась" : "ся"),
  ен: ({ woman }) => (woman ? "на" : "ен"),
  ый: ({ woman }) => (woman ? "ая" : "ый"),
  сегодня: (_, __, reply) => spokenDate(dayOf(reply)),
  было: ({ received }, random, reply) => {
    const from = dayOf(received);
    const to = dayOf(reply);
    return spokenDate(to - from < 2 ? to : to - random.whole(0, Math.min(6, to - from - 1)));
  },
  срок: (_, random, reply) => `до ${spokenDate(dayOf(reply) + random.whole(5, 30))}`,
  срокСкоро: (_, random, reply) => `до ${spokenDate(dayOf(reply) + random.whole(2, 7))}`,
  поступило: ({ received }) => spokenDate(dayOf(received), true),
  весной: (_, __, reply) => season(reply, 4, "весной"),
  летом: (_, __, reply) => season(reply, 6, "летом"),
  осенью: (_, __, reply) => season(reply, 9, "осенью"),
  вГоду: (_, __, reply) => `в ${civilDate(dayOf(reply)).year + 1} году`,
  квартал: (_, __, reply) => quarter(reply),
};

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

/** True where a line or a case may stand in this scene. */
export function fits(tags: readonly string[], scene: Scene): boolean {
  return tags.every((tag) => scene.tags.has(tag));
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
    const filler = fillers[name];
    if (filler === undefined) throw new Error(`no slot «${name}»`);
    const value = filler(scene, random, reply);
    return name === written ? value : capital(value);
  });
  return capital(filled.replace(/ {2,}/gu, " ").trim());
}
