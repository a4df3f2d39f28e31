import { describe, expect, test } from "vitest";
import { publicAppealSchema, type Appeal } from "../../src/model/appeal.ts";
import { normInDays } from "../../src/model/norm.ts";
import { portalSchema } from "../../src/model/portal.ts";
import type { Vocabulary } from "../../src/model/vocabulary.ts";
import { BuildStop } from "../../src/model/buildStop.ts";
import { cleaningRules } from "../../src/privacy/cleaningRules.ts";
import { datesToWeek } from "../../src/privacy/groupPlan.ts";
import { openGate as openGateWith } from "../../src/privacy/openGate.ts";
import { NO_PLACE_NAMES } from "../../src/privacy/placeNames.ts";

const key = "0123456789abcdef0123456789abcdef";
const listed: Vocabulary = {
  agencies: [{ code: "zhkh", name: "Министерство ЖКХ", short: "Минжкх", kind: "executive", aliases: [] }],
  topics: [
    { code: "heating", parent: null, name: "Отопление", sensitive: false, aliases: [] },
    { code: "health", parent: null, name: "Здоровье", sensitive: true, aliases: [] },
  ],
  places: [],
  outcomes: [],
  channels: [],
};
const portal = (changes: object = {}) =>
  portalSchema.parse({
    title: "Отклик",
    region: { name: "Край", in: "в Крае", of: "Края" },
    timeZone: "Europe/Moscow",
    address: "https://otklik.example/",
    publisher: { name: "Пресс-служба", email: "press@otklik.example" },
    norms: [{ channel: "social", event: "first-reply", amount: 36, unit: "hours", basis: "правило" }],
    ...changes,
  });
const appeal = (changes: Partial<Appeal> = {}): Appeal => ({
  source: "social",
  id: "00017",
  edition: "2026-10-31",
  file: "social.csv",
  line: 7,
  channel: "social",
  agency: "zhkh",
  handedFrom: "",
  topic: "heating",
  place: "",
  received: { day: 20_729, instant: Date.parse("2026-10-03T14:05:00+03:00") },
  registered: null,
  firstReply: { day: 20_730, instant: Date.parse("2026-10-04T02:05:00+03:00") },
  closed: null,
  reopened: null,
  confirmed: null,
  planned: null,
  outcome: "open",
  withdrawn: false,
  rating: null,
  text: "Нет тепла, звоните 8 912 345-67-89",
  reply: "",
  ...changes,
});
const openGate = (settings: ReturnType<typeof portal>, idKey: string | null, own: Vocabulary, extended: Vocabulary) =>
  openGateWith(settings, idKey, own, extended, cleaningRules(settings, NO_PLACE_NAMES, key));
const open = (changes: object = {}) => openGate(portal(changes), key, listed, listed).gate;

