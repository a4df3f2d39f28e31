import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { concernsWholeFile } from "../../src/model/finding.ts";
import { zipOf } from "./format/workbook.ts";
import { intake, sourceOf } from "./portal.ts";

const register = sourceOf("register", {
  columns: { id: "Номер", received: "Поступило", closed: "Закрыто", agency: "Ведомство", text: "Текст" },
});
const header = "Номер;Поступило;Закрыто;Ведомство;Текст";
const row = (number: number, text = "Вода ржавая", closed = "20.10.2026"): string =>
  `${number};0${(number % 9) + 1}.10.2026;${closed};Минстрой;${text}`;
const rows = (count: number): string[] => Array.from({ length: count }, (_, index) => row(index + 1));
const read = (content: string | Uint8Array, name = "a.csv") => intake({ [`2026-10-31/${name}`]: content }, [register]);
const faults = async (content: string | Uint8Array, name?: string): Promise<string[]> => {
  const { report, appeals } = await read(content, name);
  const found = report.findings
    .filter(concernsWholeFile)
    .map(({ code, line }) => (line === undefined ? code : `${code}:${line}`));
  if (found.length > 0) expect(appeals).toEqual([]);
  return found;
};

describe("a cell that swallows records", () => {
  const swallowing = (delimiter: string) =>
    [header, row(1), row(2, '"Кавычка не закрыта'), ...rows(4), row(9, 'конец"'), row(8)]
      .join("\n")
      .replaceAll(";", delimiter);
  test.each([";", "\t", "|"])("stops the file, with %j between the cells", async (delimiter) => {
    expect(await faults(swallowing(delimiter))).toEqual(["QUOTE_SWALLOWED:3"]);
  });

  test("is not a text of many lines with dates and delimiters of its own", async () => {
    const letter = '"Звонил трижды:\n01.10.2026; 02.10.2026; 03.10.2026; никто не ответил; жду\nс уважением"';
    const { appeals } = await read([header, row(1, letter)].join("\n"));
    expect(appeals).toHaveLength(1);
  });
});

describe("a header", () => {
  test("that ends with a delimiter names no column behind it", async () => {
    const { appeals, told } = await read([`${header};`, ...rows(3)].join("\n"));
    expect(appeals).toHaveLength(3);
    expect(told).toEqual([]);
  });

  test("that stands once more is left out, and with other columns stops the file", async () => {
    expect((await read([header, row(1), header, row(2)].join("\n"))).appeals).toHaveLength(2);
    expect(await faults([header, row(1), "Номер;Поступило;Закрыто;Текст;Ведомство", row(2)].join("\n"))).toEqual([
      "HEADER_AGAIN:3",
    ]);
  });
});

describe("a second header in other words than the first", () => {
  test.each([
    ["those of a layout that inspect knows", "Рег. номер;Дата обращения;Рассмотрено;Орган власти;Суть вопроса"],
    ["those of another language", "request_id;date_created;resolution;department;description"],
    ["words that nobody knows, where figures and dates should stand", "Шифр;Когда;Когда ушло;Куда;О чём пишут"],
  ])("stops the file at its line: %s", async (_, other) => {
    expect(await faults([header, ...rows(3), other, ...rows(3)].join("\n"))).toEqual(["HEADER_AGAIN:5"]);
  });

  test("stops the file also where it fits better than the one above, whose rows would be lost", async () => {
    expect(await faults(["Шифр;Когда;Когда ушло;Куда;О чём пишут", ...rows(3), header, ...rows(3)].join("\n"))).toEqual(
      ["HEADER_AGAIN:5"],
    );
  });

  test("is no row that lacks its date, no row of sums, no title above the header and no row that numbers the columns", async () => {
    const { appeals, report } = await read(
      [
        "Обращения за 01.10.2026 – 31.10.2026;;;;",
        header,
        "1;2;3;4;5",
        ...rows(3),
        "77;;;Администрация города;Ответ по видам и датам",
        "Итого;;;;3",
      ].join("\n"),
    );
    expect(appeals).toHaveLength(3);
    expect(report.findings.map(({ code, line }) => [code, line])).toContainEqual(["NOTE_ROW", 8]);
    expect(report.findings.filter(concernsWholeFile)).toEqual([]);
    expect(report.findings.map(({ code, line }) => [code, line])).toContainEqual(["UNITS_ROW", 3]);
  });
});

