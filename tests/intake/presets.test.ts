import { describe, expect, test } from "vitest";
import { presets } from "../../src/intake/presets.ts";
import { formatMoment } from "../../src/model/moment.ts";
import { intake } from "./portal.ts";
import { workbookOf } from "./format/workbook.ts";

const read = async (content: string | Uint8Array, name = "export.csv") => {
  const { appeals, report, told, said } = await intake({ [`2026-10-31/${name}`]: content }, []);
  return {
    first: appeals[0],
    second: appeals[1],
    appeals,
    source: report.files[0]?.source,
    told: told.filter((text) => !text.startsWith("SOURCE_PRESET")),
    said,
  };
};
const table = (rows: string[][], delimiter = ";") => rows.map((row) => row.join(delimiter)).join("\n");

test("every preset says what it needs, and needs no field that it does not map", () => {
  expect(presets().map(({ name }) => name)).toEqual([
    "115bel",
    "boston-311",
    "generic",
    "incidents",
    "letters",
    "muckrock-foi",
    "nyc-311",
    "open311",
    "pos",
    "san-francisco-311",
  ]);
  for (const { name, required, columns } of presets())
    for (const field of required) expect(columns[field], `${name}: ${field}`).toBeDefined();
});

describe("a file is recognised by its headers, in any order of columns:", () => {
  test("ПОС: two organisations are a hand-over, the kind of decision is the outcome, names of officials are never read", async () => {
    const columns: Record<string, string> = {
      Номер: "123",
      "Номер ЕПГУ": "9",
      Источник: "MED_DOC_EPGU",
      "Верхнеуровневый ЛКО": "x",
      Категория: "Дороги",
      Подкатегория: "Ямы",
      Факт: "Нет",
      "Организация, в которую поступило сообщение": "Минтранс",
      "Организация, в которой находится сообщение": "Администрация района",
      "Дата поступления": "06.01.2026",
      "Дата планируемого завершения работ": "16.01.2026",
      "Дата фактического завершения работ": "12.01.2026",
      Стадия: "Завершено",
      Статус: "Отправлен ответ заявителю",
      Просрочено: "Нет",
      "Фаст-трек": "Да",
      ФЗ: "-",
      "Заявитель выбрал подачу по 59-ФЗ": "Нет",
      "Тип решения": "Решено",
      "Направлено по email в ФОИВ, не подключенный к ПОС": "Нет",
      "Оценка ответа заявителем": "5",
      "Повторное рассмотрение": "Нет",
      "ФИО координатора": "Петрова Анна Сергеевна",
      "ФИО исполнителя": "Сидоров Пётр Ильич",
      "ФИО руководителя": "Котова Ольга Юрьевна",
    };
    for (const order of [Object.keys(columns), Object.keys(columns).reverse()]) {
      const { first, source, told } = await read(
        table([order.map((name) => (name.includes(",") ? `"${name}"` : name)), order.map((name) => columns[name]!)]),
      );
      expect(source).toBe("pos");
      expect(told).toEqual([]);
      expect(first).toMatchObject({
        id: "123",
        channel: "portal",
        agency: "administratsiya-rayona",
        handedFrom: "mintrans",
        topic: "dorogi-yamy",
        outcome: "acted",
        rating: 5,
        planned: { day: 20469 },
      });
      expect(JSON.stringify(first)).not.toMatch(/Петрова|Сидоров|Котова/);
    }
  });

  test.each([
    [
      [
        "Номер инцидента",
        "Дата создания",
        "Дата окончания",
        "Группа тем",
        "Тема",
        "Муниципалитет",
        "Отдел",
        "Итог",
        "Текст инцидента",
      ],
      ["77", "01.10.2026 09:15", "02.10.2026", "ЖКХ", "Отопление", "Город", "Минстрой", "Решено", "Холодно"],
    ],
    [
      [
        "Текст инцидента",
        "Тип инцидента",
        "Итог",
        "Тема",
        "Группа тем",
        "Дата закрытия",
        "Дата создания",
        "Исполнитель",
        "Номер инцидента",
      ],
      ["Холодно", "Решаемый", "Решено", "Отопление", "ЖКХ", "02.10.2026", "01.10.2026 09:15", "Минстрой", "77"],
    ],
    [
      [
        "Номер",
        "Текущий шаг инцидента",
        "Дата создания инцидента",
        "Дата завершения",
        "Группа темы",
        "Тема инцидента",
        "Район",
        "Организация",
        "Результат",
        "Текст",
      ],
      ["77", "Готово", "01.10.2026 09:15", "02.10.2026", "ЖКХ", "Отопление", "Город", "Минстрой", "Решено", "Холодно"],
    ],
    [
      [
        "Исполнитель",
        "Группа тем",
        "Текст инцидента",
        "Тема",
        "Дата создания",
        "Дата закрытия",
        "Итог",
        "Номер инцидента",
      ],
      ["Минстрой", "ЖКХ", "Холодно", "Отопление", "01.10.2026 09:15", "02.10.2026", "Решено", "77"],
    ],
  ])("Инцидент Менеджмент, layout %#", async (header, row) => {
    const { first, source } = await read(workbookOf([{ rows: [["Выгрузка"], header, row] }]), "incidents.xlsx");
    expect(source).toBe("incidents");
    expect(first).toMatchObject({
      id: "77",
      channel: "social",
      topic: "zhkkh-otoplenie",
      agency: "minstroy",
      outcome: "acted",
      text: "Холодно",
    });
    expect(formatMoment(first!.received, 180)).toBe("2026-10-01T09:15+03:00");
  });

  test("the 59-ФЗ register: a floating header with repeated names, the first of each is meant", async () => {
    const header = [
      "Вид",
      "№ РК",
      "Дата рег.",
      "Содержание",
      "Корр./Подписал",
      "Файлы",
      "Рубрика",
      "Вид",
      "№ РК",
      "Дата рег.",
      "Содержание",
      "План (РК)",
      "Факт (РК)",
      "Кому",
    ];
    const rows = [
      ["Результаты поиска", ...header.slice(1).map(() => "")],
      header,
      [
        "Обр",
        "И-1",
        "01.10.2026",
        "О ремонте",
        "Иванов Иван - Сургут",
        "",
        "Дороги",
        "Отв",
        "О-9",
        "20.10.2026",
        "Ответ",
        "31.10.2026",
        "20.10.2026",
        "Минтранс",
      ],
      ["Обр", "", "02.10.2026", "О свете", "Петров Пётр", "", "Свет", "", "", "", "", "01.11.2026", "", "Минтранс"],
    ];
    const { first, second, source, told, said } = await read(table(rows));
    expect(source).toBe("letters");
    expect(first).toMatchObject({
      id: "И-1",
      channel: "letter",
      topic: "dorogi",
      agency: "mintrans",
      closed: { day: 20746 },
      firstReply: { day: 20746 },
      text: "О ремонте",
      outcome: "unknown",
    });
    expect(second).toMatchObject({ closed: null, outcome: "open" });
    expect(JSON.stringify([first, second])).not.toContain("Иванов");
    expect(said("ID_MISSING")).toMatchInlineSnapshot(`
      "WARNING ID_MISSING · once
        An appeal has no number.
        It is counted under an id made from its content. Better give it a number at the source.
          2026-10-31/export.csv:4 field id"
    `);
    expect(told.join()).not.toContain("COLUMN_UNREAD");
  });

  test("115.бел: a date inside a status, a placeholder instead of a reply", async () => {
    const record = {
      number: 1,
      district: "Центральный",
      malfunction_type: "Яма",
      performer: "ЖЭС",
      status: "Выполнено",
      status_date: "Выполнено 03.10.2026",
      user_comment: "яма",
      organization_comment: "Организация еще не произвела рассмотрение этого запроса",
      request_regdate: "01.10.2026 10:00",
      request_moddate: "05.10.2026 10:00",
      rating: "null",
      category: "Дворы",
    };
    const { first, second, source } = await read(
      JSON.stringify([[record, { ...record, number: 2, status: "Просрочено", status_date: "Просрочено" }]]),
      "data.json",
    );
    expect(source).toBe("115bel");
    expect(first).toMatchObject({ id: "1", closed: { day: 20729 }, outcome: "acted", reply: "", rating: null });
    expect(second).toMatchObject({ closed: null, outcome: "open" });
  });

  test.each([
    [
      "Unique Key,Created Date,Closed Date,Agency,Agency Name,Complaint Type,Descriptor,Borough,Status\n1,01/02/2019 02:15:00 PM,01/03/2019 12:00:00 AM,DOT,Transport,Street Light,Out,BRONX,Closed\n",
      "2019-01-02T14:15-05:00",
    ],
    [
      "unique_key,created_date,closed_date,agency,complaint_type,descriptor,borough,status\n1,2019-01-02T14:15:00.000,2019-01-03T00:00:00.000,DOT,Street Light,Out,Unspecified,Closed\n",
      "2019-01-02T14:15-05:00",
    ],
  ])("New York, dialect %#", async (content, received) => {
    const { appeals, report } = await intake({ "2026-10-31/a.csv": content }, [], {}, { timeZone: "America/New_York" });
    expect(report.files[0]?.source).toBe("nyc-311");
    expect(formatMoment(appeals[0]!.received, -300)).toBe(received);
    expect(appeals[0]).toMatchObject({
      outcome: "unknown",
      topic: "street-light-out",
      closed: { day: 17899, instant: null },
    });
  });

  test("Boston, San Francisco, Open311, freedom of information, an ordinary table", async () => {
    const files: [string, string, string, object][] = [
      [
        "boston-311",
        "case_enquiry_id,open_dt,closed_dt,case_status,closure_reason,case_title,subject,reason,type,neighborhood,source,department\n1,2023-01-05 10:00:00,2023-01-06 11:00:00,Closed,Case Resolved,t,Public Works,Sanitation,Missed Trash,Roxbury,Citizens Connect App,PWDx\n",
        "a.csv",
        { agency: "pwdx", channel: "portal" },
      ],
      [
        "san-francisco-311",
        "CaseID,Opened,Closed,Status,Status Notes,Responsible Agency,Category,Request Type,Neighborhood,Source\n1,09/17/2019 01:00:00 PM,09/18/2019 01:00:00 PM,Closed,,DPW Queue,Street,Sweeping,Mission,Phone\n",
        "a.csv",
        { agency: "dpw-queue", channel: "phone" },
      ],
      [
        "open311",
        JSON.stringify([
          {
            service_request_id: "5",
            status: "open",
            service_name: "Pothole",
            service_code: "1",
            requested_datetime: "2026-10-01T10:00:00Z",
            agency_responsible: "DOT",
            description: "hole",
          },
        ]),
        "a.json",
        { outcome: "open", topic: "pothole" },
      ],
      [
        "muckrock-foi",
        "id,title,status,agency_name,datetime_submitted,datetime_done,date_due\n1,Budget,no_docs,City Hall,2025-01-02,2025-02-03,\n",
        "a.csv",
        { outcome: "refused", agency: "city-hall" },
      ],
      [
        "generic",
        "№,Дата поступления,Ведомство,Тема,Результат,Дата ответа\n1,01.10.2026,Минстрой,Свет,разъяснено,05.10.2026\n",
        "a.csv",
        { outcome: "explained", firstReply: { day: 20731, instant: null } },
      ],
    ];
    for (const [preset, content, name, expected] of files) {
      const { first, source } = await read(content, name);
      expect(source).toBe(preset);
      expect(first).toMatchObject(expected);
    }
  });
});