describe("the gate", () => {
  test("looks for whom one text of an appeal names by the surname alone in the other, and leaves their street", () => {
    const pass = (text: string, reply: string) => {
      const { text: cleaned, reply: answer } = open({ privacy: { doubtful: "mask" } }).pass(appeal({ text, reply }));
      return [cleaned, answer];
    };
    const [text, reply] = [
      "Во дворе нет света, мастер Гранит А. В. не пришёл",
      "Замечание объявлено Граниту, бордюр из гранита цел",
    ];
    expect(pass(text, reply)).toEqual([
      "Во дворе нет света, мастер [ФИО] не пришёл",
      "Замечание объявлено [ФИО], бордюр из гранита цел",
    ]);
    expect(pass("Живёт тут Лопухов, шумит ночью, сажает лопухи", "Лопухову П. И. вручено предписание")).toEqual([
      "Живёт тут [ФИО], шумит ночью, сажает лопухи",
      "[ФИО] вручено предписание",
    ]);
    expect(pass("Не горит свет на улице Лопухова", "По заявлению Лопухова П. И. свет включён на ул. Лопухова")).toEqual(
      ["Не горит свет на улице Лопухова", "По заявлению [ФИО] свет включён на ул. Лопухова"],
    );
  });

  test("gives a public appeal that its schema accepts, with times as text and waits in days", () => {
    const published = open().pass(appeal());
    expect(publicAppealSchema.parse(published)).toEqual(published);
    expect(published).toMatchObject({
      received: "2026-10-03T14:05+03:00",
      firstReply: "2026-10-04T02:05+03:00",
      firstReplyDays: 0.5,
      firstReplyNorm: 1.5,
      closingDays: null,
      closingNorm: null,
    });
  });

  test("gives the waits from registration, without replies that another agency gave before", () => {
    const registered = { day: 20_730, instant: Date.parse("2026-10-04T14:05:00+03:00") };
    const closed = { day: 20_732, instant: Date.parse("2026-10-06T14:05:00+03:00") };
    expect(open().pass(appeal({ registered, closed }))).toMatchObject({
      registered: "2026-10-04T14:05+03:00",
      firstReplyDays: 0.5,
      agencyFirstReplyDays: 2,
      closingDays: 3,
      agencyClosingDays: 2,
    });
    expect(open().pass(appeal({ closed }))).toMatchObject({
      registered: null,
      agencyFirstReplyDays: null,
      agencyClosingDays: null,
    });
    expect(open().pass(appeal({ registered: { day: 20_700, instant: null }, closed }))).toMatchObject({
      agencyFirstReplyDays: null,
      agencyClosingDays: null,
    });
  });

  test("tells no hour or weekday of a sensitive appeal by its norm or its registration", () => {
    const norms = [
      { channel: "social", event: "first-reply", amount: 3, unit: "working-days", basis: "правило" },
      { event: "closing", amount: 30, unit: "days", basis: "правило" },
    ];
    const registered = { day: 20_730, instant: Date.parse("2026-10-04T14:05:00+03:00") };
    const passed = open({ norms }).pass(appeal({ registered }));
    // Working days of a calendar that nobody has decreed: Monday to Wednesday, to their end; received on a Saturday.
    expect(passed.firstReplyNorm).toBeCloseTo(4 + (24 - 14 - 5 / 60) / 24, 4);
    expect(datesToWeek(passed, portal({ norms }).norms.map(normInDays))).toMatchObject({
      firstReplyNorm: null,
      closingNorm: 30,
      registered: "2026-09-28",
      agencyFirstReplyDays: null,
    });
  });

  test("masks by type and counts by class and field", () => {
    const gate = open({ privacy: { stopAbove: 1 } });
    expect(gate.pass(appeal()).text).toBe("Нет тепла, звоните [телефон]");
    expect(gate.finish()).toMatchObject({
      passed: 1,
      maskedAppeals: 1,
      masked: { phone: 1 },
      maskedByField: { social: { text: { phone: 1 } } },
      maskedByAgency: { zhkh: { phone: 1 } },
    });
  });

  test("lets the signer of a reply stay by a setting, and nobody else", () => {
    const words = "Яму засыпали.\nС уважением, министр Орлов П.И.";
    const published = open({ privacy: { replySignatures: "keep", stopAbove: 1 } }).pass(
      appeal({ text: words, reply: words }),
    );
    expect(published).toMatchObject({ text: words.replace("Орлов П.И.", "[ФИО]"), reply: words });
    expect(open().pass(appeal({ reply: words })).reply).toBe(words.replace("Орлов П.И.", "[ФИО]"));
  });

  test("never lets the registry number into a public id, and gives the same id every time", () => {
    const first = open().pass(appeal());
    expect(first.id).toMatch(/^[a-z2-9]{13}$/);
    expect(first.id).not.toContain("17");
    expect(open().pass(appeal({ text: "Другое" })).id).toBe(first.id);
    expect(openGate(portal(), `${key}0`, listed, listed).gate.pass(appeal()).id).not.toBe(first.id);
  });

  test("publishes no text of a sensitive topic", () => {
    const gate = open();
    expect(gate.pass(appeal({ topic: "health", text: "Нет лекарств" }))).toMatchObject({
      text: null,
      reply: null,
      withheld: "sensitive-topic",
    });
    expect(gate.finish().withheldTexts).toBe(1);
  });

  test("publishes no text at all for a portal of figures", () => {
    expect(open({ appeals: "figures-only" }).pass(appeal())).toMatchObject({ text: null, reply: null, withheld: null });
  });

  test("leaves an event before the receipt out of the waits but keeps its date", () => {
    const published = open().pass(appeal({ closed: { day: 20_700, instant: null }, firstReply: null }));
    expect(published).toMatchObject({ closed: "2026-09-04", closingDays: null, firstReplyDays: null });
  });

  test("gives no wait since a day on which nothing can have been received, such as 01.01.1900", () => {
    const published = open().pass(
      appeal({ received: { day: -25_567, instant: null }, closed: { day: 20_700, instant: null } }),
    );
    expect(published).toMatchObject({ received: "1900-01-01", closed: "2026-09-04", closingDays: null });
  });

  test("stops when more appeals than the portal allows needed masking, and says how many, never what", () => {
    const gate = open();
    for (let number = 0; number < 10; number++)
      gate.pass(appeal({ id: String(number), text: number === 0 ? "пишите на ivan@mail.example" : "Нет тепла" }));
    const error = caught(() => gate.finish());
    expect(error).toMatchObject({
      code: "PRIVACY_SHARE",
      details: { appeals: 1, passed: 10, percent: 10, limit: 5, problems: "sources/social.yaml: text: email 1" },
    });
    expect(JSON.stringify(error)).not.toContain("ivan");
  });

  test("stops at the first sight of a class that the portal is strict about, with the place", () => {
    const error = caught(() => open({ privacy: { strict: ["phone"] } }).pass(appeal()));
    expect(error).toMatchObject({
      code: "PRIVACY_STRICT",
      places: [{ file: "2026-10-31/social.csv", line: 7 }],
      details: { class: "phone", field: "text" },
    });
  });

  test("stops when two appeals would get one address", () => {
    const gate = openGate(portal({ ids: "registry" }), null, listed, listed).gate;
    gate.pass(appeal({ id: "A/1" }));
    expect(caught(() => gate.pass(appeal({ id: "A-1" }))).code).toBe("PUBLIC_ID_COLLISION");
  });
});