describe("a record that lacks its date", () => {
  const places = sourceOf("register", {
    columns: { received: "Поступило", topic: "Тема", agency: "Ведомство", place: "Район", outcome: "Итог" },
  });

  test.each([
    ["and its number, in words", "б/н;не указана;не закрыто;Минтранс;Яма"],
    ["and names the agency of others", "устное;устно;по телефону;Минстрой;Яма"],
  ])("is no header: it %s", async (_, other) => {
    const { appeals, told } = await read([header, ...rows(3), other, ...rows(2)].join("\n"));
    expect(appeals).toHaveLength(5);
    expect(told.some((text) => text.startsWith("HEADER_AGAIN"))).toBe(false);
  });

  test("is no header where its words are those of headers and none stood above", async () => {
    const lines = [
      "Поступило;Тема;Ведомство;Район;Итог",
      "01.10.2026;Дороги;Минтранс;Центр;В работе",
      ";Поступление в детский сад;Отдел образования;Ленинский район;Дана справка",
      "02.10.2026;Дороги;Минтранс;Центр;В работе",
    ];
    const { appeals, said } = await intake({ "2026-10-31/a.csv": lines.join("\n") }, [places]);
    expect(appeals).toHaveLength(2);
    expect(said("RECEIVED_MISSING")).toMatchInlineSnapshot(`
      "ERROR RECEIVED_MISSING · once
        The date of receipt is empty.
        The appeal is not counted. Fill it in at the source and export again.
          2026-10-31/a.csv:3 field received"
    `);
  });
});

test.each([
  ["the days of the report", ["Отчёт;за период с;01.10.2026;по;31.10.2026"]],
  ["the day of the export and who made it", ["Обращения граждан;;;;", "Дата выгрузки;01.11.2026;Ответственный;;"]],
])("a title with %s stands above no register of its own", async (_, title) => {
  const { appeals } = await read([...title, header, ...rows(3)].join("\n"));
  expect(appeals).toHaveLength(3);
});

test("a single record under a header of its own, above another, stops the file", async () => {
  expect(await faults(["Шифр;Когда;Когда ушло;Куда;О чём пишут", row(1), header, ...rows(3)].join("\n"))).toEqual([
    "HEADER_AGAIN:3",
  ]);
  expect(await faults([row(1), row(2), header, ...rows(3)].join("\n"))).toEqual(["HEADER_AGAIN:3"]);
});

test("lines that a spreadsheet has put in quotation marks as they stand are read as they were", async () => {
  const lines = [header, row(1, 'Вода "ржавая"'), row(2, "Свет")].map((line) => line.replaceAll(";", ","));
  const { appeals } = await read(lines.map((line) => `"${line.replaceAll('"', '""')}"`).join("\r\n"));
  expect(appeals.map(({ id, agency, text }) => [id, agency, text])).toEqual([
    ["1", "minstroy", 'Вода "ржавая"'],
    ["2", "minstroy", "Свет"],
  ]);
});

test("where only lines with quotation marks are in quotation marks themselves, these are read as they were too", async () => {
  const lines = [header, row(1), row(2, '"Вода; ржавая"'), row(3)].map((line) => line.replace(/;/g, ","));
  const { appeals, told } = await read(
    lines.map((line) => (line.includes('"') ? `"${line.replaceAll('"', '""')}"` : line)).join("\r\n"),
  );
  expect(appeals.map(({ id, text }) => [id, text])).toEqual([
    ["1", "Вода ржавая"],
    ["2", "Вода, ржавая"],
    ["3", "Вода ржавая"],
  ]);
  expect(told).toEqual([]);
});

