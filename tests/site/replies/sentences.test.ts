import { describe, expect, test } from "vitest";
import type { ListedAppeal } from "../../../src/edition/listedAppeal.ts";
import { exactShare, missing } from "../../../src/measure/figure.ts";
import type { Language } from "../../../src/model/portal.ts";
import { replyMarkMeasures } from "../../../src/model/replyMarkMeasures.ts";
import { type Association, noReplies, type Replies, type ReplySlice } from "../../../src/model/replies.ts";
import { associationSentences } from "../../../src/site/replies/associations.ts";
import { groupReport, mostListed } from "../../../src/site/replies/groupReport.ts";
import { agencyRows, commonestText, doorText, groupLine, markTable } from "../../../src/site/replies/regionReplies.ts";
import { createReplyTelling } from "../../../src/site/replies/replyTelling.ts";
import { subjectReplies } from "../../../src/site/replies/subjectReplies.ts";
import { createTelling } from "../../../src/words/telling.ts";
import { exampleFacts } from "../../words/exampleFacts.ts";
import { exampleReplies } from "../../words/exampleReplies.ts";

const facts = exampleFacts();
const told = (replies: Replies = exampleReplies(), language: Language = "ru") =>
  createReplyTelling(createTelling(facts, language), replies);
type Marks = ReplySlice["marks"];
/** The example, each subject with other marks. */
function withMarks(change: (marks: Marks) => Marks): Replies {
  const replies = exampleReplies();
  const subjects = replies.subjects.map((subject) => {
    const { all } = subject.periods;
    return { ...subject, periods: { ...subject.periods, all: { ...all, marks: change(all.marks) } } };
  });
  return { ...replies, subjects };
}
const plain = (text: string | null | undefined): string => (text ?? "").replaceAll("\u00a0", " ");

