import { expect, it } from "vitest";
import { definitions } from "../../src/measure/definitions.ts";
import type { ChartDefinition } from "../../src/charts/definition.ts";
import { subjectCharts } from "../../src/charts/subjectCharts.ts";
import { keyFigures } from "../../src/site/keyFigures.ts";
import { exampleFacts } from "../words/exampleFacts.ts";
import { createTelling } from "../../src/words/telling.ts";

const facts = exampleFacts();
const slice = facts.subjects[0]!.periods.year;

it("key figures and charts link to definitions that exist", () => {
  const known = new Set(definitions().map(({ id }) => id));
  const linked = facts.subjects.flatMap((subject) => [
    ...keyFigures(createTelling(facts), subject.periods.year).map(({ id }) => id),
    ...(Object.values(subjectCharts(createTelling(facts), subject)) as (ChartDefinition | null)[]).flatMap(
      (chart) => chart?.figure ?? [],
    ),
  ]);
  expect(new Set(linked)).toEqual(
    new Set(["received", "answeredInNorm", "silent", "resolvedStrict", "firstReply.curve", ...linked]),
  );
  for (const id of linked) expect(known).toContain(id);
});

it("tells beside those who wait past their deadline how many more wait, and who was closed without a reply and is not counted", () => {
  const { social } = slice.byChannel;
  if (social === undefined) throw new Error("The example has no social networks");
  const silent = { state: "exact", value: 0.17, part: 17, whole: 100, low: 0.1, high: 0.2 } as const;
  const noteFor = (waiting: number, byLaw = 0, withdrawn = 0) =>
    keyFigures(createTelling(facts), {
      ...slice,
      byChannel: {
        social: {
          ...social,
          silent,
          leftByLaw: { state: "exact", value: byLaw },
          withdrawnUnanswered: { state: "exact", value: withdrawn },
          firstReply: {
            ...social.firstReply,
            waiting,
            ...(byLaw + withdrawn > 0 && { never: byLaw + withdrawn }),
          },
        },
      },
    })
      .find(({ id }) => id === "silent")
      ?.note?.replaceAll("\u00a0", " ");
  expect(noteFor(20)).toContain("без ответа ещё 3: срок не прошёл или неизвестен");
  expect(noteFor(17)).not.toContain("ещё");
  const closed = noteFor(26, 5, 4);
  expect(closed).toContain("закрытые без ответа сюда не входят: по закону — 5, отозвано авторами — 4");
  expect(closed).not.toContain("ещё");
  expect(noteFor(22, 0, 4)).toContain("без ответа ещё 1: срок не прошёл или неизвестен; закрытые без ответа");
});

it("where no deadline has passed yet the figure in time says so, and one channel is not called all together", () => {
  const none = { state: "missing", reason: "none-eligible" } as const;
  const notes = (from: typeof facts, to: typeof slice) =>
    keyFigures(createTelling(from), to).map(({ note }) => note!.replaceAll("\u00a0", " "));
  expect(
    notes(facts, { ...slice, byChannel: { social: { ...slice.byChannel.social!, answeredInNorm: none } } })[1],
  ).toContain("ни у одного обращения срок ещё не прошёл");
  expect(notes(facts, slice)[0]).toContain("все пути вместе");
  const single = structuredClone(facts);
  for (const { periods } of single.subjects) periods.all.measures.channels = ["social"];
  expect(notes(single, slice)[0]).not.toContain("все пути");
});

it("a deadline that holds, and of which dates told to the week say nothing, is not said to be missing", () => {
  const unjudged = { state: "missing", reason: "no-norm" } as const;
  const social = { ...slice.byChannel.social!, answeredInNorm: unjudged, silent: unjudged };
  const notes = (firstReply: number[]) =>
    keyFigures(createTelling(facts), {
      ...slice,
      byChannel: { social: { ...social, norms: { firstReply, closing: [] } } },
    })
      .slice(1, 3)
      .map(({ note }) => note!.replaceAll("\u00a0", " "));
  for (const note of notes([0])) expect(note).toContain("даты огрублены до недели");
  for (const note of notes([])) expect(note).toContain("срок для этого пути не установлен");
});

it("where the number of open appeals is hidden the reason stands beside it", () => {
  const noteOf = (open: typeof slice.measures.open) =>
    keyFigures(createTelling(facts), { ...slice, measures: { ...slice.measures, open } })[0]!.note!.replaceAll(
      "\u00a0",
      " ",
    );
  expect(noteOf({ state: "hidden", reason: "too-few" })).toMatch(/из них сейчас открыто: скрыто; меньше 5 обращений/u);
  expect(noteOf({ state: "exact", value: 7 })).toMatch(/из них сейчас открыто: 7$/u);
});

it("the share in time is told with the year before, the change and its interval, unless exports broke off", () => {
  const share = { state: "exact", value: 0.7, part: 70, whole: 100, low: 0.6, high: 0.78 } as const;
  const change = { state: "exact", value: 0.032, low: -0.005, high: 0.069 } as const;
  const missing = { state: "missing", reason: "none-eligible" } as const;
  const social = {
    ...slice.byChannel.social!,
    yearBefore: {
      received: { state: "exact", value: 300 } as const,
      answeredInNorm: share,
      answeredInNormChange: change,
      closedInNorm: missing,
      closedInNormChange: missing,
    },
  };
  const noteOf = (from: typeof facts) =>
    keyFigures(createTelling(from), { ...slice, byChannel: { social } })[1]!.note!.replaceAll("\u00a0", " ");
  expect(noteOf(facts)).toContain("годом раньше — 70 %; за год +3,2 процентного пункта, от −0,5 до +6,9");
  const broken = structuredClone(facts);
  broken.edition.sources = [
    {
      source: "social",
      title: "Соцсети",
      exported: broken.edition.date,
      channels: ["social"],
      rows: 1,
      closed: 0,
      closedOnly: false,
      tellsClosings: true,
      tellsReplies: true,
      from: "2020-01-01",
      to: broken.edition.date,
      misdated: 0,
      vanished: 0,
      collapsedMonths: [broken.periods.year.to.slice(0, 7)],
      emptiedFields: [],
      massClosings: [],
      replies: 0,
      placeholderReplies: 0,
      shortReplies: 0,
    },
  ];
  expect(noteOf(broken)).not.toMatch(/годом раньше|за год/u);
});

it("a share acted upon that leaves out channels without outcomes does not call itself one of all appeals", () => {
  const { measures } = slice;
  const noteOf = (whole: number) =>
    keyFigures(createTelling(facts), {
      ...slice,
      measures: {
        ...measures,
        resolvedStrict: { state: "exact", value: 0.5, part: whole / 2, whole, low: 0.4, high: 0.6 },
      },
    })
      .at(-1)!
      .note!.replaceAll("\u00a0", " ");
  const received = measures.received.state === "exact" ? measures.received.value : NaN;
  expect(noteOf(received)).toContain("среди всех поступивших");
  expect(noteOf(received - 2)).toContain("для которых в выгрузках есть итоги");
});