test("a title and a note in quotation marks stay what they are, whatever stands in them", async () => {
  const { appeals, said } = await read(
    ['"Обращения; за октябрь; все"', header, row(1), '"Итого; один"', row(2)].join("\n"),
  );
  expect(appeals).toHaveLength(2);
  expect(said("ROW_SHORT")).toMatchInlineSnapshot(`
    "ERROR ROW_SHORT · once
      The row has fewer cells than the header.
      The appeal is not counted. Look at the row: most often a text with a line break stands without quotation marks.
        2026-10-31/a.csv:4"
  `);
});

describe("rows of a form", () => {
  test("sums, signatures and headings are no rows of the register", async () => {
    const { report, said } = await read(
      [
        header,
        "Минстрой;;;;",
        ...rows(2),
        "Всего по ведомству;2;;;",
        ";Ответственный за выгрузку: отдел;;;",
        "Итого: 2;;;;",
      ].join("\n"),
    );
    expect(report.files).toMatchObject([{ read: 2, passed: 2, rejected: 0 }]);
    expect(said("NOTE_ROW")).toMatchInlineSnapshot(`
      "WARNING NOTE_ROW · 4 times
        Rows of sums, notes and headings were left out: there is no appeal in them.
        Look at these rows. Where a heading names an agency, a topic or a district, write groupedBy into the description of the source (docs/sources.md), or export the table so that these stand in every row.
          2026-10-31/a.csv:2
          2026-10-31/a.csv:5
          2026-10-31/a.csv:6
          2026-10-31/a.csv:7"
    `);
  });

  test("what may be an appeal is none of them: a date without anything else, a broken row, a number without a date", async () => {
    const { report, told } = await read(
      [
        header,
        ";01.10.2026;;;",
        "обрывок текста",
        "77;;;;",
        "№ 12/О-77;;;;",
        "Итого по дому;01.10.2026;;Минстрой;",
      ].join("\n"),
    );
    expect(report.files).toMatchObject([{ read: 5, passed: 2, rejected: 3 }]);
    expect(told.some((text) => text.startsWith("NOTE_ROW"))).toBe(false);
  });
});

describe("an error of a formula", () => {
  test.each(["#REF!", "#N/A", "#Н/Д", "#ССЫЛКА!"])("%s in the date of closing is no open appeal", async (error) => {
    const { appeals, said } = await read([header, row(1, "Вода", error), row(2, "Свет", "")].join("\n"));
    expect(appeals.map(({ outcome, closed }) => [outcome, closed])).toEqual([
      ["unknown", null],
      ["open", null],
    ]);
    expect(said("EVENT_DATE_UNREADABLE")).toMatchInlineSnapshot(`
      "WARNING EVENT_DATE_UNREADABLE · once
        The date of an event cannot be understood.
        The appeal is counted, but this event has no date and takes no part in any time. Correct the date.
          2026-10-31/a.csv:2 field closed"
    `);
    expect(appeals.map(({ unread, closedUndated }) => [unread, closedUndated])).toEqual([
      [["closed"], undefined],
      [undefined, undefined],
    ]);
  });

  test("in a mark of withdrawal takes the appeal back, and in an outcome leaves it open whether it is closed", async () => {
    const described = sourceOf("register", {
      columns: { id: "Номер", received: "Поступило", closed: "Закрыто", withdrawn: "Отозвано", outcome: "Итог" },
    });
    const { appeals, said } = await intake(
      {
        "2026-10-31/a.csv":
          "Номер;Поступило;Закрыто;Отозвано;Итог\n1;01.10.2026;;#N/A;В работе\n2;01.10.2026;;;#N/A\n3;01.10.2026;05.10.2026;;#N/A\n",
      },
      [described],
    );
    expect(appeals.map(({ withdrawn, outcome, unread }) => [withdrawn, outcome, unread])).toEqual([
      [true, "open", undefined],
      [false, "unknown", ["closed"]],
      [false, "unknown", undefined],
    ]);
    expect(said()).toMatchInlineSnapshot(`
      "WARNING FORMULA_FAILED · 3 times
        A cell holds the error of a formula instead of a value.
        The cell counts as empty, and what became of the appeal is not known from it. Mend the formulas and export the table again.
          2026-10-31/a.csv:3 field outcome
          2026-10-31/a.csv:4 field outcome
          2026-10-31/a.csv:2 field withdrawn

      WARNING WITHDRAWN_UNREADABLE · once
        The column of withdrawals says neither yes nor no.
        Such an appeal counts as withdrawn and is not published. Write yes or no.
          2026-10-31/a.csv:2 field withdrawn"
    `);
  });

  test("in a label is an empty cell", async () => {
    const { report } = await read([header, row(1).replace("Минстрой", "#REF!"), row(2)].join("\n"));
    expect(report.vocabulary.agencies.map(({ name }) => name)).toEqual(["Минстрой"]);
  });
});