describe("The replies of an agency", () => {
  const { repeated, short, marks, marksLead, texts } = subjectReplies(told(), "agency", "silent");

  test("are told in sentences that hold number, whole and share, with interval and region beside", () => {
    expect(plain(repeated[0]?.text)).toBe(
      "Из 1 080 ответов в двенадцать слов и длиннее 600 (55,6 %) почти дословно совпадают с другими ответами того же ведомства.",
    );
    expect(plain(repeated[0]?.note)).toMatch(
      /или больше\. Интервал 95 % — \d+–\d+ %\. Повторяющийся ответ — не обязательно плохой: .+ Долю повторов нельзя сравнить с долей другого ведомства или края: .+ совпадут\.$/u,
    );
    expect(plain(short[0]?.note)).toMatch(
      /Интервал 95 % — \d+–\d+ %\. В целом .+, вместе с этим ведомством, — 7,7 %; темы у ведомств разные\.$/u,
    );
    expect(plain(short[0]?.text)).toBe("Короче двенадцати слов — 100 из 1 180 ответов (8,5 %).");
    expect(plain(marks[0]?.text)).toBe(
      "В 8,1 % из 1 180 ответов сказано, что именно сделано или что показала проверка (с поправкой на ошибки правила; интервал 95 % — 2–13 %).",
    );
    expect(plain(marks[0]?.note)).toBe(
      "Правило проверено на 29 ответах и может ошибаться. Само правило нашло это в 96 ответах (8,1 %). Доля с поправкой меньше, чем 48 %: столько было бы по меркам остальных ведомств на тех же темах и с теми же исходами.",
    );
    expect(plain(marksLead.join(" "))).toMatch(
      /её и цитируйте; .+ Частый текст — тот, которым ведомство дало не меньше 10 % своих ответов\. Здесь таких нет\. .+ не чаще чем в двух сравнениях из тысячи \(всего их 2\)\.$/u,
    );
  });

  test("say of each comparison whether chance or the rule explains it, frequent texts left out on both sides", () => {
    type Adjusted = NonNullable<Marks[number]["adjusted"]>;
    const own = { replies: 1180, found: 96, value: 0.08, low: 0.02, high: 0.13 };
    const noteWith = (adjusted: Partial<Adjusted> | undefined, dimension: "agency" | "topic" = "agency") => {
      const replies = withMarks((marks) =>
        marks.map(({ adjusted: _, ...share }) =>
          adjusted === undefined
            ? share
            : {
                ...share,
                adjusted: { own, expected: 0.1, ratio: 1, low: 0.9, high: 1.4, verdict: "chance", ...adjusted },
              },
        ),
      );
      return plain(
        subjectReplies(told(replies), dimension, dimension === "agency" ? "silent" : "roads").marks[0]?.note,
      );
    };
    expect(noteWith({ verdict: "more" })).toMatch(
      /\(8,1 %\)\. Доля с поправкой больше, чем 10 %: столько было бы по меркам остальных ведомств/u,
    );
    // The verdict is the edition's: a ratio that excludes one by itself says nothing.
    expect(noteWith({ low: 1.1 })).toMatch(
      /По меркам остальных ведомств было бы 10 %; разница может быть случайной или идти от ошибок правила\.$/u,
    );
    expect(noteWith({ own: { ...own, replies: 480, found: 90, value: 0.188 } })).toMatch(
      /\(8,1 %\)\. Без частых текстов — 18,8 % из 480 ответов \(интервал 95 % — 2–13 %\)\. По меркам остальных/u,
    );
    expect(noteWith(undefined)).toMatch(/нашло это в 96 ответах \(8,1 %\)\.$/u);
    expect(noteWith(undefined, "topic")).toMatch(
      /Доля с поправкой меньше, чем в целом в Китежском крае вместе с этой темой: [\d,]+ %\.$/u,
    );
  });

  test("say of a number outside the printed interval that is no more and no less why neither is said", () => {
    const noteOf = (low: number, high: number, verdict: "less" | "chance") => {
      const replies = exampleReplies();
      const subjects = replies.subjects.map((subject) =>
        subject.dimension === "topic"
          ? {
              ...subject,
              periods: {
                ...subject.periods,
                all: {
                  ...subject.periods.all,
                  marks: subject.periods.all.marks.map((share) => ({
                    ...share,
                    corrected: { state: "exact", value: 0.4, low, high } as const,
                    region: { value: 0.462, verdict },
                  })),
                },
              },
            }
          : subject,
      );
      return plain(subjectReplies(told({ ...replies, subjects }), "topic", "roads").marks[0]?.note);
    };
    expect(noteOf(0.37, 0.43, "less")).toMatch(/Доля с поправкой меньше, чем в целом/u);
    expect(noteOf(0.36, 0.45, "chance")).toMatch(/вне интервала, но среди многих сравнений так бывает и случайно/u);
    expect(noteOf(0.33, 0.47, "chance")).toMatch(/может быть случайной или идти от ошибок правила\.$/u);
  });

  test("name at once the marks that were nowhere found, but for those that were to be expected", () => {
    const zero = { state: "exact", value: 0, low: 0, high: 0.01 } as const;
    const nowhere = (mark: "asksToRate" | "actInFull" | "promise", verdict: "less" | "chance") => ({
      mark,
      raw: exactShare(0, 1180),
      corrected: zero,
      adjusted: {
        own: { replies: 1180, found: 0, value: 0, low: 0, high: 0.01 },
        expected: 0.1,
        ratio: 0,
        low: 0,
        high: 1.2,
        verdict,
      },
    });
    const replies = withMarks(() => [
      nowhere("promise", "less"),
      nowhere("asksToRate", "chance"),
      nowhere("actInFull", "chance"),
    ]);
    const texts = subjectReplies(told(replies), "agency", "silent").marks.map(({ text }) => plain(text));
    expect(texts).toEqual([
      "В 0 % из 1 180 ответов обещано что-то сделать (с поправкой на ошибки правила; интервал 95 % — 0–1 %).",
      "Ни в одном из 1 180 ответов правила не нашли: «Просьба оценить нерешённое», «Ссылка на закон или приказ с номером и датой».",
    ]);
  });

  test("tell of copies of a frequent text that they were not corrected, whether the mark was found in them or not", () => {
    const toldOf = (found: number) => {
      const replies = withMarks((marks) =>
        marks.map(({ adjusted, ...share }) => ({
          ...share,
          copies: { replies: 492, found },
          ...(adjusted && { adjusted: { ...adjusted, own: { ...adjusted.own, replies: 1180 - 492 } } }),
        })),
      );
      return subjectReplies(told(replies), "agency", "silent");
    };
    expect(plain(toldOf(22).marks[0]?.note)).toMatch(
      /в 96 ответах \(8,1 %\)\. Из них 22 — в копиях частых текстов\. /u,
    );
    expect(plain(toldOf(0).marks[0]?.note)).not.toMatch(/копиях/u);
    expect(plain(toldOf(0).marksLead[1])).toMatch(/Копий таких текстов здесь 492\. .+ поправлено число остальных\./u);
    expect(plain(subjectReplies(told(), "agency", "silent").marksLead[1])).toMatch(
      /Здесь таких нет\. «По меркам остальных/u,
    );
  });

  test("say beside what was done how many say only that it was", () => {
    const replies = withMarks((marks) => [
      ...marks,
      {
        mark: "bare",
        raw: exactShare(80, 1180),
        corrected: { state: "exact", value: 0.069, low: 0.06, high: 0.08 },
      },
    ]);
    expect(plain(subjectReplies(told(replies), "agency", "silent").marks[0]?.note)).toContain(
      "Ещё в 6,9 % — только «выполнено», без слов о чём.",
    );
    expect(plain(subjectReplies(told(), "agency", "silent").marks[0]?.note)).not.toContain("выполнено");
  });

  test("name in the region's the agency whose frequent texts make up much of what was found, and say what is left without it", () => {
    const replies = exampleReplies();
    const withCopies = (found: number) => ({
      ...replies,
      subjects: replies.subjects.map((subject) => {
        const { all } = subject.periods;
        if (subject.code !== "silent") return subject;
        const marks = all.marks.map((share) => ({ ...share, copies: { replies: 600, found } }));
        return { ...subject, periods: { ...subject.periods, all: { ...all, marks } } };
      }),
    });
    const noteOf = (found: number) => plain(subjectReplies(told(withCopies(found)), "region", "").marks[0]?.note);
    // 2 400 of 5 200 in the region, 96 of 1 180 at "silent".
    expect(noteOf(240)).toMatch(
      /240 из найденных — копии частых текстов одного ведомства \(.+\); без этого ведомства правило нашло это в 2 304 из 4 020 ответов \(57,3 %\)\.$/u,
    );
    expect(noteOf(239)).not.toMatch(/одного ведомства/u);
  });

  test("are told of how many appeals they are", () => {
    const replies = exampleReplies();
    const subjects = replies.subjects.map((subject) => ({
      ...subject,
      periods: { ...subject.periods, all: { ...subject.periods.all, replies: 100 } },
    }));
    expect(plain(subjectReplies(told({ ...replies, subjects }), "agency", "silent").span)).toMatch(
      /^По опубликованным текстам ответов за всё время выгрузок, с .+\. Получено за это время 3 360 обращений; ответ есть на 1 411, его текст опубликован по 100; тех, на которые ответ не нужен, в двух последних числах нет\. Ответов без текста — 1 311: /u,
    );
    expect(plain(subjectReplies(told(), "agency", "fast").span)).toMatch(/^По опубликованным текстам/u);
    expect(subjectReplies(told(noReplies), "agency", "fast").span).toBeNull();
  });

  test("name the one text that is sent whatever is asked, and no other agency's", () => {
    expect(plain(texts?.text)).toBe(
      "Это 1 текст. Почти один и тот же текст ведомство дало на 12 обращений по 3 темам:",
    );
    expect(texts?.groups.map(({ id }) => id)).toEqual([exampleReplies().groups[0]!.id]);
    expect(subjectReplies(told(), "agency", "fast").texts).toBeNull();
  });

  test("tell of how many texts the share is, the commonest first, where none is sent whatever is asked", () => {
    const replies = exampleReplies();
    const [habit] = replies.groups;
    const other = { ...habit!, id: "aaaaaaaaaaaa", appeals: habit!.appeals.slice(0, 5) };
    const subjects = replies.subjects.map((subject) => ({ ...subject, oneText: null }));
    const two = subjectReplies(told({ ...replies, subjects, groups: [habit!, other] }), "agency", "silent").texts;
    expect(plain(two?.text)).toBe("Это 2 разных текста; самый частый дан на 12 обращений:");
    expect(two?.groups.map(({ id }) => id)).toEqual([habit!.id, other.id]);
  });

  test("say once of the built-in rules that most texts of their trial were made up", () => {
    const replies = exampleReplies();
    const measured = replies.marks.map((each) => ({
      ...each,
      trial: replyMarkMeasures[each.mark],
      hidden: each.mark === "nextStep" ? null : each.hidden,
    }));
    const builtIn = subjectReplies(told({ ...replies, marks: measured }), "region", "");
    expect(plain(subjectReplies(told({ ...replies, marks: measured }), "agency", "silent").marksLead.at(-1))).toMatch(
      /^Правила проверены на 290 ответах: настоящих 29, у некоторых признаков — ни одного; .+ ошибок может быть больше\.$/u,
    );
    expect(plain(builtIn.marksLead.at(-1))).toMatch(
      /^Правила проверены на 290 ответах: настоящих из них 29, остальные 261 придумал тот, кто составлял правила, .+ Только на придуманных ответах проверено, находят ли правила признаки: [^.]*«Сказано, что делать самому жителю»[^.]*\.$/u,
    );
    expect(plain(builtIn.marksLead.at(-1))).not.toMatch(
      /придуманных ответах проверено.*«Сказано, что именно сделано или что показала проверка»/u,
    );
    expect(plain(builtIn.marks[0]?.note)).toMatch(/^Само правило нашло/u);
    const tried = markTable(told(), measured).map(([mark, on]) => [plain(mark), plain(on)]);
    expect(tried).toContainEqual([
      "Сказано, что именно сделано или что показала проверка",
      "290, из них настоящих 29, с этим признаком — 18",
    ]);
    expect(tried).toContainEqual(["Сказано, что делать самому жителю", "261, все придуманные"]);
  });

  test("say why marks are not shown where there are few", () => {
    const few = subjectReplies(told(), "agency", "tiny");
    expect(few.marks).toEqual([]);
    expect(plain(few.notes[0])).toBe(
      "Доли признаков не показаны: для них нужно не меньше 50 опубликованных ответов, а здесь их 20.",
    );
  });

  test.each(["ru", "en"] as const)("leave no placeholder and no double space in %s", (language) => {
    const replies = told(exampleReplies(), language);
    const all = ["silent", "fast", "tiny"].map((code) => subjectReplies(replies, "agency", code));
    const words = JSON.stringify([
      all,
      agencyRows(replies),
      markTable(replies, replies.replies.marks),
      associationSentences(replies),
    ]);
    expect(words).not.toMatch(/\{\w+\}| {2}|undefined|NaN/u);
  });
});

