import { civilDate, dayOf, spokenDate } from "./calendar.ts";
import type { Random } from "./random.ts";
import type { Scene } from "./scene.ts";

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

/** What stands in a slot. reply: the minute the reply is sent. */
type Filler = (scene: Scene, random: Random, reply: number) => string;

export const slots: Readonly<Record<string, Filler>> = {
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