describe("a file in two encodings", () => {
  const pages = ["utf-8", "windows-1251", "ibm866", "koi8-r", "iso-8859-5", "mac-cyrillic"];
  const texts = [
    "Вода ржавая второй день",
    "Просим починить крыльцо",
    "Когда вывезут мусор из двора?",
    "ФОНАРЬ НЕ ГОРИТ",
  ];
  const part = (count: number) =>
    Array.from({ length: count }, (_, index) => row(index + 1, texts[index % texts.length])).join("\n");
  const inPages = (first: string, second: string) =>
    Buffer.concat([iconv.encode(`${header}\n${part(20)}\n`, first), iconv.encode(part(20), second)]);

  test.each(
    pages.flatMap((first) => pages.filter((second) => second !== first).map((second) => [first, second] as const)),
  )("%s, then %s, is refused about where the other begins", async (first, second) => {
    const [told = "", ...others] = await faults(inPages(first, second));
    expect(others).toEqual([]);
    const [code, line] = told.split(":");
    expect(code).toBe("ENCODING_MIXED");
    expect(Math.abs(Number(line) - 22)).toBeLessThan(4);
  });

  test("is told too where lines of Windows-1251 and Mac Cyrillic, whose small letters are alike, take turns", async () => {
    const lines = part(40)
      .split("\n")
      .map((line, index) => iconv.encode(`${line}\n`, index % 2 === 0 ? "windows-1251" : "mac-cyrillic"));
    expect((await faults(Buffer.concat([iconv.encode(`${header}\n`, "windows-1251"), ...lines])))[0]).toMatch(
      /^ENCODING_MIXED/,
    );
  });

  test("is none in Serbian, nor where quotation marks of all kinds stand before small letters", async () => {
    const serbian = part(20).replaceAll(
      /Вода ржавая|Просим/g,
      "Њива је код њене куће, Љиљана и Ђорђе чекају Ћирин одговор",
    );
    const quoted = part(20).replaceAll("ржавая", "„ржавая“ ‚мутная‘ ‹горячая› • холодная – «плохая»");
    for (const text of [serbian, quoted])
      expect((await read(iconv.encode(`${header}\n${text}`, "windows-1251"))).appeals).toHaveLength(20);
    expect(
      (
        await read(
          iconv.encode(`${header}\n${part(20).replaceAll("ржавая", "„ржавая“ – «плохая» … №п")}`, "mac-cyrillic"),
        )
      ).appeals,
    ).toHaveLength(20);
  });

  test.each(pages)(
    "is none where all of it is %s, be it in capitals, or where a line or two are damaged",
    async (page) => {
      const { appeals } = await read(inPages(page, page));
      expect(new Set(appeals.map(({ text }) => text))).toEqual(new Set(texts));
      expect((await read(iconv.encode(`${header}\n${part(20)}`.toUpperCase(), page))).appeals[0]?.text).toBe(
        "ВОДА РЖАВАЯ ВТОРОЙ ДЕНЬ",
      );
      const damaged = Buffer.concat([
        inPages(page, page),
        Buffer.from("\n"),
        iconv.encode(row(41), page === "koi8-r" ? "ibm866" : "koi8-r"),
      ]);
      expect((await read(damaged)).appeals).toHaveLength(41);
    },
  );
});