test("Where nothing was read, that is said, and nothing else", () => {
  const none = subjectReplies(told({ ...exampleReplies(), reading: "figures-only" }), "region", "");
  expect(none.absence).toMatch(/только показатели/u);
  expect(none.repeated).toEqual([]);
  expect(subjectReplies(told(noReplies), "agency", "silent").absence).toMatch(/Ни один текст/u);
  expect(subjectReplies(told(), "agency", "nobody").absence).toMatch(/этого\sведомства/u);
});

describe("Of odd replies something true is said", () => {
  /** The agency "silent" with other figures. */
  const silentWith = (slice: Partial<ReplySlice>, groups = exampleReplies().groups) => {
    const replies = exampleReplies();
    const subjects = replies.subjects.map((subject) =>
      subject.code === "silent"
        ? {
            ...subject,
            oneText: null,
            periods: { ...subject.periods, all: { ...subject.periods.all, eventNotices: 0, ...slice } },
          }
        : subject,
    );
    return subjectReplies(told({ ...replies, subjects, groups }), "agency", "silent");
  };
  const none = { mark: "deed", raw: missing("none-eligible"), corrected: missing("none-eligible") } as const;

  test("where each is one word: short ones are counted, and of repeated ones nothing is said", () => {
    const { repeated, short, texts } = silentWith(
      { replies: 1180, short: exactShare(1180, 1180), repeated: missing("none-eligible") },
      [],
    );
    expect(repeated).toEqual([]);
    expect(texts).toBeNull();
    expect(plain(short[0]?.text)).toBe("Короче двенадцати слов — 1 180 из 1 180 ответов (100 %).");
    expect(plain(short[0]?.note)).toMatch(/Коротко не значит плохо/u);
  });

  test("where all are in another language: that no words are counted", () => {
    const { marks, notes } = silentWith({ replies: 1180, unread: 1180, marks: [none] });
    expect(marks).toEqual([]);
    expect(plain(notes[0])).toBe(
      "О чём говорят слова ответов, портал здесь не считает: правила составлены для другого языка.",
    );
  });

  test("where some are: how many, and of how many the shares are", () => {
    expect(silentWith({ replies: 1180, unread: 3 }).notes.map(plain)).toContain(
      "Ещё 3 ответа написаны не на том языке, для которого составлены правила; слов в них не искали.",
    );
  });

  test("where one text went to fifty thousand: how many, how many are listed, and the day only where each is known", () => {
    const [habit] = exampleReplies().groups;
    const pasted = { ...habit!, appeals: Array.from({ length: 50_000 }, (_, at) => `a${at}`) };
    const texts = silentWith({ replies: 50_000, repeated: exactShare(50_000, 50_000) }, [pasted]);
    expect(plain(texts.repeated[0]?.text)).toMatch(/^Из 50 000 ответов в двенадцать слов и длиннее 50 000 \(100 %\)/u);
    expect(plain(texts.texts?.text)).toBe("Это 1 текст; он дан на 50 000 обращений:");
    const appeals = new Map(
      pasted.appeals.map((id) => [
        id,
        { id, received: "2026-10-01", closed: null, firstReply: null, topic: null, place: null } as ListedAppeal,
      ]),
    );
    const report = groupReport(told(), pasted, appeals);
    expect(plain(report.title)).toBe("Повторяющийся ответ: один текст на 50 000 обращений");
    expect(report.seen.length + report.folded.length).toBe(mostListed);
    expect(report.isCut).toBe(true);
    expect(report.repliedMonths).toEqual([]);
    expect(report.sentences.join()).not.toMatch(/Последний\sтакой/u);
  });
});

