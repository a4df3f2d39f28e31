import type { Appeal, Outcome } from "./appeal.ts";
import { dayOf, dottedDate } from "./calendar.ts";
import type { ExportFormat } from "./export-format.ts";
import { randomOf } from "./random.ts";
import { spelledAgency, spelledPlace, spelledTopic } from "./spelling.ts";
import type { State } from "./state.ts";

const words: Readonly<Record<Outcome | "open", readonly string[]>> = {
  acted: ["Меры приняты", "Меры приняты", "Рассмотрено. Поддержано. Меры приняты"],
  planned: ["Поддержано", "Рассмотрено. Поддержано"],
  explained: ["Разъяснено", "Рассмотрено. Разъяснено"],
  refused: ["Не поддержано", "Рассмотрено. Не поддержано"],
  redirected: ["Направлено по компетенции"],
  unanswered: ["Оставлено без ответа"],
  withdrawn: ["Отозвано заявителем"],
  open: ["Находится на рассмотрении"],
};

function date(minute: number | undefined): string {
  return minute === undefined ? "" : dottedDate(dayOf(minute));
}

function row(appeal: Appeal, state: State): string[] {
  const key = `letter/${appeal.id}`;
  return [
    appeal.id,
    date(state.received),
    appeal.text,
    spelledTopic(appeal.topic, key, true).topic,
    spelledPlace(appeal.place, key),
    spelledAgency(appeal.agency, key),
    date(appeal.planned),
    date(state.closed),
    randomOf(`${key}/word`).pick(words[state.outcome]),
    state.reply,
    appeal.author,
  ];
}

/** Letters under the law on citizens' appeals (59-ФЗ), in the manner of an office register. */
export const lettersExport: ExportFormat = {
  file: "letters.csv",
  encoding: "windows-1251",
  byteOrderMark: false,
  delimiter: ";",
  header: [
    "№ РК",
    "Дата рег.",
    "Содержание",
    "Рубрика",
    "Муниципальное образование",
    "Кому",
    "План (РК)",
    "Факт (РК)",
    "Результат рассмотрения",
    "Текст ответа",
    "Корр./Подписал",
  ],
  row,
};