test("texts that were cut to a number of bytes, in one row of ten, make no file in two encodings", async () => {
  const lines = Array.from({ length: 40 }, (_, index) =>
    Buffer.concat([
      Buffer.from(row(index + 1, "Вода ржавая второй день")),
      index % 10 === 0 ? Buffer.from([0xd1]) : Buffer.alloc(0),
      Buffer.from("\n"),
    ]),
  );
  const { appeals, said } = await read(Buffer.concat([Buffer.from(`${header}\n`), ...lines]));
  expect(appeals).toHaveLength(40);
  expect(said("ENCODING_DAMAGED")).toMatchInlineSnapshot(`
    "WARNING ENCODING_DAMAGED · 4 times
      The UTF-8 text has damaged characters.
      They became "�". Export the file again if there are many.
        2026-10-31/a.csv
        …"
  `);
});

test("as many rows as a page holds are told", async () => {
  expect((await read([header, ...rows(1000)].join("\n"))).told).toContain("ROWS_ROUND 2026-10-31/a.csv ×1000");
  expect((await read([header, ...rows(1001)].join("\n"))).told.some((text) => text.startsWith("ROWS_ROUND"))).toBe(
    false,
  );
});

test("dates as Excel writes them in Russian, and as formulas, are read", async () => {
  const written = ["05.янв.26", '="05.01.2026"', "5-янв-2026", "05.01.2026"];
  const { appeals } = await read(
    [header, ...written.map((date, index) => `${index + 1};${date};;Минстрой;Вода`)].join("\n"),
  );
  expect(new Set(appeals.map(({ received }) => received.day)).size).toBe(1);
  expect(appeals).toHaveLength(4);
});

test("a formula that only says a text is that text: headers, numbers, dates, labels and texts", async () => {
  const formulas = (line: string) =>
    line
      .split(";")
      .map((cell) => (cell === "" ? "" : `="${cell.replaceAll('"', '""')}"`))
      .join(";");
  const quoted = (line: string) =>
    formulas(line)
      .split(";")
      .map((cell) => `"${cell.replaceAll('"', '""')}"`)
      .join(";");
  const lines = [header, "0017;05.10.2026;20.10.2026;Минстрой;Горка «Ёлка»", '0018;06.10.2026;;ООО "Свет";Вода'];
  const plain = await read(
    lines
      .map((line) =>
        line
          .split(";")
          .map((cell) => `"${cell.replaceAll('"', '""')}"`)
          .join(";"),
      )
      .join("\n"),
  );
  expect(plain.appeals.map(({ id }) => id)).toEqual(["0017", "0018"]);
  for (const write of [formulas, quoted]) {
    const { appeals, told } = await read(lines.map(write).join("\n"));
    expect(appeals).toEqual(plain.appeals);
    expect(told.filter((text) => !text.startsWith("QUOTE_BROKEN"))).toEqual(plain.told);
  }
});