test("No page calls a repeated reply anything else, and no words rank or score", () => {
  for (const language of ["ru", "en"] as const) {
    const replies = told(exampleReplies(), language);
    const group = exampleReplies().groups[0]!;
    const words = JSON.stringify([
      subjectReplies(replies, "agency", "silent"),
      groupLine(replies, group),
      groupReport(replies, group, new Map()),
    ]);
    expect(words).not.toMatch(/отписк|шаблонн|рейтинг|худш|лучш|worst|best|ranking|boilerplate/iu);
  }
});

describe("The page of a group", () => {
  const [habit, event] = exampleReplies().groups;

  test("says how many, about what, from where and when, and tells a habit from an event", () => {
    const report = groupReport(told(), habit!, new Map());
    expect(report.title.replaceAll("\u00a0", " ")).toBe("Повторяющийся ответ: один текст на 12 обращений");
    expect(plain(report.lead)).toBe(
      "Почти один и тот же текст ведомство дало в ответ на 12 обращений: 3 темы, 2 места. Первое из них получено в сентябре 2026 года, последнее — в октябре 2026 года.",
    );
    expect(plain(report.sentences[0])).toMatch(
      /^Это не похоже на извещение.*в 2 месяцах из 2, с сентября 2026 года по октябрь 2026 года, из 2 мест; больше всего \(8 из 12\) — /u,
    );
    expect(plain(report.sentences[1])).toBe(
      "Почти тот же текст встречается ещё в 2 ответах других ведомств (из 1 ведомства).",
    );
    expect(plain(report.sentences[2])).toMatch(/^Среди ответов в двенадцать слов и длиннее это самый частый текст/u);
    expect(plain(report.sentences[3])).toMatch(
      /^Можно цитировать так: «.+: почти один и тот же текст на 12 обращений по 3 темам, .+; подходил ли он каждому, портал не знает» \(.+\)\.$/u,
    );
    const two = { ...exampleReplies(), groups: [habit!, { ...habit!, id: "aaaaaaaaaaaa" }] };
    expect(groupReport(told(two), habit!, new Map()).sentences.join()).not.toMatch(/самый\sчастый/u);
    const onePlace = groupReport(told(), { ...habit!, places: [{ code: "north", n: 12 }] }, new Map());
    expect(plain(onePlace.sentences[0])).toMatch(/по октябрь 2026 года\. Подходил ли этот текст/u);
    expect(plain(groupReport(told(), { ...habit!, topics: [{ code: "roads", n: 12 }] }, new Map()).lead)).toMatch(
      /на 12 обращений: тема «.+», 2 места\./u,
    );
    expect(plain(groupReport(told(), event!, new Map()).sentences[0])).toMatch(
      /^Это может быть извещение об одном событии: за 3 дня поступило не меньше 5 из 6 обращений, из одного места \(.+\) — все 6\./u,
    );
    const gaps = {
      ...habit!,
      months: [
        { month: "2026-03", n: 5 },
        { month: "2026-08", n: 7 },
      ],
    };
    expect(plain(groupReport(told(), gaps, new Map()).sentences[0])).toContain(
      "в 2 месяцах из 6, с марта 2026 года по август 2026 года",
    );
  });

  test("sets outcomes and ratings of the receivers beside those of all others", () => {
    const rows = groupReport(told(), habit!, new Map()).received.map((row) => row.map(plain));
    expect(rows[0]).toEqual(["Приняты меры", "25 % (3)", "50 % (900)"]);
    expect(rows.at(-1)).toEqual(["Всего обращений", "12", "1 800"]);
    expect(rows.flat().join()).not.toMatch(/2,5/u);
    expect(plain(groupReport(told(), habit!, new Map()).receivedNote)).toMatch(
      /Средняя оценка жителей: с этим текстом — 2,5 .+, у остальных ответов ведомства — 3,6 .+\.$/u,
    );
  });

  test("says when the last such reply was given, and beside each appeal when it got its own", () => {
    const appeals = new Map(
      habit!.appeals.map((id, at) => [
        id,
        {
          id,
          received: "2026-09-01",
          closed: `2026-10-${String(at + 1).padStart(2, "0")}T10:00`,
          firstReply: null,
          topic: null,
          place: null,
        } as ListedAppeal,
      ]),
    );
    const report = groupReport(told(), habit!, appeals);
    expect(plain(report.sentences[1])).toBe(
      "Последний такой ответ дан 12 октября 2026 года; днём ответа здесь считается день закрытия, а у незакрытых — первого ответа.",
    );
    const spoken = (date: string, words = "Слова") => ({
      ...told(),
      telling: createTelling({ ...facts, statements: [{ agency: "silent", date, paragraphs: [words] }] }, "ru"),
    });
    expect(plain(groupReport(spoken("2026-10-10"), habit!, appeals).sentences[2])).toBe(
      "После пояснения ведомства от 10 октября 2026 года почти тот же текст дан ещё на 2 обращения. Если ведомство считает с другого дня, сосчитать ответы с него можно по датам в списке ниже.",
    );
    expect(plain(groupReport(spoken("2026-10-12"), habit!, appeals).sentences[2])).toMatch(/ещё на 0 обращений\. /u);
    // Closed after the statement, and answered before it: the text may be that of the first reply.
    const answeredBefore = new Map(
      [...appeals].map(([id, one]) => [id, one.closed! > "2026-10-12" ? { ...one, firstReply: "2026-10-02" } : one]),
    );
    expect(plain(groupReport(spoken("2026-10-10"), habit!, answeredBefore).sentences[2])).toMatch(
      /ещё на 1 обращение\. /u,
    );
    expect(plain(groupReport(spoken("2026-10-28", "Отключён 10 октября."), habit!, appeals).sentences[2])).toBe(
      "В пояснении ведомства (от 28 октября 2026 года) назван день: 10 октября 2026 года. После него почти тот же текст дан ещё на 2 обращения (сосчитаны те, на которые до конца этого дня не отвечали).",
    );
    expect(report.repliedMonths.map(({ name, count }) => [plain(name), count.text])).toEqual([["октябрь 2026", "12"]]);
    expect(groupReport(told(), { ...habit!, appeals: [...habit!.appeals, "unknown"] }, appeals).repliedMonths).toEqual(
      [],
    );
    expect(report.seen.some(({ about }) => plain(about).endsWith("ответ 12.10.2026"))).toBe(true);
  });

  test("lists every appeal, the newest first, but for more than a page can hold", () => {
    const many = { ...habit!, appeals: Array.from({ length: mostListed + 30 }, (_, at) => `a${at}`) };
    const appeals = new Map(
      many.appeals.map((id, at) => [
        id,
        { id, received: `2026-10-${String((at % 28) + 1).padStart(2, "0")}`, topic: null, place: null } as ListedAppeal,
      ]),
    );
    const report = groupReport(told(), many, appeals);
    expect(report.seen.length + report.folded.length).toBe(mostListed);
    expect(report.isCut).toBe(true);
    expect(report.seen[0]!.date).toBe("28.10.2026");
    expect(groupReport(told(), { ...many, appeals: many.appeals.slice(0, 30) }, appeals)).toMatchObject({
      isCut: false,
    });
  });
});

