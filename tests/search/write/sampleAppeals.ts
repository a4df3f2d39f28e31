import type { PublicAppeal } from "../../../src/model/appeal.ts";
import type { SearchNames } from "../../../src/search/format/manifest.ts";
import { channels } from "../../../src/model/channel.ts";
import { outcomes } from "../../../src/model/outcome.ts";

export const names: SearchNames = {
  agencies: [
    { code: "roads", name: "Дорожный комитет" },
    { code: "housing", name: "Жилищная инспекция" },
  ],
  topics: [
    { code: "streets", name: "Дороги", parent: null },
    { code: "holes", name: "Ямы", parent: "streets" },
    { code: "lamps", name: "Освещение", parent: "streets" },
    { code: "heat", name: "Отопление", parent: null },
  ],
  places: [
    { code: "zarechye", name: "Заречье", parent: null },
    { code: "kitezh", name: "Китеж", parent: null },
  ],
  channels: [...channels],
  outcomes: [...outcomes],
};

/** A public appeal for tests; the brand is given here only because tests stand outside the gate. */
export function appeal(part: Partial<PublicAppeal> & { id: string }): PublicAppeal {
  return {
    channel: "social",
    agency: "roads",
    handedFrom: null,
    topic: "holes",
    place: "zarechye",
    received: "2026-03-01",
    firstReply: null,
    closed: null,
    reopened: null,
    outcome: "open",
    rating: null,
    firstReplyDays: null,
    closingDays: null,
    firstReplyNorm: null,
    closingNorm: null,
    text: null,
    reply: null,
    withheld: null,
    ...part,
  } as PublicAppeal;
}

export const sample: PublicAppeal[] = [
  appeal({
    id: "a1",
    received: "2026-01-10",
    text: "На Школьной улице глубокая яма, машины объезжают её по тротуару",
    topic: "holes",
  }),
  appeal({
    id: "a2",
    received: "2026-01-11",
    text: "Готовый проект парковки третий год лежит без движения",
    topic: "streets",
    outcome: "explained",
  }),
  appeal({
    id: "a3",
    received: "2026-02-03",
    text: "Не работает уличное освещение возле детской площадки",
    topic: "lamps",
    place: "kitezh",
    outcome: "acted",
  }),
  appeal({
    id: "a4",
    received: "2026-02-04",
    text: "Сломана детская площадка, качели опасны. Ямы во дворе залатали, спасибо",
    agency: "housing",
    topic: "heat",
  }),
  appeal({
    id: "a5",
    received: "2026-02-05",
    text: "Площадка для детской коляски в подъезде, район стройки",
    agency: "housing",
    topic: "heat",
    place: null,
  }),
  appeal({
    id: "a6",
    received: "2026-03-01",
    text: "Батареи ёле тёплые, в квартире +14",
    reply: "Котельная запущена, отопление восстановлено",
    agency: "housing",
    topic: "heat",
    outcome: "acted",
  }),
  appeal({
    id: "a7",
    received: "2026-03-02",
    text: "Дом 12/3, корпус А16R2: прошу ответить по 59-ФЗ, wi-fi в МФЦ",
    agency: "housing",
    topic: null,
  }),
  appeal({
    id: "a8",
    received: "2026-03-02",
    text: "<script>alert(1)</script> готовые решения \u202Eзадом наперёд\u202C",
    agency: null,
    place: "kitezh",
  }),
];