describe("labels that came from the export", () => {
  test.each(["Иванов И. И. / «Орлов Иван»", "Иванова Анна «Орлов Иван»"])(
    "are read again once a person in them is masked: %s",
    (name) => {
      const label = { code: "label", name, short: name, kind: "other" as const, aliases: [] };
      const { vocabulary } = openGate(portal(), key, listed, { ...listed, agencies: [...listed.agencies, label] });
      expect(vocabulary.agencies[1]!.name).toMatch(/^\[ФИО\].+\[ФИО\]/u);
      expect(vocabulary.agencies[1]!.name).not.toContain("Орлов");
    },
  );

  test("lose the people named in them, and their code changes too", () => {
    const person = {
      code: "ivanova-mariya-petrovna",
      name: "Иванова Мария Петровна",
      short: "Иванова Мария Петровна",
      kind: "other" as const,
      aliases: [],
    };
    const { gate, vocabulary } = openGate(portal(), key, listed, { ...listed, agencies: [...listed.agencies, person] });
    const masked = vocabulary.agencies.at(-1)!;
    expect(masked).toMatchObject({ name: "[ФИО]", short: "[ФИО]" });
    expect(masked.code).not.toContain("ivanova");
    expect(gate.pass(appeal({ agency: person.code })).agency).toBe(masked.code);
  });

  test("under a group that named a person lose the group's name from their code too, and labels alike after masking become one", () => {
    const label = (code: string, parent: string | null, name: string) => ({
      code,
      parent,
      name,
      sensitive: false,
      aliases: [],
    });
    const topics = [
      ...listed.topics,
      label("ivanov-ivan-ivanovich", null, "Иванов Иван Иванович"),
      label("ivanov-ivan-ivanovich-yamy", "ivanov-ivan-ivanovich", "Ямы"),
      label("petrov-petr-petrovich", null, "Петров Пётр Петрович"),
    ];
    const { vocabulary } = openGate(portal(), key, listed, { ...listed, topics });
    const [group, child, ...others] = vocabulary.topics.slice(2);
    expect(group).toMatchObject({ name: "[ФИО]", parent: null });
    expect(child).toMatchObject({ name: "Ямы", parent: group!.code });
    expect(others).toEqual([]);
    expect(JSON.stringify(vocabulary)).not.toMatch(/ivanov|petrov/);
  });

  test("that the portal's own vocabulary lists stay as they are", () => {
    const named = { ...listed, agencies: [{ ...listed.agencies[0]!, name: "Фонд имени Иванова Петра Сергеевича" }] };
    expect(openGate(portal(), key, named, named).vocabulary.agencies[0]!.name).toBe(
      "Фонд имени Иванова Петра Сергеевича",
    );
  });
});

function caught(run: () => unknown): BuildStop {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(BuildStop);
    return error as BuildStop;
  }
  throw new Error("nothing was thrown");
}