test("What goes together is told whatever its sign, and what is unclear as unclear", () => {
  const sentences = associationSentences(told()).map(plain);
  expect(sentences).toContain(
    "«Сказано, что именно сделано или что показала проверка»: оценка 4 или 5 — 290 из 500 (58 %) там, где это есть, и 211 из 620 (34 %) там, где этого нет; если сравнивать внутри одной темы и одного пути — чаще на 21 п. п. (интервал 95 %: от 15 до 27 п. п.).",
  );
  expect(
    sentences.some((sentence) =>
      /^«Повторяющийся ответ»: оценка 4 или 5 — .+ реже на 18 п\. п\..*от 10 до 26/u.test(sentence),
    ),
  ).toBe(true);
  expect(sentences.some((sentence) => /не чаще и не реже/u.test(sentence))).toBe(true);
  const compared = sentences.filter((sentence) => /^Возврат за 30 дней после закрытия: сравнивались/u.test(sentence));
  expect(compared).toHaveLength(1);
  expect(compared[0]).toMatch(
    /: «Приняты меры», «Дано разъяснение» и «Ещё рассматривается» \(закрывалось и открыто снова\)\. С остальными/u,
  );
  expect(sentences.filter((sentence) => /ответ, данный уже после возврата/u.test(sentence))).toHaveLength(1);
  expect(sentences.join(" ")).not.toMatch(/повторное обращение/iu);
  expect(sentences).toContain("Подтверждение жителя: в выгрузках этого нет.");
  expect(sentences.filter((sentence) => /слишком мало обращений/u.test(sentence))).toHaveLength(1);
  const replies = exampleReplies();
  const absent = (property: "deed" | "bare", figure: Association["figure"]): Association => ({
    property,
    with: "confirmed",
    figure,
  });
  const all = (...associations: Association[]) => associationSentences(told({ ...replies, associations })).map(plain);
  expect(all(absent("deed", missing("not-recorded")), absent("bare", missing("not-recorded")))).toEqual([
    "Подтверждение жителя: в выгрузках этого нет.",
  ]);
  expect(all(absent("deed", missing("none-eligible")), absent("bare", missing("not-recorded")))[0]).toMatch(
    /^Подтверждение жителя: сравнивать не с чем, потому что .+ Это признаки: «Сказано, что именно сделано или что показала проверка»\.$/u,
  );
});

