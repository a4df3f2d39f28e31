import type { Appeal, Outcome } from "./appeal.ts";
import { dayOf, dottedDate, dottedMinute } from "./calendar.ts";
import type { ExportFormat } from "./export-format.ts";
import { randomOf } from "./random.ts";
import { spelledAgency, spelledPlace, spelledTopic } from "./spelling.ts";
import type { State } from "./state.ts";

const words: Readonly<Record<Outcome, string>> = {
  acted: "Решено",
  planned: "Запланировано",
  explained: "Дано разъяснение",
  refused: "Отказано",
  redirected: "Направлено в другую организацию",
  unanswered: "Отклонено модератором",
  withdrawn: "Отозвано заявителем",
};

const sources = ["Мобильное приложение", "Портал", "Портал", "Виджет на сайте"];

function row(appeal: Appeal, state: State): string[] {
  const key = `portal/${appeal.id}`;
  const { topic, group } = spelledTopic(appeal.topic, key, false);
  const written = (minute: number | undefined): string =>
    minute === undefined ? "-" : appeal.dateOnly ? dottedDate(dayOf(minute)) : dottedMinute(minute);
  const open = state.outcome === "open";
  return [
    appeal.id,
    randomOf(`${key}/source`).pick(sources),
    group,
    topic,
    spelledAgency(appeal.handedFrom, key),
    spelledAgency(appeal.agency, key),
    written(state.received),
    written(state.registered),
    dottedDate(dayOf(appeal.planned)),
    written(state.firstReply),
    written(state.closed),
    open ? "В работе" : "Завершено",
    open
      ? state.firstReply === undefined
        ? "Назначен исполнитель"
        : "Отправлен промежуточный ответ"
      : "Отправлен ответ заявителю",
    state.outcome === "open" ? "-" : words[state.outcome],
    state.rating === undefined ? "-" : String(state.rating),
    written(state.reopened),
    spelledPlace(appeal.place, key),
    appeal.text,
    state.reply === "" ? "-" : state.reply,
    appeal.clerk,
  ];
}

/** Messages left on a state portal, in the manner of the ПОС platform. */
export const portalExport: ExportFormat = {
  file: "portal.csv",
  encoding: "utf8",
  byteOrderMark: false,
  delimiter: ",",
  header: [
    "Номер",
    "Источник",
    "Категория",
    "Подкатегория",
    "Организация, в которую поступило сообщение",
    "Организация, в которой находится сообщение",
    "Дата поступления",
    "Дата регистрации в организации",
    "Дата планируемого завершения работ",
    "Дата первого ответа",
    "Дата фактического завершения работ",
    "Стадия",
    "Статус",
    "Тип решения",
    "Оценка ответа заявителем",
    "Повторное рассмотрение",
    "Муниципальное образование",
    "Текст сообщения",
    "Текст ответа",
    "ФИО исполнителя",
  ],
  row,
};