describe("a file of another program is called by its name:", () => {
  const compound = (stream: string) =>
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(600),
      Buffer.from(stream, "utf16le"),
    ]);
  test.each([
    ["a workbook with a password", compound("EncryptedPackage"), "a.xlsx", "FILE_PASSWORD"],
    ["a document of Word before 2007", compound("WordDocument"), "a.doc", "FILE_DOCUMENT"],
    ["a workbook of Excel before 2007", compound("Workbook"), "a.xls", "FILE_OLD_EXCEL"],
    [
      "a document of Word",
      zipOf({ "[Content_Types].xml": "<x/>", "word/document.xml": "<x/>" }),
      "a.csv",
      "FILE_DOCUMENT",
    ],
    [
      "a binary workbook",
      zipOf({ "[Content_Types].xml": "<x/>", "xl/workbook.bin": "x" }),
      "a.xlsb",
      "FILE_OTHER_TABLE",
    ],
    [
      "an OpenDocument table",
      zipOf({
        mimetype: "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": "<x/>",
        "META-INF/manifest.xml": "<x/>",
      }),
      "a.ods",
      "FILE_OTHER_TABLE",
    ],
    [
      "an XML Spreadsheet 2003",
      '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook/>',
      "a.xls",
      "FILE_OTHER_TABLE",
    ],
    [
      "a table of HTML that calls itself a workbook",
      "<html><body><table><tr><td>1</td></tr></table></body></html>",
      "a.xls",
      "FILE_OTHER_TABLE",
    ],
    ["a page of HTML", "<html><body>Войдите</body></html>", "a.csv", "FILE_HTML"],
    ["a PDF", "%PDF-1.7\n", "a.csv", "FILE_PDF"],
    ["rich text", "{\\rtf1 text}", "a.csv", "FILE_DOCUMENT"],
    ["a program", 'var x = [\n{"a": 1}];', "a.csv", "FILE_SCRIPT"],
    ["a call with data inside", 'callback([{"a": 1}])', "a.json", "FILE_SCRIPT"],
    ["a module", 'export default [\n{"a": 1}];', "a.js", "FILE_SCRIPT"],
    ["a module with a name for its data", 'export const rows = [{"a": 1}];', "a.json", "FILE_SCRIPT"],
    ["an older module", 'module.exports = [{"a": 1}];', "a.csv", "FILE_SCRIPT"],
    [
      "an assignment under a comment",
      '// made by a program\n/* and\nmore */\ndata = [{"a": 1}]',
      "a.json",
      "FILE_SCRIPT",
    ],
    ["an assignment to the window", 'window["rows"] = [{"a": 1}]', "a.csv", "FILE_SCRIPT"],
    ["a function that runs itself", "(function () { return [1]; })()", "a.csv", "FILE_SCRIPT"],
    ["data behind a guard", ')]}\'\n[{"a": 1}]', "a.json", "FILE_SCRIPT"],
    [
      "a web page in one file that calls itself a workbook",
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<table>',
      "a.xls",
      "FILE_OTHER_TABLE",
    ],
    [
      "a workbook saved as a web page in one file",
      'MIME-Version: 1.0\nX-Document-Type: Workbook\nContent-Type: multipart/related\n\n<html xmlns:x="urn:schemas-microsoft-com:office:excel">',
      "a.mht",
      "FILE_OTHER_TABLE",
    ],
    ["a web page in one file", "From: <Saved by a browser>\nSubject: Login\nMIME-Version: 1.0\n", "a.csv", "FILE_HTML"],
  ])("%s", async (_, bytes, name, code) => {
    expect(await faults(bytes, name)).toEqual([code]);
  });
});

test("a table whose header looks a little like a program is a table", async () => {
  for (const name of ["Exports", "import", "import date", "var", "Function", "function", "self"]) {
    const described = sourceOf("register", { columns: { id: name, received: "Поступило" } });
    expect(
      (await intake({ "2026-10-31/a.csv": `${name};Поступило\n1;01.10.2026\n` }, [described])).appeals,
      name,
    ).toHaveLength(1);
  }
});

test("byte order marks that several programs have put before one another are no part of the first name", async () => {
  const { appeals, told } = await read(
    `\ufeff\ufeff${[header, ...rows(3)]
      .map((line) =>
        line
          .split(";")
          .map((cell) => `"${cell}"`)
          .join(";"),
      )
      .join("\n")}`,
  );
  expect(appeals.map(({ id }) => id)).toEqual(["1", "2", "3"]);
  expect(told.filter((text) => text.startsWith("COLUMN_UNREAD"))).toEqual([]);
});

test("signs as web pages write them are signs in names and words, written twice too", async () => {
  const lines = ["ООО &quot;Свет&quot;", "ООО &amp;quot;Свет&amp;quot;", 'ООО ""Свет""', "ООО &#34;Свет&#x22;"].map(
    (agency, index) => `${index};01.10.2026;;"${agency}";Вода`,
  );
  const { appeals, report } = await read([header, ...lines].join("\n"));
  expect(new Set(appeals.map(({ agency }) => agency)).size).toBe(1);
  expect(report.vocabulary.agencies.map(({ name }) => name)).toEqual(['ООО "Свет"']);
  const odd = await read([header, '1;01.10.2026;;"A&B &unknown; &#0;&#55296; R&D";Вода'].join("\n"));
  expect(odd.report.vocabulary.agencies.map(({ name }) => name)).toEqual(["A&B &unknown; R&D"]);
});