test("The commonest text is named with a way to the list; a notice of one event is none", () => {
  const replies = exampleReplies();
  const commonest = commonestText(told());
  expect(plain(commonest?.text)).toMatch(
    /^Чаще всего повторяется почти один и тот же ответ: «.+»\. Он дан на 12 обращений \(обращения получены с сентября 2026 года по октябрь 2026 года\), и давало его одно ведомство: .+\. Сравнивались ответы в двенадцать слов и длиннее; подходил ли такой ответ каждому, портал не знает\. Посмотреть /u,
  );
  const spoken = {
    ...facts,
    statements: [
      {
        agency: "silent",
        date: "2026-10-28",
        paragraphs: [`На ул. Ленина отключён 12 октября. ${"Слова ".repeat(40)}.`],
      },
    ],
  };
  expect(plain(commonestText(createReplyTelling(createTelling(spoken, "ru"), replies))?.text)).toMatch(
    /портал не знает\. Ведомство пояснило \(28 октября 2026 года\): «На ул\. Ленина отключён 12 октября\.» Полностью — на странице этого ответа\. Посмотреть/u,
  );
  // In another language nobody reads out what was said in this one.
  expect(commonestText(createReplyTelling(createTelling(spoken, "en"), replies))?.text).not.toMatch(
    /“[^”]*[а-яё]{3}/iu,
  );
  expect(commonest?.text).toContain(commonest?.words);
  const notices = replies.groups.filter(({ isEventNotice }) => isEventNotice);
  expect(notices).not.toEqual([]);
  expect(commonestText(told({ ...replies, groups: notices }))).toBeNull();
});

test("how many replies are published is told of as many appeals, since the same day", () => {
  expect(plain(doorText(told(), 5_000, "Ответы"))).toMatch(
    /^С 1 сентября 2025 года поступило [\d ]+ обращени\p{L}+; тексты ответов на 5 000 из них опубликованы, на остальные ответа нет или его текста в данных нет\. /u,
  );
});

test("Agencies stand in the order of their names, with intervals beside corrected shares", () => {
  const { head, rows } = agencyRows(told());
  const deeds = rows
    .map((row) => plain(row[head.indexOf("Сказано, что сделано или что показала проверка")] as string))
    .sort();
  expect(deeds).toEqual(["57,5 % (51–63 %)", "8,1 % (2–13 %)", "мало: 20 ответов"]);
  const names = rows.map(([first]) => (typeof first === "string" ? first : first!.text));
  expect(names).toEqual([...names].sort(new Intl.Collator("ru").compare));
});
