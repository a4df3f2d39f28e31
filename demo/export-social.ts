import type { Appeal, Outcome } from "./appeal.ts";
import { dottedMinute } from "./calendar.ts";
import type { ExportFormat } from "./export-format.ts";
import { randomOf } from "./random.ts";
import { spelledAgency, spelledPlace, spelledTopic } from "./spelling.ts";
import type { State } from "./state.ts";

const words: Readonly<Record<Outcome, string>> = {
  acted: "Решено",
  planned: "Отложено",
  explained: "Дано разъяснение",
  refused: "Не решено",
  redirected: "Передано по компетенции",
  unanswered: "Оставлено без ответа",
  withdrawn: "Отозвано автором",
};

const kinds: Readonly<Record<string, string>> = {
  acted: "Решаемый",
  planned: "Решаемый",
  refused: "Не решаемый",
  explained: "Информационный",
};

function minute(value: number | undefined): string {
  return value === undefined ? "" : dottedMinute(value);
}

function row(appeal: Appeal, state: State): string[] {
  const key = `social/${appeal.id}`;
  const { topic, group } = spelledTopic(appeal.topic, key, false);
  const opened = randomOf(`${key}/open`).chance(0.5) ? "В работе" : "";
  return [
    appeal.id,
    minute(state.received),
    minute(state.firstReply),
    minute(state.closed),
    minute(state.reopened),
    group,
    topic,
    spelledPlace(appeal.place, key),
    appeal.settlement,
    spelledAgency(appeal.agency, key),
    spelledAgency(appeal.handedFrom, key),
    appeal.clerk,
    appeal.thanks ? "Благодарность" : (kinds[appeal.timeline.outcome] ?? "Решаемый"),
    state.outcome === "open" ? opened : words[state.outcome],
    state.rating === undefined ? "" : String(state.rating),
    state.retracted ? "Да" : "",
    appeal.text,
    state.reply,
  ];
}

/** Messages in social networks, in the manner of «Инцидент Менеджмент». */
export const socialExport: ExportFormat = {
  file: "social.csv",
  encoding: "utf8",
  byteOrderMark: true,
  delimiter: ";",
  header: [
    "Номер инцидента",
    "Дата создания",
    "Дата первого ответа",
    "Дата закрытия",
    "Дата повторного открытия",
    "Группа тем",
    "Тема",
    "Муниципалитет",
    "Населённый пункт",
    "Отдел",
    "Первоначальный отдел",
    "Исполнитель",
    "Тип инцидента",
    "Итог",
    "Оценка",
    "Отозвано",
    "Текст инцидента",
    "Ответ",
  ],
  row,
};
